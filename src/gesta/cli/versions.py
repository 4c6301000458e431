"""`gesta --version`."""

from __future__ import annotations

import typer

from gesta.cli.streams import emit
from gesta.pipeline import Pipeline


def print_versions() -> None:
    """Prints what makes a record, one name and version a line, and ends the command."""
    made = Pipeline().made
    emit(f"gesta {made.gesta}\nmodel {made.model}\ncodebook {made.codebook}\ngazetteer {made.gazetteer}\nrecord {made.record}\n")
    raise typer.Exit
