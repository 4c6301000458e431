"""How sure a coded item is: weights of signals, learned on annotated articles (`training/calibrate.py`), as a table of the codebook."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar, Final

from gesta.codebook.ontology import DATA
from gesta.codebook.tables import read_csv
from gesta.errors import CodebookError

TABLE: Final = DATA / "confidence.csv"
LAYERS: Final = ("events", "figures", "statements")
BIAS: Final = "always"
Signals = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A signal of a layer and its weight in log odds."""

    first_column_repeats: ClassVar[bool] = True

    layer: str
    signal: str
    weight: str
    source: str

    def __post_init__(self) -> None:
        """ValueError for a layer that is none and a weight that is no number."""
        if self.layer not in LAYERS:
            raise ValueError(f"layer is {self.layer!r}, not {', '.join(LAYERS)}")
        check_weight(self.weight)


def check_weight(weight: str) -> None:
    """ValueError for a weight that is no number."""
    if not math.isfinite(float(weight)):
        raise ValueError(f"weight is {weight!r}, no number")


def log_odds(weights: Signals, signals: Signals) -> float:
    """The weighted sum of signals; one without a weight says nothing."""
    odds = 0.0
    for name, value in signals.items():
        if value:
            odds += weights.get(name, 0.0) * value
    return odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """The weights by layer and signal. A signal without a weight says nothing."""

    weights: Mapping[str, Signals]

    def of(self, layer: str, signals: Signals) -> float:
        """The share of items with these signals that are right, 0.01 to 0.99, two decimals."""
        odds = log_odds(self.weights[layer], signals)
        return min(0.99, max(0.01, round(1 / (1 + math.exp(-odds)), 2)))


@cache
def load_confidence(path: Path = TABLE) -> Confidence:
    """The table of a file; CodebookError names file and line of a wrong row, and a layer without rows."""
    weights: dict[str, dict[str, float]] = {layer: {} for layer in LAYERS}
    for row in read_csv(path, Weight):
        weights[row.layer][row.signal] = float(row.weight)
    for layer, found in weights.items():
        if BIAS not in found:
            raise CodebookError(path=path, why=f"no row {layer}, {BIAS}")
    return Confidence(weights=weights)
