"""Windows: runs of whole sentences of one document, and batches of windows of about the same length."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from corpora import IGNORE, Document
from gesta.reading.inputs import InputMaker, WindowInput
from network import Rows

WORDS = 120
MOST_WORDS = 200
MOST_PIECES = 510


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A run of words with its label columns; positions in ``heads`` and ``link`` count from the window's first word."""

    words: list[str]
    sentence: list[int]
    columns: dict[str, list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows and padded label columns [B,W]; ``sentence`` numbers each word's sentence, -1 for padding."""

    task: str
    rows: Rows
    sentence: Tensor
    columns: dict[str, Tensor]
    size: int


def cut_windows(document: Document, chooser: random.Random | None = None) -> list[Window]:
    """Cover the document with windows of about 120 words; a chooser varies the length, since run time sees short paragraphs too."""
    windows: list[Window] = []
    start = 0
    spans = document.sentences
    while start < len(spans):
        room = WORDS if chooser is None or chooser.random() < 0.6 else chooser.randint(15, WORDS)
        end = start + 1
        while end < len(spans) and spans[end][1] - spans[start][0] <= room:
            end += 1
        windows.append(_window(document, spans[start:end]))
        start = end
    return windows


def _window(document: Document, spans: Sequence[tuple[int, int]]) -> Window:
    first, end = spans[0][0], min(spans[-1][1], spans[0][0] + MOST_WORDS)
    sentence = [number for number, (s, e) in enumerate(spans) for _ in range(s, e)][: end - first]
    columns = {}
    for name, column in document.columns.items():
        values = column[first:end]
        columns[name] = _local(values, first, end) if name in ("heads", "link") else values
    return Window(words=document.words[first:end], sentence=sentence, columns=columns)


def _local(values: Sequence[int], first: int, end: int) -> list[int]:
    """Positions as columns of a biaffine: 0 is the extra position, n + 1 the window's word n, IGNORE what lies outside."""
    local = []
    for value in values:
        if value < 0:
            local.append(0 if value == -1 else IGNORE)
        else:
            local.append(value - first + 1 if first <= value < end else IGNORE)
    return local


def make_batches(windows: Sequence[Window], budget: int, maker: InputMaker, chooser: random.Random | None) -> list[list[int]]:
    """Indices of windows, in batches of at most ``budget`` padded pieces and of like length; shuffled where a chooser is given."""
    lengths = [len(maker(window.words, hide_names=False).pieces) for window in windows]
    windows_that_fit = [n for n, length in enumerate(lengths) if length <= MOST_PIECES]
    noise = [chooser.random() * 6 if chooser else 0.0 for _ in windows]
    order = sorted(windows_that_fit, key=lambda n: lengths[n] + noise[n])
    batches: list[list[int]] = []
    longest = 0
    for index in order:
        longest = max(longest, lengths[index])
        if not batches or longest * (len(batches[-1]) + 1) > budget:
            batches.append([])
            longest = lengths[index]
        batches[-1].append(index)
    if chooser:
        chooser.shuffle(batches)
    return batches


def collate(task: str, windows: Sequence[Window], hidden: Sequence[bool], maker: InputMaker) -> Batch:
    """One padded batch; ``hidden`` says for which windows unknown names are replaced by NAME."""
    inputs = [maker(window.words, hide_names=hide) for window, hide in zip(windows, hidden, strict=True)]
    columns = {name: _padded([window.columns[name] for window in windows], IGNORE) for name in windows[0].columns}
    return Batch(
        task=task,
        rows=to_rows(inputs),
        sentence=_padded([window.sentence for window in windows], -1),
        columns=columns,
        size=sum(len(each.pieces) for each in inputs),
    )


def to_rows(inputs: Sequence[WindowInput]) -> Rows:
    """Padded tensors of several windows."""
    return Rows(
        pieces=_padded([each.pieces for each in inputs], 0),
        piece_shapes=_padded([each.piece_shapes for each in inputs], 0),
        piece_mask=_padded([[1] * len(each.pieces) for each in inputs], 0).bool(),
        first=_padded([each.first for each in inputs], 0),
        last=_padded([each.last for each in inputs], 0),
        word_shapes=_padded([each.word_shapes for each in inputs], 0),
        word_mask=_padded([[1] * len(each.first) for each in inputs], 0).bool(),
    )


def _padded(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *([value] * (width - len(row)))] for row in rows])
