"""The company in which an article is coded leaves no trace in its record."""

from __future__ import annotations

from gesta.model import Article
from gesta.pipeline import Pipeline, json_line

TOLD = (
    "Government troops shelled a village near Goma on Tuesday, killing three people, the governor said.",
    "The bakery opens at seven.\n\nIt sells bread.",
    "Sudan and Chad signed a ceasefire.\n\nBoth sides accused each other of breaches, the African Union said. " * 12,
)


def test_an_article_alone_and_in_a_batch_has_the_same_record_to_the_byte() -> None:
    pipeline = Pipeline()
    articles = [Article(text=text, language="en", origin=str(n)) for n, text in enumerate(TOLD)]
    together = [json_line(report) for report in pipeline.code(articles)]
    assert together == [json_line(report) for article in articles for report in pipeline.code([article])]
    assert '"ASSAULT"' in together[0]
