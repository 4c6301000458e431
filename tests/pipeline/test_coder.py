"""One document never takes the others down; what is missing on this machine does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from gesta.errors import CodingFailed, GestaError, InputError
from gesta.model import Article, Report, report_id
from gesta.pipeline import SPARED, Pipeline, coder
from gesta.pipeline.batches import BATCH_ARTICLES
from tests.pipeline.fakes import FakeReader


def texts(results: Iterable[Report | InputError]) -> list[str]:
    return [str(type(r).__name__) if isinstance(r, InputError) else r.article.text for r in results]


def articles(*said: str) -> list[Article]:
    return [Article(text=text, origin=f"{text}.txt") for text in said]


def test_reports_come_in_order(pipeline: Pipeline) -> None:
    assert texts(pipeline.code(articles(*map(str, range(100))))) == list(map(str, range(100)))


def test_an_article_that_cannot_be_read_or_coded_is_set_aside_alone(pipeline: Pipeline) -> None:
    found = articles("a", "unreadable", "b", "uncodable", "c")
    assert texts(pipeline.code_found(found)) == ["a", "CodingFailed", "b", "CodingFailed", "c"]


def test_what_was_set_aside_names_its_document_and_keeps_the_cause(pipeline: Pipeline) -> None:
    (failed,) = pipeline.code_found(articles("uncodable"))
    assert isinstance(failed, CodingFailed)
    assert "uncodable.txt" in str(failed)
    assert isinstance(failed.__cause__, KeyError)


def test_code_raises_at_the_article_that_failed(pipeline: Pipeline) -> None:
    results = pipeline.code(articles("a", "uncodable", "b"))
    assert next(results).article.text == "a"
    with pytest.raises(CodingFailed):
        next(results)


def test_errors_of_intake_keep_their_place(pipeline: Pipeline) -> None:
    broken = InputError(path="broken.txt", why="no text")
    results = list(pipeline.code_found([*articles("a"), broken, *articles("b")]))
    assert results[1] is broken
    assert texts(results) == ["a", "InputError", "b"]


def test_a_file_that_intake_stumbles_over_is_set_aside(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(path: str, **_: object) -> Iterator[Article]:
        yield from articles(path)
        if path == "b":
            raise ZeroDivisionError

    monkeypatch.setattr(coder, "articles", stumbling)
    assert texts(pipeline.code_paths(["a", "b", "c"])) == ["a", "b", "CodingFailed", "c"]


def test_a_missing_model_ends_the_run(pipeline: Pipeline) -> None:
    with pytest.raises(GestaError, match="missing"):
        list(pipeline.code_found(articles("a", "no model")))


def test_revisions_are_tied_within_a_run_and_not_beyond(pipeline: Pipeline) -> None:
    url = "https://post.example/1"
    first, second = Article(text="50 dead", url=url), Article(text="49 dead", url=url)
    assert [r.revision_of for r in pipeline.code([first, second])] == [None, report_id(first)]
    assert [r.revision_of for r in pipeline.code([second])] == [None]


def test_articles_are_read_in_batches(pipeline: Pipeline) -> None:
    reader = vars(pipeline)["reader"] = FakeReader()
    list(pipeline.code(articles(*map(str, range(2 * BATCH_ARTICLES + 3)))))
    assert reader.batches == [BATCH_ARTICLES, BATCH_ARTICLES, 3]


def test_what_the_first_pass_spares_is_listed_in_its_place() -> None:
    bread, war = "The bakery sells bread and a plum cake.", "Government troops shelled rebel positions near the border, killing soldiers."
    reports = list(Pipeline(first_pass=True).code(articles(war, bread)))
    assert [SPARED in report.warnings for report in reports] == [False, True]
    assert [bool(report.events) for report in reports] == [True, False]
