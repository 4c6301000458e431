"""`gesta takedown`: a report's text and rows go, its id stays."""

from __future__ import annotations

from typing import Annotated

import typer

from gesta.cli.options import StoreAddress
from gesta.cli.streams import emit
from gesta.errors import NotFound
from gesta.pipeline.relinking import relink
from gesta.render.phrases import counted
from gesta.store import open_store

Reports = Annotated[list[str], typer.Argument(metavar="REPORT", help="Ids of reports, or the beginning of one.", show_default=False)]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept with the id.", show_default=False)]


def takedown(reports: Reports, store: StoreAddress, reason: Reason) -> None:
    """Take reports down. Text, record and rows are removed for good; the id, the day and the reason stay, and incidents are linked anew."""
    with open_store(store, write=True) as opened:
        known = [filing.id for filing in opened.filings()]
        ids = [whole(name, known, store) for name in reports]
        count = opened.take_down(ids, reason)
        relink(opened)
    emit(f"{counted(count, 'report')} taken down\n")


def whole(name: str, known: list[str], store: str) -> str:
    """The id that begins so; NotFound where none does, or more than one."""
    found = [report for report in known if report.startswith(name)]
    if len(found) != 1:
        how_many = f"{counted(len(found), 'report')} have" if found else "no report has"
        raise NotFound(path=store, why=f"{how_many} an id that begins with {name!r}")
    return found[0]
