"""`gesta show`: one article on the terminal."""

from __future__ import annotations

import shutil
from typing import Annotated

import typer

from gesta.cli.options import CodebookFolder, Force, PipelineName
from gesta.cli.outcome import Outcome
from gesta.cli.progress import Progress
from gesta.cli.streams import colourful, emit
from gesta.pipeline import Pipeline
from gesta.render import terminal

WIDEST = 120


def show(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="A file, or - for standard input.", show_default=False)],
    force: Force = False,
    pipeline: PipelineName = None,
    codebook: CodebookFolder = None,
) -> None:
    """Show an article as coded. Who says what it cost whom, events in order of time, the text with its evidence marked."""
    outcome = Outcome(Progress())
    width = min(WIDEST, shutil.get_terminal_size((100, 24)).columns)
    for place, report in enumerate(outcome.reports(Pipeline(pipeline, force=force, codebook=codebook).code_paths([article]))):
        emit("\n" * bool(place) + terminal(report, width=width, colour=colourful()))
    raise typer.Exit(outcome.exit_code)
