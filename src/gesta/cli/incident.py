"""`gesta incident`: one incident with everything that a store knows of it."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from typing import Annotated

import typer

from gesta.cli.filters import on
from gesta.cli.options import StoreAddress, Written
from gesta.cli.show import WIDEST
from gesta.cli.streams import colourful, emit
from gesta.export.geography import plain
from gesta.pipeline.dossier import open_dossier
from gesta.render.incident_sheet import incident_sheet

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="As known at the end of this day.", show_default=False)]


def incident(
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id, or the beginning of it.", show_default=False)],
    store: StoreAddress,
    as_of: AsOf = None,
    shape: Annotated[Written, typer.Option("--format", help="text: to read. json: one object.")] = Written.TEXT,
) -> None:
    """Show an incident. How each claimant tells it, who says what it cost whom, the course of the figures, sources, estimates."""
    with open_dossier(store) as dossier:
        case = dossier.incident(name, on(as_of, "--as-of"))
    if shape is Written.JSON:
        emit(json.dumps(asdict(case), ensure_ascii=False, default=plain) + "\n")
        return
    width = min(WIDEST, shutil.get_terminal_size((100, 24)).columns)
    emit(incident_sheet(case, width=width, colour=colourful()))
