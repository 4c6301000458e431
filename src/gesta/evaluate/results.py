"""What a task reached: figures with their intervals, floors and peers, and the misses."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from gesta.evaluate.task import Measure, Miss


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measure's value, its 95 % interval, and its floor where there is one for this corpus."""

    measure: Measure
    value: float | None
    interval: tuple[float, float] | None
    floor: float | None

    @property
    def below(self) -> bool:
        """True where the floor is not reached; of a measure that should be small, where it is passed."""
        if self.floor is None:
            return False
        return self.value is None or (self.value > self.floor if self.measure.most else self.value < self.floor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One task on one corpus. `refused` says why the floors were not compared, None where they were or where there are none."""

    task: str
    about: str
    split: str
    corpus: tuple[str, ...]
    fingerprint: str
    documents: int
    figures: tuple[Figure, ...]
    misses: tuple[Miss, ...]
    refused: str | None = None
    notes: tuple[str, ...] = ()

    def worst(self, number: int) -> list[Miss]:
        """The heaviest misses, in the corpus's order where they weigh the same."""
        return sorted(self.misses, key=lambda miss: -miss.weight)[:number]

    def rows(self) -> list[dict[str, Any]]:
        """One plain object for each figure."""
        about = {"task": self.task, "split": self.split, "corpus": list(self.corpus), "fingerprint": self.fingerprint}
        return [
            {
                **about,
                "documents": self.documents,
                "measure": f.measure.name,
                "kind": f.measure.kind,
                "figure": f.value,
                "interval": list(f.interval) if f.interval else None,
                "floor": f.floor,
                "wanted": f.measure.wanted,
                "peer": f.measure.peer,
            }
            for f in self.figures
        ]

    def missed(self, number: int) -> list[dict[str, Any]]:
        """The worst as plain objects."""
        return [{"task": self.task, **asdict(miss)} for miss in self.worst(number)]
