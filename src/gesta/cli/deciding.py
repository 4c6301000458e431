"""What the commands that decide have in common: who decides, the store open for writing, linked anew and published."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import Annotated

import typer

from gesta.cli.streams import emit
from gesta.model import Judgement
from gesta.pipeline.judging import Author, entered
from gesta.render.phrases import counted
from gesta.store import Store, open_store

Refs = Annotated[
    list[str], typer.Argument(metavar="REF", help="Events or figures, as REPORT:KEY or the beginning of both.", show_default=False)
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; your login if not given.", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.", show_default=False)]


def author(by: str | None, reason: str) -> Author:
    """Whoever decides."""
    return Author(by=by or login(), reason=reason)


def login() -> str:
    """The user's login; "unknown" where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def enter(store: str, decide: Callable[[Store], Judgement]) -> None:
    """Appends the decision, links and publishes the store anew, and says under which id it can be undone."""
    with open_store(store, write=True) as opened:
        judgement = decide(opened)
        linked = entered(opened, judgement)
    about = f" of {counted(len(judgement.items), 'item')}" if judgement.items else f" of {judgement.undoes}"
    emit(f"{judgement.kind}{about} entered as {judgement.id}; {counted(linked.incidents, 'incident')} in the store\n")
    lost = [orphan for orphan in linked.orphans if orphan.judgement == judgement.id]
    for orphan in lost:
        emit(f"not found: {orphan.ref}: {orphan.why}\n")
