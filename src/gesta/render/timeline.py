"""When it happened: bars (SVG, in percentages) that show each date with its vagueness; news and background have an axis each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gesta.model import Event, Report
from gesta.render.markup import Html, el
from gesta.render.phrases import MONTHS, in_order, iso

VAGUE = frozenset({"days", "week", "month", "season", "year"})
MOST_TICKS = 6
NARROWEST = 1.4  # Percent: a shorter bar is drawn as a dot.
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `start` to `end` (both included) on 0–100 percent; `now` is the day of publication where it lies inside."""

    start: date
    end: date
    now: date | None = None

    @property
    def days(self) -> int:
        """The length in days."""
        return (self.end - self.start).days + 1

    def at(self, day: date) -> float:
        """Where a day begins, in percent."""
        return 100 * (day - self.start).days / self.days


def dated(event: Event) -> tuple[date, date] | None:
    """First and last day; an end that is not known is the other one; None without a date."""
    if event.time is None:
        return None
    start, end = iso(event.time.start), iso(event.time.end)
    days = [d for d in (start, end) if d]
    return (min(days), max(days)) if days else None


def groups(report: Report) -> tuple[list[Event], list[Event], list[Event]]:
    """Events of the news, events of the background, and those without a date, each in order of time."""
    events = in_order(report.events)
    with_date = [e for e in events if dated(e)]
    news = [e for e in with_date if e.era != "background"]
    return news, [e for e in with_date if e.era == "background"], [e for e in events if not dated(e)]


def axis(events: Sequence[Event], now: date | None = None) -> Axis | None:
    """An axis around the events, and around the day of publication unless that is further off than they last; None without dated events."""
    spans = [span for e in events if (span := dated(e))]
    if not spans:
        return None
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    reach = max(timedelta(days=7), end - start)
    if now is not None and start - now <= reach and now - end <= reach:
        start, end = min(start, now), max(end, now)
    else:
        now = None
    pad = max(DAY, (end - start) // 16)
    return Axis(shifted(start, -pad), shifted(end, pad), now)


def shifted(day: date, by: timedelta) -> date:
    """The day moved, as far as the calendar goes."""
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max


def ticks(scale: Axis) -> list[tuple[date, str]]:
    """At most MOST_TICKS days to name on the axis, all of one unit: days, months or years."""
    for step in (1, 2, 7, 14):
        if scale.days <= step * MOST_TICKS:
            return [(day, f"{day.day} {MONTHS[day.month - 1]}") for day in every_day(scale, step)]
    for step in (1, 2, 3, 6):
        if scale.days <= step * 30 * MOST_TICKS:
            return [(day, f"{MONTHS[day.month - 1]} {day.year}") for day in every_month(scale, step)][: MOST_TICKS + 1]
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if scale.days <= s * 366 * MOST_TICKS)
    years = range(scale.start.year // step * step, scale.end.year + 1, step)
    return [(date(year, 1, 1), str(year)) for year in years if year and scale.start <= date(year, 1, 1) <= scale.end]


def every_day(scale: Axis, step: int) -> Iterator[date]:
    """Every `step`-th day of the axis."""
    return (scale.start + DAY * n for n in range(0, scale.days, step))


def every_month(scale: Axis, step: int) -> Iterator[date]:
    """The first day of every `step`-th month of the year on the axis."""
    first = scale.start.year * 12 + (scale.start.month - 1) // step * step
    for n in range(first, scale.end.year * 12 + 12, step):
        day = date(n // 12, n % 12 + 1, 1)
        if scale.start <= day <= scale.end:
            yield day


def ruler(scale: Axis) -> Html:
    """The axis with its ticks, and the day of publication."""
    parts: list[Html] = []
    for day, name in ticks(scale):
        x = scale.at(day)
        anchor = "start" if x < 4 else "end" if x > 94 else "middle"
        parts += [
            el("line", x1=f"{x:.2f}%", x2=f"{x:.2f}%", y1=18, y2=26, class_="tick"),
            el("text", name, x=f"{x:.2f}%", y=12, text_anchor=anchor),
        ]
    return el("svg", parts, published(scale, 16, 26), width="100%", height=26, class_="ruler", aria_hidden="true")


def published(scale: Axis, top: int, bottom: int) -> Html | None:
    """The day of publication as a line, None where the axis does not hold it."""
    if scale.now is None:
        return None
    x = f"{scale.at(scale.now) + 50 / scale.days:.2f}%"
    return el("line", x1=x, x2=x, y1=top, y2=bottom, class_="now")


def bar(event: Event, scale: Axis) -> Html | None:
    """The event's date: a dot for a day, a solid bar for what lasted, a pale one for some day within; hollow where it is not actual."""
    span = dated(event)
    if span is None or event.time is None:
        return None
    left, right = scale.at(span[0]), scale.at(span[1] + DAY) if span[1] < date.max else 100.0
    middle, wide = (left + right) / 2, right - left
    sure = "" if event.factuality == "actual" else " unsure"
    vague = event.time.precision in VAGUE and span[0] != span[1]
    grid = [el("line", x1=f"{x:.2f}%", x2=f"{x:.2f}%", y1=0, y2=22, class_="tick") for x in (scale.at(day) for day, _ in ticks(scale))]
    shape: list[Html] = []
    if span[0] == span[1] or wide < NARROWEST:
        if vague:
            shape.append(el("circle", cx=f"{middle:.2f}%", cy=11, r=8, class_="halo"))
        shape.append(el("circle", cx=f"{middle:.2f}%", cy=11, r=5, class_=f"dot{sure}"))
    else:
        shape.append(
            el("rect", x=f"{left:.2f}%", width=f"{wide:.2f}%", y=6, height=10, rx=5, class_=f"{'vague' if vague else 'lasting'}{sure}")
        )
    return el("svg", grid, published(scale, 0, 22), shape, width="100%", height=22, class_="bar", aria_hidden="true")
