"""Numbers and dates in words, with their vagueness."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.model import FigureSpans, Qualifier, Span, Time, TimePrecision, Victims
from gesta.render.phrases import amount, caveats, in_order, interval, people, percent, toll, when
from tests.render.render_reports import border, day, event, figure

NOBODY = Victims(code=None, who="unknown")


@pytest.mark.parametrize(
    ("low", "best", "high", "qualifier", "words"),
    [
        (49, 49, None, "at_least", "≥ 49"),
        (6600, 6600, None, "more_than", "> 6,600"),
        (None, 80, 80, "at_most", "≤ 80"),
        (None, 20, 20, "less_than", "< 20"),
        (None, 100, None, "about", "≈ 100"),
        (20, None, 30, "range", "20–30"),
        (20, None, None, "range", "≥ 20"),
        (50, 50, 50, "exact", "50"),
        (0, 0, 0, "exact", "0"),
        (24, None, None, "order", "≥ 24"),
        (1, None, None, "some", "number not given"),
    ],
)
def test_amount(low: int | None, best: int | None, high: int | None, qualifier: Qualifier, words: str) -> None:
    assert amount(figure("f1", "killed", low, best, high, qualifier, NOBODY, Span(0, 1)), "x") == words


def test_an_order_of_magnitude_is_told_in_the_words_read() -> None:
    spans = FigureSpans(number=(Span(0, 6),))
    assert amount(figure("f1", "killed", 24, None, None, "order", NOBODY, Span(0, 6), spans=spans), "Dozens died") == "“Dozens” (≥ 24)"


def test_toll_says_effect_amount_people_and_caveats() -> None:
    report = border()
    assert toll(report.figures[0], report.article.text) == "killed ≥ 49 military [provisional]"
    assert toll(report.figures[2], report.article.text, ("part of f2",)) == "killed 3 military (officer) [part of f2]"
    assert toll(report.figures[5], report.article.text) == "killed > 6,600 military and civilian [27 Sep – 10 Nov 2020]"


def test_a_toll_of_one_day_is_as_of_that_day() -> None:
    assert caveats(figure("f1", "killed", 1, 1, 1, "exact", NOBODY, Span(0, 1), time=day("2022-09-13"))) == ("as of 13 Sep 2022",)


def test_people() -> None:
    assert people(Victims(code="ARM", who="unknown", kinds=("aid-worker", "child"))) == "aid worker, child"
    assert people(NOBODY) == ""


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2022-09-13", "2022-09-13", "day", "13 Sep 2022"),
        ("2022-09-12", "2022-09-13", "days", "12–13 Sep 2022"),
        ("2022-09-12", "2022-09-18", "week", "week of 12 Sep 2022"),
        ("2022-09-01", "2022-09-30", "month", "Sep 2022"),
        ("2022-09-01", "2022-11-30", "season", "Sep – Nov 2022"),
        ("2022-12-01", "2023-02-28", "season", "Dec 2022 – Feb 2023"),
        ("2020-01-01", "2020-12-31", "year", "2020"),
        ("1990-01-01", "1994-12-31", "range", "1990–1994"),
        ("2020-09-27", "2020-11-10", "range", "27 Sep – 10 Nov 2020"),
        ("2021-12-30", "2022-01-02", "range", "30 Dec 2021 – 2 Jan 2022"),
        (None, "2022-09-13", "range", "until 13 Sep 2022"),
        ("2022-09-13", None, "range", "from 13 Sep 2022"),
    ],
)
def test_when(start: str | None, end: str | None, precision: TimePrecision, words: str) -> None:
    assert when(Time(start=start, end=end, precision=precision, date_prec=1)) == words


def test_when_the_anchor_is_unknown_the_words_stand() -> None:
    assert when(Time(start=None, end=None, precision="day", date_prec=1, text="on\nTuesday")) == "“on Tuesday”"
    assert when(Time(start="soon", end=None, precision="day", date_prec=1)) is None
    assert when(None) is None


@given(st.dates(max_value=date(9999, 1, 1)), st.integers(0, 4000), st.sampled_from(["day", "week", "range", "year"]))
def test_an_interval_names_its_years(start: date, days: int, precision: str) -> None:
    end = min(date(9999, 12, 30) - start, timedelta(days=days)) + start
    said = interval(start, end, precision)
    assert str(start.year) in said
    assert precision == "week" or str(end.year) in said


def test_in_order_puts_undated_events_last() -> None:
    span = Span(0, 1)
    events = (event("e1", "AID", span), event("e2", "AID", span, time=day("2022-02-02")), event("e3", "AID", span, time=day("2021-01-01")))
    assert [e.id for e in in_order(events)] == ["e3", "e2", "e1"]


def test_percent_of_what_is_no_number() -> None:
    assert (percent(0.934), percent(float("nan"))) == ("93%", "–")
