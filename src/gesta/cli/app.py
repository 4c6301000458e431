"""The commands joined to one program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from gesta.cli.accept import accept
from gesta.cli.actors import actors
from gesta.cli.backup import backup
from gesta.cli.bias import bias
from gesta.cli.claims import claims
from gesta.cli.code import code
from gesta.cli.codebook import codebook
from gesta.cli.compact import compact
from gesta.cli.compare import compare
from gesta.cli.correct import correct
from gesta.cli.diff import diff
from gesta.cli.doctor import doctor
from gesta.cli.evaluate import evaluate
from gesta.cli.events import events
from gesta.cli.exits import FAILED, INTERRUPTED
from gesta.cli.export import export
from gesta.cli.failures import failures
from gesta.cli.figures import figures
from gesta.cli.incident import incident
from gesta.cli.incidents import incidents
from gesta.cli.ingest import ingest
from gesta.cli.judgements import judgements
from gesta.cli.merge import merge
from gesta.cli.recode import recode
from gesta.cli.reject import reject
from gesta.cli.release import release
from gesta.cli.report import report
from gesta.cli.restore import restore
from gesta.cli.serve import serve
from gesta.cli.show import show
from gesta.cli.split import split
from gesta.cli.streams import complain, debugging, prepare
from gesta.cli.takedown import takedown
from gesta.cli.timeline import timeline
from gesta.cli.undo import undo
from gesta.cli.versions import print_versions
from gesta.cli.watch import watch
from gesta.errors import GestaError

VERSIONS = "Versions of code, model, codebook and gazetteer."
EPILOG = "Exit codes: 0 done, 1 failed, 2 wrong use, 3 some documents were set aside, 130 interrupted."

# Plain help and no rich traceback: both load rich, which costs more than the rest of the start.
app = typer.Typer(name="gesta", add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
for command in (
    code, show, report,
    ingest, watch, failures,
    incidents, incident, events, claims, figures, actors, timeline, bias, diff,
    merge, split, accept, reject, correct, undo, judgements,
    export, release, compare, takedown, recode,
    backup, restore, compact,
    evaluate, serve, doctor,
):  # fmt: skip
    app.command(epilog=EPILOG)(command)
app.add_typer(codebook, epilog=EPILOG)


@app.callback(epilog=EPILOG)
def gesta(
    version: Annotated[bool, typer.Option("--version", callback=print_versions, is_eager=True, help=VERSIONS)] = False,
) -> None:
    """Reads news reports on armed conflict and writes who says what happened, to whom, where, when and at what cost."""


def main() -> None:
    """Runs the command of `sys.argv` and ends the process with its exit code."""
    prepare()
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; its exit code. What goes wrong is one line on standard error, never a traceback (GESTA_DEBUG=1 shows it)."""
    try:
        app(arguments, prog_name="gesta")
    except SystemExit as end:
        if end.code == INTERRUPTED:  # typer's own answer to Ctrl-C
            complain("interrupted")
        return end.code if isinstance(end.code, int) else FAILED
    except (GestaError, OSError) as error:
        complain(error)
    except Exception as error:
        complain(f"unexpected {type(error).__name__}: {error}" + ("" if debugging() else " (GESTA_DEBUG=1 shows where)"))
        if debugging():
            raise
    return FAILED
