"""`gesta toponyms`: the names of places in articles, whatever they stand for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated, Any, Final

import typer

from gesta.cli.deliver import width
from gesta.cli.inputs import documents, expanded
from gesta.cli.options import Articles, CodebookFolder, Force, PipelineName
from gesta.cli.outcome import Outcome
from gesta.cli.progress import Progress
from gesta.cli.streams import colourful, emit
from gesta.export.geography import feature_lines
from gesta.export.spreadsheets import lines
from gesta.pipeline import Pipeline
from gesta.pipeline.geoparsing import COLUMNS, geoparse
from gesta.render.fitted import Column, fitted
from gesta.render.ink import paint

Row = dict[str, Any]
HEADS: Final = (
    Column("at", right=True, give=0),
    Column("words"),
    Column("role", give=0),
    Column("place"),
    Column("kind", give=0),
    Column("state", give=0),
    Column("lat", right=True, style="figure", give=0),
    Column("lon", right=True, style="figure", give=0),
    Column("document"),
)


class Form(StrEnum):
    """What names are printed as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    GEOJSON = "geojson"


def toponyms(
    paths: Articles,
    shape: Annotated[
        Form, typer.Option("--format", help="table: to read. json: one object a line. csv: one line a name. geojson: one feature a name.")
    ] = Form.TABLE,
    force: Force = False,
    pipeline: PipelineName = None,
    codebook: CodebookFolder = None,
) -> None:
    """List every name of a place in articles. Those that stand for a place, a government or a people, and those in other names."""
    files = expanded(paths)
    outcome = Outcome(Progress(documents(files)))
    reports = outcome.reports(geoparse(Pipeline(pipeline, force=force, codebook=codebook), files))
    for piece in WRITERS[shape](row for report in reports for row in report.rows()):
        emit(piece)
    raise typer.Exit(outcome.exit_code)


def as_table(rows: Iterator[Row]) -> Iterator[str]:
    """All rows under a head, once all are there."""
    found = [cells(row) for row in rows]
    yield paint(fitted(HEADS, found, width()), colourful()) if found else "no name of a place\n"


def cells(row: Row) -> tuple[str, ...]:
    """A row to read."""
    point = ("" if row["lat"] is None else f"{row['lat']:.2f}", "" if row["lon"] is None else f"{row['lon']:.2f}")
    return (
        str(row["start"]), row["text"], row["role"], row["name"] or "", row["kind"] or "", row["country"] or "", *point, row["origin"] or ""
    )  # fmt: skip


def as_json(rows: Iterator[Row]) -> Iterator[str]:
    """A line for each name."""
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


WRITERS: Final[dict[Form, Callable[[Iterator[Row]], Iterator[str]]]] = {
    Form.TABLE: as_table,
    Form.JSON: as_json,
    Form.CSV: lambda rows: lines(COLUMNS, rows),
    Form.GEOJSON: feature_lines,
}
