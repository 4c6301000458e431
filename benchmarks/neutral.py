"""The neutral paragraphs as texts and as coded reports (`gesta evaluate neutral` counts their events)."""

from __future__ import annotations

from collections.abc import Iterator

from gesta.evaluate import Equipment
from gesta.evaluate.neutral import OURS
from gesta.evaluate.neutral import paragraphs as paragraphs_of
from gesta.model import Report


def paragraphs() -> list[str]:
    """The paragraphs, in order."""
    return paragraphs_of(OURS)


def coded() -> Iterator[Report]:
    """A report for each paragraph."""
    yield from Equipment().coded((text, None) for text in paragraphs())
