"""`gesta compare`: incidents beside a hand-coded table."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from gesta.cli.filters import asking
from gesta.cli.options import StoreAddress
from gesta.cli.streams import emit
from gesta.codebook import Codebook
from gesta.export.comparison import Coded, Comparison, coded, read_ged, summary
from gesta.export.comparison import compare as paired
from gesta.export.geography import plain
from gesta.model import Query
from gesta.pipeline.exporting import Exporter
from gesta.render.visible import terminal_text
from gesta.store import open_store

With = Annotated[str, typer.Option("--with", metavar="FILE", help="A CSV file in the columns of UCDP GED.", show_default=False)]


class Form(StrEnum):
    """What a comparison is printed as."""

    TABLE = "table"
    JSON = "json"


@asking
def compare(
    query: Query,
    store: StoreAddress,
    table: With,
    shape: Annotated[Form, typer.Option("--format", help="table: to read. json: one row of either table a line.")] = Form.TABLE,
) -> None:
    """Set incidents beside a hand-coded table. Which are in both, how far apart, whether deaths agree, and what only one of them has."""
    theirs = read_ged(Path(table))
    with open_store(store) as opened:
        ours = [coded(row) for row in Exporter(opened, Codebook.load(), query).table("ged").rows]
    found = paired(ours, theirs)
    emit(as_json(found) if shape is Form.JSON else as_table(found))


def as_table(found: Comparison) -> str:
    """The summary, then the pairs, then what is left on either side."""
    shown = [f"{label:<50} {figure}" for label, figure in summary(found)]
    for title, rows in (
        ("in both: ours, theirs", [f"{line(p.ours)}   {line(p.theirs)}" for p in found.pairs]),
        ("only ours", map(line, found.only_ours)),
        ("only theirs", map(line, found.only_theirs)),
    ):
        listed = list(rows)
        shown += ["", f"{title} ({len(listed)})", *(listed or ["none"])]
    return "".join(f"{terminal_text(text)}\n" for text in shown)


def line(row: Coded) -> str:
    """A row in few words: id, day, place, deaths."""
    deaths = f"{row.low}-{row.best}-{row.high}"
    return f"{row.id:<18} {row.start} {row.place[:24]:<24} {deaths:>12}"


def as_json(found: Comparison) -> str:
    """One object a line: `in` is both, ours or theirs."""
    rows: list[dict[str, Any]] = [{"in": "both", **asdict(pair)} for pair in found.pairs]
    rows += [{"in": "ours", "ours": asdict(row)} for row in found.only_ours]
    rows += [{"in": "theirs", "theirs": asdict(row)} for row in found.only_theirs]
    return "".join(json.dumps(row, ensure_ascii=False, default=listed) + "\n" for row in rows)


def listed(value: Any) -> Any:
    """Sets as sorted lists, days as ISO 8601."""
    return sorted(value) if isinstance(value, frozenset) else plain(value)
