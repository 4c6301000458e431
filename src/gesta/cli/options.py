"""Arguments that several commands take."""

from __future__ import annotations

from typing import Annotated

import typer

Articles = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="Code articles that seem to be in another language than English.")]
PipelineName = Annotated[
    str | None,
    typer.Option(
        "--pipeline", metavar="NAME", help="Read with this installed spaCy pipeline instead of the shipped model.", show_default=False
    ),
]
StoreAddress = Annotated[
    str,
    typer.Option("--store", metavar="STORE", help="A file, or the address of a PostgreSQL database (postgresql://…).", show_default=False),
]
