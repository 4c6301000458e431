"""`gesta evaluate` as a user runs it: figures on standard output, why something is left out on standard error, exit 1 below a floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gesta.cli.app import run
from gesta.evaluate.corpus import fingerprint

PARAGRAPHS = "Armenian forces shelled Azerbaijani troops on Tuesday.\nThe striker shot wide.\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "neutral").mkdir()
    (tmp_path / "neutral" / "dev.txt").write_text(PARAGRAPHS, "utf-8")
    return tmp_path


def floors(data: Path, mark: str, figure: float) -> str:
    path = data / "floors.json"
    path.write_text(json.dumps({"neutral/dev": {"fingerprint": mark, "figures": {"paragraphs with an ASSAULT": figure}}}), "utf-8")
    return str(path)


def test_figures_floors_and_the_worst_are_printed_and_a_passed_floor_fails(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = fingerprint((data / "neutral" / "dev.txt",))
    code = run(["evaluate", "neutral", "--data", str(data), "--floors", floors(data, mark, 0.1), "--worst", "1"])
    out = capsys.readouterr().out
    assert code == 1
    assert "ABOVE ITS FLOOR" in out
    assert "Armenian forces shelled" in out
    assert mark in out


def test_floors_of_another_corpus_are_refused_in_one_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["evaluate", "neutral", "--data", str(data), "--floors", floors(data, "0" * 16, 0.1), "--format", "json"])
    printed = capsys.readouterr()
    assert code == 0
    assert "0000000000000000" in printed.err
    rows = [json.loads(line) for line in printed.out.splitlines()]
    assert {row["measure"]: (row["figure"], row["floor"]) for row in rows}["paragraphs with an ASSAULT"] == (0.5, None)


def test_raising_lowers_a_ceiling_and_never_lifts_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mark = fingerprint((data / "neutral" / "dev.txt",))
    for before, after in ((0.9, 0.51), (0.1, 0.1)):
        path = floors(data, mark, before)
        assert run(["evaluate", "neutral", "--data", str(data), "--floors", path, "--raise"]) == 0
        figures = json.loads(Path(path).read_text("utf-8"))["neutral/dev"]["figures"]
        assert figures["paragraphs with an ASSAULT"] == after
    capsys.readouterr()


def test_a_task_without_its_corpus_is_named_and_a_task_that_is_none_is_wrong_use(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "plover", "--data", str(data)]) == 1
    assert "left out: plover: no event_coding/plover_gsr.jsonl below" in capsys.readouterr().err
    assert run(["evaluate", "plower", "--data", str(data)]) == 2


def test_a_corpus_with_a_line_that_is_none_costs_only_its_task(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "event_coding").mkdir()
    (data / "event_coding" / "plover_gsr.jsonl").write_text('{"id": \n', "utf-8")
    assert run(["evaluate", "plover", "neutral", "--data", str(data)]) == 1
    printed = capsys.readouterr()
    assert "plover_gsr.jsonl:1:" in printed.err
    assert "paragraphs with an ASSAULT" in printed.out
