"""Bodies that citizens make: rights groups, watchdogs, resistance committees. Told from armed groups and from organs of states by words."""

from __future__ import annotations

from gesta.coding.nounphrases import core, is_definite, modifiers
from gesta.model import Reading

SOCIETIES = frozenset({"watchdog", "charity", "ngo", "monitor", "observatory"})
CIVIC = frozenset(
    "rights monitoring aid relief advocacy humanitarian medical watchdog campaign charity environmental research press lawyers".split()
)  # what a group of citizens is for
UNIONS = frozenset("committee committees network association union centre center syndicate council group society".split())
OF_CITIZENS = frozenset(
    "resistance coordination coordinating relief rescue doctors doctor lawyers lawyer teachers workers medical rights journalists victims "
    "families prisoners neighbourhood neighborhood volunteer volunteers solidarity".split()
)  # in the names of bodies that citizens made


def of_citizens(reading: Reading, i: int) -> bool:
    """True for a body whose name says that citizens made it: "the Kosti Resistance Committee"."""
    word = reading.words[i]
    if word.upos != "PROPN" or word.lower not in UNIONS:
        return False
    return any(reading.words[m].lower in OF_CITIZENS and reading.words[m].text[:1].isupper() for m in modifiers(reading, i))


def told_before(reading: Reading, i: int) -> frozenset[str]:
    """What may be told again: `civic` for "the rights group", "the charity", `any` body for "the Oslo-based group", else none."""
    lemma = reading.words[i].lemma.lower()
    if lemma not in SOCIETIES | {"group"} or not is_definite(reading, i):
        return frozenset()
    phrase = {w.lower for w in reading.words[min(core(reading, i)) : i]}
    if lemma in SOCIETIES or phrase & CIVIC:
        return frozenset({"civic"})
    return frozenset({"any"}) if phrase & {"based", "headquartered"} else frozenset()
