"""A corpus in words through the encoder and the decoding that gesta reads with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from gesta.evaluate.annotated import Document
from gesta.evaluate.task import tallied
from gesta.reading.decode import Decoded, read_windows
from gesta.reading.encoder import Encoder
from gesta.reading.windows import cut_windows


def decode_documents(
    encoder: Encoder, documents: Sequence[Document], paragraphs: Callable[[Document], Sequence[int]]
) -> list[list[tuple[int, Decoded]]]:
    """For each document its windows, each with its first word; `paragraphs` says where sentences start for certain."""
    windows, breaks, places = [], [], []
    for number, document in enumerate(documents):
        sure = sorted(paragraphs(document))
        for first, end in cut_windows(document.words, sure, lambda word: len(encoder.maker.pieces(word))):
            windows.append(document.words[first:end])
            breaks.append([place - first for place in sure if first <= place < end])
            places.append((number, first))
    found: list[list[tuple[int, Decoded]]] = [[] for _ in documents]
    for (number, first), decoded in zip(places, read_windows(encoder, windows, breaks), strict=True):
        found[number].append((first, decoded))
    return found


def no_paragraphs(_: Document) -> Sequence[int]:
    """The document is one paragraph: windows are cut at full stops."""
    return ()


def sentence_starts(document: Document) -> Sequence[int]:
    """Gold sentences."""
    return [first for first, _ in document.sentences]


def compared(counts: Counter[str], key: str, gold: Iterable[object], found: Iterable[object]) -> None:
    """Counts two sets of items that must be equal to be right."""
    wanted, got = set(gold), set(found)
    tallied(counts, key, len(wanted & got), len(wanted), len(got))
