"""`gesta code`: records on standard output."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from gesta.cli.inputs import documents, expanded
from gesta.cli.options import Articles, CodebookFolder, Force, PipelineName
from gesta.cli.outcome import Outcome
from gesta.cli.progress import Progress
from gesta.cli.streams import emit
from gesta.model import Report
from gesta.pipeline import Pipeline, json_line
from gesta.render import table
from gesta.render.visible import terminal_text

NOTHING = "no event and no figure\n"


class Format(StrEnum):
    """What a record is printed as."""

    JSON = "json"
    TABLE = "table"


def code(
    paths: Articles,
    shape: Annotated[
        Format, typer.Option("--format", help="json: one object a line (JSON Lines). table: events and figures to read.")
    ] = Format.JSON,
    force: Force = False,
    pipeline: PipelineName = None,
    codebook: CodebookFolder = None,
) -> None:
    """Code articles: one record for each, in the order given."""
    files = expanded(paths)
    outcome = Outcome(Progress(documents(files)))
    write = WRITERS[shape]
    for report in outcome.reports(Pipeline(pipeline, force=force, codebook=codebook).code_paths(files)):
        emit(write(report))
    raise typer.Exit(outcome.exit_code)


def as_json(report: Report) -> str:
    """The record on a line of its own."""
    return json_line(report) + "\n"


def as_table(report: Report) -> str:
    """A line that says which article it is, the table, and a blank line."""
    article = report.article
    about = " · ".join(filter(None, [article.title or report.id[:12], article.outlet, article.day.isoformat() if article.day else None]))
    return f"# {terminal_text(' '.join(about.split()))}\n{table(report) or NOTHING}\n"


WRITERS: dict[Format, Callable[[Report], str]] = {Format.JSON: as_json, Format.TABLE: as_table}
