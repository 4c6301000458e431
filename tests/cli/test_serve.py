"""`gesta serve` as a user starts it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesta.api.tokens import kept_tokens
from gesta.cli.app import run
from gesta.store import schema
from tests.cli.war_records import filed


def test_a_check_answers_once_and_ends(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--store", str(filed(tmp_path / "war.gesta")), "--port", "0", "--check"]) == 0
    assert "answered with the page and with rows" in capsys.readouterr().out


def test_a_store_that_is_none_is_said_before_anything_is_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--store", str(tmp_path / "none.gesta"), "--port", "0"]) == 1
    said = capsys.readouterr().err
    assert "there is no store" in said
    assert "serving" not in said


def test_a_store_of_an_older_gesta_is_said_before_anything_is_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filed(tmp_path / "war.gesta")
    monkeypatch.setattr(schema, "SCHEMA", schema.SCHEMA + 1)
    assert run(["serve", "--store", str(path), "--port", "0"]) == 1
    said = capsys.readouterr().err
    assert "was made by an older gesta" in said
    assert "serving" not in said


def test_beyond_this_machine_only_with_a_token(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert run(["serve", "--store", str(filed(tmp_path / "war.gesta")), "--host", "0.0.0.0", "--check"]) == 1
    assert "make a token first" in capsys.readouterr().err


def test_a_token_is_shown_once_and_kept_as_a_hash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert run(["serve", "--new-token", "desk"]) == 0
    token = capsys.readouterr().out.strip()
    assert token not in str(kept_tokens())
    assert list(kept_tokens()) == ["desk"]
