"""What stands in brackets or dashes behind a group of people and says who they were: "six priests -- five Poles and a Czech --"."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from gesta.model import Reading

OPENING: Final = frozenset({"(", "[", "--", "–", "—"})
CLOSING: Final = frozenset({")", "]"})
ADDING: Final = frozenset(
    {"and", "plus", "or", "as", "along", "together", "while", "but"}
)  # "six soldiers -- and two miners -- were killed"
FARTHEST: Final = 14  # words from the opening to the last of an aside


def detailed_by(reading: Reading, h: int, groups: Collection[int]) -> int | None:
    """The one of the groups behind which an aside opens that holds the people `h`; None where `h` stands in none."""
    first = reading.sentences[reading.words[h].sentence].first
    for w in range(h - 1, max(first, h - FARTHEST), -1):
        if reading.words[w].text in CLOSING or reading.words[w].upos in {"VERB", "AUX"}:
            return None
        if reading.words[w].text in OPENING:
            return w - 1 if w - 1 in groups and reading.words[w + 1].lower not in ADDING else None
    return None
