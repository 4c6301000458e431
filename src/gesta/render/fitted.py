"""Tables for a terminal: one line a row, columns as wide as they need, the widest cut where the terminal is narrower."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gesta.render.ink import Line, Piece, indented, wrap
from gesta.render.visible import column, columns, terminal_text

GAP = 2
INDENT = 4
NONE = "-"
LEAST = 6


class Column(NamedTuple):
    """A column's title; `right` for numbers; `style` a key of SGR; `give` how readily it is cut, 0 never."""

    title: str
    right: bool = False
    style: str = ""
    give: int = 1


def cut(text: str, width: int) -> str:
    """The text in at most `width` columns, with … at the end where something is left out."""
    if columns(text) <= width:
        return text
    kept, used = [], 0
    for char in text:
        used += column(char)
        if used > width - 1:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def clean(cell: str) -> str:
    """The cell on one line, controls shown, "-" where it is empty."""
    return " ".join(terminal_text(cell).split()) or NONE


def fitted(heads: Sequence[Column], rows: Iterable[Sequence[str]], width: int | None) -> list[Line]:
    """A head and the rows; nothing is cut where `width` is None.

    The last cell of a row that is longer than `heads` stands below it, wrapped, where there is a width, and behind it where there is none.
    """
    table = [[clean(cell) for cell in row] for row in rows]
    natural = [max([columns(h.title), *(columns(row[i]) for row in table)]) for i, h in enumerate(heads)]
    widths = natural if width is None else narrowed(natural, heads, width - GAP * (len(heads) - 1))
    found = [line([h.title for h in heads], [h._replace(style="dim") for h in heads], widths)]
    for row in table:
        found.append(line(row, heads, widths))
        for below in row[len(heads) :]:
            if width is None:
                found[-1].append(Piece(below))
            else:
                found += indented(wrap([Piece(below, "dim")], width - INDENT), " " * INDENT, " " * INDENT)
    return found


def narrowed(natural: Sequence[int], heads: Sequence[Column], room: int) -> list[int]:
    """Widths that fit into `room`: the columns that give most are cut first, none below LEAST."""
    widths = list(natural)
    for give in sorted({h.give for h in heads if h.give}, reverse=True):
        while sum(widths) > room:
            able = [i for i, h in enumerate(heads) if h.give == give and widths[i] > LEAST]
            if not able:
                break
            widest = max(able, key=lambda i: widths[i])
            second = max([widths[i] for i in able if i != widest], default=LEAST)
            widths[widest] = max(LEAST, min(second, widths[widest] - 1), widths[widest] - (sum(widths) - room))
    return widths


def line(cells: Sequence[str], heads: Sequence[Column], widths: Sequence[int]) -> Line:
    """One row."""
    found: Line = []
    for cell, head, width in zip(cells, heads, widths, strict=False):
        text = cut(cell, width)
        pad = " " * (width - columns(text))
        found += [Piece(pad + text if head.right else text + pad, head.style), Piece(" " * GAP)]
    return found
