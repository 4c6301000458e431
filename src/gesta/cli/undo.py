"""`gesta undo`."""

from __future__ import annotations

from typing import Annotated

import typer

from gesta.cli.deciding import By, Reason, author, enter
from gesta.cli.options import StoreAddress
from gesta.pipeline.judging import undo as undone

Name = Annotated[
    str, typer.Argument(metavar="JUDGEMENT", help="Its id, or the beginning of it; gesta judgements lists them.", show_default=False)
]


def undo(name: Name, store: StoreAddress, by: By = None, reason: Reason = "") -> None:
    """Undo a judgement. It stays in the list and counts no more; an undo can be undone."""
    enter(store, lambda opened: undone(opened, name, author(by, reason)))
