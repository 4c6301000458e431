"""What the rules of the grammar of times make of the words they match."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple, cast

from gesta.coding.times_calendar import DAYS_IN, MONTHS_IN, Granularity
from gesta.coding.times_compounds import Between, Edged, Feast, Overnight, Years
from gesta.coding.times_expressions import CalendarTime, Direction, Expression, MentionKind, Moment, Nowhere, Shift, Window
from gesta.coding.times_patterns import Found

Role = Literal["date", "weekday", "clock", "part", "night", "edge", "other"]


class Meaning(NamedTuple):
    """What a rule makes of its words; `edge` is the part of the period ("early"), `timed` says that a time of day is given."""

    expression: Expression
    role: Role = "date"
    kind: MentionKind = "point"
    sense: Direction | None = None
    edge: str = ""
    timed: bool = False

    @property
    def placed(self) -> Expression:
        """The expression with its edge."""
        return Edged(whole=self.expression, edge=self.edge) if self.edge else self.expression


def unit(found: Found, name: str = "u") -> Granularity:
    """The unit kept under this name."""
    return cast(Granularity, found.value(name))


def calendar(found: Found) -> Meaning | None:
    """Parts of the calendar (y, m, d, w, s, q, h) with "last", "this", "next" (r; t of the unit v), or beside the time told before (b)."""
    inside: tuple[Granularity, int] | None = None
    if found.has("t"):
        inside = (unit(found, "v") if found.has("v") else "year", found.whole("t") or 0)
    told = found.has("b")
    time = CalendarTime(
        year=found.whole("y"),
        month=found.whole("m"),
        day=found.whole("d"),
        weekday=found.whole("w"),
        season=found.whole("s"),
        quarter=found.whole("q"),
        half=found.whole("h"),
        relative=found.whole("b") if told else found.whole("r"),
        inside=inside,
        base="previous" if told else "anchor",
    )
    if (time.day or 1) > 31 or (time.quarter or 1) > 4 or (time.half or 1) > 2:
        return None
    return Meaning(time, role="weekday" if found.has("w") and not found.has("m") else "date")


def numeric(found: Found) -> Meaning | None:
    """Day, month and year in figures, the day first unless it cannot be; two digits of a year are of 1950 … 2049."""
    first, second, year = found.whole("a") or 0, found.whole("b") or 0, found.whole("y") or 0
    day, month = (first, second) if second <= 12 else (second, first)
    if year < 100:
        year += 1900 if year >= 50 else 2000
    return Meaning(CalendarTime(year=year, month=month, day=day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def days(found: Found) -> Meaning | None:
    """Two days of one month."""
    first, last = found.whole("d") or 0, found.whole("e") or 0
    month, year = found.whole("m"), found.whole("y")
    if not 1 <= first < last <= 31:
        return None
    return Meaning(Between(first=CalendarTime(year=year, month=month, day=first), last=CalendarTime(year=year, month=month, day=last)))


def years(found: Found) -> Meaning | None:
    """Reads "1914-18", "2014/15"."""
    first, last = found.whole("y") or 0, found.whole("z") or 0
    last += first // 100 * 100 if last < 100 else 0
    return Meaning(Years(first=first, last=last)) if first < last <= first + 60 else None


def decade(found: Found) -> Meaning:
    """Reads "the 1990s", "the nineties" (of the twentieth century)."""
    first = found.whole("x") or 0
    first += 1900 if first < 100 else 0
    return Meaning(Years(first=first, last=first + 9))


def century(found: Found) -> Meaning | None:
    """Reads "the 20th century": 1901 … 2000."""
    number = found.whole("o") or 0
    return Meaning(Years(first=number * 100 - 99, last=number * 100)) if 1 <= number <= 30 else None


def from_today(found: Found) -> Meaning:
    """Reads "today", "yesterday", "tomorrow", "tonight"."""
    amount = found.whole("n") or 0
    sense: Direction = "past" if amount < 0 else "future" if amount > 0 else "present"
    return Meaning(Shift(amount=amount, unit="day"), sense=sense, timed=found.form("n") == "tonight")


def around(
    amount: int, base: Literal["anchor", "previous"] = "anchor", length: Granularity = "day", timed: bool = False
) -> Callable[[Found], Meaning]:
    """A builder for words that always mean the same distance."""
    sense: Direction | None = None if base == "previous" else "past" if amount < 0 else "future" if amount > 0 else "present"
    return lambda found: Meaning(Shift(amount=amount, unit=length, base=base), sense=sense, timed=timed)


def period_beside(found: Found) -> Meaning:
    """Reads "last week", "this month", "next year"."""
    amount = found.whole("r") or 0
    return Meaning(Shift(amount=amount, unit=unit(found)), sense="past" if amount < 0 else "future" if amount > 0 else "present")


def period_told(found: Found) -> Meaning:
    """Reads "the next day", "the previous week", "that year", "the same day": beside the time told before."""
    return Meaning(Shift(amount=found.whole("r") or 0, unit=unit(found), base="previous"))


def period_next(found: Found) -> Meaning:
    """Reads "the day before", "the year after": beside the time told before."""
    return Meaning(Shift(amount=1 if found.has("c") else -1, unit=unit(found), base="previous"))


def ago(found: Found) -> Meaning:
    """Reads "three days ago", "a week earlier", "two years later"; a vague number leaves the day unknown."""
    told = found.has("b") or found.has("c")
    sign = 1 if found.has("c") else -1
    if found.vague("n") or not (found.has("n") or found.has("a")):
        return Meaning(Nowhere(), kind="past-vague" if sign < 0 else "future-vague", sense="past" if sign < 0 else "future", role="other")
    amount = found.whole("n") if found.has("n") else 1
    length = unit(found)
    shift = Shift(amount=sign * (amount or 0), unit=length, base="previous" if told else "anchor")
    return Meaning(shift, sense=None if told else "past", timed=length in ("hour", "minute", "second"))


def from_now(found: Found) -> Meaning:
    """Reads "three days from now"."""
    return Meaning(Shift(amount=found.whole("n") if found.has("n") else 1, unit=unit(found)), sense="future")


def window(found: Found) -> Meaning:
    """Reads "the past three weeks", "the next two days"; a vague number leaves the days unknown."""
    sign = found.whole("r") or 0
    amount = found.whole("n") if found.has("n") else 1
    several = not found.has("n") and found.form("u") in found.lexicon.classes["PLURAL_UNITS"]
    if several or found.has("k") or found.vague("n") or not amount:
        return Meaning(Nowhere(), kind="past-vague" if sign < 0 else "future-vague", sense="past" if sign < 0 else "future", role="other")
    return Meaning(Window(amount=sign * amount, unit=unit(found)), role="other", sense="past" if sign < 0 else "future")


def vague(kind: MentionKind, sense: Direction | None) -> Callable[[Found], Meaning]:
    """A builder for words that mean only past, present or future."""
    return lambda found: Meaning(Nowhere(), kind=kind, sense=sense, role="other")


def lasting(found: Found) -> Meaning | None:
    """A duration: "six weeks", "a two-day visit"; an age is none."""
    follows = [token.form for token in found.tokens[found.end : found.end + 2]]
    if "old" in follows or follows == ["of", "age"]:
        return None
    length = unit(found)
    if length == "quarter" and found.whole("n") in (1, 3):  # "three-quarters full"
        return None
    precise = DAYS_IN.get(length, MONTHS_IN.get(length, 0))
    return Meaning(Nowhere(precision="time" if precise == 0 else "range"), kind="duration", role="other")


def habit(found: Found) -> Meaning:
    """A time that recurs."""
    return Meaning(Nowhere(), kind="set", role="other")


def clock(found: Found) -> Meaning | None:
    """A time of day in figures or "noon"."""
    if (found.whole("c") or 0) > 24:
        return None
    return Meaning(Moment(), role="clock", timed=True)


def part(found: Found) -> Meaning:
    """A part of the day."""
    return Meaning(Moment(), role="part", timed=True)


def overnight(found: Found) -> Meaning:
    """The night before the day of publication."""
    return Meaning(Overnight(), role="night", sense="past", timed=True)


def edge(found: Found) -> Meaning:
    """Reads "early", "the end of": no time by itself."""
    return Meaning(Nowhere(), role="edge", edge=found.value("g"))


def named_day(found: Found) -> Meaning:
    """A day known by its date alone ("9/11")."""
    year, month, day = map(int, found.value("f").split("-"))
    return Meaning(CalendarTime(year=year, month=month, day=day))


def feast(found: Found) -> Meaning:
    """A feast, in a year or beside the day of publication."""
    return Meaning(Feast(rule=found.value("f"), year=found.whole("y"), relative=found.whole("r")))
