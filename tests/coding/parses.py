"""Frozen readings: `parses/*.conllu`, in the ten columns of CoNLL-U, with the relations of the shipped model.

One `# newdoc id = NAME` for each reading. `# newpar` opens a paragraph (a blank line in the text), other sentences are joined by one blank.
MISC holds `SpaceAfter=No`, entities (`Ent=B-Person`, `Ent=I-Person`), attributions (`Attr=1:source`, `Attr=1:cue`, `Attr=1:content`; numbers
count within the document, unbroken words of one part are one run) and `Line=dateline` or `Line=credit`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from gesta.model import Article, Attribution, Mention, Reading, Run, Span, Word, hull

FOLDER = Path(__file__).parent / "parses"
TUESDAY = date(2022, 9, 13)
PARTS = ("source", "cue", "content")


@dataclass
class Document:
    """One document of a file: its words with their MISC values, its text, its sentences."""

    text: str = ""
    words: list[Word] = field(default_factory=list)
    misc: list[list[tuple[str, str]]] = field(default_factory=list)
    sentences: list[Run] = field(default_factory=list)

    def add(self, rows: list[list[str]], before: str) -> str:
        """Adds a sentence after the white space `before`; returns its text."""
        first, number = len(self.words), len(self.sentences)
        self.text += before if self.words else ""
        start, blank = len(self.text), ""
        for k, (_, form, lemma, upos, xpos, _, head, deprel, _, misc) in enumerate(rows, first):
            pairs = [(key, value) for key, _, value in (pair.partition("=") for pair in misc.split("|")) if value]
            self.text += blank
            at, governor = len(self.text), first + int(head) - 1 if head != "0" else k
            self.words.append(
                Word(i=k, start=at, end=at + len(form), text=form, lemma=lemma, upos=upos, xpos=xpos, head=governor, deprel=deprel, sentence=number)
            )
            self.misc.append(pairs)
            self.text += form
            blank = "" if ("SpaceAfter", "No") in pairs else " "
        self.sentences.append(Run(first, len(self.words)))
        return self.text[start:]

    def runs(self, *pair: str) -> tuple[Run, ...]:
        """The unbroken runs of words that carry a MISC value."""
        marked = [w.i for w, pairs in zip(self.words, self.misc, strict=True) if pair in pairs]
        starts = [i for i in marked if i - 1 not in marked]
        return tuple(Run(i, next(j for j in range(i + 1, len(self.words) + 1) if j not in marked)) for i in starts)

    def mentions(self) -> Iterator[Mention]:
        """Entities: each B with the I that follow it."""
        labels = [dict(pairs).get("Ent", "") for pairs in self.misc]
        for i, label in enumerate(labels):
            if label.startswith("B-"):
                end = next((j for j in range(i + 1, len(labels)) if labels[j] != f"I-{label[2:]}"), len(labels))
                yield Mention(run=Run(i, end), label=label[2:])

    def attributions(self) -> Iterator[Attribution]:
        """Attributions in the order of their numbers."""
        numbers = sorted({int(value.partition(":")[0]) for pairs in self.misc for key, value in pairs if key == "Attr"})
        for n in numbers:
            source, cue, content = (self.runs("Attr", f"{n}:{part}") for part in PARTS)
            yield Attribution(source=source, cue=cue, content=content)


@cache
def documents() -> Mapping[str, Document]:
    """Every frozen document by name; ValueError where `# text` differs from the words or a name stands twice."""
    found: dict[str, Document] = {}
    for path in sorted(FOLDER.glob("*.conllu")):
        document = Document()
        for block in re.split(r"\n\s*\n", path.read_text("utf-8").strip()):
            lines = block.splitlines()
            notes = dict(re.findall(r"^# (newdoc id|newpar|text)(?: = (.*))?$", block, re.M))
            if (name := notes.get("newdoc id")) is not None:
                if name in found:
                    raise ValueError(f"{path.name}: {name} stands twice")
                document = found[name] = Document()
            text = document.add([line.split("\t") for line in lines if not line.startswith("#")], "\n\n" if "newpar" in notes else " ")
            if text != notes["text"]:
                raise ValueError(f"{path.name}: {notes['text']!r} has the words {text!r}")
    return found


@cache
def reading(name: str) -> Reading:
    """The frozen reading of a name; KeyError where there is none."""
    found = documents()[name]
    return Reading(
        text=found.text,
        words=tuple(found.words),
        sentences=tuple(found.sentences),
        mentions=tuple(found.mentions()),
        attributions=tuple(found.attributions()),
        pipeline="frozen",
    )


def article(name: str, published: date | None = TUESDAY) -> Article:
    """The article of a frozen reading: its text with dateline and credit lines, published on Tuesday, 13 September 2022, unless told otherwise."""
    found, read = documents()[name], reading(name)
    dateline = [read.span(run) for run in found.runs("Line", "dateline")]
    credit = tuple(read.span(run) for run in found.runs("Line", "credit"))
    return Article(text=found.text, published=published, language="en", dateline=hull(tuple(dateline)) if dateline else None, credit_lines=credit)


def respelled(read: Reading, forms: Mapping[str, str]) -> Reading:
    """The reading with other words in the place of some: same tree, same runs, new offsets."""
    text, words, end = "", [], 0
    for word in read.words:
        said = forms.get(word.text, word.text)
        text += read.text[end : word.start]
        lemma = forms.get(word.lemma, word.lemma)
        words.append(replace(word, text=said, lemma=lemma, start=len(text), end=len(text) + len(said)))
        text, end = text + said, word.end
    return replace(read, text=text + read.text[end:], words=tuple(words))


def paragraphs(read: Reading, kept: frozenset[int]) -> Reading:
    """The reading of a text of which only the paragraphs of these numbers are left; attributions that lose a run go."""
    number, of_sentence = 0, []
    for run in read.sentences:
        before = read.text[read.words[run.first - 1].end if run.first else 0 : read.words[run.first].start]
        number += "\n\n" in before
        of_sentence.append(number)
    place: dict[int, int] = {}
    text, words, sentences, last = "", [], [], -1
    for n, run in enumerate(read.sentences):
        if of_sentence[n] not in kept:
            continue
        text += "" if last < 0 else " " if of_sentence[n] == last else "\n\n"
        last, offset, first = of_sentence[n], len(text) - read.words[run.first].start, len(words)
        for i in range(*run):
            word = read.words[i]
            place[i] = len(words)
            at = {"i": len(words), "head": word.head - run.first + first, "sentence": len(sentences)}
            words.append(replace(word, start=word.start + offset, end=word.end + offset, **at))
        text += read.said(run)
        sentences.append(Run(first, len(words)))
    moved = lambda runs: tuple(Run(place[r.first], place[r.end - 1] + 1) for r in runs)  # noqa: E731
    whole = lambda runs: all(w in place for r in runs for w in range(*r))  # noqa: E731
    attributions = tuple(
        Attribution(source=moved(a.source), cue=moved(a.cue), content=moved(a.content)) for a in read.attributions if whole((*a.source, *a.cue, *a.content))
    )
    mentions = tuple(Mention(run=moved((m.run,))[0], label=m.label) for m in read.mentions if whole((m.run,)))
    return Reading(text=text, words=tuple(words), sentences=tuple(sentences), mentions=mentions, attributions=attributions, pipeline="frozen")


def inside(span: Span, text: str) -> bool:
    """True for a span that is not empty and lies in the text."""
    return 0 <= span.start < span.end <= len(text)
