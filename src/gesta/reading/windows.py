"""Windows of words for the network: whole paragraphs together up to about 120 words, long paragraphs cut after a sentence's end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

WORDS: Final = 120
MOST_PIECES: Final = 500
_FULL_STOPS: Final = frozenset({".", "!", "?", "…", "..."})
_CLOSERS: Final = frozenset({'"', "'", "”", "’", ")", "]", "''", "»"})

Span = tuple[int, int]


def cut_windows(words: Sequence[str], paragraphs: Sequence[int], count_pieces: Callable[[str], int]) -> list[Span]:
    """Windows [first, end) that cover the words in order; ``paragraphs`` are the words that open one, ``count_pieces`` a word's pieces.

    No window has more than 120 words or 500 word-pieces. A paragraph that fits is never cut.
    """
    edges = sorted({0, *paragraphs, len(words)})
    pieces = [count_pieces(word) for word in words]
    parts = [part for first, end in pairwise(edges) for part in _cut(words, pieces, first, end)]
    windows: list[Span] = []
    for first, end in parts:
        if windows and _fits(pieces, windows[-1][0], end):
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((first, end))
    return windows


def _fits(pieces: Sequence[int], first: int, end: int) -> bool:
    return end - first <= WORDS and sum(pieces[first:end]) <= MOST_PIECES


def _cut(words: Sequence[str], pieces: Sequence[int], first: int, end: int) -> list[Span]:
    """One paragraph as parts that fit."""
    parts: list[Span] = []
    while not _fits(pieces, first, end):
        most = min(end, first + WORDS)
        while not _fits(pieces, first, most):
            most -= 1
        last = next((place for place in range(most, first + 1, -1) if _ends_sentence(words, place)), most)
        parts.append((first, last))
        first = last
    if first < end:
        parts.append((first, end))
    return parts


def _ends_sentence(words: Sequence[str], place: int) -> bool:
    """Does a sentence look to end just before ``place``?"""
    if place < len(words) and words[place] in _CLOSERS:
        return False
    before = place - 1
    if words[before] in _CLOSERS and before:
        before -= 1
    return words[before] in _FULL_STOPS and (place == len(words) or not words[place][:1].islower())
