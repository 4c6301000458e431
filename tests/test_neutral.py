"""Words of violence that tell none: what gesta, with its live model, makes of our paragraphs on sport, courts, trade, weather."""

from __future__ import annotations

import pytest
from benchmarks.neutral import coded, paragraphs

from gesta.model import Report

MOST = 3


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """All paragraphs, coded with the shipped model."""
    return list(coded())


def test_paragraphs_without_conflict_have_hardly_an_assault(reports: list[Report]) -> None:
    found = [r.article.text for r in reports if any(e.type == "ASSAULT" for e in r.events)]
    assert len(reports) == len(paragraphs()) >= 300
    assert len(found) <= MOST, found


def test_what_is_put_aside_says_why(reports: list[Report]) -> None:
    reasons = {left.why for r in reports for left in r.leftovers}
    assert {"assault: the passage is about sport", "assault: the doing of weather"} <= reasons
