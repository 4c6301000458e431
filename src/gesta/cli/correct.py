"""`gesta correct`."""

from __future__ import annotations

from typing import Annotated

import typer

from gesta.cli.deciding import By, Reason, author, enter
from gesta.cli.options import StoreAddress
from gesta.pipeline.judging import correct as corrected

Ref = Annotated[
    str, typer.Argument(metavar="REF", help="An event or a figure, as REPORT:KEY or the beginning of both.", show_default=False)
]
Changes = Annotated[
    list[str],
    typer.Option("--set", metavar="FIELD=VALUE", help="A field and its value, as JSON or bare: best=49, side=ARM. May be repeated."),
]


def correct(ref: Ref, store: StoreAddress, changes: Changes, by: By = None, reason: Reason = "") -> None:
    """Correct an item. What is computed uses the values given; the record stays as it was filed."""
    pairs = dict(pair(change) for change in changes)
    enter(store, lambda opened: corrected(opened, ref, pairs, author(by, reason)))


def pair(change: str) -> tuple[str, str]:
    """Field and value."""
    name, sign, value = change.partition("=")
    if not sign or not name:
        raise typer.BadParameter(f"{change!r} is no FIELD=VALUE", param_hint="--set")
    return name.strip(), value
