"""Whom a state represses at home where nobody says whose they are, in arrests and crackdowns: its own people."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.drafts import Draft
from gesta.coding.parties import branch
from gesta.coding.parties_in_text import who
from gesta.coding.sufferers import place_told
from gesta.coding.triggers import counted

STATES = frozenset({"country", "government", "military"})
PERSONAL = frozenset({"he", "she", "him", "her"})
#: Those whom a state locks up for what they think or do, of no side but their country's.
DISSENTING = frozenset("dissident oppositionist protester protestor demonstrator activist critic opponent reformist".split())
#: What a state cracks down on that its people do or are: of anything else a crackdown tells nobody whom it strikes.
DISSENT = DISSENTING | frozenset(
    "dissent protest demonstration opposition unrest uprising revolt movement freedom right rally criticism press journalist "
    "student".split()
)
CRACKDOWNS = frozenset({"crackdown-noun", "crack-down"})


def own_repressed(cast: Cast, d: Draft) -> bool:
    """Gives an arrest or a crackdown by a state on its own ground, of no told side, its civilians; `why` then ends with +own-people.

    Not where somebody is captured or taken prisoner, as in a fight; of suspects, militants and the like nothing is known.
    """
    if d.type != "COERCE" or d.trigger.rule.id not in {"arrest", *CRACKDOWNS} or d.roles.recipients or len(d.roles.actors) != 1:
        return False
    state = d.roles.actors[0]
    ground = place_told(cast, d.trigger.sentence) or (cast.home if d.trigger.rule.id == "arrest" else state)
    if state.kind not in STATES or state.code != state.bare or ground is None or ground.bare != state.bare:
        return False
    if not (arrested(cast, d) if d.trigger.rule.id == "arrest" else cracked_down_on(cast, d)):
        return False
    d.roles.recipients, d.why = [branch(state, "CVL")], d.why + "+own-people"
    return True


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


def cracked_down_on(cast: Cast, d: Draft) -> bool:
    """True for a crackdown on dissent, protesters and the like, and for one that is told without what it is on."""
    told = d.trigger.reached
    return not told or any(cast.reading.words[h].lemma.lower() in DISSENT for h in told)
