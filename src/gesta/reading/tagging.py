"""From tag scores to spans: the best well-formed path of BIOES and BIO tags."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_BEGIN, _INSIDE = 1, 2
_NEVER = np.float32(-1e9)


def best_bioes(scores: Floats, lengths: Ints) -> Ints:
    """Best well-formed tag rows [B,W] for scores [B,W,1+4L] in the order O, then B I E S for each label; padding is 0.

    Viterbi in which only two things matter of the past: nothing is open, or one of the L labels is.
    """
    batch, width, _ = scores.shape
    outside = np.ascontiguousarray(scores[:, :, :1].transpose(1, 0, 2))
    parts = np.ascontiguousarray(scores[:, :, 1:].reshape(batch, width, -1, 4).transpose(1, 3, 0, 2))
    labels = parts.shape[3]
    closed = np.zeros(batch, dtype=np.float32)
    opened = np.full((batch, labels), _NEVER, dtype=np.float32)
    to_closed = np.zeros((batch, width), dtype=np.int64)
    to_opened = np.zeros((batch, width, labels), dtype=bool)
    rows = np.arange(batch)
    for place in range(width):
        begin, inside, end, single = parts[place]
        options = np.concatenate([outside[place] + closed[:, None], single + closed[:, None], end + opened], axis=1)
        going_on = opened + inside
        starting = closed[:, None] + begin
        choice = options.argmax(1)
        present = place < lengths
        to_closed[:, place] = choice
        to_opened[:, place] = going_on > starting
        closed = np.where(present, options[rows, choice], closed)
        opened = np.where(present[:, None], np.maximum(going_on, starting), opened)
    return np.stack([_trace(to_closed[row], to_opened[row], int(lengths[row])) for row in range(batch)])


def _trace(to_closed: Ints, to_opened: NDArray[np.bool_], length: int) -> Ints:
    """Follow the choices back from the end, where nothing is open."""
    labels = to_opened.shape[1]
    tags = np.zeros(len(to_closed), dtype=np.int64)
    inside = -1
    for place in range(length - 1, -1, -1):
        if inside >= 0:
            going_on = bool(to_opened[place, inside])
            tags[place] = 1 + 4 * inside + (1 if going_on else 0)
            inside = inside if going_on else -1
            continue
        choice = int(to_closed[place])
        if choice > labels:
            inside = choice - 1 - labels
            tags[place] = 1 + 4 * inside + 2
        elif choice:
            tags[place] = 1 + 4 * (choice - 1) + 3
    return tags


def best_bio(scores: Floats) -> Ints:
    """Best tag rows [B,W] for scores [B,W,3] of O, B and I, where an I follows a B or an I; rows past a window's end mean nothing."""
    batch, width, _ = scores.shape
    best = scores[:, 0].copy()
    best[:, _INSIDE] = _NEVER
    before = np.zeros((batch, width), dtype=np.int64)
    within = np.zeros((batch, width), dtype=np.int64)
    for place in range(1, width):
        any_tag = best.argmax(axis=1)
        before[:, place] = any_tag
        within[:, place] = np.where(best[:, _BEGIN] > best[:, _INSIDE], _BEGIN, _INSIDE)
        after = np.repeat(best.max(axis=1, keepdims=True), 3, axis=1)
        after[:, _INSIDE] = np.maximum(best[:, _BEGIN], best[:, _INSIDE])
        best = after + scores[:, place]
    tags = np.zeros((batch, width), dtype=np.int64)
    tags[:, -1] = best.argmax(axis=1)
    for place in range(width - 1, 0, -1):
        tags[:, place - 1] = np.where(tags[:, place] == _INSIDE, within[:, place], before[:, place])
    return tags


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
