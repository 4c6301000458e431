"""From tag scores to spans: the best well-formed path of BIOES and BIO tags."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import inf

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_BEGIN, _INSIDE = 1, 2


def best_bioes(scores: Floats, lengths: Ints) -> Ints:
    """Best well-formed tag rows [B,W] for scores [B,W,1+4L] in the order O, then B I E S for each label; padding is 0.

    The best tag of each word where these make a row; a Viterbi search only where they do not.
    """
    batch, width, classes = scores.shape
    tags: Ints = np.where(np.arange(width)[None, :] < lengths[:, None], scores.argmax(axis=2), 0)
    edge = np.zeros((batch, 1), dtype=np.int64)
    path = np.concatenate([edge, tags, edge], axis=1)
    fits = _followers(classes)[path[:, :-1], path[:, 1:]].all(axis=1)
    for row in np.flatnonzero(~fits).tolist():
        length = int(lengths[row])
        tags[row, :length] = _bioes_path(scores[row, :length].tolist())
    return tags


@cache
def _followers(classes: int) -> NDArray[np.bool_]:
    """Whether tag b may follow tag a, [a,b]: what is open goes on or ends, and nothing else does."""
    tag = np.arange(classes)
    label, part = (tag - 1) // 4, np.where(tag > 0, (tag - 1) % 4, 3)
    opens = np.where(part < 2, label, -1)
    goes_on = np.where((part == 1) | (part == 2), label, -1)
    follows: NDArray[np.bool_] = opens[:, None] == goes_on[None, :]
    return follows


def _bioes_path(scores: list[list[float]]) -> list[int]:
    """Viterbi in which only two things matter of the past: nothing is open, or one of the L labels is."""
    firsts = range(1, len(scores[0]), 4)
    closed, opened = 0.0, [-inf] * len(firsts)
    closing: list[int] = []  # at each word the best tag that leaves nothing open
    going_on: list[list[bool]] = []  # at each word, for each label, whether it is better open from before than begun here
    for row in scores:
        best, choice = closed + row[0], 0
        after, going = [], []
        for before, first in zip(opened, firsts, strict=True):
            single, ended = closed + row[first + 3], before + row[first + 2]
            if single > best:
                best, choice = single, first + 3
            if ended > best:
                best, choice = ended, first + 2
            begun, kept = closed + row[first], before + row[first + 1]
            going.append(kept > begun)
            after.append(kept if kept > begun else begun)
        closed, opened = best, after
        closing.append(choice)
        going_on.append(going)
    return _bioes_trace(closing, going_on)


def _bioes_trace(closing: list[int], going_on: list[list[bool]]) -> list[int]:
    """Follow the choices back from the end, where nothing is open."""
    tags: list[int] = []
    inside = -1
    for choice, going in zip(reversed(closing), reversed(going_on), strict=True):
        if inside >= 0:
            tags.append(1 + 4 * inside + going[inside])
            inside = inside if going[inside] else -1
        else:
            tags.append(choice)
            inside = (choice - 1) // 4 if choice % 4 == 3 else -1
    return tags[::-1]


def best_bio(scores: Floats) -> Ints:
    """Best tag rows [B,W] for scores [B,W,3] of O, B and I, where an I follows a B or an I; rows past a window's end mean nothing."""
    tags: Ints = scores.argmax(axis=2)
    loose = tags == _INSIDE
    loose[:, 1:] &= tags[:, :-1] == 0
    for row in np.flatnonzero(loose.any(axis=1)).tolist():
        tags[row] = _bio_path(scores[row].tolist())
    return tags


def _bio_path(scores: list[list[float]]) -> list[int]:
    """Viterbi over one row."""
    outside, begun, inside = 0.0, -inf, -inf
    back: list[tuple[int, int]] = []  # at each word the best tag before it, and the best before an I
    for to_outside, to_begin, to_inside in scores:
        open_best, open_tag = (begun, _BEGIN) if begun > inside else (inside, _INSIDE)
        best, tag = (outside, 0) if outside >= open_best else (open_best, open_tag)
        back.append((tag, open_tag))
        outside, begun, inside = best + to_outside, best + to_begin, open_best + to_inside
    ends = (outside, begun, inside)
    tag = ends.index(max(ends))
    tags: list[int] = []
    for any_tag, open_tag in reversed(back):
        tags.append(tag)
        tag = open_tag if tag == _INSIDE else any_tag
    return tags[::-1]


def bioes_spans(tags: Ints, names: Sequence[str]) -> list[tuple[int, int, str]]:
    """Spans [first, end) with their label, in order, from well-formed tag rows of one window; ``names`` are the tags' names."""
    spans = []
    first = 0
    for place in np.flatnonzero(tags).tolist():
        part, _, label = names[int(tags[place])].partition("-")
        if part in "BS":
            first = place
        if part in "ES":
            spans.append((first, place + 1, label))
    return spans


def bio_spans(tags: Ints) -> list[tuple[int, int]]:
    """Spans [first, end) in order from the tag rows of one window; an I with nothing before it opens a span too."""
    spans: list[tuple[int, int]] = []
    for place in np.flatnonzero(tags).tolist():
        if spans and tags[place] == _INSIDE and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
    return spans
