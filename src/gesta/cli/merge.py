"""`gesta merge`."""

from __future__ import annotations

from typing import Annotated

import typer

from gesta.cli.deciding import By, Reason, author, enter
from gesta.cli.options import StoreAddress
from gesta.pipeline.judging import merge as merged

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Two incidents or more.", show_default=False)]


def merge(names: Ids, store: StoreAddress, by: By = None, reason: Reason = "") -> None:
    """Merge incidents. All their tellings are of one; the machine keeps them together from now on."""
    enter(store, lambda opened: merged(opened, names, author(by, reason)))
