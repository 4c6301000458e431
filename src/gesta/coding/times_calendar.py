"""Intervals of whole days: Gregorian calendar, ISO weeks, meteorological seasons of the northern hemisphere. No words here."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

from gesta.model import TimePrecision

Granularity = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "season", "year", "decade", "century"
]
PRECISIONS: dict[Granularity, TimePrecision] = {
    "second": "time", "minute": "time", "hour": "time", "day": "day", "weekend": "days", "week": "week", "fortnight": "range",
    "month": "month", "quarter": "range", "season": "season", "year": "year", "decade": "range", "century": "range",
}  # fmt: skip
MONTHS_IN: dict[Granularity, int] = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN: dict[Granularity, int] = {"second": 0, "minute": 0, "hour": 0, "day": 1, "weekend": 7, "week": 7, "fortnight": 14}
SATURDAY = 6


@dataclass(frozen=True, slots=True)
class Interval:
    """Days `start … end`, both included."""

    start: date
    end: date

    def within(self, other: Interval) -> bool:
        """True when no day of it lies outside `other`."""
        return other.start <= self.start and self.end <= other.end


def one_day(day: date | None) -> Interval | None:
    """The interval of a single day; None for none."""
    return Interval(day, day) if day else None


def day_of(year: int, month: int, day: int) -> Interval | None:
    """One day; None when the calendar has no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return Interval(date(year, month, day), date(year, month, day))


def months_from(year: int, month: int, length: int) -> Interval | None:
    """`length` whole months from this one on; None outside years 1 to 9999. `month` may lie outside 1 … 12."""
    first, last = year * 12 + month - 1, year * 12 + month + length - 2
    if not (first >= MINYEAR * 12 and last < (MAXYEAR + 1) * 12):
        return None
    return Interval(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1]))


def days_away(day: date, days: int) -> date | None:
    """The day so many days later; None outside years 1 to 9999."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def months_away(day: date, months: int) -> date | None:
    """The same day of the month so many months later, the month's last day where it is shorter."""
    month = months_from(day.year, day.month + months, 1)
    return month.start.replace(day=min(day.day, month.end.day)) if month else None


def away(day: date, amount: int, unit: Granularity) -> date | None:
    """The day `amount` units later (earlier when negative)."""
    if unit in MONTHS_IN:
        return months_away(day, amount * MONTHS_IN[unit])
    return days_away(day, amount * DAYS_IN[unit])


def period(day: date, unit: Granularity) -> Interval | None:
    """The calendar period of this unit that holds the day.

    ISO week, Saturday and Sunday of that week, month, quarter, season, year, 1990 … 1999 for a decade, 1901 … 2000 for a century.
    """
    if unit == "weekend":
        saturday = days_away(day, SATURDAY - day.isoweekday())
        sunday = days_away(day, SATURDAY + 1 - day.isoweekday())
        return Interval(saturday, sunday) if saturday and sunday else None
    if unit in ("week", "fortnight"):
        monday, sunday = days_away(day, 1 - day.isoweekday()), days_away(day, 7 - day.isoweekday())
        return Interval(monday, sunday) if monday and sunday else None
    if unit == "season":
        return months_from(day.year, day.month - day.month % 3, 3)
    if unit == "century":
        return months_from((day.year - 1) // 100 * 100 + 1, 1, 1200)
    if unit in MONTHS_IN:
        length = MONTHS_IN[unit]
        first = day.year // 10 * 120 if unit == "decade" else day.year * 12 + (day.month - 1) // length * length
        return months_from(first // 12, first % 12 + 1, length)
    return Interval(day, day)


def third(whole: Interval, edge: str) -> Interval:
    """The early, mid or late third: of a year by months, of several years by years (1980 … 83, 84 … 86, 87 … 89), else by days."""
    if edge not in ("early", "mid", "late") or whole.start == whole.end:
        return whole
    years = whole.end.year - whole.start.year + 1
    if (whole.start.month, whole.start.day, whole.end.month, whole.end.day) == (1, 1, 12, 31):
        first, size = split(years if years > 2 else 12 * years, edge)
        months = months_from(whole.start.year, 1 + (12 * first if years > 2 else first), 12 * size if years > 2 else size)
        return months or whole
    first, size = split((whole.end - whole.start).days + 1, edge)
    return Interval(whole.start + timedelta(first), whole.start + timedelta(first + size - 1))


def split(length: int, edge: str) -> tuple[int, int]:
    """Where the early, mid or late third of so many units begins, and how many it has; the early one takes what is over, none is empty."""
    late = max(length // 3, 1)
    early = max(length - 2 * late, 1)
    if edge == "early":
        return 0, early
    return (length - late, late) if edge == "late" else (min(early, length - 1), max(length - early - late, 1))


def date_precision(interval: Interval) -> int:
    """UCDP's `date_prec` by length: 1 one day, 2 two to six, 3 a week, 4 up to a month, 5 longer."""
    days = (interval.end - interval.start).days + 1
    return 1 if days == 1 else 2 if days < 7 else 3 if days == 7 else 4 if days <= 31 else 5


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> Interval | None:
    """The day of a feast; None for a rule that is none.

    Rules are "12-25", easter, good_friday, easter_monday, palm_sunday (western) and thanksgiving (United States).
    """
    if not MINYEAR <= year <= MAXYEAR:
        return None
    month, dash, day = rule.partition("-")
    if dash:
        return day_of(year, int(month), int(day))
    if rule == "thanksgiving":
        first = date(year, 11, 1)
        return day_of(year, 11, 22 + (4 - first.isoweekday()) % 7)
    shift = {"easter": 0, "good_friday": -2, "easter_monday": 1, "palm_sunday": -7}.get(rule)
    return None if shift is None else one_day(days_away(easter(year), shift))
