"""The grammar of times: patterns over tokens and what each means. Classes in capitals are those of `codebook/data/times.yaml` and of `Sort`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from gesta.codebook.vocabulary import vocabulary
from gesta.coding.times_calendar import DAYS_IN, MONTHS_IN, Granularity
from gesta.coding.times_expressions import (
    Between,
    CalendarTime,
    Direction,
    Edged,
    Expression,
    Feast,
    MentionKind,
    Moment,
    Nowhere,
    Overnight,
    Shift,
    Weekend,
    Window,
    Years,
)
from gesta.coding.times_patterns import Found, Lexicon, Token

Role = Literal["date", "weekday", "clock", "part", "night", "edge", "other"]
MERGED = {
    "MONTH": ("months", "month_abbreviations"),
    "WEEKDAY_ANY": ("weekdays", "weekday_abbreviations"),
    "ABBREVIATIONS": ("month_abbreviations", "weekday_abbreviations"),
    "REL": ("last", "past", "this", "next"),
    "STEP": ("last", "this", "next"),
    "AROUND": ("past", "next"),
}


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


class Piece(NamedTuple):
    """A meaning and the tokens `first … end - 1` that carry it."""

    first: int
    end: int
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled pattern and its builder; a builder answers None where the words turn out to be no time."""

    pattern: re.Pattern[str]
    kept: dict[str, str]
    build: Callable[[Found], Meaning | None]


def unit(found: Found, name: str = "u") -> Granularity:
    """The unit kept under this name."""
    return cast(Granularity, found.value(name))


def calendar(found: Found) -> Meaning | None:
    """Any of y, m, d, w, s, q, h as named parts of the calendar; r, and t with v, as "last", "this", "next"; b beside the time told before."""
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


def around(amount: int, base: Literal["anchor", "previous"] = "anchor", length: Granularity = "day", timed: bool = False) -> Callable[[Found], Meaning]:
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
    if found.has("k") or found.vague("n") or not amount:
        return Meaning(Nowhere(), kind="past-vague" if sign < 0 else "future-vague", sense="past" if sign < 0 else "future", role="other")
    return Meaning(Window(amount=sign * amount, unit=unit(found)), role="other", sense="past" if sign < 0 else "future")


def vague(kind: MentionKind, sense: Direction | None) -> Callable[[Found], Meaning]:
    """A builder for words that mean only past, present or future."""
    return lambda found: Meaning(Nowhere(), kind=kind, sense=sense, role="other")


def lasting(found: Found) -> Meaning | None:
    """A duration: "six weeks", "a two-day visit"; an age is none."""
    if "old" in [token.form for token in found.tokens[found.end : found.end + 2]] or [t.form for t in found.tokens[found.end : found.end + 2]] == ["of", "age"]:
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


N = "(about|around|almost|nearly|roughly|some|over|more than|less than|at least|up to)? (n=COUNT|a=ARTICLES)"
GRAMMAR: tuple[tuple[str, Callable[[Found], Meaning | None]], ...] = (
    # dates in figures
    ("y=FOUR_DIGITS - m=MONTH_NUMBER - d=DAY", calendar),
    ("a=DAY / b=DAY / y=FOUR_DIGITS", numeric),
    ("a=DAY / b=DAY / y=MINUTE", numeric),
    ("a=DAY . b=DAY . y=FOUR_DIGITS", numeric),
    ("a=DAY - b=DAY - y=FOUR_DIGITS", numeric),
    ("y=FOUR_DIGITS (-|/) z=MINUTE", years),
    # dates in words
    ("(w=WEEKDAY_ANY .? ,?)? the? d=DAY (of|-)? m=MONTH (,? (y=FOUR_DIGITS|of? t=REL year))?", calendar),
    ("(w=WEEKDAY_ANY .? ,?)? m=MONTH the? d=DAY (,? (y=FOUR_DIGITS|of? t=REL year))?", calendar),
    ("d=DAY (-|to|until|through|or|and) the? e=DAY of? m=MONTH (,? y=FOUR_DIGITS)?", days),
    ("m=MONTH d=DAY (-|to|until|through) e=DAY (,? y=FOUR_DIGITS)?", days),
    ("<BETWEEN m=MONTH d=DAY and e=DAY (,? y=FOUR_DIGITS)?", days),
    ("m=MONTH d=DAY (and|or) e=DAY (,? y=FOUR_DIGITS)? >STOPS", days),
    ("m=MONTH (of|,)? (y=FOUR_DIGITS|of? t=REL year)", calendar),
    ("r=REL? m=MONTH", calendar),
    ("r=STEP m=MONTH d=DAY", calendar),
    ("r=REL? w=WEEKDAYS", calendar),
    ("the b=BESIDE w=WEEKDAYS", calendar),
    ("w=WEEKDAYS (of|in)? t=REL v=WEEK", calendar),
    ("t=REL v=WEEK 's w=WEEKDAYS", calendar),
    ("the? (year|fiscal)? year? y=YEAR", calendar),
    ("(the year|fiscal year?|fy) y=FOUR_DIGITS", calendar),
    ("(r=REL|the)? s=SEASONS ((of|,|in)? (y=FOUR_DIGITS|of? t=REL year))?", calendar),
    ("(the|its)? (r=REL|latest)? fiscal? q=ORDINAL -? quarter ((of|in|,)? fiscal? (y=FOUR_DIGITS|t=REL year))?", calendar),
    ("(the|its)? (y=FOUR_DIGITS|t=REL year 's) fiscal? q=ORDINAL -? quarter", calendar),
    ("the? h=ORDINAL -? half of (y=FOUR_DIGITS|t=REL year)", calendar),
    ("the? x=DECADE", decade),
    ("the nineteen? x=DECADES", decade),
    ("the? o=ORDINAL century", century),
    # days counted from today
    ("n=DAYS_FROM_TODAY", from_today),
    ("n=NIGHTS_FROM_TODAY", from_today),
    ("the day before yesterday", around(-2)),
    ("the day after tomorrow", around(2)),
    ("last night", around(-1, timed=True)),
    ("(this|earlier this|later this) PARTS_OF_DAY", around(0, timed=True)),
    ("(this|the|these) (current|ongoing) u=CALENDAR_UNITS", lambda found: Meaning(Shift(amount=0, unit=unit(found)), sense="present")),
    ("r=STEP u=CALENDAR_UNITS", period_beside),
    ("this r=AROUND (w=WEEKDAYS|s=SEASONS|m=MONTH)", calendar),
    ("the WEEKEND", lambda found: Meaning(Weekend())),
    # beside the time told before
    ("the r=BESIDE u=CALENDAR_UNITS", period_told),
    ("(that|the) same? r=SAME u=CALENDAR_UNITS", period_told),
    ("EARLIER (in|on) the u=CALENDAR_UNITS", lambda found: Meaning(Shift(amount=0, unit=unit(found), base="previous"))),
    ("that u=CALENDAR_UNITS", lambda found: Meaning(Shift(amount=0, unit=unit(found), base="previous"))),
    ("the (next|following) PARTS_OF_DAY", around(1, "previous", timed=True)),
    ("that (same)? PARTS_OF_DAY", around(0, "previous", timed=True)),
    ("(the night|the evening) before", around(-1, "previous", timed=True)),
    ("the u=CALENDAR_UNITS (b=BEFORE|c=AFTER)", period_next),
    (f"{N} (more|full|whole)? u=UNITS (or so|or two)? ago", ago),
    (f"{N} (more|full|whole)? u=UNITS (b=BEFORE|c=AFTER)", ago),
    ("u=UNITS - (ago|earlier)", lambda found: Meaning(Shift(amount=-1, unit=unit(found)))),
    ("u=PLURAL_UNITS (ago|earlier)", vague("past-vague", "past")),
    ("(n=COUNT|a=ARTICLES) u=UNITS from now", from_now),
    # windows
    ("the r=PAST n=COUNT? u=UNITS", window),
    ("the r=NEXT n=COUNT? u=UNITS", window),
    ("r=AROUND n=COUNT u=UNITS", window),
    ("the? r=AROUND k=VAGUE_NUMBERS u=UNITS", window),
    ("the? RECENT PLURAL_UNITS", vague("past-vague", "past")),
    ("(the|in)? (coming|upcoming) PLURAL_UNITS", vague("future-vague", "future")),
    ("the PLURAL_UNITS (before|preceding|leading|after|following|since)", vague("past-vague", None)),
    # durations
    ("n=COUNT -? u=UNITS", lasting),
    ("n=COUNT and a half u=UNITS", lasting),
    ("n=COUNT (more|full|whole|straight|consecutive|long|or so) u=UNITS", lasting),
    ("ARTICLES (full|whole|entire|long|further|additional)? -? u=UNITS", lasting),
    ("k=VAGUE_NUMBERS -? u=UNITS", lasting),
    ("<CONNECTIVES u=PLURAL_UNITS", lasting),
    # habits
    ("EVERY (other|single|few|ORDINAL)? n=COUNT? (UNITS|WEEKDAYS|MONTH|SEASONS|PARTS_OF_DAY|WEEKEND)", habit),
    ("WEEKDAYS_PLURAL (PARTS_OF_DAY)?", habit),
    ("WEEKDAYS (nights|mornings|afternoons|evenings)", habit),
    ("<RATES (a|an|per) UNITS", habit),
    ("<PLURAL_UNITS (a|per) UNITS", habit),
    ("HABITS", habit),
    # clock
    ("HOUR (: MINUTE)? MERIDIEM .? ZONES? ,? (local time)?", clock),
    ("HOUR . MINUTE MERIDIEM .? ZONES? (local time)?", clock),
    ("HOUR : MINUTE (: MINUTE)? ZONES? time?", clock),
    ("CLOCK ZONES time?", clock),
    ("HOUR MINUTE ZONES time?", clock),
    ("HOUR o'clock", clock),
    ("HALF_DAYS", clock),
    # parts of the day
    ("the? PARTS_OF_DAY", part),
    ("OVERNIGHT", overnight),
    ("g=EDGES", edge),
    ("f=HOLIDAYS ,? y=FOUR_DIGITS?", feast),
    ("r=REL f=HOLIDAYS", feast),
    ("f=NAMED_DAYS", named_day),
    # vague
    ("PRESENT_WORDS", vague("point", "present")),
    ("PAST_WORDS", vague("past-vague", "past")),
    ("FUTURE_WORDS", vague("future-vague", "future")),
    ("in? the past !COUNT", vague("past-vague", "past")),
    ("(in|the) (near|foreseeable|distant|immediate)? future", vague("future-vague", "future")),
    ("(at|the) present >STOPS", vague("point", "present")),
)


class Grammar:
    """The rules compiled over one lexicon."""

    def __init__(self) -> None:
        self.lexicon = Lexicon(vocabulary("times"), MERGED)
        self.rules: list[Rule] = []
        sources: list[str] = []
        for pattern, build in GRAMMAR:
            source, kept = self.lexicon.compile(pattern)
            self.rules.append(Rule(re.compile(source), kept, build))
            sources.append(re.sub(r"\?P<\w+>", "?:", source))
        self.anywhere = re.compile("|".join(sources))

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """From left to right the longest match at each place, the earlier rule of two that match equally."""
        shape, at = "".join(token.char for token in tokens), 0
        while start := self.anywhere.search(shape, at):
            piece = self.longest(tokens, shape, start.start())
            if piece is None:
                at = start.start() + 1
            else:
                yield piece
                at = piece.end

    def longest(self, tokens: Sequence[Token], shape: str, at: int) -> Piece | None:
        """The longest piece that begins at token `at`."""
        matches = [(match.end(), -order, match, rule) for order, rule in enumerate(self.rules) if (match := rule.pattern.match(shape, at))]
        for end, _, match, rule in sorted(matches, key=lambda m: m[:2], reverse=True):
            kept = {name: (match.start(name), kind) for name, kind in rule.kept.items() if match.group(name) is not None}
            meaning = rule.build(Found(tokens, at, end, kept, self.lexicon)) if end > at else None
            if meaning:
                return Piece(at, end, meaning)
        return None


@cache
def time_grammar() -> Grammar:
    """The grammar that ships with gesta."""
    return Grammar()
