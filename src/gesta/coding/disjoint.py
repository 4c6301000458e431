"""Pronouns that cannot stand for who acts: "condemned Mali and called on it to leave", "rang the president to press him"."""

from __future__ import annotations

from collections.abc import Callable

from gesta.coding.cast import Cast
from gesta.coding.clauses import each, preposition
from gesta.coding.modality import MANDATING
from gesta.coding.parties import Party
from gesta.coding.parties_in_text import who

TOWARDS = frozenset({"on", "upon", "to", "against", "at", "with", "from"})


def doers_to(cast: Cast, i: int) -> tuple[int, ...]:
    """The words for who does to somebody what word `i` is object of, or who asks that it do something; none elsewhere."""
    reading, word = cast.reading, cast.reading.words[i]
    above = reading.words[word.head]
    if word.relation in {"obj", "iobj"} or (word.relation == "obl" and preposition(reading, i) in TOWARDS):
        return cast.verb(above.i).agents if above.upos == "VERB" else ()
    asked = word.relation == "nsubj" and above.relation == "ccomp" and above.xpos == "VB" and not reading.dependents(above.i, "aux")
    return cast.verb(above.head).agents if asked and reading.words[above.head].lemma in MANDATING else ()


def nobody_of(cast: Cast, doers: tuple[int, ...], fits: Callable[[Party], bool]) -> Callable[[Party], bool]:
    """`fits`, but for those whom the words stand for; of a state or body for all that is its own."""
    acting = {p for w in doers for p in who(cast, w)}
    bare = {p.bare for p in acting if p.bare}
    return lambda p: fits(p) and p not in acting and (p.is_person or p.bare not in bare)


def named_before(cast: Cast, i: int, fits: Callable[[Party], bool], *, several: bool = False) -> tuple[Party, ...]:
    """The party that a noun stands for nearest before word `i` in its sentence; where `several` are meant, those listed together."""
    reading = cast.reading
    for j in range(i - 1, reading.sentences[reading.words[i].sentence].first - 1, -1):
        word = reading.words[j]
        if word.upos not in {"NOUN", "PROPN"} or (several and word.xpos not in {"NNS", "NNPS"} and not reading.dependents(j, "conj")):
            continue
        heads = each(reading, (j,)) if several else (j,) if word.xpos != "NNS" else ()
        if found := tuple(p for h in heads for p in who(cast, h) if fits(p) and (several or p.kind != "civilians")):
            return found
    return ()
