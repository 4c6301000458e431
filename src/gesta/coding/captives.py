"""Whose people they are whom a state has arrested, and whom an armed group wants set free."""

from __future__ import annotations

from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import nationality, who
from gesta.coding.tolls import Toll

#: Who is arrested on suspicion, of whatever country.
SUSPECTED: Final = frozenset(
    "man person people individual suspect criminal trafficker smuggler gangster dealer kidnapper robber bomber gang ring mastermind".split()
)
#: Words of those in prison for long, who are no suspects of the day.
HELD: Final = frozenset({"hold", "imprison", "imprisoned", "jail", "jailed", "intern", "incarcerate"})
#: Words of a crowd, whose people are those of the country where they gather.
GATHERED: Final = frozenset("protest demonstration rally march strike vigil unrest protester demonstrator activist dissent".split())
RELEASING: Final = frozenset({"release", "free", "freeing", "freedom", "liberation", "liberate", "exchange"})
WANTING: Final = frozenset("demand want call seek insist request ask require".split())
STEPS: Final = 6  # of the parse, from a prisoner to who wants him free


def suspects(cast: Cast, toll: Toll, head: int) -> bool:
    """True for "police arrested two men": of no nationality that is told, and not taken from a crowd."""
    words = cast.reading.words
    if toll.effect != "detained" or words[toll.effect_word].lemma.lower() in HELD:
        return False
    if words[head].lemma.lower() not in SUSPECTED or nationality(cast, head) or head in cast.hits:
        return False
    sentence = cast.reading.sentences[words[head].sentence]
    return not any(words[w].lemma.lower() in GATHERED for w in range(*sentence))


def wanted_free_by(cast: Cast, effect: str, head: int) -> Party | None:
    """The armed group that wants prisoners of no nationality released: "the rebels' demand for the release of 300 prisoners"."""
    words = cast.reading.words
    if effect not in {"captured", "detained"} or nationality(cast, head):
        return None
    w, released = head, False
    for _ in range(STEPS):
        released = released or words[w].lemma.lower() in RELEASING
        if released and words[w].lemma.lower() in WANTING:
            asking = cast.verb(w).agents if words[w].upos == "VERB" else cast.reading.dependents(w, "nmod:poss")
            groups = {p.bare: p for a in asking for p in who(cast, a) if p.kind == "armed-group" and p.code}
            return next(iter(groups.values())) if len(groups) == 1 else None
        if words[w].head == w:
            return None
        w = words[w].head
    return None
