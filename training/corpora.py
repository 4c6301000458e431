"""The training corpora as documents of words with whatever labels each corpus has (`gesta.evaluate.annotated` reads the files)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gesta.evaluate.annotated import (
    BEGIN,
    ENTITY_TAGS,
    IGNORE,
    INSIDE,
    OUTSIDE,
    UPOS,
    Document,
    Labels,
    TreeWord,
    entity_spans,
    read_attributions,
    read_entities,
    read_trees,
    tree_documents,
)

__all__ = [
    "BEGIN",
    "ENTITY_TAGS",
    "IGNORE",
    "INSIDE",
    "OUTSIDE",
    "TASKS",
    "Corpora",
    "Document",
    "Labels",
    "TreeWord",
    "entity_spans",
    "load_corpora",
    "load_trees",
    "read_attributions",
    "read_entities",
    "read_trees",
    "tree_documents",
]
TASKS: Final = ("entities", "attribution", "syntax")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpora:
    """Training and development documents by task, the labels, and the words seen in lower case in training."""

    train: dict[str, list[Document]]
    dev: dict[str, list[Document]]
    labels: Labels
    lowercase: frozenset[str]


def load_trees(folder: Path) -> list[tuple[str, list[list[TreeWord]]]]:
    """The training trees: GUM without its non-commercial genres, and EWT."""
    gum = read_trees(folder / "ud/gum.train.conllu.gz", commercial=True)
    return gum + read_trees(folder / "ud/ewt.train.conllu.gz", commercial=False)


def load_corpora(folder: Path) -> Corpora:
    """Everything that training reads, from the data folder (its README names the sources)."""
    trees = load_trees(folder)
    words = [word for _, sentences in trees for sentence in sentences for word in sentence]
    labels = Labels(
        {
            "entity": ENTITY_TAGS,
            "upos": UPOS,
            "xpos": sorted({word.xpos for word in words}),
            "relation": sorted({word.relation for word in words}),
        }
    )
    train = {
        "entities": read_entities(folder / "worldwide_ner/train.jsonl.gz"),
        "attribution": read_attributions(folder / "polnear/train.jsonl.gz"),
        "syntax": tree_documents(trees, labels),
    }
    dev = {
        "entities": read_entities(folder / "worldwide_ner/dev.jsonl.gz"),
        "attribution": read_attributions(folder / "polnear/dev.jsonl.gz"),
        "syntax": tree_documents(read_trees(folder / "ud/gum.dev.conllu.gz", commercial=False), labels),
    }
    lowercase = frozenset(word for documents in train.values() for document in documents for word in document.words if word == word.lower())
    return Corpora(train=train, dev=dev, labels=labels, lowercase=lowercase)
