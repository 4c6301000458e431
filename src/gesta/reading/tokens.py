"""A Doc's tokens in bulk: asking spaCy for one token after another costs more than reading the network's answers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of a Doc that are no white space: positions in the Doc, [start, end) in code points, forms.

    `lines` are those, counted among themselves, that open a line, the first excepted.
    """

    at: list[int]
    starts: list[int]
    ends: list[int]
    forms: list[str]
    lines: list[int]


class Hashes(dict[str, int]):
    """Hashes of texts that stand in a string store from then on, each added once."""

    def __init__(self, store: Any) -> None:
        self.add = store.add

    def __missing__(self, text: str) -> int:
        key: int = self.add(text)
        self[text] = key
        return key


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """One list for each of the Doc's layers, by position in the Doc; `heads` are positions, a token without a head is its own."""

    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    relations: list[str]
    heads: list[int]


def tokens_of(doc: Any) -> Tokens:
    """The tokens that are no white space."""
    table = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype(np.int64)
    orths = doc.to_array(["ORTH", "IDX"])[:, 0]  # hashes fill all 64 bits: not to be read as signed
    at = np.flatnonzero(table[:, 2] == 0)
    gaps = np.flatnonzero(table[:, 2])
    text = doc.vocab.strings
    breaking = {int(i) for i in gaps if "\n" in text[int(orths[i])]}
    starts = table[at, 0]
    places, forms = at.tolist(), [text[key] for key in orths[at].tolist()]
    lines = [n for n, (a, b) in enumerate(pairwise(places), 1) if b > a + 1 and not breaking.isdisjoint(range(a + 1, b))]
    return Tokens(at=places, starts=starts.tolist(), ends=(starts + table[at, 1]).tolist(), forms=forms, lines=lines)


def annotations_of(doc: Any) -> Annotations:
    """What the Doc says of each of its tokens."""
    table: NDArray[np.uint64] = doc.to_array(["LEMMA", "POS", "TAG", "DEP", "HEAD"]).reshape(len(doc), 5)
    store = doc.vocab.strings
    texts = {key: store[key] for key in set(table[:, :4].ravel().tolist())}
    lemmas, upos, xpos, relations = ([texts[key] for key in table[:, column].tolist()] for column in range(4))
    offsets = np.where(table[:, 3] == 0, 0, table[:, 4].astype(np.int64))  # as spaCy's own Token.head: without a relation there is no head
    return Annotations(lemmas=lemmas, upos=upos, xpos=xpos, relations=relations, heads=(np.arange(len(doc)) + offsets).tolist())


def sentence_starts(doc: Any) -> list[int]:
    """Tokens that open a sentence; ValueError, by spaCy, where nothing has told sentences."""
    told: NDArray[np.int64] = doc.to_array(["SENT_START", "IDX"])[:, 0].astype(np.int64)
    told[:1] = 0
    if not told.any():
        return [sentence.start for sentence in doc.sents]  # asks each token whether it knows
    return [0, *np.flatnonzero(told == 1).tolist()]


def opening_words(tokens: Tokens, breaks: Sequence[int]) -> list[int]:
    """Words that open a line, and those at the `breaks` (code points): the first word that does not begin before the break."""
    forced = (bisect_left(tokens.starts, place) for place in breaks)
    return sorted({*tokens.lines, *(n for n in forced if 0 < n < len(tokens.at))})
