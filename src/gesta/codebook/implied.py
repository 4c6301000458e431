"""Whom an act is done to where its sentence does not say: weights of signals, learned on annotated articles (`training/recipients.py`)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from gesta.codebook.ontology import DATA
from gesta.codebook.tables import read_csv

TABLE: Final = DATA / "recipients.csv"
Signals = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalWeight:
    """A signal and its weight in log odds."""

    signal: str
    weight: str
    source: str

    def __post_init__(self) -> None:
        """ValueError for a weight that is no number."""
        if not math.isfinite(float(self.weight)):
            raise ValueError(f"weight is {self.weight!r}, no number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The weights by signal. A signal without a weight says nothing."""

    weights: Signals

    def likeliest(self, options: Sequence[Signals]) -> int:
        """The position of the option with the highest score; of equals the first."""
        scores = [sum(self.weights.get(name, 0.0) * value for name, value in signals.items()) for signals in options]
        return scores.index(max(scores))


@cache
def load_recipients(path: Path = TABLE) -> Choice:
    """The table of a file; CodebookError names file and line of a wrong row."""
    return Choice(weights={row.signal: float(row.weight) for row in read_csv(path, SignalWeight)})
