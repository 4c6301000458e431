"""The benchmark's store: what it makes up fits the tables, and every filter finds something in it."""

from __future__ import annotations

import random
from pathlib import Path

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
