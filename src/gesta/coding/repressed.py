"""Whom a state represses at home where nobody says whose they are: its own people; and who it is that arrests abroad."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.drafts import Draft
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import STATES, Party, branch
from gesta.coding.parties_in_text import who
from gesta.coding.sufferers import place_told
from gesta.coding.triggers import counted

ORGANS = frozenset({"army", "government", "regime", "military", "police"})
PERSONAL = frozenset({"he", "she", "him", "her"})
#: Those whom a state locks up for what they think or do, of no side but their country's.
DISSENTING = frozenset("dissident oppositionist protester protestor demonstrator activist critic opponent reformist".split())
#: What a state cracks down on that its people do or are: of anything else a crackdown tells nobody whom it strikes.
DISSENT = DISSENTING | frozenset(
    "dissent protest demonstration opposition unrest uprising revolt movement freedom right rally criticism press journalist "
    "student".split()
)
BELONGINGS = frozenset(
    "phone telephone smartphone computer laptop letter passport car bus truck lorry van motorcycle vehicle newspaper magazine".split()
)


def own_repressed(cast: Cast, d: Draft) -> bool:
    """Gives an arrest or a crackdown by a state on its own ground, of no told side, its civilians; `why` then ends with +own-people.

    Not where somebody is captured or taken prisoner, as in a fight; of suspects, militants and the like nothing is known.
    """
    rule = d.trigger.rule.id
    if d.type != "COERCE" or rule not in OWN or d.roles.recipients or len(d.roles.actors) != 1:
        return False
    if rule == "arrest" and arrested_there(cast, d) is not None:
        return False
    state, told = d.roles.actors[0], place_told(cast, d.trigger.sentence)
    besieging = cast.home if by_organ(cast, d) else None
    ground = told or {"arrest": cast.home, "seize": cast.home, "take-goods": cast.home, "blockade-noun": besieging}.get(rule, state)
    if state.kind not in STATES or state.code != state.bare or ground is None or ground.bare != state.bare:
        return False
    if not OWN[rule](cast, d):
        return False
    d.roles.recipients, d.why = [branch(state, "CVL")], d.why + "+own-people"
    return True


def by_organ(cast: Cast, d: Draft) -> bool:
    """True for "the army siege", "a tight government siege", told without the state's name: it is at home."""
    beside = modifiers(cast.reading, d.i)
    return any(cast.reading.words[m].lemma.lower() in ORGANS for m in beside) and not any(m in cast.hits for m in beside)


def own_curfew(d: Draft, foe: Callable[[Party], Party | None]) -> None:
    """Those who must stay at home under the curfew of a state that fights nobody abroad are its people, where no other land is named."""
    acting = [p for p in d.roles.actors if p.code]
    told = {p.code for p in d.roles.recipients if p.code}
    by_state = d.mode == "curfew" and len(acting) == 1 and acting[0].kind in {*STATES, "person"}
    if by_state and told <= {acting[0].code} and at_peace(acting[0], foe):
        d.roles.recipients = [branch(acting[0], "CVL")]


def at_peace(state: Party, foe: Callable[[Party], Party | None]) -> bool:
    """True for a state that stands against nobody abroad, whose land the curfew might be in."""
    other = foe(state)
    return other is None or other.country == state.country


def arrested(cast: Cast, d: Draft) -> bool:
    """True where a named person, "she" or a state's opponents are arrested, of whom no words tell a side; not where they are captured."""
    if "prisoner" in {cast.reading.words[w].lemma for w in d.trigger.words}:
        return False
    taken = (h for p in d.trigger.frame.patients for h in (p, *counted(cast.reading, p)))
    return any(is_private(cast, h) for h in taken)


def is_private(cast: Cast, h: int) -> bool:
    """True for a named person and "she", of whom no words tell a side, and for dissidents, protesters and other opponents of a state."""
    word = cast.reading.words[h]
    named = h in cast.person_at or word.lower in PERSONAL
    return word.lemma.lower() in DISSENTING or (named and not any(p.code for p in who(cast, h)))


def besieged(_: Cast, __: Draft) -> bool:
    """True: whoever lies under siege in a state's own country and is no party that is told, is its people."""
    return True


def robbed_by_police(cast: Cast, d: Draft) -> bool:
    """True where police take what people own: phones, letters, vehicles; drugs and money may be anybody's."""
    by_police = any((role := cast.role(a)) is not None and role.sector == "COP" for a in d.trigger.frame.agents)
    return by_police and any(cast.reading.words[p].lemma.lower() in BELONGINGS for p in d.trigger.frame.patients)


def arrested_there(cast: Cast, d: Draft) -> Party | None:
    """The country, not that of the report, in which somebody "was arrested": its police did it where nobody is said to have."""
    unsaid = not d.trigger.frame.agents and (d.trigger.frame.passive or not d.trigger.verbal)
    if d.trigger.rule.id not in {"arrest", "arrest-noun"} or not unsaid:
        return None
    places = (cast.place_of.get(h) for h in d.trigger.frame.obliques.get("in", ()))
    there = next((p for p in places if p is not None and p.code), None)
    return there if there is not None and (cast.home is None or there.bare != cast.home.bare) else None


def cracked_down_on(cast: Cast, d: Draft) -> bool:
    """True for a crackdown on dissent, protesters and the like, and for one that is told without what it is on."""
    told = d.trigger.reached
    return not told or any(cast.reading.words[h].lemma.lower() in DISSENT for h in told)


#: What tells that a state's own people are struck, by the frame.
OWN: Final[dict[str, Callable[[Cast, Draft], bool]]] = {
    "arrest": arrested,
    "blockade-noun": besieged,
    "crack-down": cracked_down_on,
    "crackdown-noun": cracked_down_on,
    "seize": robbed_by_police,
    "take-goods": robbed_by_police,
}
