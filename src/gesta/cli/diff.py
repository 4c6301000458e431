"""`gesta diff`: what changed between two states of knowledge."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from typing import Annotated

import typer

from gesta.cli.options import Written
from gesta.cli.show import WIDEST
from gesta.cli.streams import colourful, complain, emit
from gesta.pipeline.differences import differences, state
from gesta.render.changes import changes

State = Annotated[
    str, typer.Argument(metavar="STATE", help="A day of --store (2022-09-13), a release's folder, or a store.", show_default=False)
]
Of = Annotated[
    str | None, typer.Option("--store", metavar="STORE", envvar="GESTA_STORE", help="The store that days are of.", show_default=False)
]


def diff(
    before: State,
    after: State,
    store: Of = None,
    shape: Annotated[Written, typer.Option("--format", help="text: to read. json: one object a line.")] = Written.TEXT,
) -> None:
    """Say what changed. Incidents, claims and estimates that are new, changed or gone between two days, two stores or two releases."""
    found = differences(state(before, store), state(after, store))
    if shape is Written.JSON:
        for one in found:
            emit(json.dumps(asdict(one), ensure_ascii=False) + "\n")
        return
    text = changes(found, width=min(WIDEST, shutil.get_terminal_size((100, 24)).columns), colour=colourful())
    emit(text)
    if not text:
        complain("nothing changed")
