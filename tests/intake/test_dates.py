"""Dates as inputs state them: in full, or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.intake.dates import stamp

DAY = date(2022, 9, 13)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2022-09-13", DAY),
        ("2022-9-3", date(2022, 9, 3)),
        ("2022-09-13T18:45", datetime(2022, 9, 13, 18, 45)),
        ("2022-09-13 18:45:01.25Z", datetime(2022, 9, 13, 18, 45, 1, 250_000, UTC)),
        ("2022-09-13T18:45:00-0330", datetime(2022, 9, 13, 18, 45, tzinfo=timezone(-timedelta(hours=3, minutes=30)))),
        ("Tue, 13 Sep 2022 18:45:00 +0000", datetime(2022, 9, 13, 18, 45, tzinfo=UTC)),
        ("September 13, 2022", DAY),
        ("Tuesday, September 13th 2022", DAY),
        ("13 Sept. 2022", DAY),
        ("First published on 13 September 2022", DAY),
        ("Tue 13 Sep 2022 18.45 GMT", datetime(2022, 9, 13, 18, 45, tzinfo=UTC)),
        ("13 September 2022 | 12:05 a.m.", datetime(2022, 9, 13, 0, 5)),
        ("Tue 13 Sep 2022 18.45 BST", DAY),  # British and Bangladesh summer time
    ],
)
def test_read(said: str, found: date) -> None:
    assert stamp(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "", "2022-13-45", "2022-02-30", "0000-01-01", "2022-09-13T25:00", "2022-09-13T18:45:00+99:00", "2022-09", "2022",
        "13/09/2022", "September 2022", "Smarch 13, 2022", "September 13", "yesterday", "Updated September 13, 2022",
        "September 13, 2022 at 13:00 pm", "September 13, 2022 the army said", "2022-09-13" * 50, "٢٠٢٢-٠٩-١٣",
    ],
)  # fmt: skip
def test_not_read(said: str) -> None:
    assert stamp(said) is None


@given(st.dates(date(1000, 1, 1)))
def test_every_day_round_trips(day: date) -> None:
    assert stamp(day.isoformat()) == stamp(f"{day:%B} {day.day}, {day.year}") == stamp(f"{day.day} {day:%b} {day.year}") == day


@given(st.datetimes(timezones=st.one_of(st.none(), st.timezones()), min_value=datetime(1900, 1, 1)))
def test_every_time_round_trips(time: datetime) -> None:
    said = time.isoformat()
    if len(said.rpartition("+")[2]) <= 6:  # offsets of the nineteenth century have seconds
        found = stamp(said)
        assert found is None or (isinstance(found, datetime) and found.isoformat() == said)


@given(st.text(max_size=200))
def test_any_words_give_a_date_or_none(said: str) -> None:
    assert stamp(said) is None or isinstance(stamp(said), date)
