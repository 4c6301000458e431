"""`gesta backup`, `restore`, `compact` and `relink` at the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesta.cli.app import run
from gesta.store import open_store
from tests.store.reports import derived, record


def test_a_store_is_saved_restored_and_compacted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, saved, again = (str(tmp_path / name) for name in ("s.gesta", "saved.gesta", "again.gesta"))
    with open_store(path, write=True, create=True) as writer:
        writer.add([record("r1")])
        writer.publish(derived("r1"))
    assert run(["backup", path, saved]) == 0
    assert capsys.readouterr().out == Path(f"{saved}.sha256").read_text().replace("saved.gesta", saved)
    assert run(["restore", saved, again]) == 0
    assert capsys.readouterr().out == "1 report, 0 judgements restored\n"
    assert run(["compact", again]) == 0
    with open_store(again) as reader:
        assert reader.derived() == derived("r1")
    assert run(["restore", saved, path]) == 1
    assert "overwrites none" in capsys.readouterr().err


def test_incidents_are_computed_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "s.gesta")
    with open_store(path, write=True, create=True) as writer:
        writer.add([record("r1")])
        writer.publish(derived("r1"))
    assert run(["relink", "--store", path]) == 0
    assert capsys.readouterr().out == "1 chapter linked; 1 incident in the store\n"
    with open_store(path) as reader:
        assert {incident.id for incident in reader.derived().incidents} != {"i1"}
