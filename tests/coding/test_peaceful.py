"""Paragraphs on sport, courts, business, weather, films and games: words of violence, and none told."""

from __future__ import annotations

import pytest

from tests.coding.parses import documents
from tests.coding.record_views import Code

NAMES = [name for name in sorted(documents()) if name.startswith("peaceful-")]


@pytest.mark.parametrize("name", NAMES)
def test_no_assault_is_coded(code: Code, name: str) -> None:
    assert [e.why for e in code(name).events if e.type == "ASSAULT"] == []


def test_a_storm_means_no_harm_among_soldiers(code: Code) -> None:
    # A cyclone hit an army base in Bangladesh on Monday, killing three soldiers.
    assert [e.type for e in code("storm-at-a-base").events] == []
