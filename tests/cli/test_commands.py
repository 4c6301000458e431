"""The commands on real articles, as a user runs them: what is on standard output, on standard error, and the exit code."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import gesta
from gesta.cli.app import run
from gesta.model import Report
from gesta.pipeline import Pipeline

GESTA = [sys.executable, "-m", "gesta"]
TEXT = (
    "GORIS, Sept 13 (Caucasus Wire) -- Azerbaijan said on Tuesday that 50 of its soldiers had been killed in clashes with Armenian forces."
)


class Done(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def called(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, shipped: Pipeline) -> Run:
    """Runs a command in this process on the pipeline that all tests share."""

    def call(*arguments: str | Path, stdin: str | None = None) -> Done:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = run([str(a) for a in arguments])
        return Done(code, *capsys.readouterr())

    for command in ("code", "show", "report", "versions"):
        monkeypatch.setattr(
            f"gesta.cli.{command}.Pipeline",
            lambda name=None, force=False, codebook=None, first_pass=False, processes=1: forced(shipped, force, codebook),
        )
    return call


def forced(pipeline: Pipeline, force: bool, codebook: Path | None = None) -> Pipeline:
    if codebook is not None:
        reader, pipeline = pipeline.reader, Pipeline(codebook=codebook)
        vars(pipeline).update(reader=reader)
    pipeline.force = force
    return pipeline


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def records(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.splitlines()]


def test_one_line_for_each_article_in_order(called: Run, samples: list[Path]) -> None:
    done = called("code", "--format", "json", *samples[:3])
    assert (done.code, done.err) == (0, "")
    titles = [record["report"]["title"] for record in records(done)]
    assert titles == [re.findall(r"^title: [\"']?(.*?)[\"']?$", path.read_text("utf-8"), re.M)[0] for path in samples[:3]]


def test_a_folder_is_coded_whole(called: Run, samples: list[Path]) -> None:
    done = called("code", samples[0].parent)
    assert done.code == 0
    assert len(records(done)) > len(samples)  # one file holds two reports


def test_standard_input(called: Run) -> None:
    done = called("code", "-", stdin=TEXT)
    assert done.code == 0
    assert records(done)[0]["report"]["text"] == TEXT


def test_the_same_input_gives_the_same_record(called: Run, article: Path) -> None:
    assert called("code", article).out == called("code", article).out


def test_some_failed_and_the_rest_is_done(called: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 20)
    done = called("code", tmp_path / "empty.txt", article, tmp_path / "picture.txt", tmp_path / "missing.txt")
    assert done.code == 3
    assert len(records(done)) == 1
    for name in ("empty.txt", "picture.txt", "missing.txt"):
        assert sum(name in line for line in done.err.splitlines()) == 1


def test_a_broken_line_is_named_by_its_number(called: Run, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(f'{json.dumps({"id": "a", "text": TEXT})}\n{{"id": \n{json.dumps({"id": "c", "text": TEXT})}\n')
    done = called("code", path)
    assert done.code == 3
    assert [record["report"]["source_id"] for record in records(done)] == ["a", "c"]
    assert re.search(r"wire\.jsonl\D+2\b", done.err)


def test_nothing_coded_is_a_failure(called: Run, tmp_path: Path) -> None:
    done = called("code", tmp_path / "missing.txt")
    assert (done.code, done.out) == (1, "")
    assert "missing.txt" in done.err


@pytest.mark.parametrize("arguments", [["code"], ["code", "--format", "xml", "x"], ["cod"], ["report", "x"], ["show"]])
def test_wrong_use(called: Run, arguments: list[str]) -> None:
    done = called(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_the_table_is_for_reading(called: Run, article: Path) -> None:
    done = called("code", "--format", "table", article)
    assert done.code == 0
    assert "killed" in done.out
    assert "AZE" in done.out


def test_names_of_places_in_every_shape(called: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [json.loads(line) for line in called("toponyms", article, "--format", "json").out.splitlines()]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)
    assert len(called("toponyms", article, "--format", "csv").out.splitlines()) == 1 + len(rows)
    assert len(json.loads(called("toponyms", article, "--format", "geojson").out)["features"]) == len(rows)
    monkeypatch.setenv("COLUMNS", "200")  # a long path leaves the words no room in a narrow table
    done = called("toponyms", article, article.parent / "missing.txt")
    assert (done.code, [row["text"] for row in rows if row["text"] not in done.out]) == (3, [])
    assert "missing.txt" in done.err


def test_show_has_the_text_and_no_colour_off_a_terminal(called: Run, article: Path) -> None:
    done = called("show", article)
    assert done.code == 0
    assert TEXT in " ".join(re.sub(r"⟦|(·[a-z]\d+)+⟧", "", done.out).split())
    assert "\x1b" not in done.out


def test_report_writes_one_page(called: Run, article: Path, tmp_path: Path) -> None:
    done = called("report", article, "-o", tmp_path / "page.html")
    assert (done.code, done.out) == (0, "")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "Content-Security-Policy" in page


def test_report_says_where_it_could_not_write(called: Run, article: Path, tmp_path: Path) -> None:
    done = called("report", article, "-o", tmp_path / "missing" / "page.html")
    assert done.code == 1
    assert "page.html" in done.err
    assert "Traceback" not in done.err


def test_version_names_everything_that_makes_a_record(called: Run, shipped: Pipeline) -> None:
    done = called("--version")
    assert done.code == 0
    said = dict(line.split(" ", 1) for line in done.out.splitlines())
    assert said["gesta"] == gesta.__version__
    assert said == {name: str(getattr(shipped.made, name)) for name in ("gesta", "model", "codebook", "gazetteer", "record")}


def test_an_unknown_pipeline_is_one_clear_line(capsys: pytest.CaptureFixture[str], article: Path) -> None:
    assert run(["code", str(article), "--pipeline", "no_such_pipeline"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_an_unexpected_error_is_one_line(called: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GESTA_DEBUG", raising=False)
    monkeypatch.setattr("gesta.pipeline.coder.line_of", lambda report: 1 // 0)
    done = called("code", article)
    assert done.code == 1
    assert "ZeroDivisionError" in done.err
    assert "Traceback" not in done.err


def test_an_interruption_is_no_error(called: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(report: Report) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("gesta.pipeline.coder.line_of", interrupted)
    done = called("code", article)
    assert done.code == 130
    assert done.err.splitlines() == ["gesta: interrupted"]


def test_help_answers_at_once_and_needs_no_model() -> None:
    seen = subprocess.run([sys.executable, "-X", "importtime", "-m", "gesta", "--help"], capture_output=True, text=True, check=True)
    assert "gesta" in seen.stdout
    loaded = set(re.findall(r"\|\s+([\w.]+)$", seen.stderr, re.M))
    assert not {"spacy", "thinc", "onnxruntime", "trafilatura", "lxml", "py3langid", "rich"} & {name.partition(".")[0] for name in loaded}


def test_a_reader_that_goes_away_is_no_error(samples: list[Path]) -> None:
    command = f"{' '.join(GESTA)} code {samples[0].parent} | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_ascii_locales_get_utf8(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(f"{TEXT} Kəlbəcər.", "utf-8")
    done = subprocess.run(
        [*GESTA, "code", str(path)], capture_output=True, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}, check=True
    )
    assert "Kəlbəcər" in done.stdout.decode("utf-8")


def test_a_codebook_folder_names_a_group_and_its_digest_is_in_the_record(called: Run, tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text("code,name,kind,sector\nKRF,Kalba River Front,armed-group,REB\n", "utf-8")
    said = "The Kalba River Front shelled the Sudanese town of Nyala on Monday."
    own, shipped = (json.loads(called("code", "-", *more, stdin=said).out) for more in (("--codebook", tmp_path), ()))
    assert "KRF" in {actor["code"] for actor in own["actors"]} - {actor["code"] for actor in shipped["actors"]}
    assert own["made"]["codebook"] != shipped["made"]["codebook"]


def test_a_wrong_codebook_is_one_line_with_its_place(called: Run, tmp_path: Path) -> None:
    (tmp_path / "groups.csv").write_text("code,nmae\n", "utf-8")
    done = called("code", "-", "--codebook", tmp_path, stdin=TEXT)
    assert (done.code, done.out) == (1, "")
    assert re.search(r"groups\.csv:1:2: unknown column 'nmae'; did you mean 'name'\?$", done.err.strip())
