"""Scores on development windows while training: quick looks with arg-max decoding, not the run-time decode (that is score.py)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from torch import Tensor

from corpora import IGNORE, OUTSIDE, TASKS, Document, entity_spans
from gesta.reading.inputs import InputMaker
from losses import WITH_SENTENCES, no_gradient_scores
from network import Network
from windows import Batch, Window, collate, cut_windows, make_batches

BUDGET = 2500
COLUMNS = ("entity", "source", "cue", "content", "link", "uas", "las", "upos", "xpos", "sentence")


def development_windows(documents: Sequence[Document], count: int | None) -> list[Window]:
    """All windows of the documents, or ``count`` of them at even distances."""
    windows = [window for document in documents for window in cut_windows(document)]
    if count is None or count >= len(windows):
        return windows
    return [windows[n * len(windows) // count] for n in range(count)]


def evaluate(
    network: Network, dev: dict[str, list[Document]], maker: InputMaker, *, count: int | None, hide_names: bool
) -> dict[str, float]:
    """F1 of entity spans, of tokens in each attribution layer and of sentence starts; accuracy of the rest."""
    network.eval()
    tally: Counter[str] = Counter()
    for task in TASKS:
        windows = development_windows(dev[task], count)
        for indices in make_batches(windows, BUDGET, maker, None):
            batch = collate(task, [windows[n] for n in indices], [hide_names] * len(indices), maker)
            _count(tally, batch, no_gradient_scores(network, batch))
    network.train()
    return {column: _score(tally, column) for column in COLUMNS}


def _score(tally: Counter[str], column: str) -> float:
    """F1; for tags where each word has exactly one, this is the accuracy."""
    return round(2 * tally[f"{column} right"] / max(1, tally[f"{column} gold"] + tally[f"{column} found"]), 4)


def _add(tally: Counter[str], name: str, right: Tensor, gold: Tensor, found: Tensor) -> None:
    tally[f"{name} right"] += int(right.sum())
    tally[f"{name} gold"] += int(gold.sum())
    tally[f"{name} found"] += int(found.sum())


def _count(tally: Counter[str], batch: Batch, found: dict[str, Tensor]) -> None:
    mask = batch.rows.word_mask[:, 1:]
    if batch.task in WITH_SENTENCES:
        starts = (batch.sentence[:, 1:] != batch.sentence[:, :-1]) & mask
        guessed = found["sentence"][:, 1:] & mask
        _add(tally, "sentence", starts & guessed, starts, guessed)
    for column, gold in batch.columns.items():
        known = gold != IGNORE
        if column in ("source", "cue", "content"):
            inside, guess = (gold != OUTSIDE) & known, (found[column] != OUTSIDE) & known
            _add(tally, column, inside & guess, inside, guess)
        elif column in ("upos", "xpos", "link"):
            _add(tally, column, (found[column] == gold) & known, known, known)
        elif column == "heads":
            attached = (found[column] == gold) & known
            _add(tally, "uas", attached, known, known)
            _add(tally, "las", attached & (found["relation"] == batch.columns["relation"]), known, known)
        elif column == "entity":
            for gold_row, guess_row, mask_row in zip(gold, found[column], known, strict=True):
                _count_spans(tally, gold_row[mask_row].tolist(), guess_row[mask_row].tolist())


def _count_spans(tally: Counter[str], gold: list[int], guess: list[int]) -> None:
    right, found = entity_spans(gold), entity_spans(guess)
    tally["entity right"] += len(right & found)
    tally["entity gold"] += len(right)
    tally["entity found"] += len(found)
