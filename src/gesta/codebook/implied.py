"""What the text leaves open, as weights of signals learned on annotated articles (`training/`).

Whom an act is done to where its sentence does not say (`recipients.csv`), whose people were lost where the words at the number do not
(`victims.csv`), whether an act is background (`eras.csv`), and on what day it was (`days.csv`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from gesta.codebook.confidence import Signals, check_weight, log_odds
from gesta.codebook.ontology import DATA
from gesta.codebook.tables import read_csv

RECIPIENTS: Final = DATA / "recipients.csv"
VICTIMS: Final = DATA / "victims.csv"
ERAS: Final = DATA / "eras.csv"
DAYS: Final = DATA / "days.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalWeight:
    """A signal and its weight in log odds."""

    signal: str
    weight: str
    source: str

    def __post_init__(self) -> None:
        """ValueError for a weight that is no number."""
        check_weight(self.weight)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The weights by signal. A signal without a weight says nothing."""

    weights: Signals

    def likeliest(self, options: Sequence[Signals]) -> int:
        """The position of the option with the highest score; of equals the first."""
        scores = [log_odds(self.weights, signals) for signals in options]
        return scores.index(max(scores))


@cache
def load_choice(path: Path) -> Choice:
    """The table of a file; CodebookError names file and line of a wrong row."""
    return Choice(weights={row.signal: float(row.weight) for row in read_csv(path, SignalWeight)})
