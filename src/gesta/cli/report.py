"""`gesta report`: one page that opens from disk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gesta.cli.exits import FAILED
from gesta.cli.files import write_whole
from gesta.cli.inputs import documents, expanded
from gesta.cli.options import Articles, CodebookFolder, Force, PipelineName
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
    codebook: CodebookFolder = None,
) -> None:
    """Write one self-contained page. Text with evidence marked, events, statements, figures, timeline and map; it needs no network."""
    files = expanded(articles)
    outcome = Outcome(Progress(documents(files)))
    reports = list(outcome.reports(Pipeline(pipeline, force=force, codebook=codebook).code_paths(files)))
    if not reports:
        raise typer.Exit(FAILED)
    if output == STANDARD_OUTPUT:
        emit(page(reports))
    else:
        write_whole(Path(output), page(reports))
    raise typer.Exit(outcome.exit_code)
