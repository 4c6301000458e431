"""A store saved in a file and made again from it, by whichever engine, and a store that takes no more room than it needs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gesta.errors import StoreBusy, StoreError
from gesta.model import Layer, Query
from gesta.store import Failure, Store, back_up, open_store, restore
from tests.conftest import ROOT
from tests.store.reports import derived, record

Open = Callable[..., Store]
ODD = "Shells hit Goris\x00, \x1a0000 \ud800 and killed 49."


def filled(store: Open) -> None:
    """Two reports published, and a third that waits."""
    with store(write=True) as writer:
        writer.add([record("r1", ODD), record("r2")], [Failure(origin="a.txt", error="InputError", why="empty", at="2022-09-13T00:00:00")])
        writer.note("feed", ODD)
        writer.publish(derived("r1", "r2"))
        writer.add([record("r3")])


def shown(address: str | Path) -> list[object]:
    """All that a reader sees."""
    layers: tuple[Layer, ...] = ("incidents", "events", "claims", "figures", "actors", "timeline")
    with open_store(address) as reader:
        parts = (reader.filings(), reader.tellings(), reader.claims(), reader.records(), reader.failures(), reader.ingests())
        asked = [reader.ask(layer, Query(min_sources=1)).to_pylist() for layer in layers]
        return [*map(list, parts), reader.noted("feed"), reader.derived(), reader.versions(), asked]


def test_a_backup_holds_what_is_published_and_is_restored_by_either_engine(addresses: Callable[[int], str], tmp_path: Path) -> None:
    first, second = addresses(1), addresses(2)
    filled(lambda **how: open_store(first, create=True, **how))
    saved, moved = tmp_path / "saved.gesta", tmp_path / "moved.gesta"
    with open_store(first) as reader:
        before = shown(first)
        assert back_up(first, saved) == hashlib.sha256(saved.read_bytes()).hexdigest()
        assert len(list(reader.filings())) == 2
    restore(saved, moved)
    restore(saved, second)
    assert shown(saved) == shown(moved) == shown(second) == before
    assert sorted(path.name for path in tmp_path.glob("saved*")) == ["saved.gesta", "saved.gesta.sha256"]
    with open_store(second, write=True) as writer:
        assert writer.add([record("r2"), record("r3")]) == 1


# Is killed where a file would be put in its place; with a server at its publishing, or at the last thing after that.
RESTORER = """
import os, sys
from pathlib import Path
from gesta.store import restore
from gesta.store.postgres import PostgresEngine
def killed(*_, **__):
    os.kill(os.getpid(), 9)
os.replace = killed
setattr(PostgresEngine, sys.argv[3], killed)
restore(Path(sys.argv[1]), sys.argv[2])
"""


@pytest.mark.parametrize("at", ["publish", "_tidy"])
def test_a_restoring_that_is_killed_at_its_end_leaves_nothing_in_the_way(addresses: Callable[[int], str], tmp_path: Path, at: str) -> None:
    first, second, saved = addresses(1), addresses(2), tmp_path / "saved.gesta"
    filled(lambda **how: open_store(first, create=True, **how))
    back_up(first, saved)
    paths = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    ended = subprocess.run([sys.executable, "-c", RESTORER, str(saved), second, at], env=paths, cwd=ROOT, check=False)
    assert ended.returncode == -9
    with pytest.raises(StoreError, match="there is no store"):
        open_store(second)
    again(saved, second)
    assert shown(second) == shown(first)


def again(saved: Path, address: str) -> None:
    """Restored, as soon as the server knows that the process before is gone."""
    for _ in range(100):
        try:
            return restore(saved, address)
        except StoreBusy:
            time.sleep(0.05)
    raise AssertionError(f"{address} is still written to")


def test_nothing_is_overwritten_and_nothing_damaged_is_restored(address: str, store: Open, tmp_path: Path) -> None:
    filled(store)
    saved, there = tmp_path / "saved.gesta", tmp_path / "there.txt"
    there.write_text("mine")
    back_up(address, saved)
    for target in (there, saved):
        with pytest.raises(StoreError, match="overwrites none"):
            back_up(address, target)
    for taken in (str(there), address):
        with pytest.raises(StoreError, match="there is a store already"):
            restore(saved, taken)
    assert there.read_text() == "mine"
    with pytest.raises(StoreError, match="checksum"):
        restore(there, tmp_path / "new.gesta")
    bytes_ = bytearray(saved.read_bytes())
    bytes_[len(bytes_) // 2] ^= 1
    saved.write_bytes(bytes_)
    with pytest.raises(StoreError, match="damaged"):
        restore(saved, tmp_path / "new.gesta")
    assert not (tmp_path / "new.gesta").exists()


def test_a_backup_without_room_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "s.gesta"
    filled(lambda **how: open_store(path, create=True, **how))
    with pytest.raises(StoreError, match="cannot be written"):
        back_up(path, tmp_path / "no folder" / "saved.gesta")


def test_a_compacted_store_shows_the_same_and_hides_what_waits(store: Open, address: str) -> None:
    filled(store)
    with store(write=True) as writer, pytest.raises(StoreError, match="not published"):
        writer.compact()
    with store(write=True) as writer:
        writer.publish(derived("r1", "r3"))
    before = shown(address)
    with store(write=True) as writer:
        writer.compact()
    assert shown(address) == before


def test_a_compacted_file_is_smaller(tmp_path: Path) -> None:
    path = tmp_path / "s.gesta"
    with open_store(path, write=True, create=True) as writer:
        for coding in range(4):
            records = [record(f"r{n}", f"Shells hit Goris for the {n}th time, {coding}. " * 40) for n in range(200)]
            writer.add(records) if coding == 0 else writer.recode(records)
            writer.publish(derived("r1"))
    before = path.stat().st_size
    with open_store(path, write=True) as writer:
        writer.compact()
        assert len(list(writer.filings())) == 200
    assert path.stat().st_size < before
