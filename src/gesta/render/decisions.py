"""Judgements as a table."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from gesta.model import Judgement
from gesta.render.fitted import Column, fitted
from gesta.render.ink import paint
from gesta.render.phrases import counted

HEADS: Final = (
    Column("id", style="event", give=0),
    Column("at", give=0),
    Column("by"),
    Column("decision", give=0),
    Column("of"),
    Column("marks", style="warn", give=0),
)
SHOWN: Final = 2


def decisions(rows: Iterable[Judgement], counting: Collection[str], lost: Sequence[str], *, width: int | None, colour: bool) -> str:
    """One line a judgement, its reason below it; `counting` are ids of those not undone, `lost` an id for each item not found again."""
    return paint(fitted(HEADS, (cells(row, counting, lost) for row in rows), width), colour)


def cells(row: Judgement, counting: Collection[str], lost: Sequence[str]) -> Sequence[str]:
    """The cells of one judgement."""
    marks = ["" if row.kind == "undo" or row.id in counting else "undone", f"{n} not found" if (n := lost.count(row.id)) else ""]
    reason = (f"“{row.reason}”",) if row.reason else ()
    return row.id[:8], row.at[:16].replace("T", " "), row.by, row.kind, about(row), ", ".join(filter(None, marks)), *reason


def about(row: Judgement) -> str:
    """What it is about: the judgement undone, the values given, or the items."""
    if row.undoes:
        return row.undoes[:8]
    named = ", ".join(f"{item.report[:8]}:{item.key[:4]}" for item in row.items[:SHOWN])
    if row.changes:
        return f"{named} {', '.join(f'{name}={value}' for name, value in row.changes)}"
    return named + (f" and {counted(len(row.items) - SHOWN, 'other')}" if len(row.items) > SHOWN else "")
