"""Batches that are handed over one after another: kept in order, each whole, and none after one that could not be kept."""

from __future__ import annotations

import gc
from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from gesta.errors import StoreError
from gesta.model import Derived
from gesta.store import Failure, Spelled, Store
from gesta.store.relational import RelationalStore
from tests.store.reports import record

Open = Callable[..., Store]


def test_batches_are_kept_in_order_and_each_report_once(store: Open) -> None:
    with store(write=True) as writer:
        batches = [
            [record(f"r{n}", f"Shells hit Goris, {n} of them.", url="https://harbour.example/1") for n in (i, i + 1)] for i in range(6)
        ]
        kept = [writer.add_ahead(batch) for batch in batches]
        assert writer.known(["r5", "r9"]) == {"r5"}
        assert [number() for number in kept] == [2, 1, 1, 1, 1, 1]
        filings = list(writer.filings())
        assert [(f.seq, f.id) for f in filings] == [(n + 1, f"r{n}") for n in range(7)]
        assert [f.revision_of for f in filings] == [None, *(f"r{n}" for n in range(6))]


def test_what_is_asked_or_closed_waits_for_what_was_handed_over(store: Open) -> None:
    with store(write=True) as writer:
        writer.add_ahead([record("r1")], [Failure(origin="a.txt", error="InputError", why="empty", at="2022-09-13T00:00:00+00:00")])
        assert [f.id for f in writer.filings()] == ["r1"]
        writer.add_ahead([record("r2")])
        writer.publish(Derived())
        writer.add_ahead([record("r3")])
    with store(write=True) as writer:
        assert [f.id for f in writer.filings()] == ["r1", "r2", "r3"]
        assert len(list(writer.failures())) == 1


def test_after_a_batch_that_cannot_be_kept_none_is_until_it_was_said(store: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    with store(write=True) as writer:
        assert isinstance(writer, RelationalStore)
        writer.add([record("r1")])
        take, left = type(writer._raw).take, count()

        def failing(engine: Any, table: Any, prepared: Any) -> None:
            take(engine, table, prepared)
            if next(left) == 2:
                raise StoreError(path="s", why="No space left on device")

        monkeypatch.setattr(type(writer._raw), "take", failing)
        writer.add_ahead([record("r2")])
        with pytest.raises(StoreError, match="No space left"):  # whichever call is the first to wait for it
            writer.add_ahead([record("r3")])()
        monkeypatch.undo()
        assert [f.id for f in writer.filings()] == ["r1"]
        assert writer.add_ahead([record("r2"), record("r3")])() == 2
        assert [(f.seq, f.id) for f in writer.filings()] == [(1, "r1"), (2, "r2"), (3, "r3")]


def test_the_collector_rests_over_rows_and_works_when_they_are_gone(store: Open) -> None:
    met: list[int] = []

    def at_work(phase: str, _: dict[str, int]) -> None:
        if phase == "start":
            met.append(sum(isinstance(found, Spelled) for found in gc.get_objects(generation=0)))

    with store(write=True) as writer:
        batch = [record(f"r{n}") for n in range(300)]
        gc.collect()
        gc.callbacks.append(at_work)
        try:
            kept = writer.add_ahead(batch)
            assert gc.isenabled()
            gc.collect(0)
        finally:
            gc.callbacks.remove(at_work)
        assert kept() == 300
    assert met
    assert not any(met)
