"""What `gesta doctor` looks at: each fault is named, with how to mend it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import Distribution, distribution
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO, NamedTuple

import pytest

from gesta.model import Derived
from gesta.model.incident import Orphan
from gesta.pipeline import Pipeline, examining_parts, examining_room
from gesta.pipeline.examining import Check, Finding, Seen, examined, seen
from gesta.pipeline.examining_parts import compared, meets, required
from gesta.pipeline.examining_room import ROOM
from gesta.pipeline.examining_store import STORED, Stored
from gesta.store import migrations, open_store, schema
from tests.store.reports import derived, record

Findings = dict[str, Finding]


def looked_at(address: str | Path, pipeline: Pipeline) -> Findings:
    return {finding.name: finding for finding in examined(STORED, Stored(address=str(address), pipeline=pipeline))}


def states(findings: Findings) -> dict[str, str]:
    return {name: finding.state for name, finding in findings.items() if finding.state != "ok"}


@pytest.fixture
def war(address: str) -> str:
    """A sound store."""
    with open_store(address, write=True, create=True) as store:
        store.add([record("r1"), record("r2")])
        store.publish(derived("r1", "r2"))
    return address


def files_only(address: str) -> Path:
    if "://" in address:
        pytest.skip("a server keeps no file here")
    return Path(address)


def test_a_sound_store_is_told(war: str, pipeline: Pipeline) -> None:
    findings = looked_at(war, pipeline)
    assert states(findings) == {}
    assert f"schema {schema.SCHEMA}, 2 reports, 0 judgements, 0 set aside" in findings["store"].found
    keeper = findings["store"].facts["keeper"]
    assert set(keeper) == ({"PostgreSQL", "PostGIS"} if "://" in war else {"DuckDB"})


def test_looking_changes_nothing(war: str, pipeline: Pipeline) -> None:
    path = files_only(war)
    before = {found.name: (found.stat().st_mtime_ns, found.stat().st_size) for found in path.parent.iterdir()}
    looked_at(war, pipeline)
    assert {found.name: (found.stat().st_mtime_ns, found.stat().st_size) for found in path.parent.iterdir()} == before


def test_a_store_of_a_newer_gesta(war: str, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "SCHEMA", schema.SCHEMA - 1)
    found = looked_at(war, pipeline)["store"]
    assert "made by a newer gesta" in found.found
    assert found.mend is not None
    assert "pip install --upgrade gesta" in found.mend


def test_a_store_of_an_older_gesta(war: str, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "SCHEMA", schema.SCHEMA + 1)
    monkeypatch.setattr(migrations, "STEPS", {schema.SCHEMA: lambda run: None})
    found = looked_at(war, pipeline)["store"]
    assert "made by an older gesta" in found.found
    assert "gesta ingest SOURCE" in (found.mend or "")


@pytest.mark.parametrize("content", [b"", b"report,deaths\n", b"\0" * 20_000])
def test_a_file_that_is_no_store(tmp_path: Path, pipeline: Pipeline, content: bytes) -> None:
    path = tmp_path / "a.gesta"
    path.write_bytes(content)
    found = looked_at(path, pipeline)["store"]
    assert found.state == "fails"
    assert "a.gesta" in found.found
    assert "put a copy that was kept in its place" in (found.mend or "")


def test_a_store_that_was_cut_off(war: str, pipeline: Pipeline) -> None:
    path = files_only(war)
    os.truncate(path, 5_000)
    assert states(looked_at(path, pipeline)) == {"store": "fails", "coded": "skipped", "decisions": "skipped"}


def test_there_is_no_store(tmp_path: Path, pipeline: Pipeline) -> None:
    found = looked_at(tmp_path / "none.gesta", pipeline)["store"]
    assert "there is no store" in found.found
    assert list(tmp_path.iterdir()) == []


def test_a_writer_that_was_stopped_is_to_go_on(war: str, pipeline: Pipeline) -> None:
    with open_store(war, write=True) as store:
        store.add([record("r3")])
        assert looked_at(war, pipeline)["leftovers"].state == "note"
    found = looked_at(war, pipeline)["leftovers"]
    assert found.state == "fails"
    assert "kept and not published yet" in found.found
    assert "it goes on from there" in (found.mend or "")


def test_a_first_ingest_that_was_killed(tmp_path: Path, pipeline: Pipeline) -> None:
    path = tmp_path / "a.gesta"
    with open_store(path, write=True, create=True) as store:
        store.add([record("r1")])
    findings = looked_at(path, pipeline)
    assert "the first ingest did not come to its end" in (findings["store"].mend or "")
    assert findings["leftovers"].state == "fails"


def test_a_copy_that_was_killed(war: str, pipeline: Pipeline) -> None:
    path = files_only(war)
    Path(f"{path}.work.partial").write_bytes(b"x" * 3_000_000)
    found = looked_at(path, pipeline)["leftovers"]
    assert found.state == "fails"
    assert f"{path.name}.work.partial (3 MB)" in found.found


def test_decisions_that_lost_what_they_were_made_on(war: str, pipeline: Pipeline) -> None:
    with open_store(war, write=True) as store:
        store.publish(Derived(orphans=(Orphan(judgement="j1", ref="r1:k9", why="the key is gone"),)))
    found = looked_at(war, pipeline)["decisions"]
    assert found.state == "fails"
    assert "1 item of judgements" in found.found
    assert "j1 on r1:k9: the key is gone" in found.found


def test_records_of_another_model_are_noted(war: str, pipeline: Pipeline) -> None:
    vars(pipeline).update(made=SimpleNamespace(model="m2", codebook="c"))
    found = looked_at(war, pipeline)["coded"]
    assert (found.state, "model m" in found.found, "gesta recode" in found.found) == ("note", True, True)


@pytest.fixture
def as_nobody() -> Iterator[Callable[[Path], None]]:
    """Makes a folder one that this process may only read, root or not."""
    was = os.geteuid()

    def readable_only(folder: Path) -> None:
        folder.chmod(0o555)
        if was == 0:
            for above in folder.parents:
                if above.stat().st_mode & 0o005 != 0o005:
                    above.chmod(0o755)
            os.seteuid(65534)

    yield readable_only
    os.seteuid(was)


def test_a_folder_that_cannot_be_written(war: str, pipeline: Pipeline, as_nobody: Callable[[Path], None]) -> None:
    path = files_only(war)
    as_nobody(path.parent)
    findings = looked_at(path, pipeline)
    assert states(findings) == {"rights": "fails", "room": "skipped"}
    assert "Permission denied" in findings["rights"].found


def test_a_role_that_may_only_read(war: str, pipeline: Pipeline) -> None:
    psycopg = pytest.importorskip("psycopg")
    if "://" not in war:
        pytest.skip("a file has no roles")
    with psycopg.connect(war, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS onlooker")
        connection.execute("CREATE ROLE onlooker LOGIN")
        for name in ("gesta", "gesta_seen"):
            connection.execute(f"GRANT USAGE ON SCHEMA {name} TO onlooker".encode())
            connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {name} TO onlooker".encode())
    try:
        findings = looked_at(war.replace("//gesta@", "//onlooker@"), pipeline)
        assert states(findings) == {"rights": "fails", "room": "skipped"}
    finally:
        with psycopg.connect(war, autocommit=True) as connection:
            connection.execute("DROP OWNED BY onlooker")
            connection.execute("DROP ROLE onlooker")


def test_a_server_that_does_not_answer(pipeline: Pipeline) -> None:
    findings = looked_at("postgresql://reader:hush@127.0.0.1:1/conflict", pipeline)
    assert {finding.state for finding in findings.values()} == {"fails", "skipped"}
    assert "cannot be reached" in findings["store"].found
    assert not any("hush" in f"{finding.found} {finding.mend}" for finding in findings.values())


class Disk(NamedTuple):
    free: int


def test_a_disk_that_is_nearly_full(war: str, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files_only(war)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(free=100_000_000))
    found = looked_at(path, pipeline)["room"]
    assert found.state == "fails"
    assert found.found.startswith("100 MB are free, a writer may take 51")


def full(dir: Path) -> BinaryIO:
    return Path("/dev/full").open("wb", buffering=0)


def test_a_disk_that_is_full(war: str, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    path = files_only(war)
    monkeypatch.setattr("gesta.store.condition.tempfile.TemporaryFile", full)
    assert "No space left" in looked_at(path, pipeline)["rights"].found


def of_room(name: str) -> Finding:
    return {finding.name: finding for finding in examined(ROOM, None)}[name]


def test_memory_and_temporary_room_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert of_room("memory").state == of_room("temporary").state == "ok"
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(free=1_000_000))
    assert "TMPDIR" in (of_room("temporary").mend or "")
    (tmp_path / "memory.max").write_text("900000000\n")
    (tmp_path / "memory.current").write_text("400000000\n")
    monkeypatch.setattr(examining_room, "CGROUP", tmp_path)
    assert of_room("memory").found == "500 MB are free, coding may take 1.2 GB"


def test_a_system_that_does_not_tell_its_memory_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(examining_room, "MEMORY_INFO", tmp_path / "none")
    monkeypatch.setattr(examining_room, "CGROUP", tmp_path)
    assert of_room("memory").state == "ok"


def part(name: str, pipeline: Pipeline | None = None) -> Finding:
    (check,) = (check for check in examining_parts.PARTS if check.name == name)
    (finding,) = examined([Check(name=name, look=check.look, mend=check.mend)], pipeline)
    return finding


def test_a_model_file_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining_parts, "faults", lambda: ["encoder.onnx is missing"])
    found = part("model", Pipeline())
    assert (found.found, found.mend) == ("encoder.onnx is missing", examining_parts.REINSTALL)


def test_a_python_that_is_not_supported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert part("python").state == "fails"


def installed(folder: Path, requires: Sequence[str] = (), files: dict[str, str] | None = None) -> Distribution:
    """A package as pip leaves it."""
    about = folder / "gesta-0.1.0.dist-info"
    about.mkdir()
    head = ["Metadata-Version: 2.1", "Name: gesta", "Version: 0.1.0"]
    (about / "METADATA").write_text("\n".join([*head, *(f"Requires-Dist: {line}" for line in requires)]))
    (about / "RECORD").write_text("".join(f"{name},sha256={digest},1\n" for name, digest in (files or {}).items()))
    return Distribution.at(about)


def test_packages_that_are_missing_or_too_old_are_named_with_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs = ["duckdb>=99.0", "no-such-package>=1", "spacy<99,>=3.8", 'torch>=2.6; extra == "train"']
    package = installed(tmp_path, needs)
    monkeypatch.setattr(examining_parts, "distribution", lambda _: package)
    found = part("packages")
    assert "no-such-package is missing" in found.found
    assert "needed is >=99.0" in found.found
    assert found.mend == "pip install 'duckdb>=99.0' 'no-such-package>=1'"


def test_a_file_of_gesta_that_was_changed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gesta").mkdir()
    for name in ("whole", "changed"):
        (tmp_path / "gesta" / name).write_text("abc")
    digest = "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"  # of abc, FIPS 180-2
    package = installed(tmp_path, files={f"gesta/{name}": digest for name in ("whole", "changed", "missing")})
    monkeypatch.setattr(examining_parts, "distribution", lambda _: package)
    (tmp_path / "gesta" / "changed").write_text("abd")
    assert part("gesta").found.endswith("gesta/changed, gesta/missing")
    (tmp_path / "gesta" / "changed").write_text("abc")
    (tmp_path / "gesta" / "missing").write_text("abc")
    assert part("gesta").found == "0.1.0, 3 files as installed"


@pytest.mark.parametrize(
    ("number", "bounds", "met"),
    [("3.8.18", ">=3.8.7,<3.9", True), ("3.9.0", "<3.9,>=3.8.7", False), ("3.9rc1", ">=3.9", True), ("2", ">=2.0", True),
     ("6.0.4.post1", ">=6.0", True), ("0.0.9", ">=0.0.18", False), ("1.0", "", True)],
)  # fmt: skip
def test_versions_are_compared_part_by_part(number: str, bounds: str, met: bool) -> None:
    assert meets(number, bounds) is met


def test_what_gesta_needs_is_read_from_its_own_list() -> None:
    names = dict(required(distribution("gesta")))
    assert {"duckdb", "onnxruntime", "spacy", "trafilatura"} <= set(names)
    assert not {"torch", "pytest"} & set(names)
    assert compared("2.0.1", "==", "2.0.1")


def test_what_rests_on_a_failed_check_is_not_tried() -> None:
    tried: list[str] = []

    def fail(_: object) -> Seen:
        raise RuntimeError("broken")

    def look(_: object) -> Seen:
        tried.append("b")
        return seen("well")

    found = list(examined([Check(name="a", look=fail), Check(name="b", look=look, needs=("a",))], None))
    assert [(finding.name, finding.state) for finding in found] == [("a", "fails"), ("b", "skipped")]
    assert tried == []
