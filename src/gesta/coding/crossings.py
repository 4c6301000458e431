"""Forces that are told to have entered a country, and who tells it: whose they are where no nationality stands with them."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import obliques, subjects

ENTERING = frozenset("cross enter move push advance land fly roll march drive pour go storm penetrate raid thrust".split())
INTO = ("into", "inside", "in")


def entering(cast: Cast, i: int) -> tuple[frozenset[str], tuple[int, ...]]:
    """The countries that the forces of word `i` enter, and the words for who says so.

    Lebanon and the official in "An Israeli official said troops had crossed into southern Lebanon"; nothing where nobody is told to say it.
    """
    words, reading = cast.reading.words, cast.reading
    verb = words[i].head
    if words[i].relation != "nsubj" or words[verb].lemma not in ENTERING or words[verb].relation != "ccomp":
        return frozenset(), ()
    around = obliques(reading, verb)
    heads = (*reading.dependents(verb, "obj"), *(h for case in INTO for h in around.get(case, ())))
    entered = frozenset(p.code for h in heads if (p := cast.place_of.get(h)) is not None and p.code)
    return (entered, subjects(reading, words[verb].head)) if entered else (frozenset(), ())
