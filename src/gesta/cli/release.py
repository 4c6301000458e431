"""`gesta release`: a dated folder that can be cited."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from gesta.cli.filters import asking
from gesta.cli.options import Redact, StoreAddress, WithText
from gesta.cli.streams import emit
from gesta.codebook import Codebook
from gesta.model import Query
from gesta.pipeline.dossier import day as day_of
from gesta.pipeline.exporting import Exporter
from gesta.pipeline.releasing import release as write_release
from gesta.store import open_store

Folder = Annotated[str, typer.Argument(metavar="FOLDER", help="The folder to make; it must not be there yet.", show_default=False)]
Previous = Annotated[
    str | None, typer.Option("--previous", metavar="FOLDER", help="The release before: what changed since is listed.", show_default=False)
]
Day = Annotated[str | None, typer.Option("--day", metavar="DAY", help="The day it is dated; today if not given (UTC).", show_default=False)]


@asking
def release(
    query: Query,
    folder: Folder,
    store: StoreAddress,
    previous: Previous = None,
    day: Day = None,
    with_text: WithText = False,
    redact_persons: Redact = False,
) -> None:
    """Write a release. All tables, a dictionary, checksums, how to cite, and the ids that changed or were deleted."""
    dated = day_of(day) if day else datetime.now(UTC).date()
    with open_store(store) as opened:
        exporter = Exporter(opened, Codebook.load(), query, redact=redact_persons, with_text=with_text)
        digest = write_release(exporter, Path(folder), dated, Path(previous) if previous else None)
    emit(f"{folder}\n{digest}\n")
