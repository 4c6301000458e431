"""Who did what somebody is judged for, or does what he is kept from.

Mali in "criticised Mali for arresting envoys", "imposed sanctions on Mali for arming rebels", "stopped Mali from arming rebels".
"""

from __future__ import annotations

from gesta.coding.act_verbs import JUDGING, KEEPING, PENALTIES
from gesta.model import Reading


def judged(reading: Reading, i: int) -> tuple[int, ...]:
    """Whom the verb above judges for, or keeps from, what the verb in -ing at word `i` tells; nobody of a passive or another verb."""
    word = reading.words[i]
    above = word.head
    if word.xpos != "VBG" or reading.dependents(above, "aux:pass"):
        return ()
    objects = reading.dependents(above, "obj")
    if brought_in_by(reading, i, "from") and reading.words[above].lemma in KEEPING:
        return tuple(o for o in objects if o < i)
    if not brought_in_by(reading, i, "for"):
        return ()
    if reading.words[above].lemma in JUDGING:
        return tuple(o for o in objects if o < i)
    penalties = [o for o in objects if reading.words[o].lemma in PENALTIES]
    return tuple(w for h in (*penalties, above) for w in reading.dependents(h, "nmod", "obl") if penalties and falls_on(reading, w))


def falls_on(reading: Reading, w: int) -> bool:
    """True for Mali in "sanctions on Mali"."""
    return brought_in_by(reading, w, "on", "upon", "against")


def brought_in_by(reading: Reading, w: int, *words: str) -> bool:
    """True where one of the words brings in what word `w` heads."""
    return any(reading.words[m].lower in words for m in reading.dependents(w, "mark", "case"))
