"""`gesta ingest` and `gesta failures` as a user runs them."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gesta.cli.app import run
from gesta.store import open_store
from tests.pipeline.coded_records import coded, line, lines

Run = Callable[..., tuple[int, str, str]]
COMMAND = [sys.executable, "-m", "gesta", "ingest"]
KEPT = "what was filed so far is kept; the same command goes on from there"


@pytest.fixture
def called(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in this process."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = run([str(a) for a in arguments])
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "conflict.gesta"


def test_a_file_with_a_bad_line(called: Run, tmp_path: Path, store: Path) -> None:
    source = lines(tmp_path / "records.jsonl", 10)
    code, out, err = called("ingest", source, "--store", store)
    assert (code, out) == (3, "10 reports filed, 1 known already, 1 set aside; 1 incident in the store\n")
    assert err == f"gesta: {source}:6:42: no JSON: expecting ':' delimiter\n"
    code, out, _ = called("ingest", source, "--store", store)
    assert (code, out) == (3, "0 reports filed, 11 known already, 1 set aside; 1 incident in the store\n")


def test_sound_files_and_folders(called: Run, tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.jsonl").write_text(line(coded(1)))
    (folder / "b.jsonl").write_text(line(coded(2)))
    code, out, _ = called("ingest", folder, folder / "a.jsonl", "--store", store)
    assert (code, out) == (0, "2 reports filed, 1 known already; 1 incident in the store\n")


def test_failures_are_listed_once(called: Run, tmp_path: Path, store: Path) -> None:
    assert called("ingest", tmp_path / "none.txt", "http://127.0.0.1:9/a", "--store", store)[0] == 1
    called("ingest", tmp_path / "none.txt", "--store", store)
    code, out, _ = called("failures", "--store", store)
    assert code == 0
    first, second = out.splitlines()
    assert first.endswith(f"InputError  {tmp_path}/none.txt: No such file or directory")
    assert second.endswith("FetchRefused  http://127.0.0.1:9/a: 127.0.0.1 is no public address")
    _, out, _ = called("failures", "--store", store, "--format", "json")
    assert [json.loads(row)["error"] for row in out.splitlines()] == ["InputError", "FetchRefused"]


def test_a_failure_cannot_steer_the_terminal(called: Run, tmp_path: Path, store: Path) -> None:
    called("ingest", f"{tmp_path}/a\x1b[31m\nb.txt", "--store", store)
    _, out, _ = called("failures", "--store", store)
    assert out.count("\n") == 1
    assert "\x1b" not in out


def test_no_store(called: Run, store: Path) -> None:
    code, out, err = called("failures", "--store", store)
    assert (code, out) == (1, "")
    assert "there is no store" in err


def test_a_second_ingest_is_told_to_wait(called: Run, tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(coded(1)))
    with open_store(store, write=True, create=True):
        code, _, err = called("ingest", tmp_path / "a.jsonl", "--store", store)
    assert code == 1
    assert "another process is writing to it" in err
    assert KEPT not in err


def test_a_full_disk_is_said_and_what_was_filed_is_kept(called: Run, tmp_path: Path, store: Path) -> None:
    source = lines(tmp_path / "records.jsonl", 200)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))  # to the store like a disk that is full

    done = subprocess.run([*COMMAND, source, "--store", store], preexec_fn=little_room, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1] == f"gesta: {KEPT}"
    assert "too large" in done.stderr.splitlines()[-2]
    assert "Traceback" not in done.stderr
    code, out, _ = called("ingest", source, "--store", store)
    assert code == 3
    assert out.startswith("200 reports filed, 1 known already, 1 set aside;")
    with open_store(store) as opened:
        assert len(list(opened.filings())) == 200


def interrupted(process: subprocess.Popen[str]) -> str:
    """What the process says when it is interrupted. A signal that meets an extension in its own imports is lost, and sent again."""
    for _ in range(6):
        process.send_signal(signal.SIGINT)
        try:
            return process.communicate(timeout=15)[1]
        except subprocess.TimeoutExpired:
            continue
    return process.communicate(timeout=15)[1]


def test_an_interrupted_run_says_so(tmp_path: Path, store: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    command = [*COMMAND, str(tmp_path / "pipe.jsonl"), "--store", str(store)]
    heard = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # tests in a shell's background are deaf to it, and so is what they start
    try:
        # The pipe is open as soon as ingest reads it.
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process, (tmp_path / "pipe.jsonl").open("w") as pipe:
            pipe.write(line(coded(1)))
            pipe.flush()
            err = interrupted(process)
    finally:
        signal.signal(signal.SIGINT, heard)
    assert process.returncode == 130
    assert err == f"gesta: {KEPT}\ngesta: interrupted\n"
