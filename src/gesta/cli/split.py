"""`gesta split`."""

from __future__ import annotations

from typing import Annotated

import typer

from gesta.cli.deciding import By, Reason, Refs, author, enter
from gesta.cli.options import StoreAddress
from gesta.pipeline.judging import split as parted

Id = Annotated[str, typer.Argument(metavar="ID", help="The incident.", show_default=False)]


def split(name: Id, refs: Refs, store: StoreAddress, by: By = None, reason: Reason = "") -> None:
    """Split an incident. The tellings named are an incident of their own, apart from the others."""
    enter(store, lambda opened: parted(opened, name, refs, author(by, reason)))
