"""What the words of a time mean, and how that is laid on the calendar beside the day of publication and the time told before.

Where a time may lie on either side of the day of publication, the reading not after it is taken: news tells what has happened.
Only a month or a day of a month may lie up to `AHEAD_DAYS` ahead, since a date ten months back is seldom told without its year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from gesta.coding.times_calendar import (
    PRECISIONS,
    Granularity,
    Interval,
    away,
    date_precision,
    day_of,
    days_away,
    months_from,
    one_day,
    period,
)
from gesta.model import TimePrecision

Direction = Literal["past", "present", "future"]
Anchoring = Literal["text", "anchor", "previous"]
Cycle = Literal["week", "year"]
MentionKind = Literal["point", "duration", "set", "since", "until", "past-vague", "future-vague"]
# Measured on TimeBank and AQUAINT: values right 0.815 with 0 days, 0.850 with 31, 0.866 with 61, 0.867 with 92, 0.863 with 183.
AHEAD_DAYS = 61
# Of weekdays alone in TimeBank and AQUAINT 6 lie a day ahead of the report's date and 2 six days back, both in a run of older days.
SLIPPED = 6
# The vaguest time told before (UCDP's date_prec) from which so many units can be counted; 2 for the units left out.
VAGUEST: dict[Granularity, int] = {
    "week": 3, "fortnight": 3, "month": 4, "quarter": 5, "season": 5, "year": 5, "decade": 5, "century": 5,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What relative times hang on: the day of publication, the last point told before; `ahead` where the next such day is meant."""

    anchor: date | None
    previous: Interval | None = None
    ahead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """An expression on the calendar; `interval` None where something is not known."""

    interval: Interval | None
    precision: TimePrecision
    anchored_on: Anchoring | None
    cycle: Cycle | None = None


class Expression(Protocol):
    """Words of time, understood."""

    def lay(self, context: Context) -> Laid:
        """The expression on the calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarTime:
    """A named part of the calendar.

    `relative`: -1 the last, 0 this, 1 the next of its kind. `inside`: a period counted from today that holds it ("Friday of last week").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    relative: int | None = None
    inside: tuple[Granularity, int] | None = None
    base: Literal["anchor", "previous"] = "anchor"

    @property
    def granularity(self) -> Granularity:
        """The smallest unit named."""
        if self.day or self.weekday is not None:
            return "day"
        return "month" if self.month else "season" if self.season else "quarter" if self.quarter or self.half else "year"

    def lay(self, context: Context) -> Laid:
        """The nearest reading not after the anchor (see above), unless year, `relative`, `inside`, `base` or `ahead` say otherwise."""
        precision = "range" if self.half else PRECISIONS[self.granularity]
        if self.year is not None:
            return Laid(interval=self.in_year(self.year), precision=precision, anchored_on="text")
        if context.anchor is None:
            return Laid(interval=None, precision=precision, anchored_on=None)
        if self.base == "previous" and context.previous and self.weekday is not None:
            return Laid(interval=self.in_week(context.previous.start, False), precision=precision, anchored_on="previous")
        if self.weekday is not None and not self.month:
            return Laid(
                interval=self.in_week(context.anchor, context.ahead), precision=precision, anchored_on="anchor", cycle=self.cycle("week")
            )
        if self.inside:
            year = context.anchor.year + self.inside[1]
            return Laid(interval=self.in_year(year), precision=precision, anchored_on="anchor")
        return Laid(
            interval=self.nearest(context.anchor, context.ahead), precision=precision, anchored_on="anchor", cycle=self.cycle("year")
        )

    def cycle(self, length: Cycle) -> Cycle | None:
        """How often the words recur, None where they name one time."""
        return length if self.relative is None and self.inside is None else None

    def in_year(self, year: int) -> Interval | None:
        """The part of this year that is named."""
        if self.month and self.day:
            return day_of(year, self.month, self.day)
        if self.half:
            return months_from(year, self.half * 6 - 5, 6)
        first = self.month or self.season or (self.quarter and self.quarter * 3 - 2)
        return months_from(year, first or 1, 1 if self.month else 3 if first else 12)

    def in_week(self, anchor: date, ahead: bool) -> Interval | None:
        """The weekday that is meant.

        News names by its weekday alone what lies less than six days back; the day after the anchor is meant rather than the one six days
        before it, where a report is dated by another time zone, or a day early.
        """
        back = (anchor.isoweekday() - (self.weekday or 0)) % 7
        if self.inside:
            days = 7 * self.inside[1] + (self.weekday or 0) - anchor.isoweekday()
        elif self.relative == 0:
            days = (self.weekday or 0) - anchor.isoweekday()
        elif self.relative == 1 or (ahead and back):
            days = 7 - back
        elif back == SLIPPED and self.relative is None:
            days = 1
        else:
            days = -(back or (7 if self.relative == -1 else 0))
        return one_day(days_away(anchor, days))

    def nearest(self, anchor: date, ahead: bool) -> Interval | None:
        """The occurrence that is meant among those of the years around the anchor's; a weekday beside the day decides between them."""
        around = [found for found in map(self.in_year, range(anchor.year - 2, anchor.year + 3)) if found]
        if self.weekday is not None:
            around = [found for found in around if found.start.isoweekday() == self.weekday] or around
        if self.relative == 0:
            return next((found for found in around if found.start <= anchor <= found.end or found.start.year == anchor.year), None)
        if self.relative == 1:
            return next((found for found in around if found.start > anchor), None)
        if ahead:
            return next((found for found in around if found.end >= anchor), None)
        latest = days_away(anchor, 0 if self.season or self.quarter or self.half else AHEAD_DAYS) or anchor
        past = [found for found in around if (found.end < anchor if self.relative == -1 else found.start <= latest)]
        return past[-1] if past else (around[0] if around else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """`amount` units away from the anchor or from the time told before: "yesterday", "last week", "three days ago", "the next day"."""

    amount: int | None
    unit: Granularity
    base: Literal["anchor", "previous"] = "anchor"

    def lay(self, context: Context) -> Laid:
        """The whole unit so far away.

        Beside a time that is itself vaguer than the unit "the same day" is that whole time, and any other is unknown.
        """
        start = context.anchor
        anchored: Anchoring = "anchor"
        if self.base == "previous" and context.previous:
            fine = date_precision(context.previous) <= VAGUEST.get(self.unit, 2)
            if not fine and self.amount == 0:
                return Laid(interval=context.previous, precision="range", anchored_on="previous")
            start, anchored = context.previous.start if fine else None, "previous"
        amount = int(self.amount / 24) if self.unit == "hour" and self.amount is not None else self.amount
        day = away(start, amount, "day" if self.unit == "hour" else self.unit) if start and amount is not None else None
        return Laid(
            interval=period(day, self.unit) if day else None, precision=PRECISIONS[self.unit], anchored_on=anchored if day else None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The `amount` units that end with the anchor (negative) or begin with it: "in the past 24 hours", "over the next two weeks"."""

    amount: int
    unit: Granularity

    def lay(self, context: Context) -> Laid:
        """From the far end to the anchor's own day, both included."""
        hours = {"hour": 24, "minute": 1440, "second": 86400}.get(self.unit)
        amount = self.amount if not hours else -(-abs(self.amount) // hours) * (1 if self.amount > 0 else -1)
        far = context.anchor and away(context.anchor, amount, "day" if hours else self.unit)
        if context.anchor is None or far is None:
            return Laid(interval=None, precision="range", anchored_on=None)
        interval = Interval(min(far, context.anchor), max(far, context.anchor))
        return Laid(interval=interval, precision="days" if date_precision(interval) <= 2 else "range", anchored_on="anchor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time of day without a day ("at 6 am", "at dawn"): that of the time told before, else the anchor's."""

    def lay(self, context: Context) -> Laid:
        """One day, or unknown."""
        if context.previous and context.previous.start == context.previous.end:
            return Laid(interval=context.previous, precision="time", anchored_on="previous")
        return Laid(interval=one_day(context.anchor), precision="time", anchored_on="anchor" if context.anchor else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend:
    """The weekend: the last one that has begun."""

    def lay(self, context: Context) -> Laid:
        """Saturday and Sunday."""
        laid = CalendarTime(weekday=6).lay(context)
        sunday = laid.interval and days_away(laid.interval.start, 1)
        return replace(laid, interval=Interval(laid.interval.start, sunday) if laid.interval and sunday else None, precision="days")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nowhere:
    """A time that no calendar holds: a duration, a habit, a vague past or future."""

    precision: TimePrecision = "range"

    def lay(self, context: Context) -> Laid:
        """Unknown."""
        return Laid(interval=None, precision=self.precision, anchored_on=None)
