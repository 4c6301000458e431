"""`gesta failures`: what was set aside."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from gesta.cli.options import StoreAddress
from gesta.cli.streams import emit
from gesta.render.visible import terminal_text
from gesta.store import Failure, open_store


class Format(StrEnum):
    """What a failure is printed as."""

    JSON = "json"
    TABLE = "table"


def failures(
    store: StoreAddress,
    shape: Annotated[Format, typer.Option("--format", help="json: one object a line. table: lines to read.")] = Format.TABLE,
) -> None:
    """List the documents that ingest set aside: when, which, and why."""
    with open_store(store) as opened:
        for failure in opened.failures():
            emit(WRITERS[shape](failure) + "\n")


def as_line(failure: Failure) -> str:
    """One line to read."""
    return terminal_text(" ".join(f"{failure.at[:16].replace('T', ' ')}  {failure.error}  {failure.origin}: {failure.why}".split("\n")))


def as_json(failure: Failure) -> str:
    """One JSON object."""
    return json.dumps(asdict(failure), ensure_ascii=True)


WRITERS: dict[Format, Callable[[Failure], str]] = {Format.JSON: as_json, Format.TABLE: as_line}
