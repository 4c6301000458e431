"""How a store that is too large to be linked in one piece is cut: chapters of days, so that news changes its own chapter and no other."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gesta.model import Claim, Telling

#: Days in which more reports were known are cut, down to months: so many are linked in a minute. What lies at a cut is linked less well.
MOST: Final = 2_500
#: Days after a chapter in which reports still tell of its days, and days before it in which what its reports copy may have been printed.
REACH: Final = 15
COPIED: Final = 7
_QUARTER: Final = 3  # months


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Chapter:
    """Days, both included. What is told belongs to the chapter that holds its day (`days_of`), a report to the one it was known in."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether the day is one of its own."""
        return self.first <= day <= self.last

    @property
    def window(self) -> tuple[date, date]:
        """First and last day on which a report was known that it depends on."""
        return self.first - min(timedelta(COPIED), self.first - date.min), self.last + min(timedelta(REACH), date.max - self.last)

    def sees(self, day: date) -> bool:
        """Whether a report known on that day may change it."""
        first, last = self.window
        return first <= day <= last


EVERYTHING: Final = Chapter(first=date.min, last=date.max)


def chapters(known: Mapping[date, int], most: int = MOST) -> tuple[Chapter, ...]:
    """The chapters of a store, in order, from the number of reports that were known from each day on.

    All is one chapter while that holds no more than `most`; else each year is, else each quarter, else each month.
    """
    if sum(known.values()) <= most:
        return (EVERYTHING,)
    years = {day.year for news in known for day in (news, news - min(timedelta(REACH), news - date.min))}
    return tuple(
        chapter for year in sorted(years) for chapter in _cut(Chapter(first=date(year, 1, 1), last=date(year, 12, 31)), known, most)
    )


def _cut(span: Chapter, known: Mapping[date, int], most: int) -> Iterator[Chapter]:
    parts = list(_parts(span))
    if not parts or sum(n for day, n in known.items() if span.holds(day)) <= most:
        yield span
    else:
        for part in parts:
            yield from _cut(part, known, most)


def _parts(span: Chapter) -> Iterator[Chapter]:
    """A year's quarters, a quarter's months; a month has no parts."""
    months = span.last.month - span.first.month + 1
    step = _QUARTER if months > _QUARTER else 1
    for month in range(span.first.month, span.last.month + 1, step) if months > 1 else ():
        yield Chapter(first=date(span.first.year, month, 1), last=last_day(span.first.year, month + step - 1))


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1)


def finder(every: Sequence[Chapter]) -> Callable[[date], Chapter | None]:
    """What answers the chapter that holds a day, None where none does."""
    firsts = [chapter.first for chapter in every]

    def found(day: date) -> Chapter | None:
        chapter = every[max(0, bisect_right(firsts, day) - 1)]
        return chapter if chapter.holds(day) else None

    return found


def days_of(tellings: Iterable[Telling], claims: Iterable[Claim] = ()) -> dict[str, date]:
    """By which day each event and figure is put into a chapter, by its ref; all events of each report must be given.

    Its own, if it is one of the fortnight before the report. Without a day it goes with the day that the report tells most of, and a
    figure with its event. What is recalled from before that fortnight, or foretold, is news of the day of its report.
    """
    reports: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        reports[telling.report].append(telling)
    usual = {report: usual_day(own) for report, own in reports.items()}
    found = {t.ref: own_day(t, usual[t.report]) for own in reports.values() for t in own}
    for claim in claims:
        event = found.get(f"{claim.report}:{claim.event}") if claim.event else None
        found[claim.ref] = event or own_day(claim, usual.get(claim.report, claim.known))
    return found


def usual_day(own: Sequence[Telling]) -> date:
    """The day that most of a report's events of the last fortnight have, the latest of equals; the report's own where none has one."""
    days = Counter(own_day(t, t.known) for t in own if t.start or t.end)
    return max(days, key=lambda day: (days[day], day), default=own[0].known)


def own_day(row: Telling | Claim, usual: date) -> date:
    """The day of one event or figure, `usual` where it has none."""
    day = row.start or row.end
    if day is None:
        return usual
    return day if timedelta() <= row.known - day <= timedelta(REACH) else row.known
