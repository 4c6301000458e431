"""Several processes give what one gives, in order; one that is killed costs nothing, and none outlives its use."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Iterator

import pytest

from gesta.errors import CodebookError, CodingFailed, FetchFailed, GestaError, InputError
from gesta.model import Article, Report
from gesta.pipeline import Pipeline, coder, crew, json_line
from gesta.pipeline.coder import FEW
from tests.conftest import ROOT

NUMBERS = [str(n) for n in range(2 * FEW)]


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pipeline]:
    """Two processes without a model."""
    monkeypatch.setattr(crew, "COMMAND", ("-m", "tests.pipeline.fake_worker"))
    monkeypatch.syspath_prepend(str(ROOT))
    made = Pipeline(processes=2)
    yield made
    made.close()


def articles(*said: str) -> list[Article]:
    return [Article(text=text, origin=f"{text}.txt") for text in said]


def said(result: object) -> str:
    return result.article.text if isinstance(result, Report) else str(result)


def hands(pipeline: Pipeline) -> list[crew.Hand]:
    assert pipeline._crew is not None
    return list(pipeline._crew._hands)


def test_the_records_of_a_crew_are_those_of_one_process_to_the_byte() -> None:
    texts = [f"Government troops shelled a village near Goma on Tuesday, killing {n} people, the governor said." for n in range(2, FEW + 4)]
    found: list[Article | InputError] = [Article(text=text, language="en", origin="-") for text in texts]
    found.insert(FEW, InputError(path="broken.txt", why="no text"))
    several = Pipeline(processes=2)
    together = [json_line(r) if isinstance(r, Report) else str(r) for r in several.code_found(found)]
    several.close()
    assert together == [json_line(r) if isinstance(r, Report) else str(r) for r in Pipeline(threads=1).code_found(found)]
    assert '"ASSAULT"' in together[0]
    assert together[FEW] == "broken.txt: no text"


def test_what_cannot_be_coded_is_set_aside_in_its_place(pipeline: Pipeline) -> None:
    results = list(pipeline.each([*articles(*NUMBERS, "unreadable", "a", "uncodable", "b"), "passes through"]))
    assert [said(r) for r in results[: len(NUMBERS)]] == NUMBERS
    assert [type(r).__name__ for r in results[len(NUMBERS) :]] == ["CodingFailed", "Report", "CodingFailed", "Report", "str"]
    failed = results[len(NUMBERS) + 2]
    assert isinstance(failed, CodingFailed)
    assert "KeyError" in failed.__notes__[0]


def test_the_lines_that_processes_write_are_those_of_their_reports(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(path: str, **_: object) -> Iterator[Article]:
        yield Article(text=f'Version {path}, "revision_of":null.', url="https://post.example/1" if path in ("2", "70") else None)
        yield Article(text="uncodable", origin=path)

    monkeypatch.setattr(coder, "articles", told)
    lines = [r if isinstance(r, InputError) else r.text for r in pipeline.code_lines([*NUMBERS, "70"])]
    reports = list(pipeline.code_paths([*NUMBERS, "70"]))
    assert list(map(str, lines)) == [json_line(r) if isinstance(r, Report) else str(r) for r in reports]
    assert [r.revision_of is not None for r in reports if isinstance(r, Report)] == [False] * len(NUMBERS) + [True]


def test_another_process_takes_the_place_of_one_that_is_killed(pipeline: Pipeline) -> None:
    results = pipeline.code(articles(*NUMBERS, *NUMBERS))
    first = next(results)
    for hand in hands(pipeline):
        os.kill(hand.pid, signal.SIGKILL)
    assert [said(first), *map(said, results)] == [*NUMBERS, *NUMBERS]


def test_an_article_that_ends_its_process_is_set_aside_alone(pipeline: Pipeline) -> None:
    results = list(pipeline.code_found(articles(*NUMBERS, "a", "deadly", "b")))
    assert [said(r) for r in results] == [
        *NUMBERS, "a", "deadly.txt: the process that coded it ended each time (signal 9)", "b"
    ]  # fmt: skip
    assert isinstance(results[-2], CodingFailed)


def test_what_is_missing_ends_the_run(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GestaError, match="the model is missing"):
        list(Pipeline(processes=2, force=True).code_found(articles(*NUMBERS)))
    monkeypatch.setattr(crew, "COMMAND", ("-c", "raise SystemExit(3)"))
    with pytest.raises(GestaError, match=r"could not be started \(exit code 3\)"):
        list(pipeline.code_found(articles(*NUMBERS)))


def test_no_process_outlives_a_run_that_is_left(pipeline: Pipeline) -> None:

    def interrupted() -> Iterator[Article]:
        yield from articles(*NUMBERS)
        left.extend(hands(pipeline))
        raise KeyboardInterrupt

    left: list[crew.Hand] = []
    with pytest.raises(KeyboardInterrupt):
        list(pipeline.each(interrupted()))
    assert [hand.end() for hand in left] == ["signal 9", "signal 9"]
    assert len(list(pipeline.each(articles(*NUMBERS)))) == len(NUMBERS)


def test_a_few_articles_are_coded_here(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_coded", lambda batch, _: iter(batch))
    assert len(list(pipeline.each(articles(*NUMBERS[: FEW // 2])))) == FEW // 2
    assert pipeline._crew is None


@pytest.mark.parametrize(
    "error",
    [
        InputError(path="a.txt", why="no text", line=3),
        FetchFailed(path="https://a.example", why="gone", status=410, lasting=True),
        CodebookError(path="a.csv", why="no column", suggestion="name"),
        CodingFailed.by(KeyError("verb"), "a.txt"),
    ],
)
def test_an_error_is_the_same_in_another_process(error: GestaError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))
