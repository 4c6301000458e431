"""Sentences that close with who says them, as in "Gunmen killed 14 people near Beni on Friday, a civil society group said".

The comma before the source parts it from the words attributed, whatever the parse hangs it on; agency leads are written so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from gesta.coding.nounphrases import core, run_of
from gesta.coding.quotations import QUOTE
from gesta.model import Attribution, Reading, Run

SAYING = frozenset({"say", "report", "announce", "add", "confirm", "claim", "tell"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LONGEST = 16  # words of a source at the end of a sentence, its apposition and its list included
AFTER = 10  # words behind the verb: "… said on Friday in a statement"
OF_SOURCES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "CCONJ", "ADP", "PRON"})
ELSEWHERE = frozenset({"Location", "Date", "Facility"})


def with_closing_sources(reading: Reading, found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions; where a sentence closes with its source the source and the words attributed are what the comma parts."""
    kept = list(found)
    for word in reading.words:
        if word.upos != "VERB" or word.lemma.lower() not in SAYING or word.xpos not in FINITE:
            continue
        closing = closing_source(reading, word.i)
        if closing is None:
            continue
        sources, content = closing
        k = next((k for k, a in enumerate(kept) if any(word.i in run for run in a.cue)), None)
        if k is None:
            if not any(content.first in run for a in kept for run in a.content):
                kept.append(Attribution(source=sources, cue=(Run(word.i, word.i + 1),), content=(content,)))
            continue
        told, open_source = kept[k], not any(overlaps(s, run) for s in sources for run in kept[k].source)
        if told.source and open_source:
            continue
        elsewhere = tuple(run for run in told.content if run.first >= word.i or run.end <= content.first)
        content = Run(min([content.first, *(run.first for run in told.content if overlaps(run, content))]), content.end)
        kept[k] = Attribution(source=sources, cue=told.cue, content=tuple(sorted((content, *elsewhere))))
    return kept


def told_of_telling(reading: Reading, found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions; "A said that …, according to B", read as one, as two: what A said, and that A said it, by B."""
    kept = list(found)
    cues = {w for told in kept for run in told.cue for w in range(*run)}
    out: list[Attribution] = []
    for told in kept:
        inner = next(sayings(reading, told, cues), None) if accords(reading, told) else None
        if inner is None:
            out.append(told)
            continue
        others = tuple(run for run in told.source if not overlaps(run, inner.source[0]))
        whole = Run(min(inner.source[0].first, told.content[0].first), told.content[-1].end)
        out += [inner, Attribution(source=others, cue=told.cue, content=(whole,))]
    return out


def sayings(reading: Reading, told: Attribution, cues: Collection[int]) -> Iterator[Attribution]:
    """What is said in it by another: a verb of saying, no cue yet, before or in the content, with a subject and a clause of its own."""
    words, sentence = reading.words, reading.sentences[reading.words[told.cue[0].first].sentence]
    last = min(told.content[-1].end, sentence.end)
    for w in range(sentence.first, last):
        subjects, clauses = reading.dependents(w, "nsubj"), reading.dependents(w, "ccomp")
        if w in cues or words[w].upos != "VERB" or words[w].lemma.lower() not in SAYING or not subjects or not clauses:
            continue
        inside = [c for c in reading.subtree(clauses[0]) if w < c < last]
        source = next((run for run in told.source if subjects[0] in run), run_of(core(reading, subjects[0])))
        if inside and source.end <= w:
            yield Attribution(source=(source,), cue=(Run(w, w + 1),), content=(Run(inside[0], inside[-1] + 1),))


def accords(reading: Reading, told: Attribution) -> bool:
    """True where the cue is "according to", and somebody else may be left as its source."""
    return any(reading.said(run).lower() == "according to" for run in told.cue) and bool(told.content) and bool(told.source)


def overlaps(a: Run, b: Run) -> bool:
    """True for runs that share a word."""
    return a.first < b.end and b.first < a.end


def closing_source(reading: Reading, cue: int) -> tuple[tuple[Run, ...], Run] | None:
    """The runs of the source and of the words before it, of a sentence that ends ", A and B said …"; None for any other."""
    sentence = reading.sentences[reading.words[cue].sentence]
    if sentence.end - cue > AFTER or opens_clause(reading, cue, sentence.end):
        return None
    comma = cue
    sources: list[Run] = []
    if reading.words[cue - 1].text == "," and cue - 1 > sentence.first:  # "…, its mayor, Oleg Petrov, said"
        comma = cue - 1
    closed = comma < cue
    while (part := part_before(reading, comma, sentence.first)) is not None and cue - part.first <= LONGEST:
        sources.insert(0, part)
        comma = part.first - 1
        if not (closed or goes_on(reading, sources)):
            break
        closed = closed and len(sources) < 2
    comma -= reading.words[comma].text in QUOTE  # '…," he said'
    if not sources or comma <= sentence.first or reading.words[comma].text != ",":
        return None
    before = range(sentence.first, comma)
    if not any(reading.words[w].xpos in FINITE | {"VBN"} and reading.words[w].upos in {"VERB", "AUX"} for w in before):
        return None
    return joined(reading, sources), Run(sentence.first, comma)


def opens_clause(reading: Reading, cue: int, end: int) -> bool:
    """True where the words told stand behind the verb: "that …", a quotation, a clause of their own."""
    after = reading.words[cue + 1 : end]
    return any(w.text in QUOTE or w.lower == "that" for w in after[:3]) or any(c > cue for c in reading.dependents(cue, "ccomp"))


def part_before(reading: Reading, end: int, first: int) -> Run | None:
    """The words between the comma before `end` and `end`, where they are a noun phrase that is no place and no day."""
    comma = next((w for w in range(end - 1, max(first, end - LONGEST), -1) if reading.words[w].text == ","), None)
    if comma is None or comma + 2 >= end + (reading.words[comma + 1].text not in QUOTE):
        return None
    start = comma + 1 + (reading.words[comma + 1].text in QUOTE)
    words = reading.words[start:end]
    if (
        any(w.upos not in OF_SOURCES and not hyphened(reading, w.i) for w in words)
        or words[0].upos == "ADP"
        or not any(w.upos in {"NOUN", "PROPN", "PRON"} for w in words)
    ):
        return None
    if any(m.label in ELSEWHERE and m.run.first <= start and m.run.end >= end for m in reading.mentions):
        return None
    return Run(start, end)


def hyphened(reading: Reading, i: int) -> bool:
    """True for the hyphen of "the London-based group", with no space around it, and for the participle behind it."""
    hyphen = i if reading.words[i].text == "-" else i - 1
    before, after = reading.words[hyphen - 1 : hyphen + 2 : 2] if 0 < hyphen < len(reading.words) - 1 else (None, None)
    joins = before is not None and after is not None and before.end + 1 == after.start
    return joins and reading.words[hyphen].text == "-"


def goes_on(reading: Reading, sources: list[Run]) -> bool:
    """True where a part alone is no source: the rest of a list ("residents, police and media"), the name behind an office."""
    lone = sources[0]
    named = any(m.label == "Person" and m.run == lone for m in reading.mentions)
    listed = any(reading.words[w].lower == "and" for w in range(*sources[-1])) and all(
        reading.words[w].upos != "ADP" for run in sources for w in range(*run)
    )
    return named or listed


def joined(reading: Reading, sources: list[Run]) -> tuple[Run, ...]:
    """The sources, cut at "and" where what follows it names somebody else: it begins with an article, or one plural stands before it."""
    out: list[Run] = []
    for run in sources:
        at = next((w for w in range(run.first + 1, run.end - 1) if reading.words[w].lower == "and"), None)
        two = at is not None and (reading.words[at + 1].upos == "DET" or (at == run.first + 1 and reading.words[at - 1].xpos == "NNS"))
        out += [Run(run.first, at), Run(at + 1, run.end)] if two and at is not None else [run]
    person = [run for run in out[1:] if any(m.label == "Person" and m.run == run for m in reading.mentions)]
    return (Run(out[0].first, out[-1].end),) if person else tuple(out)
