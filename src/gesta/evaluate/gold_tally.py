"""Counts and misses of one annotated article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sized

from gesta.evaluate.task import Miss, shared, tallied


class Tally:
    """Hits, misses and extras by layer; agreement by attribute; what to show."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.counts: Counter[str] = Counter()
        self.misses: list[Miss] = []

    def layer(self, name: str, right: int, missed: Sized, extra: Sized, wrong: int = 0) -> None:
        """Adds to a layer's F1; `wrong` are matches that are not right: missed on one side, extra on the other."""
        tallied(self.counts, name, right, right + wrong + len(missed), right + wrong + len(extra))

    def share(self, name: str, right: bool) -> None:
        """Adds one case to an attribute's share."""
        shared(self.counts, name, right)

    def miss(self, what: str, text: str, weight: float = 1.0) -> None:
        """Something to show."""
        self.misses.append(Miss(document=self.document, what=what, text=" ".join(text.split()), weight=weight))
