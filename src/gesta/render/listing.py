"""The compact table of `gesta code --format table`: one line for each event and each figure."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from gesta.model import Event, Figure, Report
from gesta.render.phrases import amount, caveats, doubts, effect, in_order, people, percent, when
from gesta.render.register import Register
from gesta.render.visible import columns, terminal_text

EVENT_HEAD = ("id", "when", "type", "who", "to whom", "where", "said by", "marks", "sure")
FIGURE_HEAD = ("id", "as of", "effect", "how many", "of whom", "where", "said by", "marks", "sure")
NONE = "-"


def table(report: Report) -> str:
    """Two aligned blocks of plain text: events in order of time (the background last), figures in order of the record. Actors by code.

    Every line ends with a newline; a block without items is left out; "" for a report without events and figures.
    """
    register = Register(report)
    blocks = []
    if report.events:
        news_first = sorted(in_order(report.events), key=lambda e: e.era == "background")
        blocks.append([EVENT_HEAD, *(event_row(register, e) for e in news_first)])
    if report.figures:
        blocks.append([FIGURE_HEAD, *(figure_row(register, f) for f in report.figures)])
    return "\n".join(aligned(block) for block in blocks)


def claim(register: Register, statements: tuple[str, ...]) -> str:
    """Claimants by code, else by name; "outlet" for the outlet itself."""
    return "; ".join(dict.fromkeys("outlet" if c.own else c.code or c.label for c in register.claimants(statements)))


def event_row(register: Register, event: Event) -> tuple[str, ...]:
    """The event in the columns of EVENT_HEAD."""
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    who, whom = ("+".join(dict.fromkeys(map(register.code, ids))) for ids in (event.actors, event.recipients))
    where, marks = ", ".join(map(register.place, event.places)), ", ".join(doubts(event))
    return event.id, when(event.time) or "", kind, who, whom, where, claim(register, event.statements), marks, percent(event.confidence)


def figure_row(register: Register, figure: Figure) -> tuple[str, ...]:
    """The figure in the columns of FIGURE_HEAD."""
    many = amount(figure, register.report.article.text)
    whose = " ".join(filter(None, (figure.victims.code, people(figure.victims))))
    where = ", ".join(map(register.place, figure.places))
    beside = caveats(dataclasses.replace(figure, time=None)) + ("background",) * (figure.era == "background")
    marks = ", ".join((*beside, *register.ties(figure.id)))
    day = when(figure.time) or ""
    return figure.id, day, effect(figure), many, whose, where, claim(register, figure.statements), marks, percent(figure.confidence)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Cells on one line each, padded to their column's width, "-" where one is empty."""
    clean = [[" ".join(terminal_text(cell).split()) or NONE for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip(*clean, strict=True)]
    lines = ["  ".join(cell + " " * (w - columns(cell)) for cell, w in zip(row, widths, strict=True)).rstrip() for row in clean]
    return "".join(line + "\n" for line in lines)
