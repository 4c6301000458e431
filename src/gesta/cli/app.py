"""The commands joined to one program."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pkgutil import resolve_name
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from gesta.cli.exits import EPILOG, FAILED, INTERRUPTED, PLAIN
from gesta.cli.streams import complain, debugging, prepare
from gesta.errors import GestaError

VERSIONS = "Versions of code, model, codebook and gazetteer."
# The commands in the order of the help, each with the first sentence of its own help. `gesta.cli.NAME` holds the command NAME.
COMMANDS: Final = {
    "code": "Code articles: one record for each, in the order given.",
    "show": "Show an article as coded.",
    "report": "Write one self-contained page.",
    "toponyms": "List every name of a place in articles.",
    "ingest": "File reports in a store, each once, and link its incidents.",
    "watch": "Poll feeds and file their new articles, until it is stopped.",
    "failures": "List the documents that ingest set aside: when, which, and why.",
    "incidents": "List incidents.",
    "incident": "Show an incident.",
    "events": "List events as reports tell them.",
    "claims": "List claims, one row each.",
    "figures": "List estimates by rule.",
    "actors": "List actors.",
    "timeline": "Count by day.",
    "bias": "Compare the parties' counts.",
    "diff": "Say what changed.",
    "merge": "Merge incidents.",
    "split": "Split an incident.",
    "accept": "Accept items.",
    "reject": "Reject items.",
    "correct": "Correct an item.",
    "undo": "Undo a judgement.",
    "judgements": "List judgements.",
    "export": "Write a table for other programs.",
    "release": "Write a release.",
    "compare": "Set incidents beside a hand-coded table.",
    "takedown": "Take reports down.",
    "recode": "Code a store anew with the model and codebook of now.",
    "relink": "Compute all incidents of a store anew, from what is filed and judged.",
    "backup": "Copy what is published of a store to a file, whoever reads or writes meanwhile.",
    "restore": "Make a store of a backup, where there is none yet.",
    "compact": "Write a store anew, without the room that changed rows have left.",
    "evaluate": "Score gesta on annotated corpora: each figure with its interval, its floor and what others reached.",
    "serve": "Serve the page and the API.",
    "doctor": "Look whether everything is here.",
    "codebook": "Try the codebook, ask why, and check a folder of your own.",
}


class Commands(TyperGroup):
    """A group that imports a command when it is run, so that none waits for what another needs."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The name, the command itself, and the arguments that are left for it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command and imported(str(name)), rest


def imported(name: str) -> Any:
    """The command of this name."""
    found = resolve_name(f"gesta.cli.{name}:{name}")
    if not isinstance(found, typer.Typer):
        single = typer.Typer(**PLAIN)
        single.command(epilog=EPILOG)(found)
        found = single
    return typer.main.get_command(found)


# Plain help and no rich traceback: both load rich, which costs more than the rest of the start.
app = typer.Typer(name="gesta", cls=Commands, no_args_is_help=True, **PLAIN)
for name, said in COMMANDS.items():
    app.command(name, help=said)(lambda: None)


def print_versions(wanted: bool) -> None:
    """Prints the versions and ends the command; does nothing when not wanted."""
    if wanted:
        resolve_name("gesta.cli.versions:print_versions")()


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
