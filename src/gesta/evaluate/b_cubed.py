"""B-cubed (Bagga and Baldwin 1998): how well items are grouped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """Precision, recall and F1 of a grouping, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 0 when both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(predicted: Mapping[Item, Hashable], true: Mapping[Item, Hashable]) -> BCubed:
    """B-cubed of two groupings, each item to its group; both scores are 1 without items.

    Precision is the mean over the items of the share of an item's predicted group that is of its true group; recall the other way round.
    An item that has no predicted group adds nothing to either. ValueError when one is predicted that has no true group.
    """
    if not predicted.keys() <= true.keys():
        raise ValueError("an item is grouped that the key does not have")
    if not true:
        return BCubed(precision=1.0, recall=1.0)
    ours, theirs = Counter(predicted.values()), Counter(true.values())
    both = Counter((predicted[item], true[item]) for item in predicted)
    precision = sum(n * n / ours[group] for (group, _), n in both.items()) / len(true)
    recall = sum(n * n / theirs[group] for (_, group), n in both.items()) / len(true)
    return BCubed(precision=precision, recall=recall)
