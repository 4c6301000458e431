"""`gesta report`: one page that opens from disk."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from gesta.cli.exits import FAILED
from gesta.cli.inputs import documents, expanded
from gesta.cli.options import Articles, Force, PipelineName
from gesta.cli.outcome import Outcome
from gesta.cli.progress import Progress
from gesta.cli.streams import emit
from gesta.pipeline import Pipeline
from gesta.render import page

STANDARD_OUTPUT = "-"


def report(
    articles: Articles,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="PAGE.html", help="Where to write the page; - for standard output.", show_default=False)
    ],
    force: Force = False,
    pipeline: PipelineName = None,
) -> None:
    """Write one self-contained page. Text with evidence marked, events, statements, figures, timeline and map; it needs no network."""
    files = expanded(articles)
    outcome = Outcome(Progress(documents(files)))
    reports = list(outcome.reports(Pipeline(pipeline, force=force).code_paths(files)))
    if not reports:
        raise typer.Exit(FAILED)
    if output == STANDARD_OUTPUT:
        emit(page(reports))
    else:
        write_whole(Path(output), page(reports))
    raise typer.Exit(outcome.exit_code)


def write_whole(path: Path, text: str) -> None:
    """The file holds all of `text`, or stays as it was: it is written beside its place and moved there. OSError when it cannot."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, "utf-8", errors="backslashreplace", newline="\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
