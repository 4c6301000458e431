"""Losses that are counted up to now: "has so far left 1,000 dead", "have been killed since May", "in the past two years"."""

from __future__ import annotations

from gesta.coding.clauses import preposition
from gesta.model import Reading

UNTIL_NOW = frozenset({"already", "far", "thus"})  # "so far", "thus far"


def so_far(reading: Reading, i: int) -> bool:
    """True for a word of harm in the perfect with a word or a span of time that ends now.

    "The war has already claimed 60 lives", "five judges have been killed in the past six months"; not "has left 60 dead".
    """
    verb = i if reading.words[i].upos == "VERB" else reading.words[i].head
    marks = {reading.words[c].lower for c in reading.children[verb]}
    if not marks & {"has", "have"}:
        return False
    times = reading.dependents(verb, "obl")
    return bool(marks & UNTIL_NOW) or any(preposition(reading, t) == "since" or past_span(reading, t) for t in times)


def past_span(reading: Reading, t: int) -> bool:
    """True for "the past two years", "the last 36 hours"."""
    below = {reading.words[c].lower for c in reading.children[t]}
    return bool(below & {"past", "last"}) and bool(reading.dependents(t, "nummod"))
