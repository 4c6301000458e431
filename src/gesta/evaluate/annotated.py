"""Annotated corpora as documents of words, with one column of labels for each thing that a corpus says of its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from gesta.evaluate.corpus import records, unpacked

NON_COMMERCIAL: Final = frozenset({"fiction", "whow", "essay", "letter", "podcast"})
IGNORE: Final = -100
OUTSIDE, BEGIN, INSIDE = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Words, sentence spans [first, end) and label columns of one number a word; ``IGNORE`` where a label is not given.

    ``heads`` and ``link`` hold word positions in the document; -1 is the root and "no cue".
    """

    id: str
    words: list[str]
    sentences: list[tuple[int, int]]
    columns: dict[str, list[int]] = field(default_factory=dict)


class Labels:
    """Label names in order of their rows, per column."""

    def __init__(self, names: dict[str, list[str]]) -> None:
        self.names = names
        self.rows = {column: {name: row for row, name in enumerate(values)} for column, values in names.items()}

    def row(self, column: str, name: str) -> int:
        """Row of a label; ``IGNORE`` for one that the training data do not have."""
        return self.rows[column].get(name, IGNORE)


ENTITY_LABELS: Final = ("Person", "Organization", "Location", "NORP", "Date", "Misc", "Money", "Facility", "Product")
ENTITY_TAGS: Final = ["O", *(f"{part}-{label}" for label in ENTITY_LABELS for part in "BIES")]
UPOS: Final = [
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"),
    *("PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
]


def read_entities(path: Path) -> list[Document]:
    """Worldwide Newswire: BIOES tags of nine labels."""
    rows = {tag: row for row, tag in enumerate(ENTITY_TAGS)}
    documents = []
    for record in records(path):
        tags = [0] * len(record["tokens"])
        for first, end, label in record["entities"]:
            parts = "S" if end - first == 1 else "B" + "I" * (end - first - 2) + "E"
            tags[first:end] = [rows[f"{part}-{label}"] for part in parts]
        sentences = [(first, end) for first, end in record["sentences"]]
        documents.append(Document(id=record["id"], words=record["tokens"], sentences=sentences, columns={"entity": tags}))
    return documents


def read_attributions(path: Path) -> list[Document]:
    """PolNeAR: BIO columns for source, cue and content (the union of all attributions) and each word's link to its cue."""
    return [attributed(record) for record in records(path) if record["offsets"]]


def attributed(record: dict[str, Any]) -> Document:
    """One article of PolNeAR, which must have the offsets of its words."""
    text, offsets = record["text"], record["offsets"]
    words = [text[start:end] or "?" for start, end in offsets]
    columns = {layer: [OUTSIDE] * len(words) for layer in ("source", "cue", "content")}
    link = [IGNORE] * len(words)
    parts = [{layer: _covered(offsets, each[layer]) for layer in columns} for each in record["attributions"]]
    for layer, column in columns.items():
        for part in parts:
            for position in part[layer]:
                column[position] = max(column[position], INSIDE) if column[position] != BEGIN else BEGIN
        for part in parts:
            for position in part[layer]:
                if position - 1 not in part[layer]:
                    column[position] = BEGIN
    for layer in ("content", "source"):
        for part in sorted(parts, key=lambda part: -len(part[layer])):
            for position in part[layer]:
                link[position] = min(part["cue"], default=-1)
    sentences = [(first, end) for first, end in record["sentences"]]
    return Document(id=record["id"], words=words, sentences=sentences, columns={**columns, "link": link})


def _covered(offsets: list[list[int]], spans: list[list[int]]) -> frozenset[int]:
    covered: set[int] = set()
    for start, end in spans:
        position = bisect_right(offsets, start, key=itemgetter(1))
        while position < len(offsets) and offsets[position][0] < end:
            covered.add(position)
            position += 1
    return frozenset(covered)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeWord:
    """One word of a UD tree; ``head`` is the position in the sentence, -1 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    relation: str


def read_trees(path: Path, *, commercial: bool) -> list[tuple[str, list[list[TreeWord]]]]:
    """Documents of a CoNLL-U file as lists of sentences; ``commercial`` leaves out GUM's non-commercial genres."""
    documents: list[tuple[str, list[list[TreeWord]]]] = []
    for block in unpacked(path).decode("utf-8").split("\n\n"):
        for line in block.split("\n"):
            if line.startswith("# newdoc id = "):
                documents.append((line.removeprefix("# newdoc id = "), []))
        rows = [line.split("\t") for line in block.split("\n") if line and line[0].isdigit()]
        words = [
            TreeWord(form=row[1], lemma=row[2], upos=row[3], xpos=row[4], head=int(row[6]) - 1, relation=row[7])
            for row in rows
            if row[0].isdigit()
        ]
        if words:
            documents[-1][1].append(words)
    if commercial:
        return [document for document in documents if _genre(document[0]) not in NON_COMMERCIAL]
    return documents


def _genre(document: str) -> str:
    return document.split("_")[1] if document.startswith("GUM_") else ""


def tree_documents(trees: Iterable[tuple[str, list[list[TreeWord]]]], labels: Labels) -> list[Document]:
    """UD trees as documents with the columns upos, xpos, heads and relation."""
    documents = []
    for name, sentences in trees:
        words: list[TreeWord] = []
        spans: list[tuple[int, int]] = []
        heads: list[int] = []
        for sentence in sentences:
            start = len(words)
            spans.append((start, start + len(sentence)))
            heads += [word.head + start if word.head >= 0 else -1 for word in sentence]
            words += sentence
        columns = {
            "upos": [labels.row("upos", word.upos) for word in words],
            "xpos": [labels.row("xpos", word.xpos) for word in words],
            "relation": [labels.row("relation", word.relation) for word in words],
            "heads": heads,
        }
        documents.append(Document(id=name, words=[word.form for word in words], sentences=spans, columns=columns))
    return documents


def entity_spans(tags: list[int]) -> set[tuple[int, int, str]]:
    """Well-formed BIOES spans [first, end) with their label; anything ill-formed is no span."""
    result: set[tuple[int, int, str]] = set()
    start, label = -1, ""
    for position, tag in enumerate(tags):
        part, _, name = ENTITY_TAGS[tag].partition("-")
        if part in ("B", "S"):
            start, label = position, name
        elif name != label or part == "O":
            start, label = -1, ""
        if part in ("S", "E") and start >= 0:
            result.add((start, position + 1, name))
            start, label = -1, ""
    return result
