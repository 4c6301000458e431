"""`gesta export`: a store in other people's columns."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gesta.cli.filters import asking
from gesta.cli.options import Redact, StoreAddress, WithText
from gesta.cli.streams import emit
from gesta.codebook import Codebook
from gesta.model import Query
from gesta.pipeline.exporting import TABLES, Exporter
from gesta.pipeline.releasing import about, text_of, write_table
from gesta.store import open_store


class FileShape(StrEnum):
    """What a file of an export is written as."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    GEOJSON = "geojson"


TableName = Annotated[str, typer.Argument(metavar="TABLE", help=f"One of {', '.join(TABLES)}.", show_default=False)]
Target = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="Where to write, with FILE.about.json beside it; else standard output."),
]
Shape = Annotated[FileShape | None, typer.Option("--format", help="By default what the file's name ends in, else the table's own.")]


@asking
def export(
    query: Query,
    table: TableName,
    store: StoreAddress,
    output: Target = None,
    shape: Shape = None,
    with_text: WithText = False,
    redact_persons: Redact = False,
) -> None:
    """Write a table for other programs. UCDP GED's, ACLED's, POLECAT's or ICEWS's columns, or our own, with a note of what made it."""
    if table not in TABLES:
        near = get_close_matches(table, TABLES, 1)
        raise typer.BadParameter(f"no table {table!r}" + (f"; did you mean {near[0]!r}?" if near else ""), param_hint="TABLE")
    with open_store(store) as opened:
        exporter = Exporter(opened, Codebook.load(), query, redact=redact_persons, with_text=with_text)
        form = (shape or shape_of(output) or FileShape(exporter.table(table).suffix)).value
        if output is not None and output != "-":
            write_table(exporter, table, form, Path(output))
            return
        if form == FileShape.PARQUET:
            raise typer.BadParameter("Parquet is no text for standard output; name a file with -o", param_hint="--format")
        for piece in text_of(exporter.table(table), form, about(exporter)):
            emit(piece)


def shape_of(output: str | None) -> FileShape | None:
    """What the name of the file ends in, None where it says nothing."""
    ending = Path(output or "").suffix.lower().lstrip(".")
    return FileShape(ending) if ending in list(FileShape) else None
