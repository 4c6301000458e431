"""The record in words: how many, when, how sure. Nothing here knows whether it is shown on a terminal or on a page."""

from __future__ import annotations

import math
from datetime import date, timedelta

from gesta.model import Event, Figure, Span, Time, Victims

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
EFFECTS = {"killed_or_missing": "killed or missing", "casualties": "killed or wounded"}
SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<", "about": "≈"}
PRECISIONS = {
    1: "exact", 2: "near", 3: "somewhere in the district", 4: "somewhere in the province", 5: "a wider region or a line",
    6: "somewhere in the country", 7: "international",
}  # fmt: skip
RELATIONS = {
    "ally": "is an ally of", "sponsor": "sponsors", "member": "is a member of", "base": "has a base in", "populated_by": "is populated by",
}  # fmt: skip
COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
MATERIAL = frozenset({"COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def plainly(code: str) -> str:
    """A code of the record as words: `killed_or_missing` as "killed or missing"."""
    return code.replace("_", " ").replace("-", " ")


def standing(kind: str) -> str:
    """The kind of a relation as a verb: "is an ally of", "claims"."""
    return RELATIONS.get(kind, plainly(kind))


def effect(figure: Figure) -> str:
    """What the figure counts: "killed", "killed or missing"."""
    return EFFECTS.get(figure.effect, plainly(figure.effect))


def quad(event: Event) -> str:
    """PLOVER's quad class of the event's type: `verbal` or `material`, `cooperation` or `conflict`."""
    return f"{'material' if event.type in MATERIAL else 'verbal'} {'cooperation' if event.type in COOPERATION else 'conflict'}"


def kind(event: Event) -> str:
    """Type and mode in words: "Assault, heavy weapons"."""
    return f"{plainly(event.type).capitalize()}{', ' + plainly(event.mode) if event.mode else ''}"


def words(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The words that the spans cover, as read; spans outside the text are passed over."""
    return tuple(said for span in spans if 0 <= span.start < span.end and (said := text[slice(*span)]))


def amount(figure: Figure, text: str) -> str:
    """How many, with its vagueness: "49", "≥ 49", "20–30", "“dozens” (≥ 24)", "a number not given"."""
    low, best, high = figure.low, figure.best, figure.high
    if figure.qualifier == "some":
        return "number not given"
    if figure.qualifier == "order":
        return ordered(low, words(text, figure.spans.number))
    if figure.qualifier == "range" or (None not in (low, high) and low != high):
        return between(low, high)
    number = best if best is not None else low if low is not None else high
    sign = SIGNS.get(figure.qualifier, "")
    return "number not given" if number is None else f"{sign} {number:,}".lstrip()


def ordered(low: int | None, said: tuple[str, ...]) -> str:
    """An order of magnitude, in the words read where they are known."""
    least = "number not given" if low is None else f"≥ {low:,}"
    return f"“{' '.join(said[0].split())}” ({least})" if said and len(said[0]) <= 40 else least


def between(low: int | None, high: int | None) -> str:
    """A range, open where one end is unknown."""
    if low is None or high is None:
        return f"≤ {high:,}" if high is not None else "number not given" if low is None else f"≥ {low:,}"
    return f"{low:,}–{high:,}"


def people(victims: Victims) -> str:
    """Whose people, without their side: "military (officer)", or "" where nothing is said."""
    who = "" if victims.who == "unknown" else "military and civilian" if victims.who == "mixed" else plainly(victims.who)
    kinds = ", ".join(map(plainly, victims.kinds))
    return f"{who} ({kinds})" if who and kinds else who or kinds


def caveats(figure: Figure) -> tuple[str, ...]:
    """What else must be said beside the number."""
    out = ["provisional"] * figure.provisional + ["cumulative"] * figure.cumulative
    stamp = when(figure.time)
    if stamp is None or figure.time is None:
        return tuple(out)
    return (*out, f"as of {stamp}" if figure.time.start == figure.time.end else stamp)


def toll(figure: Figure, text: str, ties: tuple[str, ...] = ()) -> str:
    """The whole figure, `ties` to other items with it: "killed ≥ 49 military [provisional, part of f1]"."""
    said = " ".join(filter(None, (effect(figure), amount(figure, text), people(figure.victims))))
    beside = ", ".join((*caveats(figure), *ties))
    return f"{said} [{beside}]" if beside else said


def iso(day: str | None) -> date | None:
    """The day of an ISO 8601 string, None when it is none."""
    try:
        return date.fromisoformat((day or "")[:10])
    except ValueError:
        return None


def calendar(day: date) -> str:
    """13 Sep 2022."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when(time: Time | None) -> str | None:
    """The date with its vagueness: "13 Sep 2022", "week of 12 Sep 2022", "27 Sep – 10 Nov 2020"; else the words read; else None."""
    if time is None:
        return None
    start, end = iso(time.start), iso(time.end)
    if start and end:
        return interval(start, end, time.precision)
    if start or end:
        return f"from {calendar(start)}" if start else f"until {calendar(end)}" if end else None
    return f"“{' '.join(time.text.split())}”" if time.text else None


def interval(start: date, end: date, precision: str) -> str:
    """Two days and what was meant by them."""
    if start >= end:
        return calendar(start)
    if precision == "week" and (end - start).days == 6:
        return f"week of {calendar(start)}"
    if start.day == 1 and (end + timedelta(days=1)).day == 1:
        return months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{calendar(end)}"
    first = calendar(start)[:-5] if start.year == end.year else calendar(start)
    return f"{first} – {calendar(end)}"


def months(start: date, end: date) -> str:
    """Whole months or years."""
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    if (start.month, end.month) == (1, 12):
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    return f"{MONTHS[start.month - 1]}{'' if start.year == end.year else f' {start.year}'} – {last}"


def doubts(event: Event) -> tuple[str, ...]:
    """What keeps the event from being a plain fact of the news: its factuality, its being background."""
    return (*([] if event.factuality == "actual" else [plainly(event.factuality)]), *(["background"] if event.era == "background" else []))


def in_order(events: tuple[Event, ...]) -> list[Event]:
    """Events by their first day, then the narrower one first; those without a date last; else in the order of the record."""
    far = date.max
    first = {id(e): iso(e.time.start or e.time.end) if e.time else None for e in events}
    last = {id(e): iso(e.time.end or e.time.start) if e.time else None for e in events}
    return sorted(events, key=lambda e: (first[id(e)] or far, last[id(e)] or far))


def percent(confidence: float) -> str:
    """A confidence of 0–1 as a whole percentage, "–" for what is no number. No blank, so that no line breaks before the sign."""
    return f"{round(confidence * 100)}%" if math.isfinite(confidence) else "–"


def counted(number: int, noun: str) -> str:
    """`1 event`, `2 events`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
