"""What the words of a time mean before they are laid on the calendar, and how they are laid on it, given the day of publication and the time told before.

Where a time may lie on either side of the day of publication, the reading not after it is taken: news tells what has happened. Only a month or a day of a
month may lie up to `AHEAD_DAYS` ahead, since a date ten months back is seldom told without its year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Protocol

from gesta.coding.times_calendar import Granularity, Interval, PRECISIONS, away, date_precision, day_of, days_away, feast, months_from, period, third
from gesta.model import TimePrecision

Direction = Literal["past", "present", "future"]
Anchoring = Literal["text", "anchor", "previous"]
Cycle = Literal["week", "year"]
MentionKind = Literal["point", "duration", "set", "since", "until", "past-vague", "future-vague"]
AHEAD_DAYS = 61  # measured on TimeBank and AQUAINT: values right 0.815 with 0 days, 0.850 with 31, 0.866 with 61, 0.867 with 92, 0.863 with 183
VAGUEST: dict[Granularity, int] = {"week": 3, "fortnight": 3, "month": 4, "quarter": 5, "season": 5, "year": 5, "decade": 5, "century": 5}  # UCDP date_prec


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What relative times hang on: `anchor` the day of publication, `previous` the last point told before, `ahead` where the next such day is meant."""

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
    """A named part of the calendar. `relative`: -1 the last, 0 this, 1 the next of its kind; `inside`: a period counted from today that holds it ("Friday of last week")."""

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
            return Laid(interval=self.in_week(context.anchor, context.ahead), precision=precision, anchored_on="anchor", cycle=self.cycle("week"))
        if self.inside:
            year = context.anchor.year + self.inside[1]
            return Laid(interval=self.in_year(year), precision=precision, anchored_on="anchor")
        return Laid(interval=self.nearest(context.anchor, context.ahead), precision=precision, anchored_on="anchor", cycle=self.cycle("year"))

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
        """The weekday that is meant."""
        back = (anchor.isoweekday() - (self.weekday or 0)) % 7
        if self.inside:
            days = 7 * self.inside[1] + (self.weekday or 0) - anchor.isoweekday()
        elif self.relative == 0:
            days = (self.weekday or 0) - anchor.isoweekday()
        elif self.relative == 1 or (ahead and back):
            days = 7 - back
        else:
            days = -(back or (7 if self.relative == -1 else 0))
        day = days_away(anchor, days)
        return day and Interval(day, day)

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
        """The whole unit so far away; unknown when the time told before is itself vaguer than the unit."""
        start, anchored = context.anchor, "anchor"
        if self.base == "previous" and context.previous:
            fine = date_precision(context.previous) <= VAGUEST.get(self.unit, 2)
            start, anchored = context.previous.start if fine else None, "previous"
        amount, unit = (int(self.amount / 24), "day") if self.unit == "hour" and self.amount is not None else (self.amount, self.unit)
        day = away(start, amount, unit) if start and amount is not None else None
        return Laid(interval=day and period(day, self.unit), precision=PRECISIONS[self.unit], anchored_on=anchored if day else None)


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
class Years:
    """Whole years from one to another: decades, centuries, "1914-18"."""

    first: int
    last: int

    def lay(self, context: Context) -> Laid:
        """The years, the same whatever the anchor."""
        return Laid(interval=months_from(self.first, 1, 12 * (self.last - self.first + 1)), precision="range", anchored_on="text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A feast by its rule, in a year or the nearest one not after the anchor."""

    rule: str
    year: int | None = None
    relative: int | None = None

    def lay(self, context: Context) -> Laid:
        """The day; unknown for a feast that moves with the moon."""
        if self.year is not None:
            return Laid(interval=feast(self.rule, self.year), precision="day", anchored_on="text")
        if context.anchor is None:
            return Laid(interval=None, precision="day", anchored_on=None)
        around = [found for found in (feast(self.rule, context.anchor.year + k) for k in (-1, 0, 1)) if found]
        ahead = context.ahead or self.relative == 1
        fits = [found for found in around if (found.start >= context.anchor if ahead else found.start <= context.anchor)]
        found = (fits[0] if ahead else fits[-1]) if fits else None
        return Laid(interval=found, precision="day", anchored_on="anchor", cycle="year" if self.relative is None else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overnight:
    """The night before the anchor, or the night that begins with a named day (that ends with it, when the next one lies after the anchor)."""

    day: Expression | None = None

    def lay(self, context: Context) -> Laid:
        """Two days, both touched by the night."""
        laid = self.day.lay(context) if self.day else None
        named = laid.interval if laid else None
        if self.day and named is None:
            return Laid(interval=None, precision="days", anchored_on=None)
        last = named.end if named else context.anchor
        if named and not (context.anchor and named.end >= context.anchor):
            last = days_away(named.end, 1)
        first = last and days_away(last, -1)
        if first is None or last is None:
            return Laid(interval=None, precision="days", anchored_on=None)
        return Laid(interval=Interval(first, last), precision="days", anchored_on=laid.anchored_on if laid else "anchor", cycle=laid.cycle if laid else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time of day without a day ("at 6 am", "at dawn"): that of the time told before, else the anchor's."""

    def lay(self, context: Context) -> Laid:
        """One day, or unknown."""
        if context.previous and context.previous.start == context.previous.end:
            return Laid(interval=context.previous, precision="time", anchored_on="previous")
        return Laid(interval=context.anchor and Interval(context.anchor, context.anchor), precision="time", anchored_on="anchor" if context.anchor else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edged:
    """A part of a period: its early, mid or late third, or what of it lies before ("earlier") or after ("later") the anchor."""

    whole: Expression
    edge: str

    def lay(self, context: Context) -> Laid:
        """The part; a single day, and for "earlier" and "later" a period without the anchor, stays whole."""
        laid = self.whole.lay(context)
        interval, anchor = laid.interval, context.anchor
        if interval is None or interval.start == interval.end:
            return laid
        if anchor and interval.start <= anchor <= interval.end and self.edge in ("earlier", "later"):
            return replace(laid, interval=Interval(interval.start, anchor) if self.edge == "earlier" else Interval(anchor, interval.end))
        return replace(laid, interval=third(interval, self.edge))


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """From one time to another, both included."""

    first: Expression
    last: Expression

    def lay(self, context: Context) -> Laid:
        """The hull; the end without a year takes it from the other end."""
        last = self.last.lay(context)
        first = self.first.lay(replace(context, anchor=last.interval.end, ahead=False) if last.interval else context)
        if first.anchored_on == "text" and last.cycle and first.interval:
            last = self.last.lay(replace(context, anchor=first.interval.start, ahead=True))
        same = first.interval == last.interval
        precision = first.precision if same else "range"
        if first.interval is None or last.interval is None or last.interval.end < first.interval.start:
            return Laid(interval=None, precision="range", anchored_on=None)
        hull = Interval(first.interval.start, last.interval.end)
        if not same and date_precision(hull) <= 2:
            precision = "days"
        return Laid(interval=hull, precision=precision, anchored_on=last.anchored_on, cycle=last.cycle if first.cycle else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekend:
    """The weekend: the last one that has begun."""

    def lay(self, context: Context) -> Laid:
        """Saturday and Sunday."""
        laid = CalendarTime(weekday=6).lay(context)
        sunday = laid.interval and days_away(laid.interval.start, 1)
        return replace(laid, interval=Interval(laid.interval.start, sunday) if laid.interval and sunday else None, precision="days")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf:
    """The ISO week that holds a day."""

    day: Expression

    def lay(self, context: Context) -> Laid:
        """Monday to Sunday."""
        laid = self.day.lay(context)
        return replace(laid, interval=laid.interval and period(laid.interval.start, "week"), precision="week")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nowhere:
    """A time that no calendar holds: a duration, a habit, a vague past or future."""

    precision: TimePrecision = "range"

    def lay(self, context: Context) -> Laid:
        """Unknown."""
        return Laid(interval=None, precision=self.precision, anchored_on=None)
