"""Differences between two states of knowledge, as lines to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, Protocol

from gesta.render.fitted import cut
from gesta.render.ink import Line, Piece, foreign, indented, paint, wrap
from gesta.render.phrases import EFFECTS, counted, plainly

SIGNS: Final = {"new": "+", "changed": "~", "gone": "-"}
STYLES: Final = {"new": "event", "changed": "figure", "gone": "warn"}
LONGEST: Final = 60
SHORT: Final = 8


class Different(Protocol):
    """One row that is new, changed or gone."""

    @property
    def table(self) -> str:
        """Incidents, claims or estimates."""
        ...

    @property
    def fate(self) -> str:
        """What became of it."""
        ...

    @property
    def changes(self) -> Sequence[tuple[str, str, str]]:
        """Column, before, after."""
        ...

    @property
    def row(self) -> Mapping[str, str]:
        """Its values as text."""
        ...


def changes(found: Iterable[Different], *, width: int, colour: bool) -> str:
    """Each difference on its lines, by table, with how many are new (+), changed (~) and gone (-)."""
    lines: list[Line] = []
    for table, group in groupby(found, key=lambda d: d.table):
        rows = list(group)
        counts = ", ".join(f"{n} {fate}" for fate in SIGNS if (n := sum(d.fate == fate for d in rows)))
        lines += [[]] if lines else []
        lines.append([foreign(f"{table.capitalize()}: {counts}", "bold")])
        for one in rows:
            lines += entry(one, width)
    return paint(lines, colour)


def entry(one: Different, width: int) -> list[Line]:
    """What it is, and what changed in it."""
    style = STYLES[one.fate]
    found = indented(wrap([foreign(summary(one.table, one.row))], width - 2), "  ", "  ")
    found[0][0] = Piece(f"{SIGNS[one.fate]} ", style)
    for name, before, after in one.changes:
        told = [
            foreign(f"{plainly(name)}: ", "dim"),
            foreign(cut(before, LONGEST) or "–"),
            Piece(" → "),
            foreign(cut(after, LONGEST) or "–", style),
        ]
        found += indented(wrap(told, width - 4), "    ", "    ")
    return found


def summary(table: str, row: Mapping[str, str]) -> str:
    """The row in words."""
    if table == "incidents":
        return f"{row['id'][:SHORT]}  {row['title']}  {row.get('start') or 'no day'}  {told(row, 'reports', 'report')}"
    effect = EFFECTS.get(row["effect"], plainly(row["effect"]))
    whose = row["side"] or ("all together" if row["who"] == "all" else "side not said")
    if table == "claims":
        many = row["best"] or row["low"] or row["high"] or "some"
        by = row["claimants"] or row["outlet"] or "not named"
        return f"{row['report'][:SHORT]}:{row['key'][:4]}  {by}: {effect} {many}, {whose}  ({row['outlet']}, {row['known']})"
    numbers = " / ".join(row[name] or "–" for name in ("low", "best", "high"))
    return f"{row['subject'][:SHORT]}  {row['rule']}: {effect}, {whose}: {numbers}"


def told(row: Mapping[str, str], name: str, noun: str) -> str:
    """How many, in words; nothing where the row does not say."""
    return counted(int(row[name]), noun) if row.get(name, "").isdecimal() else ""
