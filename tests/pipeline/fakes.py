"""A reader and a coder for the tests of the pipeline, that need no model and stumble where a text says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gesta.errors import GestaError
from gesta.model import Article, Made, Reading, Report, report_id, text_hash

MADE = Made(record=1, gesta="0", model="m", codebook="c", gazetteer="g")


class FakeReader:
    """Reads no words; raises on a text that says so."""

    version = "m"

    def __init__(self) -> None:
        self.batches: list[int] = []

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        batch = list(articles)
        self.batches.append(len(batch))
        for article in batch:
            if article.text == "unreadable":
                raise ValueError("no window fits")
            if article.text == "no model":
                raise GestaError("the model is missing")
            yield Reading(text=article.text, words=(), sentences=(), mentions=(), attributions=(), pipeline="m")


def fake_code(article: Article, reading: Reading, codebook: object, made: Made) -> Report:
    if article.text == "uncodable":
        raise KeyError("verb")
    return Report(made=made, id=report_id(article), text_sha256=text_hash(article.text), article=article)
