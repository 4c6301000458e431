"""Commands that let a store's rows leave the house, and that take reports down or code them anew."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gesta.cli.app import run
from gesta.cli.exits import DONE, FAILED, USAGE
from gesta.store import open_store
from tests.store.reports import derived, record


@pytest.fixture
def store(tmp_path: Path) -> str:
    path = tmp_path / "s.gesta"
    with open_store(path, write=True, create=True) as opened:
        opened.add([record("ra"), record("rb", "Shells hit Goris.")])
        opened.publish(derived("ra", "rb"))
    return str(path)


def test_a_table_goes_to_standard_output_or_to_a_file_with_what_made_it(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "claims", "--store", store]) == DONE
    assert len(capsys.readouterr().out.splitlines()) == 3
    target = tmp_path / "claims.jsonl"
    assert run(["export", "claims", "--store", store, "-o", str(target)]) == DONE
    assert [json.loads(line)["report"] for line in target.read_text("utf-8").splitlines()] == ["ra", "rb"]
    assert json.loads((tmp_path / "claims.jsonl.about.json").read_text("utf-8"))["table"] == "claims"


def test_filters_hold_for_exports_too(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "incidents", "--store", store, "--country", "arm", "--as-of", "2022-09-14", "--format", "jsonl"]) == DONE
    (row,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["reports"], row["known_to"]) == (1, "2022-09-20")


@pytest.mark.parametrize("arguments", [["export", "gedd"], ["export", "ged", "--format", "parquet"], ["takedown", "ra"]])
def test_wrong_use_is_said(store: str, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*arguments, "--store", store]) == USAGE
    assert capsys.readouterr().err


def test_a_release_answers_its_digest_and_compares_with_itself(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "2022-09")
    assert run(["release", folder, "--store", store, "--day", "2022-09-30"]) == DONE
    assert capsys.readouterr().out.splitlines()[0] == folder
    assert run(["compare", "--store", store, "--with", f"{folder}/ged.csv", "--format", "json"]) == DONE
    assert all(json.loads(line)["in"] == "both" for line in capsys.readouterr().out.splitlines())
    assert run(["release", folder, "--store", store]) == FAILED
    assert "never written over" in capsys.readouterr().err


def test_a_report_that_is_taken_down_leaves_its_id(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["takedown", "r", "--store", store, "--reason", "asked"]) == FAILED
    assert "2 reports have an id that begins with 'r'" in capsys.readouterr().err
    assert run(["takedown", "ra", "--store", store, "--reason", "asked by its publisher"]) == DONE
    with open_store(store) as opened:
        assert [filing.id for filing in opened.filings()] == ["rb"]
        assert [(name, why) for name, _, why in opened.tombstones()] == [("ra", "asked by its publisher")]
