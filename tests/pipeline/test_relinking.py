"""Linking computed from a store and published into it, the same each time."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, cast

from gesta.model import Claim, Derived, Filing, Judgement, Telling
from gesta.pipeline.relinking import relink
from gesta.store.interface import Ingest, Store
from tests.linking.telling_rows import cost, report, told


class Shelf:
    """As much of a store as linking asks."""

    def __init__(self) -> None:
        self.published: list[tuple[Derived, Ingest | None]] = []

    def filings(self) -> Iterator[Filing]:
        yield from (report("A"), report("B"), report("C", known=2))

    def tellings(self) -> Iterator[Telling]:
        yield from (told("A", where="A", on=1), told("B", where="ACD", on=1), told("B", 2, on=1), told("C", who="XXB>XXA", on=2, known=2))

    def claims(self) -> Iterator[Claim]:
        yield cost("A", 4, at=9)

    def judgements(self) -> Iterator[Judgement]:
        yield from ()

    def publish(self, derived: Derived, ingest: Ingest | None = None) -> None:
        self.published.append((derived, ingest))


def dump(derived: Derived) -> str:
    return json.dumps(asdict(derived), default=str, sort_keys=True)


def relinked() -> tuple[str, list[tuple[Derived, Ingest | None]]]:
    shelf = Shelf()
    return dump(relink(cast(Store, cast(Any, shelf)))), shelf.published


def test_what_is_computed_is_published() -> None:
    text, published = relinked()
    assert [dump(derived) for derived, _ in published] == [text]
    assert published[0][0].incidents


def test_computing_twice_gives_the_same_bytes_in_another_process_too() -> None:
    script = "from tests.pipeline.test_relinking import relinked; print(relinked()[0])"
    runs = [
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}, check=True, capture_output=True
        )
        for seed in ("1", "2")
    ]
    assert {run.stdout.decode().strip() for run in runs} == {relinked()[0]}
