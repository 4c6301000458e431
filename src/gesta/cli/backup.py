"""`gesta backup`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gesta.cli.streams import emit
from gesta.store import back_up

Source = Annotated[str, typer.Argument(metavar="STORE", help="A file, or the address of a PostgreSQL database.", show_default=False)]
Target = Annotated[Path, typer.Argument(metavar="FILE", help="A new file; its checksum is written beside it.", show_default=False)]


def backup(store: Source, file: Target) -> None:
    """Copy what is published of a store to a file, whoever reads or writes meanwhile. The file is a store itself, and can be asked."""
    emit(f"{back_up(store, file)}  {file}\n")
