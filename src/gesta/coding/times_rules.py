"""The grammar of times: patterns over tokens and what each means. Classes in capitals are those of `times.yaml` and of `Sort`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from gesta.codebook.vocabulary import vocabulary
from gesta.coding.times_expressions import Shift, Weekend
from gesta.coding.times_meanings import (
    Meaning,
    ago,
    around,
    calendar,
    century,
    clock,
    days,
    decade,
    edge,
    feast,
    from_now,
    from_today,
    habit,
    lasting,
    named_day,
    numeric,
    overnight,
    part,
    period_beside,
    period_next,
    period_told,
    unit,
    vague,
    window,
    years,
)
from gesta.coding.times_patterns import OTHER, Found, Lexicon, Token, openings

MATCHES = 1 << 12  # shapes that are remembered
MERGED = {
    "MONTH": ("months", "month_abbreviations"),
    "WEEKDAY_ANY": ("weekdays", "weekday_abbreviations"),
    "ABBREVIATIONS": ("month_abbreviations", "weekday_abbreviations"),
    "REL": ("last", "past", "this", "next"),
    "STEP": ("last", "this", "next"),
    "AROUND": ("past", "next"),
}


class Piece(NamedTuple):
    """A meaning and the tokens `first … end - 1` that carry it."""

    first: int
    end: int
    meaning: Meaning


class Rule:
    """A pattern and its builder; a builder answers None where the words turn out to be no time. Compiled when first asked to match."""

    def __init__(self, order: int, pattern: str, build: Callable[[Found], Meaning | None], lexicon: Lexicon) -> None:
        self.order, self.pattern, self.build, self.lexicon = order, pattern, build, lexicon
        self.kept: dict[str, str] = {}
        self.compiled: re.Pattern[str] | None = None

    def compile(self) -> re.Pattern[str]:
        """The pattern over the tokens' characters."""
        source, self.kept = self.lexicon.compile(self.pattern)
        self.compiled = re.compile(source)
        return self.compiled


class Match(NamedTuple):
    """That a rule holds: how many tokens it takes, and by name which of them it keeps, counted from the first, and of what class."""

    rule: Rule
    length: int
    kept: dict[str, tuple[int, str]]


N = "(about|around|almost|nearly|roughly|some|over|more than|less than|at least|up to)? (n=COUNT|a=ARTICLES)"
GRAMMAR: tuple[tuple[str, Callable[[Found], Meaning | None]], ...] = (
    # dates in figures
    ("y=FOUR_DIGITS - m=MONTH_NUMBER - d=DAY", calendar),
    ("a=DAY / b=DAY / y=FOUR_DIGITS", numeric),
    ("a=DAY / b=DAY / y=MINUTE", numeric),
    ("a=DAY . b=DAY . y=FOUR_DIGITS", numeric),
    ("a=DAY - b=DAY - y=FOUR_DIGITS", numeric),
    ("the? y=FOUR_DIGITS (-|/) z=MINUTE", years),
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
    ("(that|the) very? same u=CALENDAR_UNITS", period_told),
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
    # habits
    ("EVERY (other|single|few|ORDINAL)? n=COUNT? (UNITS|WEEKDAYS|MONTH|SEASONS|PARTS_OF_DAY|WEEKEND)", habit),
    ("WEEKDAYS_PLURAL (PARTS_OF_DAY)?", habit),
    ("WEEKDAYS (nights|mornings|afternoons|evenings)", habit),
    ("<RATES (a|an|per) UNITS", habit),
    ("<PLURAL_UNITS (a|per) UNITS", habit),
    ("HABITS", habit),
    # durations
    ("n=COUNT -? u=UNITS", lasting),
    ("n=COUNT and a half u=UNITS", lasting),
    ("n=COUNT (more|full|whole|straight|consecutive|long|or so) u=UNITS", lasting),
    ("ARTICLES (full|whole|entire|long|further|additional)? -? u=UNITS", lasting),
    ("k=VAGUE_NUMBERS -? u=UNITS", lasting),
    ("<CONNECTIVES u=PLURAL_UNITS", lasting),
    # clock
    ("HOUR (: MINUTE)? MERIDIEM (ZONES time?|, local time)?", clock),
    ("HOUR . MINUTE MERIDIEM (ZONES time?)?", clock),
    ("HOUR : MINUTE (: MINUTE)? (ZONES time?)?", clock),
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
    ("in? the past !COUNT !UNITS", vague("past-vague", "past")),
    ("(in|the) (near|foreseeable|distant|immediate)? future", vague("future-vague", "future")),
    ("(at|the) present >STOPS", vague("point", "present")),
)


class Grammar:
    """The rules over one lexicon, by the character that a match begins with: most tokens begin none."""

    def __init__(self) -> None:
        self.lexicon = Lexicon(vocabulary("times"), MERGED)
        self.rules: dict[str, list[Rule]] = {}
        # Most words that may begin a time stand before a word of no time at all, over and over.
        self.matches = lru_cache(maxsize=MATCHES)(self.matching)
        for order, (pattern, build) in enumerate(GRAMMAR):
            rule = Rule(order, pattern, build, self.lexicon)
            for char in openings(pattern, self.lexicon):
                self.rules.setdefault(char, []).append(rule)

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """From left to right the longest match at each place, the earlier rule of two that match equally."""
        shape, at = "".join([token.char for token in tokens]), 0
        for start in [i for i, char in enumerate(shape) if char in self.rules]:
            piece = self.longest(tokens, shape, start) if start >= at else None
            if piece is not None:
                yield piece
                at = piece.end

    def longest(self, tokens: Sequence[Token], shape: str, at: int) -> Piece | None:
        """The longest piece that begins at token `at`."""
        other = shape.find(OTHER, at)  # no rule takes it, and none looks behind it
        for match in self.matches(shape[max(0, at - 1) : other + 1 if other >= 0 else None], min(at, 1)):
            end = at + match.length
            kept = {name: (at + place, kind) for name, (place, kind) in match.kept.items()}
            meaning = match.rule.build(Found(tokens, at, end, kept, self.lexicon))
            if meaning:
                return Piece(at, end, meaning)
        return None

    def matching(self, shape: str, at: int) -> tuple[Match, ...]:
        """The rules that hold at a place of a shape, the longest first, and of two that take as much the earlier one."""
        found = []
        for rule in self.rules[shape[at]]:
            match = (rule.compiled or rule.compile()).match(shape, at)
            if match is not None and match.end() > at:
                kept = {name: (match.start(name) - at, kind) for name, kind in rule.kept.items() if match.group(name) is not None}
                found.append(Match(rule, match.end() - at, kept))
        return tuple(sorted(found, key=lambda match: (-match.length, match.rule.order)))


@cache
def time_grammar() -> Grammar:
    """The grammar that ships with gesta."""
    return Grammar()
