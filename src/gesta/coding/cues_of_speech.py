"""What the parse alone says of a cue and its sources: who is asked or quoted by it, and which sources speak together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gesta.coding.quotations import QUOTE, in_quotation, paragraph_between, quotation
from gesta.model import Reading, Run

SPEAK_IN_PASSIVE = frozenset({"quote", "cite", "hear", "overhear"})  # verbs whose passive subject speaks
OF_MEDIA = frozenset("newspaper paper daily radio television broadcaster channel station website agency dispatch footage report".split())
SINGLE = frozenset({"``", "''", "'", "‘", "’"})
QUESTIONING = frozenset({"ask", "question", "press", "quiz"})


def listed_with(reading: Reading, sources: Sequence[Run], chosen: Run) -> list[Run]:
    """The sources of one list: with the chosen one those that only "and" or a comma parts from it, or from another of them."""
    ordered = sorted(sources)
    at = ordered.index(chosen)
    first = last = at
    while first > 0 and only_joins(reading, ordered[first - 1].end, ordered[first].first):
        first -= 1
    while last + 1 < len(ordered) and only_joins(reading, ordered[last].end, ordered[last + 1].first):
        last += 1
    several = ordered[first : last + 1]
    joins = any(reading.words[w].lower == "and" for a, b in pairwise(several) for w in range(a.end, b.first))
    return several if joins else [chosen]


def only_joins(reading: Reading, a: int, b: int) -> bool:
    """True where nothing but "and", a comma or both stands between."""
    between = reading.words[a:b]
    return 0 < len(between) <= 2 and all(w.lower in {"and", ","} for w in between)


def alongside(reading: Reading, run: Run, s: int) -> bool:
    """True for "Niger" in "Mali and Niger said", where the reading kept "Mali" alone."""
    between = reading.words[run.end : s]
    return 0 < len(between) <= 2 and between[0].lower == "and" and all(w.upos in {"CCONJ", "DET"} for w in between)


def put_to(reading: Reading, cue: int) -> bool:
    """True for "Asked whether …, he said", "Pressed on the raid, …": a question that is put to who speaks, by nobody who is told."""
    word = reading.words[cue]
    participle = word.xpos in {"VBD", "VBN"} and word.relation in {"advcl", "acl"} and word.deprel != "acl:relcl"
    return participle and word.lemma.lower() in QUESTIONING and not reading.dependents(cue, "nsubj", "nsubj:pass", "aux", "mark")


def speaks_in_passive(reading: Reading, cue: int) -> bool:
    """True for "was quoted", "was heard", "was reported by the agency as saying": the passive subject speaks."""
    as_saying = any(reading.words[m].lower == "as" for c in reading.dependents(cue, "advcl") for m in reading.dependents(c, "mark"))
    return reading.words[cue].lemma.lower() in SPEAK_IN_PASSIVE or (reading.words[cue].lemma == "report" and as_saying)


def told_again(reading: Reading, run: Run, head: int) -> bool:
    """True for "the radio", "the report", "the television footage": a medium told of before, with no name beside it."""
    definite = any(reading.words[c].lower == "the" for c in reading.children[head])
    return definite and reading.words[head].lemma.lower() in OF_MEDIA and not named_beside(reading, run, head)


def named_beside(reading: Reading, run: Run, head: int) -> bool:
    """True where a name stands in a source beside its noun: "the Harbour Post newspaper"."""
    return any(w != head and reading.words[w].upos == "PROPN" for w in range(*run))


def labelled_source(reading: Reading, first: int) -> Run | None:
    """Who stands behind "Source:" in a paragraph before, where the quotation that opens at `first` stands behind "Quote:"; else None."""
    start = reading.sentences[reading.words[first].sentence].first
    while start and not paragraph_between(reading, start - 1, start):
        start -= 1
    said = [w.lower for w in reading.words[start:first]]
    if not said or said[0] != "quote" or ":" not in said[-2:]:
        return None
    label = next(
        (w for w in range(start - 1, 0, -1) if reading.words[w].text == ":" and reading.words[w - 1].lower in {"source", "sources"}), None
    )
    if label is None:
        return None
    ends = (w for w in range(label + 1, start) if reading.words[w].text in {",", ";", "."} or reading.words[w].lower == "on")
    return Run(label + 1, min([next(ends, start), *(w for w in range(label + 2, start) if paragraph_between(reading, w - 1, w))]))


def beside_cue(reading: Reading, cue: Run, run: Run) -> bool:
    """True for words of another sentence that the cue may tell: a quotation, and what follows right behind "The army says:"."""
    if quotation(reading, run) == "direct":
        return True
    if paragraph_between(reading, *sorted((cue.first, run.first))):
        return False
    marked = any(w.text in QUOTE | SINGLE for w in reading.words[max(0, run.first - 1) : run.end + 2])
    quoted = marked or any(in_quotation(reading, w) is not None for w in range(*run))
    return quoted or (cue.end <= run.first and all(w.upos == "PUNCT" for w in reading.words[cue.end : run.first]))
