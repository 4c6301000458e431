"""Writes the readings of new sentences as CoNLL-U, to be corrected by hand and kept in `parses/`.

    python -m tests.coding.freeze sentences.txt > tests/coding/parses/new.conllu

`sentences.txt` holds documents: a line `== NAME`, then the text, paragraphs parted by a blank line. In `>> DATELINE >> TEXT` the
first part is a dateline; one that opens with `<<` is a credit line. What the model read is a draft: heads, relations, lemmas, entities and
attributions are made right by hand, after which the file no longer depends on any model.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from gesta.codebook import Codebook
from gesta.model import Article, Reading, Run, Span
from gesta.reading import Reader


def documents(source: str) -> Iterator[tuple[str, Article]]:
    """Name and article of each document of a file."""
    for name, body in re.findall(r"^== (\S+)\n(.*?)(?=^== |\Z)", source, re.M | re.S):
        dateline, credit, text = None, [], ""
        for paragraph in re.split(r"\n\s*\n", body.strip()):
            text += "\n\n" if text else ""
            mark, start = paragraph[:2], len(text)
            head, _, rest = paragraph[2:].strip().partition(">>")
            text += f"{head.strip()} {rest.strip()}" if mark == ">>" else head if mark == "<<" else paragraph
            dateline = Span(start, start + len(head.strip())) if mark == ">>" else dateline
            credit += [Span(start, len(text))] if mark == "<<" else []
        yield name, Article(text=text, dateline=dateline, credit_lines=tuple(credit))


def misc(reading: Reading, article: Article) -> list[str]:
    """The MISC column of every word."""
    out: list[list[str]] = [[] for _ in reading.words]
    for word, after in zip(reading.words, [*reading.words[1:], None], strict=True):
        if after is not None and after.start == word.end:
            out[word.i].append("SpaceAfter=No")
    for m in reading.mentions:
        for i in range(*m.run):
            out[i].append(f"Ent={'B' if i == m.run.first else 'I'}-{m.label}")
    for n, a in enumerate(reading.attributions, 1):
        for part, runs in (("source", a.source), ("cue", a.cue), ("content", a.content)):
            for i in (i for run in runs for i in range(*run)):
                out[i].append(f"Attr={n}:{part}")
    lines = [("dateline", s) for s in [article.dateline] if s] + [("credit", s) for s in article.credit_lines]
    for word in reading.words:
        out[word.i] += [f"Line={kind}" for kind, span in lines if span.start <= word.start < span.end]
    return ["|".join(values) or "_" for values in out]


def sentence(reading: Reading, run: Run, column: list[str]) -> Iterator[str]:
    """The rows of one sentence."""
    for i in range(*run):
        w = reading.words[i]
        head = 0 if w.head == w.i else w.head - run.first + 1
        yield "\t".join((str(i - run.first + 1), w.text, w.lemma, w.upos, w.xpos, "_", str(head), w.deprel, "_", column[i]))


def conllu(name: str, article: Article, reading: Reading) -> Iterator[str]:
    """The lines of one document."""
    column = misc(reading, article)
    for n, run in enumerate(reading.sentences):
        before = reading.text[reading.words[run.first - 1].end if run.first else 0 : reading.words[run.first].start]
        yield from ([f"# newdoc id = {name}"] if n == 0 else ["# newpar"] if "\n\n" in before else [])
        yield f"# text = {reading.said(run)}"
        yield from sentence(reading, run, column)
        yield ""


def main() -> None:
    """Reads the file named on the command line with the shipped model and prints its documents."""
    found = list(documents(Path(sys.argv[1]).read_text("utf-8")))
    book = Codebook.load()
    states = book.registers.countries.values()
    reader = Reader(threads=1, cues=book.ontology.stances, verbs=book.ontology.known_verbs, states=states)
    for (name, article), reading in zip(found, reader.read(a for _, a in found), strict=True):
        print("\n".join(conllu(name, article, reading)))


if __name__ == "__main__":
    main()
