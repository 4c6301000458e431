"""Whose the dead are whose death somebody answers."""

from __future__ import annotations

from typing import Final

from gesta.coding.backgrounds import is_answered
from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import who

STEPS: Final = 4  # of the parse, from the dead to what answers their death
AVENGING: Final = frozenset({"avenge", "retaliate"})


def avenger(cast: Cast, head: int) -> Party | None:
    """Whose the dead are in "fired rockets in retaliation for the killing of a commander", "to avenge 12 children": theirs who answer."""
    words, w = cast.reading.words, head
    for _ in range(STEPS):
        above = words[words[w].head]
        retaliates = above.lemma in AVENGING and (words[w].relation == "obj" or preposition(cast.reading, w) == "for")
        if retaliates or is_answered(cast.reading, w):
            agents = cast.verb(above.i).agents if above.upos == "VERB" else cast.verb(above.head).agents
            found = [p for a in agents for p in who(cast, a) if p.is_side]
            return found[0] if len(found) == 1 else None
        if words[w].head == w or words[w].relation not in {"nmod", "obl", "obj", "nsubj:pass"}:
            return None
        w = words[w].head
    return None
