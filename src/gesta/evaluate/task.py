"""What a task is: a corpus, a way to score gesta on it document by document, and the figures that come of the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from gesta.evaluate.equipment import Equipment

Counts = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure between 0 and 1 that is a function of summed counts.

    `f1` is 2 right / (gold + found), `relaxed f1` the same where several gold items may share one found (hit of gold, beyond of found),
    `precision` right / found, `recall` right / gold, `share` right / of. Counts
    are called `<key> right`, `<key> gold`, `<key> found`, `<key> of`. `wanted` is the figure asked for, `peer` what another program
    reached on the same corpus, in words.
    """

    name: str
    key: str
    kind: Literal["f1", "precision", "recall", "share", "relaxed f1", "calibration error"] = "f1"
    wanted: float | None = None
    most: bool = False
    peer: str | None = None

    def value(self, counts: Counts) -> float | None:
        """The figure; None where nothing was there to be counted."""
        return KINDS[self.kind](counts, self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """Something that was not got right: in which document, what is wrong, and the words at hand. `weight` orders the worst first."""

    document: str
    what: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One document's counts and misses."""

    document: str
    counts: Counter[str] = field(default_factory=Counter)
    misses: tuple[Miss, ...] = ()


def unlisted(documents: Iterable[Scored]) -> Iterator[Scored]:
    """The documents without their misses: those of a part that is kept apart, which nobody reads."""
    return (replace(document, misses=()) for document in documents)


def no_chart(_: Counts) -> Iterable[str]:
    """Nothing to show."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One module's offer: `corpus` is a file or folder below the data folder, `{split}` in it stands for the split.

    Where `corpus` lists several, the first that is there is taken; all that are there, where they belong `together`. `splits` says which
    file splits a split's name stands for; a name that it lacks stands for itself. `chart` makes lines to show below the figures.
    `annotations` are files that come with gesta and say what is right; a floor holds for the corpus with them.
    """

    name: str
    about: str
    corpus: tuple[str, ...]
    measures: tuple[Measure, ...]
    score: Callable[[tuple[Path, ...], Equipment], Iterator[Scored]]
    splits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    chart: Callable[[Counts], Iterable[str]] = no_chart
    together: bool = False
    annotations: tuple[Path, ...] = ()


def ratio(upper: float, lower: float) -> float | None:
    """The quotient; None for nothing of nothing."""
    return upper / lower if lower else None


def relaxed(counts: Counts, key: str) -> float | None:
    """F1 of the share of gold items that are hit and the share of found items that hit one."""
    recall = ratio(counts.get(f"{key} hit", 0), counts.get(f"{key} gold", 0))
    wrong = ratio(counts.get(f"{key} beyond", 0), counts.get(f"{key} found", 0))
    if recall is None and wrong is None:
        return None
    precision, recall = 1 - wrong if wrong is not None else 0.0, recall or 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def calibration_error(counts: Counts, key: str) -> float | None:
    """Expected calibration error: over ten bins of confidence, the gap between mean confidence and share right, weighted by size."""
    bins = [(counts.get(f"{key} {n} of", 0), counts.get(f"{key} {n} sure", 0), counts.get(f"{key} {n} right", 0)) for n in range(10)]
    return ratio(sum(abs(sure - right) for _, sure, right in bins), sum(size for size, _, _ in bins))


KINDS: dict[str, Callable[[Counts, str], float | None]] = {
    "f1": lambda c, k: ratio(2 * c.get(f"{k} right", 0), c.get(f"{k} gold", 0) + c.get(f"{k} found", 0)),
    "relaxed f1": relaxed,
    "precision": lambda c, k: ratio(c.get(f"{k} right", 0), c.get(f"{k} found", 0)),
    "recall": lambda c, k: ratio(c.get(f"{k} right", 0), c.get(f"{k} gold", 0)),
    "share": lambda c, k: ratio(c.get(f"{k} right", 0), c.get(f"{k} of", 0)),
    "calibration error": calibration_error,
}


def tallied(counts: Counter[str], key: str, right: int, gold: int, found: int) -> None:
    """Adds to the three counts of an F1."""
    counts[f"{key} right"] += right
    counts[f"{key} gold"] += gold
    counts[f"{key} found"] += found


def shared(counts: Counter[str], key: str, right: bool) -> None:
    """Adds one case to the two counts of a share."""
    counts[f"{key} right"] += right
    counts[f"{key} of"] += 1
