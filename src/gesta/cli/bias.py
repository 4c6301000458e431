"""`gesta bias`: own losses beside the adversary's count of them."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from enum import StrEnum
from typing import Annotated

import typer

from gesta.cli.deliver import width
from gesta.cli.options import StoreAddress
from gesta.cli.streams import colourful, complain, emit
from gesta.export.spreadsheets import lines
from gesta.model.ledger import Bias
from gesta.pipeline.dossier import open_dossier
from gesta.render.leanings import leanings


class Table(StrEnum):
    """What the rows are written as."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def bias(
    store: StoreAddress,
    shape: Annotated[Table, typer.Option("--format", help="table: to read. json: one object a line. csv: all columns.")] = Table.TABLE,
) -> None:
    """Compare the parties' counts. Each party's count of its own losses beside its adversary's count of the same, over all incidents."""
    with open_dossier(store) as dossier:
        rows = dossier.bias()
    if shape is Table.JSON:
        emit("".join(json.dumps(asdict(row)) + "\n" for row in rows))
    elif shape is Table.CSV:
        emit("".join(lines([f.name for f in fields(Bias)], map(asdict, rows))))
    elif rows:
        emit(leanings(rows, width=width(), colour=colourful()))
    else:
        complain("no party gives a number for its own or its adversary's losses")
