"""Dates as bars."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.model import Event, Factuality, Span, Time, TimePrecision
from gesta.render.timeline import MOST_TICKS, axis, bar, groups, ticks
from tests.render.html_reader import read
from tests.render.odd_reports import hostile
from tests.render.render_reports import border, event


def on(start: str | None, end: str | None, precision: TimePrecision = "day", factuality: Factuality = "actual") -> Event:
    """An event with a date."""
    return event("e1", "AID", Span(0, 1), time=Time(start=start, end=end, precision=precision, date_prec=1), factuality=factuality)


def shapes(given_: Event, *others: Event) -> list[str]:
    """The classes of what is drawn for an event on the axis of all."""
    scale = axis([given_, *others])
    drawn = bar(given_, scale) if scale else None
    return [e.attributes.get("class", "") for e in read(drawn or "") if e.tag in ("rect", "circle")]


FAR = on("2022-01-01", "2022-01-01")


@pytest.mark.parametrize(
    ("given_", "drawn"),
    [
        (on("2022-03-01", "2022-03-01"), ["dot"]),
        (on("2022-03-01", "2022-03-31", "month"), ["vague"]),
        (on("2022-03-01", "2022-03-31", "range"), ["lasting"]),
        (on("2022-03-01", "2022-03-31", "month", "planned"), ["vague unsure"]),
        (on("2022-03-01", "2022-03-01", "day", "negated"), ["dot unsure"]),
        (on(None, "2022-03-01", "range"), ["dot"]),
    ],
)
def test_vagueness_shows_in_the_shape(given_: Event, drawn: list[str]) -> None:
    assert shapes(given_, FAR) == drawn


def test_a_vague_date_too_short_to_see_has_a_halo() -> None:
    assert shapes(on("2022-03-01", "2022-03-03", "days"), on("1990-01-01", "1990-01-01")) == ["halo", "dot"]


def test_news_background_and_undated_are_apart() -> None:
    news, past, undated = ([e.id for e in part] for part in groups(border()))
    assert (news, past, undated) == (["e1", "e2", "e3", "e6", "e5"], ["e10", "e8", "e9"], ["e4", "e7"])


def test_a_date_that_is_none_counts_as_undated() -> None:
    assert groups(hostile())[2][0].id == "e1"


def test_the_axis_holds_the_day_of_publication_only_when_it_is_near() -> None:
    near, far = axis([FAR], date(2022, 1, 4)), axis([FAR], date(2024, 1, 1))
    assert near is not None
    assert far is not None
    assert (near.now, far.now) == (date(2022, 1, 4), None)


@given(st.dates(), st.dates(), st.dates(), st.sampled_from(["day", "days", "month", "year", "range"]))
def test_any_dates_stay_on_the_axis(one: date, two: date, now: date, precision: TimePrecision) -> None:
    given_ = on(min(one, two).isoformat(), max(one, two).isoformat(), precision)
    scale = axis([given_], now)
    assert scale is not None
    marks = ticks(scale)
    assert len(marks) <= MOST_TICKS + 1
    assert all(scale.start <= day <= scale.end for day, _ in marks)
    for element in read(bar(given_, scale) or ""):
        for name in ("x", "cx", "x1"):
            if name in element.attributes:
                assert -0.01 <= float(element.attributes[name].removesuffix("%")) <= 100.01


def test_no_dates_no_axis() -> None:
    assert axis([event("e1", "AID", Span(0, 1))]) is None
