"""Times in a text: days, months, years, clock times, ranges, durations and habits, laid on the calendar beside the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from gesta.coding.quantities_atoms import Atom, run_of
from gesta.coding.quantities_numerals import Spelling, spelling_of
from gesta.coding.times_calendar import Granularity, Interval, date_precision, days_away, months_away, period
from gesta.coding.times_expressions import Anchoring, Context, Cycle, Direction, Laid, MentionKind
from gesta.coding.times_joins import joined
from gesta.coding.times_meanings import Meaning
from gesta.coding.times_patterns import Token
from gesta.coding.times_rules import Piece, time_grammar
from gesta.coding.times_tokens import Reader
from gesta.model import Run, Span, Time, TimePrecision, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words that tell a time.

    `time` always has span and text; start and end are None where something is not known (no anchor, a vague or repeated time).
    `direction` is beside the day of publication. `anchored_on` says what the place on the calendar hangs on: the words alone ("text"),
    the day of publication ("anchor") or the time told before ("previous"). `cycle` is how often the words recur (a bare weekday: week; a
    date without a year: year), None where they name one time only.
    """

    run: Run
    time: Time
    kind: MentionKind
    direction: Direction | None
    anchored_on: Anchoring | None = None
    cycle: Cycle | None = None


def find_times(words: Sequence[Word], anchor: date | None, spelling: Spelling | None = None) -> tuple[TimeMention, ...]:
    """Every time told, in order, none overlapping; runs count words as `Word.i` does.

    A weekday lies less than six days before `anchor`, its own day included, or on the day after it, unless words such as "next" say
    otherwise; a month or a day of a month without a year may also lie up to two months ahead. `forward` and `backward` give the other
    readings. "Since" ends with the anchor, "until" has no start. Text is the words with as many blanks between two as code points lie
    there. `spelling`, that of the words, saves finding it again.
    """
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    grammar, (atoms, numerals) = time_grammar(), spelling or spelling_of(words)
    tokens = Reader(words, atoms, grammar.lexicon).tokens(numerals)
    out: list[TimeMention] = []
    previous: Interval | None = None
    for piece in joined(grammar.pieces(tokens), tokens):
        laid = piece.meaning.placed.lay(Context(anchor=day, previous=previous))
        if piece.meaning.kind == "since" and day:
            laid = replace(laid, interval=turned(laid.interval, laid.cycle, day, -1))
        if laid.interval and piece.meaning.kind == "point" and piece.meaning.role != "other":
            previous = laid.interval
        out.append(mention(words, spread(piece, tokens), atoms, piece.meaning, laid, day))
    return tuple(out)


def forward(mention: TimeMention, anchor: date | None) -> TimeMention:
    """The mention read towards the future: moved on by whole weeks or years until it does not lie wholly before `anchor`.

    Unchanged where the words name one time only ("last Friday", a date with its year), and without an anchor.
    """
    return read_towards(mention, anchor, 1)


def backward(mention: TimeMention, anchor: date | None) -> TimeMention:
    """The mention read towards the past: moved back until it does not begin after `anchor`; unchanged as with `forward`."""
    return read_towards(mention, anchor, -1)


def earlier_by(mention: TimeMention, day: date | None) -> TimeMention:
    """The time of what lies as long before a day as the mention, read from that day, lies after it; of years and months the whole one."""
    time = mention.time
    if day is None or time.start is None or time.end is None or time.start <= day.isoformat():
        return mention
    first, last = date.fromisoformat(time.start), date.fromisoformat(time.end)
    start, end = (day - (side - day) for side in (last, first))
    if time.precision in {"year", "month"}:
        unit: Granularity = "year" if time.precision == "year" else "month"
        back = months_away(day, -(12 * (first.year - day.year) + (first.month - day.month) * (unit == "month")))
        whole = period(back, unit) if back else None
        start, end = (whole.start, whole.end) if whole else (start, end)
    return replace(mention, direction="past", time=replace(time, start=start.isoformat(), end=end.isoformat()))


def read_towards(mention: TimeMention, anchor: date | None, sign: int) -> TimeMention:
    """The mention moved on (1) or back (-1)."""
    day = anchor.date() if isinstance(anchor, datetime) else anchor
    if day is None or mention.time.start is None or mention.time.end is None:
        return mention
    told = Interval(date.fromisoformat(mention.time.start), date.fromisoformat(mention.time.end))
    interval = turned(told, mention.cycle, day, sign)
    if interval is None or interval == told:
        return mention
    time = replace(mention.time, start=interval.start.isoformat(), end=interval.end.isoformat())
    return replace(mention, time=time, direction=direction_of(interval, day))


def turned(interval: Interval | None, cycle: Cycle | None, anchor: date, sign: int) -> Interval | None:
    """The interval moved by as few cycles as bring it to this side of the anchor; as it is without a cycle, or where the calendar ends."""
    while interval and cycle and (interval.end < anchor if sign > 0 else interval.start > anchor):
        moved = next_time(interval, cycle, sign)
        if moved is None:
            break
        interval = moved
    return interval


def next_time(interval: Interval, cycle: Cycle, sign: int) -> Interval | None:
    """The interval one cycle later or earlier; None outside years 1 to 9999."""
    move = months_away if cycle == "year" else days_away
    size = 12 if cycle == "year" else 7
    start, end = move(interval.start, sign * size), move(interval.end, sign * size)
    return Interval(start, end) if start and end else None


def direction_of(interval: Interval, anchor: date) -> Direction:
    """Wholly before, wholly after, or around the anchor."""
    return "past" if interval.end < anchor else "future" if interval.start > anchor else "present"


def spread(piece: Piece, tokens: Sequence[Token]) -> tuple[int, int]:
    """The atoms of a piece, first and end."""
    return tokens[piece.first].first, tokens[piece.end - 1].end


def mention(
    words: Sequence[Word], spread: tuple[int, int], atoms: Sequence[Atom], meaning: Meaning, laid: Laid, anchor: date | None
) -> TimeMention:
    """The mention with its span, its text (gaps between words as blanks) and its dates."""
    first, last = atoms[spread[0]].word, atoms[spread[1] - 1].word
    interval, precision = laid.interval, precision_of(laid, meaning)
    start, end, direction = interval and interval.start, interval and interval.end, meaning.sense
    if interval and anchor:
        direction = direction_of(interval, anchor)
    if meaning.kind == "since":
        end = anchor if anchor and start and start <= anchor else None
        precision, direction = "range", "present" if direction == "past" else direction
    elif meaning.kind == "until":
        start, precision = None, "range"
    exact = Interval(start, end) if start and end else None
    time = Time(
        start=start.isoformat() if start else None,
        end=end.isoformat() if end else None,
        precision=precision,
        date_prec=date_precision(exact) if exact else None,
        text=said(words[first : last + 1]),
        span=Span(words[first].start, words[last].end),
    )
    run = run_of(words, atoms, *spread)
    return TimeMention(
        run=run, time=time, kind=meaning.kind, direction=direction, anchored_on=laid.anchored_on if start or end else None, cycle=laid.cycle
    )


def precision_of(laid: Laid, meaning: Meaning) -> TimePrecision:
    """The precision "time" for a day with a time of day, else the precision of the words."""
    one_day = laid.interval is None or laid.interval.start == laid.interval.end
    return "time" if meaning.timed and one_day and laid.precision == "day" else laid.precision


def said(words: Sequence[Word]) -> str:
    """The words as written, with as many blanks between two as there are code points."""
    out = [words[0].text]
    for before, word in pairwise(words):
        out.append(" " * (word.start - before.end) + word.text)
    return "".join(out)
