"""Who fights by what he bears or hides behind, and things that are bombs by what they are loaded with, though their nouns tell neither."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.nounphrases import modifiers
from gesta.model import Reading

LOADED = frozenset({"pack", "lade", "laden", "load", "fill", "rig", "stuff", "cram"})


def gunman(cast: Cast, w: int) -> bool:
    """Whether a noun names gunmen, or people known by their arms or masks alone: "masked men", "armed individuals"."""
    if cast.is_class(w, "gunmen"):
        return True
    return cast.is_class(w, "nameless") and any(cast.is_class(m, "armed_or_hidden") for m in modifiers(cast.reading, w))


def loads(reading: Reading, h: int) -> tuple[int, ...]:
    """What a thing is said to be loaded with: the explosives of "a lorry laden with explosives"."""
    full = (c for c in reading.dependents(h, "acl", "acl:relcl", "amod") if reading.words[c].lemma.lower() in LOADED)
    return tuple(o for c in full for o in reading.dependents(c, "obl") if preposition(reading, o) == "with")
