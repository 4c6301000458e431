"""Pieces of time that belong together: "early" and a month, a clock time and a day, two ends of a range, "since" and its day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from gesta.coding.times_compounds import Between, Feast, Overnight, WeekOf
from gesta.coding.times_expressions import CalendarTime, Shift
from gesta.coding.times_meanings import Meaning
from gesta.coding.times_patterns import Token
from gesta.coding.times_rules import Piece

Joining = Callable[[Piece, tuple[str, ...], Piece, Sequence[Token]], Meaning | None]
LONGEST_GAP = 4  # tokens between two pieces of one time
EDGE_LINKS = {(), ("on",), ("in",), ("in", "the"), ("of",), ("of", "the"), ("the",), ("-",), ("of", "this"), ("this",)}
DAY_THEN_CLOCK = {
    (), (",",), ("at",), (",", "at"), ("at", "about"), ("at", "around"), ("around",), ("about",), ("shortly", "before"),
    ("shortly", "after"), ("before",), ("after",), ("by",), ("in",), ("on",),
}  # fmt: skip
CLOCK_THEN_DAY = {(), (",",), ("on",), ("of",), ("on", "the"), (",", "on"), ("from",), ("into",), ("that",)}
DATE_LINKS = {(), (",",), (",", "the"), ("the",), ("(",), ("of",)}
RANGE_LINKS = {("to",), ("-",), ("until",), ("till",), ("through",), ("up", "to"), ("–",), ("—",)}
PART_CUES = frozenset({"at", "before", "by", "until", "since", "after"})
PART_CUES_THE = PART_CUES | {"in", "during", "into"}
PAIR_LINKS = RANGE_LINKS | {("and",), ("or",), ("/",)}


def joined(pieces: Iterable[Piece], tokens: Sequence[Token]) -> tuple[Piece, ...]:
    """The pieces with those joined that make one time; edges and parts of day that found no date left out."""
    out = tuple(pieces)
    for joining in (within_day, across):
        out = folded(out, tokens, joining)
    return tuple(led(piece, tokens) for piece in out if stands_alone(piece, tokens))


def folded(pieces: Iterable[Piece], tokens: Sequence[Token], joining: Joining) -> tuple[Piece, ...]:
    """Joins neighbours from left to right as long as the rule allows."""
    out: list[Piece] = []
    for found in pieces:
        piece = found
        while out and piece.first - out[-1].end <= LONGEST_GAP:
            gap = tuple(token.form for token in tokens[out[-1].end : piece.first])
            meaning = joining(out[-1], gap, piece, tokens)
            if meaning is None:
                break
            piece = Piece(out.pop().first, piece.end, meaning)
        out.append(piece)
    return tuple(out)


def is_day(meaning: Meaning) -> bool:
    """True when the meaning names a day (or a night)."""
    time = meaning.expression
    if meaning.role not in ("date", "weekday") or meaning.kind != "point":
        return False
    return isinstance(time, Feast) or (isinstance(time, CalendarTime | Shift) and size(meaning) == "day")


def within_day(left: Piece, gap: tuple[str, ...], right: Piece, tokens: Sequence[Token]) -> Meaning | None:
    """Edges, weekdays, clock times and parts of day with the date they belong to."""
    a, b = left.meaning, right.meaning
    if a.role == "edge":
        return edged(a, gap, b)
    if a.role == "other" or b.role in ("other", "edge"):
        return None
    if a.role == "night" and is_day(b) and gap in CLOCK_THEN_DAY:
        return b._replace(expression=Overnight(day=b.expression), role="date")
    if is_day(a) and b.role == "night" and gap in DAY_THEN_CLOCK:
        return a._replace(expression=Overnight(day=a.expression), role="date")
    if a.role in ("clock", "part") and b.role in ("clock", "part") and gap in {(), ("in", "the"), ("in",), ("this",), ("of",)}:
        return a._replace(role="clock")
    if a.role in ("clock", "part") and is_day(b) and gap in CLOCK_THEN_DAY:
        return b._replace(timed=True, edge=a.edge or b.edge)
    if is_day(a) and b.role in ("clock", "part") and gap in DAY_THEN_CLOCK:
        return a._replace(timed=True)
    return dated(a, gap, b)


def dated(a: Meaning, gap: tuple[str, ...], b: Meaning) -> Meaning | None:
    """A weekday, or "today", with the date beside it."""
    day, date = a.expression, b.expression
    if not (isinstance(date, CalendarTime) and date.month and date.day and date.weekday is None and gap in DATE_LINKS and is_day(a)):
        return None
    if isinstance(day, CalendarTime) and day.weekday is not None and not day.month:
        return b._replace(expression=replace(date, weekday=day.weekday), role="date", timed=a.timed or b.timed, edge=a.edge or b.edge)
    return b._replace(timed=a.timed or b.timed) if isinstance(day, Shift) and gap else None


def edged(a: Meaning, gap: tuple[str, ...], b: Meaning) -> Meaning | None:
    """Joins "late on Monday", "mid-August", "the early 1990s", "earlier this month"."""
    if gap not in EDGE_LINKS or b.kind != "point" or b.role in ("edge", "other", "clock"):
        return None
    if gap == ("in",) and b.role in ("part", "night"):
        return None
    if a.edge == "week":
        return b._replace(expression=WeekOf(day=b.expression), role="date") if is_day(b) else None
    return b._replace(edge=a.edge)


def across(left: Piece, gap: tuple[str, ...], right: Piece, tokens: Sequence[Token]) -> Meaning | None:
    """Two ends of a range: "from Monday to Wednesday", "between 2014 and 2018", "27 September to 10 November 2020", "spring or summer"."""
    a, b = left.meaning, right.meaning
    if gap not in PAIR_LINKS or not (can_be_end(a) and can_be_end(b)):
        return None
    before = tokens[left.first - 1].form if left.first else ""
    if gap in RANGE_LINKS:
        fits = before in ("from", "between") or (gap != ("until",) and size(a) == size(b))
    elif gap == ("and",) and before == "between":
        fits = True
    else:
        fits = paired(a, gap, b)
    if not fits:
        return None
    if a.edge and gap == ("-",):  # "the end of the 1975-1990 war": the edge is of the whole
        return Meaning(Between(first=a.expression, last=b.expression), role="date", edge=a.edge)
    return Meaning(Between(first=a.placed, last=b.placed), role="date", timed=a.timed and b.timed)


def can_be_end(meaning: Meaning) -> bool:
    """True for what a range can begin or end with."""
    return meaning.role in ("date", "weekday", "clock") and meaning.kind == "point" and not isinstance(meaning.expression, Between)


def size(meaning: Meaning) -> str:
    """What kind of unit a meaning names, for two ends of a range to be alike."""
    time = meaning.expression
    return time.granularity if isinstance(time, CalendarTime) else time.unit if isinstance(time, Shift) else type(time).__name__


def paired(a: Meaning, gap: tuple[str, ...], b: Meaning) -> bool:
    """True for two seasons, or two months in sequence, named together: "spring or summer", "July and August 2022"."""
    first, last = a.expression, b.expression
    if not isinstance(first, CalendarTime) or not isinstance(last, CalendarTime) or first.year is not None or first.relative is not None:
        return False
    if first.season and last.season:
        return first.season % 12 < last.season
    return bool(first.month and last.month and not first.day and not last.day and first.month == last.month - 1 and gap != ("/",))


def stands_alone(piece: Piece, tokens: Sequence[Token]) -> bool:
    """False for an edge without a date, and for a part of day that no preposition makes a time."""
    if piece.meaning.role == "edge":
        return False
    if piece.meaning.role != "part" or tokens[piece.first].form in ("dawn", "midday", "noon", "midnight"):
        return True
    before = [token.form for token in tokens[max(0, piece.first - 2) : piece.first]]
    cues = PART_CUES_THE if tokens[piece.first].form.split()[0] == "the" else PART_CUES
    return bool(before) and before[-1] in cues


def led(piece: Piece, tokens: Sequence[Token]) -> Piece:
    """The piece with "since" or "until", "from … to" or "between … and" before it."""
    if piece.meaning.kind != "point" or (piece.meaning.role == "other" and piece.meaning.sense == "present"):
        return piece
    at = piece.first - 1
    if at >= 1 and tokens[at].form in ("least", "the") and tokens[at - 1].form in ("at", "since", "until"):
        at -= 1
        at -= at >= 1 and tokens[at].form == "at"
    form = tokens[at].form if at >= 0 else ""
    if form == "since":
        return Piece(at, piece.end, piece.meaning._replace(kind="since"))
    if form in ("until", "till"):
        return Piece(at, piece.end, piece.meaning._replace(kind="until"))
    if form in ("from", "between") and isinstance(piece.meaning.expression, Between):
        return Piece(at, piece.end, piece.meaning)
    return piece
