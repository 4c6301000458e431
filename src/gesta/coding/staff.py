"""Whose staff they are whom a body lost: "the agency suspended its work after three employees were killed"."""

from __future__ import annotations

from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import nationality, who

STAFF: Final = frozenset({"employee", "staffer", "staff", "colleague"})
STEPS: Final = 4  # of the parse, from the dead to the clause that tells what the body did


def employer(cast: Cast, head: int, speakers: tuple[Party, ...]) -> Party | None:
    """The body whose employees of no other name they are: that of the clause above, else the one that tells it."""
    words = cast.reading.words
    member = words[head].lemma.lower() == "member" and any(words[m].lower == "staff" for m in modifiers(cast.reading, head))
    if not member and (words[head].lemma.lower() not in STAFF or named_otherwise(cast, head)):
        return None
    w = head
    for _ in range(STEPS):
        if words[w].head == w:
            break
        if words[w].relation == "advcl":
            above = [p for a in cast.verb(words[w].head).agents for p in who(cast, a)]
            return one_body(above)
        w = words[w].head
    return one_body(list(speakers))


def named_otherwise(cast: Cast, head: int) -> bool:
    """True for "hospital employees", "staff of the embassy", "Kenyan employees"."""
    near = [m for m in modifiers(cast.reading, head) if cast.reading.words[m].upos in {"NOUN", "PROPN"}]
    return bool(near or cast.reading.dependents(head, "nmod") or nationality(cast, head))


def one_body(parties: list[Party]) -> Party | None:
    """The one body with a code that is no state."""
    bodies = {p.bare: p for p in parties if p.kind == "organisation" and p.code}
    return next(iter(bodies.values())) if len(bodies) == 1 and len(parties) == 1 else None
