"""`gesta code`: records on standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated

import typer

from gesta.cli.inputs import documents, expanded
from gesta.cli.options import Articles, CodebookFolder, FirstPass, Force, PipelineName, Processes
from gesta.cli.outcome import Outcome
from gesta.cli.parting import (
    Address,
    ByEngine,
    EngineName,
    Order,
    Parts,
    check,
    coded_into_parts,
    exit_code,
    summary,
)
from gesta.cli.progress import Progress
from gesta.cli.streams import emit
from gesta.errors import InputError
from gesta.model import Notice, Report
from gesta.pipeline import SPARED, Pipeline, usual_size
from gesta.render import table
from gesta.render.visible import terminal_text

AROUND = 40  # characters shown on each side of a word that was left
NOTHING = "no event and no figure\n"
UNREAD = "spared the reading by the first pass\n"


class Format(StrEnum):
    """What a record is printed as."""

    JSON = "json"
    TABLE = "table"


def code(
    paths: Articles,
    shape: Annotated[
        Format, typer.Option("--format", help="json: one object a line (JSON Lines). table: events and figures to read.")
    ] = Format.JSON,
    leftovers: Annotated[
        bool, typer.Option("--leftovers", help="Instead: triggers that were seen and not coded, each in its place.")
    ] = False,
    force: Force = False,
    pipeline: PipelineName = None,
    codebook: CodebookFolder = None,
    first_pass: FirstPass = False,
    processes: Processes = None,
    parts: Parts = None,
    engine: ByEngine = EngineName.LOCAL,
    address: Address = None,
) -> None:
    """Code articles: one record for each, in the order given."""
    check(parts, engine, others=leftovers or shape is not Format.JSON)
    if parts is not None:
        run = coded_into_parts(
            paths,
            Order(
                parts=parts, engine=engine, address=address, processes=processes,
                pipeline=pipeline, force=force, codebook=codebook, first_pass=first_pass,
            ),
        )  # fmt: skip
        emit(summary(run) + "\n")
        raise typer.Exit(exit_code(run))
    files = expanded(paths)
    outcome = Outcome(Progress(documents(files)))
    coder = Pipeline(pipeline, force=force, codebook=codebook, first_pass=first_pass, processes=processes or usual_size())
    spared = 0
    for warnings, text in outcome.reports(texts(coder, files, shape, leftovers)):
        spared += SPARED in warnings
        emit(text)
    if spared:
        print(f"gesta: {spared} of {outcome.coded} spared the reading (--no-first-pass reads all)", file=sys.stderr)
    raise typer.Exit(outcome.exit_code)


def texts(coder: Pipeline, files: list[str], shape: Format, leftovers: bool) -> Iterator[tuple[tuple[Notice, ...], str] | InputError]:
    """Each report's warnings, and what is printed of it."""
    if shape is Format.JSON and not leftovers:
        for line in coder.code_lines(files):
            yield line if isinstance(line, InputError) else (line.warnings, f"{line.text}\n")
    else:
        write = LEFT[shape] if leftovers else as_table
        for report in coder.code_paths(files):
            yield report if isinstance(report, InputError) else (report.warnings, write(report))


def as_table(report: Report) -> str:
    """A line that says which article it is, the table, and a blank line."""
    article = report.article
    about = " · ".join(filter(None, [article.title or report.id[:12], article.outlet, article.day.isoformat() if article.day else None]))
    return f"# {terminal_text(' '.join(about.split()))}\n{table(report) or (UNREAD if SPARED in report.warnings else NOTHING)}\n"


def left_as_json(report: Report) -> str:
    """A line for each trigger that was seen and not coded."""
    rows = ({"report": report.id, "origin": report.article.origin, **row} for row in left_rows(report))
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def left_as_table(report: Report) -> str:
    """The same to read: why, the word, and the words around it."""
    rows = "".join(
        f"{row['why']:56} {terminal_text(str(row['words'])):16} {terminal_text(str(row['around']))}\n" for row in left_rows(report)
    )
    return f"# {terminal_text(report.article.title or report.id[:12])}\n{rows or 'nothing was left'}\n"


def left_rows(report: Report) -> Iterator[dict[str, object]]:
    """Each leftover with its span (code points), its words and some of the words around them."""
    text = report.article.text
    for left in report.leftovers:
        start, end = left.span
        around = " ".join(text[max(0, start - AROUND) : end + AROUND].split())
        yield {"why": left.why, "start": start, "end": end, "words": text[start:end], "around": around}


LEFT: dict[Format, Callable[[Report], str]] = {Format.JSON: left_as_json, Format.TABLE: left_as_table}
