"""Losses that may still move, and those counted up to now: "has so far left 1,000 dead", "have been killed in the past two years"."""

from __future__ import annotations

from gesta.coding.clauses import preposition
from gesta.coding.tolls import Toll
from gesta.model import Reading

UNTIL_NOW = frozenset({"already", "far", "thus"})  # "so far", "thus far"
OF_COUNT = frozenset({"number", "figure", "count", "toll"})
LEAD = 8  # words of the next sentence in which it says that it goes on about the number
PROVISIONAL = (
    "not final",
    "not the final",
    "preliminary",
    "provisional",
    "could rise",
    "may rise",
    "likely to rise",
    "expected to rise",
    "might rise",
    "for the moment",
    "initial",
    "so far confirmed",
    "not yet final",
    "still being",
    "incomplete",
    "not complete",
    "probably grow",
    "probably rise",
    "likely to grow",
    "would rise",
    "will rise",
    "would grow",
    "not be the last",
    "not the last",
)


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


def provisional(reading: Reading, toll: Toll) -> bool:
    """True when the sentence says that the number may still move."""
    at = reading.words[toll.effect_word].sentence
    said = " ".join(w.lower for w in reading.words[slice(*reading.sentences[at])])
    after = reading.words[slice(*reading.sentences[at + 1])] if at + 1 < len(reading.sentences) else ()
    if {w.lower for w in after[:LEAD]} & OF_COUNT:  # "The number would probably grow, she said."
        said += " ; " + " ".join(w.lower for w in after)
    return any(words in said for words in PROVISIONAL)
