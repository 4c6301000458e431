"""A later article of the same url with other text is a revision of the one before."""

from __future__ import annotations

from gesta.model import Article, Made, Report, report_id, text_hash
from gesta.pipeline.revisions import Revisions

MADE = Made(record=1, gesta="0", model="0", codebook="0", gazetteer="0")
URL = "https://post.example/1"


def report_of(text: str, url: str | None = URL) -> Report:
    article = Article(text=text, url=url)
    return Report(made=MADE, id=report_id(article), text_sha256=text_hash(text), article=article)


def revised(*reports: Report) -> list[str | None]:
    revisions = Revisions()
    return [revisions.tied(report).revision_of for report in reports]


def test_each_version_points_at_the_one_before() -> None:
    first, second, third = (report_of(text) for text in ("50 dead", "49 dead", "48 dead"))
    assert revised(first, second, third) == [None, first.id, second.id]


def test_the_same_version_again_is_tied_as_before() -> None:
    first, second = report_of("50 dead"), report_of("49 dead")
    assert revised(first, second, first, second) == [None, first.id, None, first.id]


def test_another_url_or_none_is_no_revision() -> None:
    assert revised(report_of("a"), report_of("b", "https://post.example/2"), report_of("c", None), report_of("d", None)) == [None] * 4
