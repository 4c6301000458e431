"""Who takes part where a frame's slots are silent or mislead: a state's own people, communities, investigators, those who speak."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gesta.coding.blasts import BESIDE, BLASTS
from gesta.coding.cast import Cast
from gesta.coding.clauses import is_passive, obliques
from gesta.coding.killed import fatally
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import STATES, branch
from gesta.coding.parties_in_text import who
from gesta.coding.roles import Roles
from gesta.coding.sufferers import ground_of
from gesta.coding.triggers import Trigger
from gesta.coding.unmistakable import weapon

FINITE = frozenset({"VBD", "VBZ", "VBP"})
HELPED = frozenset({"have", "be", "do"})
ASKED = frozenset({"REQUEST.urge", "ACCUSE.condemn"})


def own_people_struck(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """The civilians of the state that "bombed its own people", whoever says so."""
    if trigger.rule.type not in {"ASSAULT", "COERCE"} or not trigger.verbal or len(roles.actors) != 1:
        return
    state = roles.actors[0]
    own = (h for h in trigger.frame.patients if any(cast.reading.words[c].lower == "own" for c in cast.reading.children[h]))
    people = [h for h in own if cast.is_class(h, "people") and not cast.is_class(h, "forces")]
    if people and state.kind in STATES and state.code == state.bare:
        roles.recipients, roles.recipient_words = [branch(state, "CVL")], people


def communities(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Civilians of the country where it happens, in "tribal clashes in Darfur", "clashes between two clans"; not where a party is told."""
    if trigger.rule.id != "fighting-noun" or trigger.verbal:
        return
    frame = trigger.frame
    sides = [h for case in ("between", "among", "with") for h in frame.obliques.get(case, ())]
    told = any(p.code for h in (*sides, *frame.agents) for p in who(cast, h))
    called = any(cast.is_class(m, "communal") for m in modifiers(cast.reading, trigger.i))
    if told or not (called or any(cast.is_class(h, "communities") for h in sides)):
        return
    ground = ground_of(cast, trigger.i)
    if ground is not None:
        roles.actors, roles.recipients = [branch(ground, "CVL")], []


def at_an_embassy(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """The state whose embassy a bomb goes off at, rather than people of no told side who die there."""
    if trigger.rule.id not in BLASTS | {"bombing-noun"} or any(p.code for w in roles.recipient_words for p in who(cast, w)):
        return
    heads = [h for case in BESIDE for h in trigger.frame.obliques.get(case, ()) if cast.is_class(h, "embassies")]
    owners = [p for h in heads for p in who(cast, h) if p.is_side and p.own_side not in trigger.acting]
    if owners:
        roles.recipients, roles.recipient_words = owners, heads


def investigators(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """The state where something "is being investigated", where nobody is said to."""
    if trigger.rule.id != "investigate" or roles.actors or trigger.frame.agents or not trigger.verbal:
        return
    going_on = any(cast.reading.words[c].lower == "being" for c in cast.reading.children[trigger.i])
    ground = ground_of(cast, trigger.i) if going_on and is_passive(cast.reading, trigger.i) else None
    if ground is not None:
        roles.actors = [branch(ground, "GOV")]


def cut_off_at_home(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """The state in which the internet "was cut off", where nobody is said to: its own, where the report is about no two states."""
    if trigger.rule.id != "cut-off-net" or roles.actors or not trigger.frame.passive or trigger.frame.agents or len(cast.focus) > 1:
        return
    ground = ground_of(cast, trigger.i)
    if ground is not None and cast.home is not None and ground.bare == cast.home.bare:
        roles.actors = [branch(ground, "GOV")]


def answerable_state(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """The state that is blamed in "condemned the executions in Nigeria": nobody else executes, tries or arrests."""
    if trigger.rule.type != "ACCUSE" or roles.recipients or not trigger.verbal or not roles.actors:
        return
    acts = [p for p in trigger.frame.patients if cast.is_class(p, "acts_of_states")]
    places = (cast.place_of.get(w) for p in acts for w in obliques(cast.reading, p).get("in", ()))
    state = next((p for p in places if p is not None and p.code), None) or (ground_of(cast, trigger.i) if acts else None)
    if state is not None and state.bare not in {p.bare for p in roles.actors}:
        roles.recipients, roles.recipient_words = [branch(state, "GOV")], acts[:1]


def agreed_together(_: Cast, trigger: Trigger, roles: Roles) -> None:
    """Nobody else to whom two sides agree that something will be done: not Iraq in "Chad and Mali agreed to meet in Baghdad"."""
    if trigger.rule.id == "agree" and len({p.own_side for p in roles.actors}) > 1 and "with" not in trigger.frame.obliques:
        roles.recipients, roles.recipient_words = [], []


def speaking_people(cast: Cast, trigger: Trigger, roles: Roles) -> None:
    """Civilians of the country where it happens, where relatives, a community or a minority demand or condemn something.

    Those who watch for others, as activists and reporters, are nobody's.
    """
    if roles.actors or not told_by_some(cast, trigger, roles) or trigger.frame.passive:
        return
    ground = ground_of(cast, trigger.i)
    if ground is not None and any(private(cast, a) for a in trigger.frame.agents):
        roles.actors = [branch(ground, "CVL")]


def private(cast: Cast, h: int) -> bool:
    """True for people who speak for themselves."""
    role = cast.role(h)
    return cast.is_class(h, "private_people") or (role is not None and role.sector == "CVL" and not cast.is_class(h, "watchers"))


def told_by_some(cast: Cast, trigger: Trigger, roles: Roles) -> bool:
    """True for what people or bodies without a code demand or condemn, and for whom such people threaten.

    "Relatives demanded an inquiry", "Judges have been threatened by gunmen"; not for what describes ("youths protesting the raid").
    """
    if not trigger.verbal or any(p.kind == "media" for p in roles.recipients):
        return False
    frame = trigger.frame
    if not any(human(cast, a) for a in frame.agents):
        return False
    if trigger.rule.id == "threaten":
        return frame.passive and bool(roles.recipients)
    kind = f"{trigger.rule.type}.{trigger.rule.id}"
    demanded = kind == "REQUEST.demand" and any(private(cast, a) for a in frame.agents)
    spoken = (kind in ASKED or demanded) and not cast.is_class(trigger.i, "unsure_asking") and not frame.passive
    return spoken and finite(cast, trigger.i) and of_something(cast, trigger)


def of_something(cast: Cast, trigger: Trigger) -> bool:
    """True where what is asked or condemned is told; not in "urging people to visit", nor in "called a strike for Monday"."""
    frame, words = trigger.frame, cast.reading.words
    if any(words[w].lower == "for" for w in trigger.words):
        return not any(p not in trigger.words for p in frame.patients)
    plain = [p for p in frame.patients if words[p].lemma.lower() == "people" and not cast.reading.children[p]]
    return bool(frame.clauses or frame.obliques or frame.patients) and not plain


def human(cast: Cast, h: int) -> bool:
    """True for people, a body of people and a speaker's "we"; not for a crowd, a newspaper or one person by name."""
    word = cast.reading.words[h]
    if cast.is_class(h, "chanting_crowds") or cast.is_class(h, "reporting_media"):
        return False
    if h in cast.person_at:
        return False
    return word.lower == "we" or cast.is_class(h, "speaking_bodies") or cast.is_class(h, "people") or bool(cast.role(h))


def finite(cast: Cast, i: int) -> bool:
    """True for a verb that tells something done: "demanded", "have demanded", "are demanding"."""
    word = cast.reading.words[i]
    if word.relation in {"acl", "amod"}:
        return False
    helped = any(cast.reading.words[c].lemma in HELPED for c in cast.reading.dependents(i, "aux"))
    return word.xpos in FINITE or (word.xpos in {"VBN", "VBG"} and helped)


def set_right(cast: Cast, trigger: Trigger, roles: Roles) -> str:
    """Puts in who takes part where the slots gave somebody else or nobody; returns what `why` then ends with."""
    why = ""
    for name, rule in RULES:
        before = [*roles.actors], [*roles.recipients]
        rule(cast, trigger, roles)
        why += f"+{name}" if (roles.actors, roles.recipients) != before else ""
    return why


def wounding_meant(cast: Cast, trigger: Trigger) -> bool:
    """True for "A sniper wounded a soldier", "A nail bomb wounded nine", "was fatally wounded".

    Armed people and weapons mean it, an old mine does not.
    """
    doing = [a for a in trigger.frame.agents if not cast.is_class(a, "trodden_mines")]
    armed = (weapon(cast, a) or any(cast.is_class(a, name) for name in ("gunmen", "forces", "projectiles")) for a in doing)
    shot = any(armed) and any(cast.is_class(p, "people") for p in trigger.frame.patients)
    return trigger.verbal and (shot or fatally(cast.reading, trigger.i))


#: What is put right, in this order, with the name that `why` gives it.
RULES: Final[tuple[tuple[str, Callable[[Cast, Trigger, Roles], None]], ...]] = (
    ("own-people", own_people_struck),
    ("communities", communities),
    ("embassy", at_an_embassy),
    ("people-speak", speaking_people),
    ("state-investigates", investigators),
    ("ground", cut_off_at_home),
    ("act-of-state", answerable_state),
    ("together", agreed_together),
)
