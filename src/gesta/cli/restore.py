"""`gesta restore`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gesta.cli.streams import emit
from gesta.render.phrases import counted
from gesta.store import open_store
from gesta.store import restore as restored

Source = Annotated[Path, typer.Argument(metavar="FILE", help="What gesta backup wrote.", show_default=False)]
Target = Annotated[str, typer.Argument(metavar="STORE", help="A new file, or the address of an empty database.", show_default=False)]


def restore(file: Source, store: Target) -> None:
    """Make a store of a backup, where there is none yet. The file must be what its checksum says."""
    restored(file, store)
    with open_store(store) as opened:
        sizes = opened.sizes()
    emit(f"{counted(sizes['reports'], 'report')}, {counted(sizes['judgements'], 'judgement')} restored\n")
