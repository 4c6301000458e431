"""The course of figures as a chart of characters: one line for each claimant, its numbers at their days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from gesta.model.ledger import Step
from gesta.render.fitted import cut
from gesta.render.ink import Line, Piece
from gesta.render.phrases import MONTHS, SIGNS
from gesta.render.visible import columns, terminal_text

BARS: Final = "▁▂▃▄▅▆▇█"
LEAST_CELL: Final = 8  # columns of a day, so that "13 Sep" and "▇ ≥ 135" have room
LONGEST_NAME: Final = 24


def amount(step: Step) -> str:
    """`49`, `≥135`, `20–30`."""
    if step.best is None and step.low is not None and step.high is not None:
        return f"{step.low:,}–{step.high:,}"
    told = next((n for n in (step.best, step.low, step.high) if n is not None), 0)
    return f"{SIGNS.get(step.qualifier, '')}{told:,}"


def size(step: Step) -> int:
    """The number that a step is drawn by."""
    return next((n for n in (step.best, step.low, step.high) if n is not None), 0)


def chart(steps: Sequence[Step], width: int, notes: Mapping[str, str]) -> list[Line]:
    """The steps of one side and effect: a line for each claimant, and below them the days.

    Days stand at equal distances where there is room for each, else to scale. A block before a number is as high as the number beside
    the largest of them. Numbers that took no place are in parentheses. `notes` is said of a claimant behind its name, by voice.
    """
    moving = (s for s in steps if s.standing or not s.note or "taken back" in s.note)
    drawn = sorted(moving, key=lambda s: (s.voice, s.known, "taken back" not in s.note, s.last, size(s)))
    if not drawn:
        return []
    names = {s.voice: cut(terminal_text(f"{s.claimant} {notes.get(s.voice, '')}").strip(), LONGEST_NAME) for s in drawn}
    margin = max(map(columns, names.values())) + 2
    places = scale([s.known for s in drawn], width - margin)
    top = max(map(size, drawn)) or 1
    rows = [list(group) for _, group in groupby(drawn, key=lambda s: s.voice)]
    rows.sort(key=lambda row: (row[0].known, row[0].voice))
    lines = [[Piece(names[row[0].voice].ljust(margin)), *course(row, places, width - margin, top)] for row in rows]
    return [*lines, [Piece(" " * margin), *axis(places, width - margin)]]


def scale(days: Iterable[date], room: int) -> dict[date, int]:
    """The column at which each day stands."""
    every = sorted(set(days))
    if len(every) * LEAST_CELL <= room:
        cell = min(room // len(every), 2 * LEAST_CELL)
        return {day: place * cell for place, day in enumerate(every)}
    length = (every[-1] - every[0]).days or 1
    return {day: (day - every[0]).days * (room - LEAST_CELL) // length for day in every}


def course(steps: Sequence[Step], places: Mapping[date, int], room: int, top: int) -> Line:
    """One claimant's line: blank before its first number, a rule between and after them."""
    found: Line = []
    used = 0
    for step in steps:
        bar = BARS[min(len(BARS) - 1, size(step) * len(BARS) // (top + 1))]
        taken_back = not step.standing and bool(step.note)
        text = f"({amount(step)})" if taken_back else f"{bar}{amount(step)}"
        place = max(places[step.known], used + bool(found))
        if place + columns(text) > room and found:
            found.append(Piece("…", "dim"))
            return found
        fill = (" " if not found else "─") * (place - used)
        found += [Piece(fill, "rule"), Piece(text, "dim" if taken_back else "figure")]
        used = place + columns(text)
    end = min(room, max(places.values()) + LEAST_CELL - 2)
    return [*found, Piece("─" * max(0, end - used), "rule")]


def axis(places: Mapping[date, int], room: int) -> Line:
    """The days that have room, the year with the first."""
    text, last = "", None
    for day, place in sorted(places.items()):
        said = f"{day.day} {MONTHS[day.month - 1]}" + ("" if last is not None and last.year == day.year else f" {day.year}")
        if (place > len(text) or not text) and place + len(said) <= room:
            text = text.ljust(place) + said
            last = day
    return [Piece(text, "dim")]
