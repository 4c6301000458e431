"""`gesta doctor` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gesta.cli import doctor
from gesta.cli.app import run
from gesta.pipeline import Pipeline


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch, shipped: Pipeline, tmp_path: Path) -> None:
    """The pipeline that all tests share, and settings of this test's own."""
    monkeypatch.setattr(doctor, "Pipeline", lambda *_, **__: shipped)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


@pytest.mark.usefixtures("shared")
def test_everything_is_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"]) == 0
    out = capsys.readouterr().out
    assert {line.split()[0] for line in out.splitlines()} <= {"ok", "note"}
    assert {"python", "packages", "model", "codebook", "map", "memory"} <= {line.split()[1] for line in out.splitlines()}


@pytest.mark.usefixtures("shared")
def test_as_json_it_is_one_object(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["doctor", "--format", "json", "--store", str(tmp_path / "none.gesta")]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["sound"] is False
    by_name = {check["name"]: check for check in told["checks"]}
    assert by_name["store"]["state"] == "fails"
    assert by_name["store"]["mend"].startswith("gesta ingest SOURCE")
    assert by_name["packages"]["facts"]["duckdb"]


def test_a_pipeline_that_is_not_installed_says_how_to_mend(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--pipeline", "no_such_pipeline"]) == 1
    out = capsys.readouterr().out
    assert "spacy download" in out
    assert "skipped  reading    not tried, because model fails" in out
    assert "Traceback" not in out


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize(("text", "mode", "mend"), [("{}", 0o644, "chmod 600"), ("[1", 0o600, "--new-token")])
def test_tokens_that_others_read_or_nobody(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, mode: int, mend: str) -> None:
    path = tmp_path / "gesta" / "tokens.json"
    path.parent.mkdir()
    path.write_text(text)
    path.chmod(mode)
    assert run(["doctor"]) == 1
    failed = capsys.readouterr().out.split("FAILS")[1]
    assert mend in failed
