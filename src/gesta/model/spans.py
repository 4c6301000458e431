"""Places in a text: half-open, in code points of the report's text or in words of its reading."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]` in Unicode code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Run(NamedTuple):
    """Words `first … end - 1` of a reading."""

    first: int
    end: int

    def __contains__(self, word: object) -> bool:
        """True when the word of this index lies in the run."""
        return isinstance(word, int) and self.first <= word < self.end

    def overlaps(self, other: Run) -> bool:
        """True when the two share at least one word."""
        return self.first < other.end and other.first < self.end


def hull(spans: tuple[Span, ...]) -> Span:
    """The shortest span that covers all of `spans`; ValueError when there is none."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
