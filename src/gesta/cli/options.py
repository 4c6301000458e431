"""Arguments that several commands take."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Written(StrEnum):
    """What is written of one thing."""

    TEXT = "text"
    JSON = "json"


class Shape(StrEnum):
    """What an answer is written as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    GEOJSON = "geojson"


Articles = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="Code articles that seem to be in another language than English.")]
PipelineName = Annotated[
    str | None,
    typer.Option(
        "--pipeline", metavar="NAME", help="Read with this installed spaCy pipeline instead of the shipped model.", show_default=False
    ),
]
FirstPass = Annotated[
    bool,
    typer.Option(
        "--first-pass/--no-first-pass",
        help="Do not read reports whose words tell of no political event; each has a record with the warning first-pass.",
    ),
]
CodebookFolder = Annotated[
    Path | None,
    typer.Option("--codebook", metavar="FOLDER", help="A folder of your own on top of the shipped codebook.", show_default=False),
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        metavar="N",
        min=1,
        help="Processes that code many articles; one for each core, at most 8, if not given. 1: none beside this one.",
        show_default=False,
    ),
]
StoreAddress = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="STORE",
        envvar="GESTA_STORE",
        help="A file, or the address of a PostgreSQL database (postgresql://…).",
        show_default=False,
    ),
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; standard output if not given.", show_default=False)
]
WithText = Annotated[bool, typer.Option("--with-text", help="Whole excerpts and texts; they are their publishers' property.")]
Redact = Annotated[bool, typer.Option("--redact-persons", help="Put [name] for people without a public office.")]
AnswerShape = Annotated[
    Shape,
    typer.Option("--format", help="table: to read. json: one object a line. csv, parquet: all columns. geojson: points."),
]
