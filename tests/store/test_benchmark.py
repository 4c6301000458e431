"""The benchmark's store: what it makes up fits the tables, and every filter finds something in it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks import daily, grown
from benchmarks.store import LAYERS, filled, filters
from benchmarks.store_rows import World

from gesta.model import Query
from gesta.store import open_store
from gesta.store.duck import DuckEngine


def test_the_made_up_store_answers_every_filter(tmp_path: Path) -> None:
    path = tmp_path / "events.gesta"
    engine = DuckEngine(path, write=True, create=True)
    filled(engine, 2_000, whole=True)
    engine.close()
    with open_store(path) as store:
        assert [store.ask(layer, Query()).num_rows > 0 for layer in LAYERS] == [True] * len(LAYERS)
        assert len(list(store.tellings())) == 2_000
        assert all(record["report"]["text"] for record in store.records())
        for name, draw in filters(World(), random.Random(1)).items():
            if name not in ("place, claimant, min sources", "all at once", "actor, bbox, as of", "from, to, actor, type", "rare actor"):
                assert sum(store.ask("events", Query(**draw())).num_rows for _ in range(20)) > 0, name


def test_a_grown_store_takes_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(grown, "COPIES", 3)
    monkeypatch.setattr(grown, "SLICE", 2_000)
    monkeypatch.setattr(daily, "NEWS", 20)
    path = tmp_path / "events.gesta"
    grown.grown(path, 900)
    with open_store(path) as store:
        assert [len({row.id for row in store.filings()}), len(list(store.tellings()))] == [90, 900]
        before = store.derived()
        assert {tie.incident for tie in before.ties} <= {incident.id for incident in before.incidents}
    daily.day(str(path), 900, whole=False)
    assert "20 reports into 900 events" in capsys.readouterr().out
