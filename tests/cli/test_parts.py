"""The parts of the command line that need no model."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from gesta.cli.files import write_whole
from gesta.cli.inputs import documents, expanded
from gesta.cli.metering import Meter, progress_over
from gesta.cli.outcome import Outcome
from gesta.cli.progress import Progress
from gesta.cli.progress import clock as time_left
from gesta.cli.streams import complain
from gesta.errors import InputError
from gesta.model import Article, Made, Report, report_id, text_hash

MADE = Made(record=1, gesta="0", model="0", codebook="0", gazetteer="0")
ARTICLE = Article(text="49 dead")
REPORT = Report(made=MADE, id=report_id(ARTICLE), text_sha256=text_hash(ARTICLE.text), article=ARTICLE)
BROKEN = InputError(path="broken.txt", why="no text")


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_folder_is_its_articles_sorted_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.MD", "a/d.yaml", ".hidden.txt", ".git/e.txt", "README.md", "f.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}\n\n{}\n")
    found = expanded([str(tmp_path)])
    assert [str(Path(path).relative_to(tmp_path)) for path in found] == ["a/c.MD", "b.txt", "f.jsonl"]
    assert documents(found) == 4


def test_a_named_file_may_be_called_anything(tmp_path: Path) -> None:
    assert expanded(["-", str(tmp_path / "README"), "missing.txt"]) == ["-", str(tmp_path / "README"), "missing.txt"]


def test_standard_input_cannot_be_counted() -> None:
    assert documents(["a.txt", "-"]) is None


@pytest.mark.parametrize(("results", "code"), [([], 0), ([REPORT], 0), ([BROKEN], 1), ([REPORT, BROKEN], 3), ([BROKEN, REPORT, REPORT], 3)])
def test_exit_codes(results: list[Report | InputError], code: int) -> None:
    outcome = Outcome(Progress(stream=io.StringIO()))
    assert all(isinstance(report, Report) for report in outcome.reports(results))
    assert outcome.exit_code == code


def test_what_is_set_aside_is_one_line_with_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    list(Outcome(Progress(stream=io.StringIO())).reports([BROKEN]))
    err = capsys.readouterr().err
    assert err.startswith("gesta: broken.txt")
    assert err.count("\n") == 1


def test_a_complaint_can_neither_break_its_line_nor_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a\nb\x1b[31m\u202ec\r")
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert not set("\x1b\r\u202e") & set(err)


def test_tracebacks_are_for_those_who_ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GESTA_DEBUG", raising=False)
    complain(ValueError("x"))
    assert capsys.readouterr().err == "gesta: x\n"
    monkeypatch.setenv("GESTA_DEBUG", "1")
    complain(ValueError("x"))
    assert "ValueError: x" in capsys.readouterr().err


def test_the_bar_is_drawn_on_a_terminal_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    progress = Progress(4, stream)
    progress.step()
    assert "1/4" in stream.getvalue()
    progress.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("stream", "term"), [(io.StringIO(), "xterm"), (Terminal(), "dumb")])
def test_no_bar_where_it_cannot_be_redrawn(stream: io.StringIO, term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", term)
    progress = Progress(1, stream)
    progress.step()
    progress.clear()
    assert stream.getvalue() == ""


def test_without_a_total_articles_are_counted() -> None:
    progress = Progress(None, io.StringIO())
    progress.step()
    assert progress.line().startswith("1 articles")


def test_time_left_is_told_by_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 30.0])
    monkeypatch.setattr("gesta.cli.progress.monotonic", lambda: next(clock))
    progress = Progress(1000, io.StringIO(), done=lambda: 250)
    assert progress.line() == "[#######.......................] 25%  0 articles  0.0 articles/s  1:30 left"
    assert (time_left(5), time_left(3725)) == ("0:05", "1:02:05")


def test_documents_are_counted_where_they_can_be(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.jsonl").write_text("{}\n{}\n")
    (tmp_path / "c.warc").write_text("x")
    counted = expanded([str(tmp_path)])
    assert "0/3" in progress_over(counted[:2], Meter(counted[:2])).line()
    assert "0%" in progress_over(counted, Meter(counted)).line()
    assert progress_over(["-"], Meter(["-"])).line().startswith("0 articles")


def test_bytes_read_are_counted_over_files(tmp_path: Path) -> None:
    paths = [tmp_path / "a", tmp_path / "b"]
    for path in paths:
        path.write_bytes(b"x" * 100_000)
    meter = Meter([str(path) for path in paths])
    for path, done in zip(paths, (100_000, 200_000), strict=True):
        with meter.opened(path) as file:
            file.read()
            assert meter.done() == done
        assert meter.done() == done
    assert meter.total == 200_000
    assert Meter([str(paths[0]), "-"]).total is None


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write_whole(page, "old")
    write_whole(page, "new \ud800")
    assert page.read_text("utf-8") == "new \\ud800"
    assert list(tmp_path.iterdir()) == [page]
    with pytest.raises(OSError, match="No such file"):
        write_whole(tmp_path / "missing" / "page.html", "x")
