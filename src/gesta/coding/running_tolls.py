"""Losses that may still move, and those of no one act: "has so far left 1,000 dead", "have been killed in the past two years"."""

from __future__ import annotations

from gesta.coding.clauses import preposition
from gesta.coding.tolls import Toll
from gesta.model import Reading

UNTIL_NOW = frozenset({"already", "far", "thus"})  # "so far", "thus far"
OF_COUNT = frozenset({"number", "figure", "count", "toll"})
LEAD = 8  # words of the next sentence in which it says that it goes on about the number
#: What kills by many acts or by none, and the times that many acts fill: "the war has killed", "were killed during October", "each day".
WARS = frozenset(
    "war conflict insurgency uprising rebellion revolt revolution crisis violence bloodshed dictatorship regime genocide "
    "earthquake quake flood hurricane cyclone famine epidemic pandemic".split()
)
WITHIN = frozenset({"in", "during", "since", "throughout", "over", "from", "of"})
LONG = frozenset({"year", "month", "decade", "century"})
EACH = frozenset({"each", "every", "per"})
LASTING = frozenset({"during", "since", "throughout"})
MONTHS = frozenset("january february march april may june july august september october november december".split())
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


def of_no_one_act(reading: Reading, toll: Toll) -> bool:
    """True for losses of a war or a disaster, of a year or a month and what falls each day: no act told before them cost them."""
    verb = verb_over(reading, toll.effect_word)
    around = [(w, preposition(reading, w)) for w in reading.dependents(verb, "obl", "obl:unmarked", "nmod")]
    causes = [*reading.dependents(verb, "nsubj", "nsubj:pass"), *(w for w, case in around if case in WITHIN)]
    if reading.words[verb].relation in {"acl", "acl:relcl"}:
        causes.append(reading.words[verb].head)
    return any(reading.words[w].lemma.lower() in WARS for w in causes) or any(long(reading, w, case) for w, case in around)


def verb_over(reading: Reading, i: int) -> int:
    """The verb of a word of harm: "left" of "left 20 dead"; the word itself where none stands over it."""
    w = i
    while reading.words[w].upos not in {"VERB", "AUX"} and reading.words[w].head != w:
        w = reading.words[w].head
    return w if reading.words[w].upos == "VERB" else i


def long(reading: Reading, t: int, case: str | None) -> bool:
    """True for "this year", "in the past month", "during October", "each day"; not for "last month", when an act may have been."""
    word = reading.words[t]
    marks = {reading.words[c].lower for c in reading.children[t]}
    if marks & EACH:
        return True
    if word.lemma.lower() in LONG:
        return bool(marks & {"this", "past"}) or case in LASTING
    return case in LASTING and (word.lower in MONTHS or (word.upos == "NUM" and len(word.text) == 4))


def provisional(reading: Reading, toll: Toll) -> bool:
    """True when the sentence says that the number may still move."""
    at = reading.words[toll.effect_word].sentence
    said = " ".join(w.lower for w in reading.words[slice(*reading.sentences[at])])
    after = reading.words[slice(*reading.sentences[at + 1])] if at + 1 < len(reading.sentences) else ()
    if {w.lower for w in after[:LEAD]} & OF_COUNT:  # "The number would probably grow, she said."
        said += " ; " + " ".join(w.lower for w in after)
    return any(words in said for words in PROVISIONAL)
