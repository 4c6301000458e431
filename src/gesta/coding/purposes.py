"""Whom an offensive is aimed at where only its purpose tells: "an assault to retake Kidal from rebels", "a drive to oust M23"."""

from __future__ import annotations

from collections.abc import Set

from gesta.coding.act_verbs import LIGHT_VERBS
from gesta.coding.cast import Cast
from gesta.coding.clauses import each, is_infinitive, obliques
from gesta.coding.parties import WARRING, Party
from gesta.coding.parties_in_text import who
from gesta.coding.triggers import Trigger

MEANT = frozenset({"aim", "design", "intend", "mean"})  # "an offensive aimed at driving them out"


def to_be_driven_out(cast: Cast, trigger: Trigger, acting: Set[str | None]) -> tuple[list[Party], tuple[int, ...]]:
    """The armed side that the purpose of an assault names as the one to be driven out or fought, with its words."""
    for clause in purposes(cast, trigger):
        if not cast.is_class(clause, "driving_out"):
            continue
        around = obliques(cast.reading, clause)
        heads = (*cast.verb(clause).patients, *around.get("from", ()), *around.get("of", ()), *around.get("against", ()))
        for h in each(cast.reading, heads):
            armed = cast.is_class(h, "forces") or cast.is_class(h, "gunmen") or (h in cast.hits and h not in cast.place_of)
            sides = [p for p in who(cast, h) if armed and p.code and p.kind in WARRING and p.own_side not in acting]
            if sides:
                return sides, (h,)
    return [], ()


def purposes(cast: Cast, trigger: Trigger) -> list[int]:
    """The verbs that tell what the act that a noun names is for."""
    reading, words = cast.reading, cast.reading.words
    if trigger.verbal:
        return []
    own = reading.dependents(trigger.i, "acl")
    above = words[trigger.i].head
    beside = reading.dependents(above, "advcl", "xcomp") if words[trigger.i].relation == "obj" and words[above].lemma in LIGHT_VERBS else ()
    meant = [k for c in own if words[c].lemma in MEANT for k in reading.dependents(c, "advcl", "xcomp", "obl") if words[k].upos == "VERB"]
    return [*(c for c in (*own, *beside) if c > trigger.i and is_infinitive(reading, c)), *meant]
