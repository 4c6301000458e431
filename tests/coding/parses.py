"""Frozen readings: `parses/*.conllu`, in the ten columns of CoNLL-U, with the relations of the shipped model.

One `# newdoc id = NAME` for each reading. `# newpar` opens a paragraph (a blank line in the text), other sentences are joined by one blank.
MISC holds `SpaceAfter=No`, entities (`Ent=B-Person`, `Ent=I-Person`), attributions (`Attr=1:source`, `Attr=1:cue`, `Attr=1:content`;
numbers count within the document, unbroken words of one part are one run) and `Line=dateline` or `Line=credit`.
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
                Word(
                    i=k,
                    start=at,
                    end=at + len(form),
                    text=form,
                    lemma=lemma,
                    upos=upos,
                    xpos=xpos,
                    head=governor,
                    deprel=deprel,
                    sentence=number,
                )
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
def names_by_file() -> Mapping[str, tuple[str, ...]]:
    """The names of the documents of each file that holds some, by its stem, in order."""
    found = {
        path.stem: tuple(re.findall(r"^# newdoc id = (.*)$", path.read_text("utf-8"), re.M)) for path in sorted(FOLDER.glob("*.conllu"))
    }
    return {stem: names for stem, names in found.items() if names}


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
    """The article of a frozen reading, with dateline and credit lines, published on Tuesday, 13 September 2022, unless told otherwise."""
    found, read = documents()[name], reading(name)
    dateline = [read.span(run) for run in found.runs("Line", "dateline")]
    credit = tuple(read.span(run) for run in found.runs("Line", "credit"))
    return Article(
        text=found.text, published=published, language="en", dateline=hull(tuple(dateline)) if dateline else None, credit_lines=credit
    )


def respelled(read: Reading, forms: Mapping[str, str]) -> Reading:
    """The reading with other words in the place of some: same tree, same runs, new offsets."""
    text, end = "", 0
    words: list[Word] = []
    for word in read.words:
        said = forms.get(word.text, word.text)
        text += read.text[end : word.start]
        lemma = forms.get(word.lemma, word.lemma)
        words.append(replace(word, text=said, lemma=lemma, start=len(text), end=len(text) + len(said)))
        text, end = text + said, word.end
    return replace(read, text=text + read.text[end:], words=tuple(words))


def paragraphs(read: Reading, kept: frozenset[int]) -> Reading:
    """The reading of a text of which only the paragraphs of these numbers are left; attributions and entities that lose a word go."""
    number = [read.text[: read.words[run.first].start].count("\n\n") for run in read.sentences]
    document, place = Document(), {}
    for n, run in enumerate(read.sentences):
        if number[n] not in kept:
            continue
        first, same = len(document.words), n > 0 and number[n - 1] == number[n]
        document.text += "" if not document.words else " " if same else "\n\n"
        offset = len(document.text) - read.words[run.first].start
        for word in read.words[run.first : run.end]:
            at, head = len(document.words), word.head - run.first + first
            place[word.i] = at
            shifted = replace(word, i=at, head=head, sentence=len(document.sentences), start=word.start + offset, end=word.end + offset)
            document.words.append(shifted)
        document.text += read.said(run)
        document.sentences.append(Run(first, len(document.words)))
    return Reading(
        text=document.text,
        words=tuple(document.words),
        sentences=tuple(document.sentences),
        mentions=tuple(Mention(run=moved(m.run, place), label=m.label) for m in read.mentions if whole((m.run,), place)),
        attributions=tuple(
            Attribution(
                source=tuple(moved(r, place) for r in a.source),
                cue=tuple(moved(r, place) for r in a.cue),
                content=tuple(moved(r, place) for r in a.content),
            )
            for a in read.attributions
            if whole((*a.source, *a.cue, *a.content), place)
        ),
        pipeline="frozen",
    )


def whole(runs: tuple[Run, ...], place: Mapping[int, int]) -> bool:
    """True where every word of the runs has a place."""
    return all(w in place for run in runs for w in range(*run))


def moved(run: Run, place: Mapping[int, int]) -> Run:
    """The run at its words' new places."""
    return Run(place[run.first], place[run.end - 1] + 1)


def inside(span: Span, text: str) -> bool:
    """True for a span that is not empty and lies in the text."""
    return 0 <= span.start < span.end <= len(text)
