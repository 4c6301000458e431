"""Syntax: tags and trees of Universal Dependencies on GUM, gold words and sentences, through the shipped encoder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from gesta.evaluate.annotated import ENTITY_TAGS, Document, Labels, read_trees, tree_documents
from gesta.evaluate.decoding import compared, decode_documents, no_paragraphs, sentence_starts
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.task import Measure, Miss, Scored, Task
from gesta.reading.decode import Decoded
from gesta.reading.encoder import Encoder

COLUMNS: Final = ("uas", "las", "upos", "xpos")


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each document; relations with their subtypes, punctuation counted."""
    yield from scored(equipment.encoder, documents(equipment.encoder, paths))


def documents(encoder: Encoder, paths: Sequence[Path]) -> list[Document]:
    """The trees of the files in the encoder's labels."""
    labels = Labels({"entity": ENTITY_TAGS, **{name: getattr(encoder.labels, name) for name in ("upos", "xpos", "relation")}})
    return [document for path in paths for document in tree_documents(read_trees(path, commercial=False), labels)]


def scored(encoder: Encoder, documents: Sequence[Document]) -> Iterator[Scored]:
    """Tags and trees with gold sentences, sentence starts with none given."""
    own = decode_documents(encoder, documents, no_paragraphs)
    for document, windows, free in zip(documents, decode_documents(encoder, documents, sentence_starts), own, strict=True):
        counts: Counter[str] = Counter()
        misses = [miss for first, decoded in windows for miss in counted(counts, encoder, document, first, decoded)]
        compared(counts, "sentences", sentence_starts(document), (first + place for first, decoded in free for place in decoded.starts))
        alone: Counter[str] = Counter()
        for first, decoded in free:
            list(counted(alone, encoder, document, first, decoded))
        counts["las alone right"], counts["las alone of"] = alone["las right"], alone["las of"]
        yield Scored(document=document.id, counts=counts, misses=tuple(misses))


def counted(counts: Counter[str], encoder: Encoder, document: Document, first: int, decoded: Decoded) -> Iterator[Miss]:
    """Adds one window's words; yields those that hang from another word than the gold's."""
    names, columns = encoder.labels, document.columns
    for place, head in enumerate(decoded.heads):
        word = first + place
        right = columns["heads"][word] == (-1 if head == place else first + head)
        relation = columns["relation"][word]
        counts["uas right"] += right
        counts["las right"] += right and relation >= 0 and names.relation[relation] == decoded.relations[place]
        for column in COLUMNS:
            counts[f"{column} of"] += 1
        for column in ("upos", "xpos"):
            gold = columns[column][word]
            counts[f"{column} right"] += gold >= 0 and getattr(names, column)[gold] == getattr(decoded, column)[place]
        if not right:
            far = abs(columns["heads"][word] - (first + head)) if columns["heads"][word] >= 0 else 0
            around = " ".join(document.words[max(first, word - 10) : word + 10])
            governor = document.words[first + head] if head != place else "root"
            yield Miss(document=document.id, what=f"{document.words[word]} hangs from {governor}", text=around, weight=far)


TASK: Final = Task(
    name="parse",
    about="Universal Dependencies, gold words and sentences",
    corpus=("ud/gum.{split}.conllu.gz",),
    measures=(
        Measure(name="UAS", key="uas", kind="share", wanted=0.905),
        Measure(name="LAS", key="las", kind="share", wanted=0.885),
        Measure(name="UPOS", key="upos", kind="share", wanted=0.978),
        Measure(name="XPOS", key="xpos", kind="share"),
        Measure(name="sentence starts, none given", key="sentences"),
        Measure(name="LAS, no sentences given", key="las alone", kind="share"),
    ),
    score=score,
)
