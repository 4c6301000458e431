from __future__ import annotations

import pytest

from tests.coding.record_views import Code


@pytest.mark.parametrize("name", ["ambush", "clashes", "came-under-attack", "carried-out-strikes", "rockets"])
def test_yesterdays_act_is_current(code: Code, name: str) -> None:
    assert [e.era for e in code(name).events] == ["current"]


def test_a_year_long_past_is_background(code: Code) -> None:
    # Sudanese troops attacked … on Monday. In 2009, Chadian soldiers attacked a Sudanese base.
    report = code("before-the-news")
    assert [e.era for e in report.events] == ["current", "background"]
    assert report.events[1].time is not None
    assert (report.events[1].time.start, report.events[1].time.precision) == ("2009-01-01", "year")


def test_the_past_perfect_is_background(code: Code) -> None:
    # Sudanese troops attacked … on Monday. Chadian soldiers had attacked a Sudanese base.
    assert [e.era for e in code("had-attacked").events] == ["current", "background"]


def test_a_sentence_leans_on_the_one_before_in_its_paragraph(code: Code) -> None:
    # In 2009, Chadian soldiers attacked a Sudanese base. They shelled the base with mortars.
    report = code("carried-over")
    assert [e.era for e in report.events] == ["current", "background", "background"]
    assert report.events[2].time is None


def test_a_war_of_another_decade_is_background(code: Code) -> None:
    # Armenia and Azerbaijan fought a war in 1994.
    assert [e.era for e in code("border-war").events] == ["current"] * 6 + ["background"]


def test_a_bare_past_tense_is_the_news(code: Code) -> None:
    # Azerbaijan attacked Vardenis (no time told)
    assert [e.era for e in code("ministry-said").events] == ["current"]
