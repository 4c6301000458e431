"""What a frame needs of those who take part, and whether a trigger has it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gesta.coding.asked import asked_by_some
from gesta.coding.cast import Cast
from gesta.coding.clauses import is_infinitive, subjects
from gesta.coding.doers import doers
from gesta.coding.named_so import names_given, said_of
from gesta.coding.parties import WARRING
from gesta.coding.parties_in_text import who
from gesta.coding.roles import Roles, once
from gesta.coding.strangers import gunman
from gesta.coding.sufferers import TARGETS, hits_somebody
from gesta.coding.taken_up import takes_up
from gesta.coding.triggers import Trigger, for_doing
from gesta.model import Reading

OUGHT = frozenset({"must", "should", "shall", "ought"})
OURS = frozenset({"we", "i", "it"})
MODAL = frozenset("will would can could may might 'll ’ll wo ca to do does did".split())


def satisfied(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """True when the frame's needs are met by what was found."""
    needs = trigger.rule.needs
    if not needs:
        return True
    alternatives = {"actor", "recipient", "place", "property"}
    told = set(needs) <= alternatives | {"party"} and needs != ("actor",)
    if told and trigger.rule.type == "ASSAULT" and by_the_armed(cast, trigger):
        return True
    if len(needs) > 2 and set(needs) <= alternatives:
        return any(MET[n](cast, trigger, roles) for n in needs)
    return all(MET[n](cast, trigger, roles) for n in needs)


def by_the_armed(cast: Cast, trigger: Trigger) -> bool:
    """True for what armed people without a code do to people or buildings: "Guardsmen fired on a rally", "Mutineers burned a library"."""
    struck = (*(trigger.frame.patients if "patient" in trigger.rule.recipients else ()), *trigger.reached)
    armed = (gunman(cast, a) or cast.is_class(a, "forces") or cast.is_class(a, "plunderers") for a in trigger.frame.agents)
    return trigger.verbal and any(armed) and any(cast.is_class(h, name) for h in struck for name in TARGETS)


def to_do(reading: Reading, trigger: Trigger) -> bool:
    """True where a clause tells what is to be done by an infinitive."""
    return any(is_infinitive(reading, c) for c in trigger.frame.clauses)


def bids(reading: Reading, trigger: Trigger) -> bool:
    """True where a clause tells what is to be done, not what is so: "insisted that Mali disarm", "asked that Mali must be heard"."""
    for c in trigger.frame.clauses:
        helped = [reading.words[a].lower for a in reading.dependents(c, "aux", "aux:pass", "cop")]
        bare = "be" in helped if helped else reading.words[c].xpos == "VB"
        if OUGHT & set(helped) or (bare and not reading.dependents(c, "expl") and not MODAL & set(helped)):
            return True
    return False


def asks_for(reading: Reading, trigger: Trigger) -> bool:
    """True for "asked for his release", "asked for freeing him"; not for "without asking for anything"."""
    asked = trigger.frame.passive or (reading.words[trigger.i].xpos == "VBN" and not reading.dependents(trigger.i, "aux"))
    asks = not asked and not any(reading.words[m].lower == "without" for m in reading.dependents(trigger.i, "mark"))
    return asks and ("for" in trigger.frame.obliques or for_doing(reading, trigger.i) is not None)


def official(cast: Cast, trigger: Trigger) -> bool:
    """True when the one who travels or convenes holds office: a head of state, a minister, an envoy, a body."""
    owners = trigger.frame.obliques.get("of", ()) if "of X" in trigger.rule.actors else ()
    bearers = subjects(cast.reading, trigger.i) if "bearer" in trigger.rule.actors else ()  # "the minister is on a visit"
    for head in (*trigger.frame.agents, *owners, *bearers):
        if cast.is_class(head, "officials") or head in cast.person_at:
            return True
        if any(p.kind in {"organisation", "government"} or (p.is_person and p.code) for p in who(cast, head)):
            return True
    return False


#: Whether each need is met.
MET: Final[dict[str, Callable[[Cast, Trigger, Roles], bool]]] = {
    "actor": lambda cast, trigger, roles: bool(roles.actors) or asked_by_some(cast, trigger, roles.recipients),
    "recipient": lambda cast, trigger, roles: (
        bool(roles.recipients) or (bool(roles.actors) and (hits_somebody(cast, trigger) or takes_up(cast.reading, trigger)))
    ),
    "body": lambda _, __, roles: bool(roles.actors) and all(p.kind == "organisation" and p.sector == "IGO" for p in roles.actors),
    "agency": lambda _, __, roles: bool(roles.actors) and all(p.kind == "organisation" for p in roles.actors),
    "own-people": lambda _, __, roles: (
        bool(roles.recipients) and {p.code for p in roles.recipients} <= {f"{p.bare}.CVL" for p in roles.actors}
    ),
    "own-deed": lambda cast, trigger, roles: (
        not {p.own_side for w in (*trigger.words, *trigger.frame.patients) for p in doers(cast, w)} - {p.own_side for p in roles.actors}
    ),
    "alone": lambda _, trigger, roles: len(once(roles.actors)) == 1 and not trigger.frame.obliques.get("with"),
    "party": lambda _, __, roles: bool(roles.actors or roles.recipients),
    "two": lambda cast, trigger, roles: (
        len({p.bare for p in (*roles.actors, *roles.recipients)}) > 1 or (bool(roles.actors) and takes_up(cast.reading, trigger))
    ),
    "armed": lambda cast, trigger, roles: (
        any(p.kind in WARRING or p.is_person for p in roles.actors)
        or any(cast.is_class(a, "forces") or cast.is_class(a, "arms") for a in trigger.frame.agents)
    ),
    "official": lambda cast, trigger, roles: any(p.code for p in (*roles.actors, *roles.recipients)) and official(cast, trigger),
    "clause": lambda cast, trigger, _: (
        bool(trigger.frame.clauses) or bool(cast.reading.dependents(trigger.i, "acl")) or bool(names_given(cast.reading, trigger.i))
    ),
    "own": lambda cast, trigger, roles: any(
        cast.reading.words[a].lower in OURS or {p.bare for p in who(cast, a)} & {p.bare for p in roles.actors} for a in trigger.frame.agents
    ),
    "predicate": lambda cast, trigger, _: bool(said_of(cast.reading, trigger.i)),
    "asked": lambda _, trigger, roles: bool(roles.recipients) or bool(trigger.frame.clauses),
    "place": lambda cast, trigger, _: (
        any(w in cast.place_of for found in trigger.frame.obliques.values() for w in found)
        or any(p in cast.place_of for p in trigger.frame.patients)
    ),
    "property": lambda cast, trigger, _: any(
        cast.is_class(p, "property") for p in (*trigger.frame.patients, *trigger.frame.obliques.get("to", ()))
    ),
    "armed-context": lambda _, __, roles: bool(roles.actors),
    "infinitive": lambda cast, trigger, _: to_do(cast.reading, trigger),
    "bidding": lambda cast, trigger, _: to_do(cast.reading, trigger) or bids(cast.reading, trigger) or asks_for(cast.reading, trigger),
    "insisting": lambda cast, trigger, _: bids(cast.reading, trigger) or "on" in trigger.frame.obliques,
}
