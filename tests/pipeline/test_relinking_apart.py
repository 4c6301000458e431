"""A store linked by a process of its own holds what it would hold if it were linked here."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict

import pytest

from gesta.errors import StoreBusy
from gesta.pipeline import relinking_apart
from gesta.pipeline.relinking import Relinked, relink
from gesta.pipeline.relinking_apart import relink_apart
from gesta.store import Ingest, open_store
from tests.pipeline.news import news

RUN = Ingest(
    source="news", started="2022-03-01T00:00:00+00:00", finished="2022-03-01T00:01:00+00:00", made="gesta", filed=20, known=0, failed=0
)


def filed(address: str) -> str:
    """The address of a store in which some news waits to be linked and published."""
    with open_store(address, write=True, create=True) as store:
        store.add(list(news(1, 20, 20)))
    return address


def linked_here(address: str) -> Relinked:
    with open_store(address, write=True) as store:
        return relink(store, RUN)


def shown(address: str) -> tuple[str, list[Ingest]]:
    """What is computed of the store, and its runs, as readers see them."""
    with open_store(address) as store:
        return json.dumps(asdict(store.derived()), default=str, sort_keys=True), list(store.ingests())


def test_linked_apart_it_is_the_same_to_the_byte(addresses: Callable[[int], str]) -> None:
    done = relink_apart(filed(addresses(1)), RUN)
    assert done == linked_here(filed(addresses(2)))
    assert done.incidents
    assert shown(addresses(1)) == shown(addresses(2))
    assert shown(addresses(1))[1] == [RUN]


def test_who_writes_meanwhile_is_not_disturbed(address: str) -> None:
    filed(address)
    with open_store(address, write=True), pytest.raises(StoreBusy, match="another process is writing"):
        relink_apart(address, RUN)
    assert relink_apart(address, RUN).incidents


@pytest.mark.parametrize("command", ["import os; os.kill(os.getpid(), 15)", "raise SystemExit(3)", "print('no answer')"])
def test_of_a_process_that_does_not_answer_the_work_is_done_here(command: str, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relinking_apart, "COMMAND", ("-c", command))
    assert relink_apart(filed(address), RUN).incidents
    assert shown(address)[1] == [RUN]


def test_where_no_process_can_be_started_the_work_is_done_here(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert relink_apart(filed(address), RUN).incidents
    assert shown(address)[1] == [RUN]
