"""A folder of parts: whole or not there, coded once, readable by DuckDB and by ingest."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import duckdb
import pytest

from gesta.batch import pieces as pieces_module
from gesta.batch.folder import Folder
from gesta.batch.pieces import Source, pieces, sources
from gesta.batch.run import Run
from gesta.batch.working import Done, Here, Settings
from gesta.errors import EngineError, InputError, PartsError
from gesta.intake import Found, NewsNames, documents, language, registered
from gesta.intake import sources as sources_module
from gesta.intake import storage as storage_module
from gesta.pipeline import Pipeline, json_line
from tests.batch.archive import archive, contents, report
from tests.pipeline.conftest import pipeline as pipeline  # noqa: PLC0414


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces_module, "PIECE", 2)


def ran(addresses: Sequence[str], folder: Path, pipeline: Pipeline) -> Run:
    opened = Folder(str(folder))
    opened.begin({})
    run = Run(addresses, opened)
    for _ in run.results(Here(pipeline, opened)):
        pass
    return run


def asked(sql: str) -> list[object]:
    return [value for (value,) in duckdb.connect().execute(sql).fetchall()]


def test_parts_hold_what_code_prints(tmp_path: Path, pipeline: Pipeline) -> None:
    given = archive(tmp_path / "in")
    run = ran(given, tmp_path / "out", pipeline)
    assert (run.coded, run.failed, run.finished) == (15, 3, 6)
    printed = list(pipeline.code_paths(given))
    assert asked(f"SELECT record FROM '{tmp_path}/out/records/*.parquet' ORDER BY source, place") == [
        json_line(item) for item in printed if not isinstance(item, InputError)
    ]
    assert not list((tmp_path / "out" / ".pieces").iterdir())
    (file,) = [f for f in run.files if f.file.name.endswith("01.jsonl")]
    assert asked(f"SELECT place FROM '{tmp_path}/out/records/{file.stem}.parquet'") == [1, 3, 4]


def test_failures_name_file_and_place(tmp_path: Path, pipeline: Pipeline) -> None:
    given = archive(tmp_path / "in")
    run = ran(given, tmp_path / "out", pipeline)
    said = [str(item) for item in documents(tmp_path / "in") if isinstance(item, InputError)]
    assert len(said) == 3
    read_back = [str(item) for part in run.parts() for item in documents(part) if isinstance(item, InputError)]
    assert read_back == said


def test_what_is_finished_is_not_coded_again(tmp_path: Path, pipeline: Pipeline) -> None:
    given = archive(tmp_path / "in")
    ran(given, tmp_path / "out", pipeline)
    before = contents(tmp_path / "out")
    again = ran(given, tmp_path / "out", pipeline)
    assert (again.coded, again.failed, again.before, again.finished) == (0, 0, 6, 6)
    assert contents(tmp_path / "out") == before


def test_a_file_that_has_changed_takes_the_place_of_its_part(tmp_path: Path, pipeline: Pipeline) -> None:
    given = archive(tmp_path / "in")
    ran(given, tmp_path / "out", pipeline)
    (tmp_path / "in" / "01.jsonl").write_text(json.dumps(report(77)) + "\n")
    again = ran(given, tmp_path / "out", pipeline)
    assert (again.coded, again.before, again.finished) == (1, 5, 6)
    ran(given, tmp_path / "fresh", pipeline)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


class Killed:
    """An engine that is gone after so many pieces."""

    def __init__(self, inner: Here, pieces: int) -> None:
        self._inner, self._pieces = inner, pieces

    def done(self, todo: Sequence[Source]) -> Iterator[Done]:
        for number, done in enumerate(self._inner.done(todo)):
            if number == self._pieces:
                raise KeyboardInterrupt
            yield done


@pytest.mark.parametrize("after", range(9))
def test_a_run_that_ended_anywhere_goes_on(tmp_path: Path, pipeline: Pipeline, after: int) -> None:
    given = archive(tmp_path / "in")
    folder = Folder(str(tmp_path / "out"))
    folder.begin({})
    with pytest.raises(KeyboardInterrupt):
        list(Run(given, folder).results(Killed(Here(pipeline, folder), after)))
    assert all(asked(f"SELECT count(*) FROM '{part}'") for part in (tmp_path / "out" / "records").iterdir())
    again = ran(given, tmp_path / "out", pipeline)
    assert again.coded + again.failed <= 18 - after  # what was in a piece is not coded again
    ran(given, tmp_path / "fresh", pipeline)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_piece_that_is_kept_has_no_documents(tmp_path: Path) -> None:
    given = archive(tmp_path / "in")
    source = next(item for item in sources(given) if isinstance(item, Source))
    cut = list(pieces(source, registered(), force=False, kept={0}))
    assert [(p.number, p.first, p.count, p.documents is None, p.is_last) for p in cut] == [(0, 1, 2, True, False), (1, 3, 1, False, True)]


def test_a_file_that_cannot_be_read_on_is_left_for_the_next_run(
    tmp_path: Path, pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = archive(tmp_path / "in")
    real = sources_module.read_stream

    def torn(stream: BinaryIO, origin: str, suffix: str, names: NewsNames, *, force: bool) -> Iterator[Found]:
        yield from real(stream, origin, suffix, names, force=force)
        if origin.endswith("00.jsonl"):
            raise OSError("the connection is lost")

    monkeypatch.setattr(storage_module, "read_stream", torn)
    run = ran(given, tmp_path / "out", pipeline)
    assert [str(error) for error in run.missing] == [f"{tmp_path}/in/00.jsonl: cannot be read to its end: the connection is lost"]
    assert (run.finished, len(run.files)) == (5, 6)
    monkeypatch.setattr(storage_module, "read_stream", real)
    ran(given, tmp_path / "out", pipeline)
    ran(given, tmp_path / "fresh", pipeline)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_folder_that_was_coded_otherwise_is_refused(tmp_path: Path) -> None:
    Folder(str(tmp_path)).begin({"made": {"codebook": "a"}, "force": False})
    Folder(str(tmp_path)).begin({"made": {"codebook": "a"}, "force": False})
    with pytest.raises(PartsError, match=r"\(made\)"):
        Folder(str(tmp_path)).begin({"made": {"codebook": "b"}, "force": False})


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    said = [str(item) for item in sources(["-", "https://post.example/a", str(tmp_path / "none"), str(tmp_path)])]
    assert len(said) == 4
    assert all("parts are coded from files" in line for line in said[:2])
    assert "No such file" in said[2]
    assert "no article" in said[3]


def test_other_storages_by_fsspec(tmp_path: Path, pipeline: Pipeline) -> None:
    pytest.importorskip("fsspec")
    given = archive(tmp_path / "in")
    opened = Folder("memory://coded/out")
    opened.begin({})
    run = Run(given, opened)
    assert len([done for done in run.results(Here(pipeline, opened)) if done.is_last]) == 6
    ran(given, tmp_path / "out", pipeline)
    assert [list(documents(part)) for part in run.parts() if "/records/" in part] == [
        list(documents(part)) for part in Run(given, Folder(str(tmp_path / "out"))).parts() if "/records/" in part
    ]


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may be longer than so many bytes: to whoever writes like a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_said_and_leaves_nothing_half(tmp_path: Path, pipeline: Pipeline) -> None:
    given = archive(tmp_path / "in")
    ran(given, tmp_path / "fresh", pipeline)
    with room_for(1000), pytest.raises(PartsError, match=f"^{tmp_path}/out: File too large$"):
        ran(given, tmp_path / "out", pipeline)
    assert [name for name in contents(tmp_path / "out") if name != "about.json"] == []
    ran(given, tmp_path / "out", pipeline)
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_fault_of_the_machine_is_not_kept_as_one_of_the_document(tmp_path: Path, pipeline: Pipeline) -> None:
    given = archive(tmp_path / "in", files=1)
    language.identifier.cache_clear()  # it writes its model to the disk when it is loaded
    with room_for(1000), pytest.raises(PartsError, match="File too large"):
        ran(given, tmp_path / "out", pipeline)
    assert ran(given, tmp_path / "out", pipeline).coded == 6


def test_settings_take_the_codebook_along(tmp_path: Path) -> None:
    (tmp_path / "outlets.csv").write_bytes(b"name\nThe Larov Post\n")
    settings = Settings.of(tmp_path, force=True)
    assert settings.codebook == (("outlets.csv", b"name\nThe Larov Post\n"),)


def test_without_ray_the_engine_says_how_to_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from gesta.batch.cluster import connected

    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(EngineError, match=r"gesta\[ray\]"):
        connected(None)


def test_gesta_does_not_load_ray_unless_asked() -> None:
    code = "import sys, gesta.cli.app, gesta.batch.cluster; sys.exit(bool({'ray', 'fsspec', 'pyarrow'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
