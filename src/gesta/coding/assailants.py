"""Whose attack it is that stands before "of": the rebels' in "the raids of the rebels on Goma", where the noun brings whom with "on"."""

from __future__ import annotations

from dataclasses import replace

from gesta.coding.cast import Cast
from gesta.coding.clauses import Frame, obliques
from gesta.coding.nounphrases import is_definite
from gesta.coding.parties_in_text import who
from gesta.coding.settings import FIGHTING

#: Nouns of an act upon somebody: of "ambush", "massacre", "bombing" and "invasion" it is the victim who stands behind "of".
ATTACKS = frozenset(
    "attack raid assault onslaught offensive counteroffensive counter-offensive counterattack counter-attack incursion foray "
    "aggression".split()
)
UPON = frozenset({"on", "upon", "against", "into"})


def with_assailants(cast: Cast, i: int, frame: Frame) -> Frame:
    """The frame of a noun of attack with who stands behind "of" as its agent, where those are fighters or "on" tells who is attacked.

    Not of "an attack of two soldiers" nor of "the assault of a nurse": those suffered it.
    """
    behind = frame.obliques.get("of", ())
    if not behind or frame.agents or cast.reading.words[i].lemma.lower() not in ATTACKS:
        return frame
    below = {case: found for h in behind for case, found in obliques(cast.reading, h).items() if case in UPON}
    upon = {**below, **frame.obliques}
    if not all(attack(cast, h, told=not UPON.isdisjoint(upon)) for h in behind):
        return frame
    return replace(frame, agents=behind, obliques={case: found for case, found in upon.items() if case != "of"})


def attack(cast: Cast, h: int, *, told: bool) -> bool:
    """True for fighters, none of them counted; for a state too where it is told whom the attack was on."""
    reading = cast.reading
    if reading.dependents(h, "nummod") or not (h in cast.hits or is_definite(reading, h)):
        return False
    kinds = {p.kind for p in who(cast, h)}
    return cast.is_class(h, "forces") or bool(kinds & FIGHTING) or (told and "country" in kinds and h not in cast.place_of)
