"""Times made of other times (ranges, parts of periods, nights, weeks), and those with a calendar of their own (feasts, spans of years)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gesta.coding.times_calendar import Interval, date_precision, days_away, feast, months_from, period, third
from gesta.coding.times_expressions import Context, Expression, Laid


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
    """The night before the anchor, or the night that begins with a named day (ends with it, when the next lies after the anchor)."""

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
        return Laid(
            interval=Interval(first, last),
            precision="days",
            anchored_on=laid.anchored_on if laid else "anchor",
            cycle=laid.cycle if laid else None,
        )


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
class WeekOf:
    """The ISO week that holds a day."""

    day: Expression

    def lay(self, context: Context) -> Laid:
        """Monday to Sunday."""
        laid = self.day.lay(context)
        return replace(laid, interval=period(laid.interval.start, "week") if laid.interval else None, precision="week")
