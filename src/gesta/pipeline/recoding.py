"""A store coded anew, with another model or codebook: reports keep their place, judgements are found again by linking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from gesta.errors import InputError
from gesta.intake.draft import Draft
from gesta.intake.finishing import finished
from gesta.intake.newsnames import NewsNames
from gesta.intake.outlets import registered
from gesta.model import Article, Report, from_record, to_record
from gesta.pipeline.coder import SPARED, Pipeline
from gesta.pipeline.relinking import Relinked, relink
from gesta.store import Store

BATCH: Final = 200  # reports that are replaced in one transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoding:
    """What came of it: reports coded anew, reports that could not be and keep their old coding, and what linking then computed."""

    recoded: int
    failed: tuple[InputError, ...]
    linked: Relinked


def recode(store: Store, pipeline: Pipeline) -> Recoding:
    """Codes every report of the store anew, links it and publishes it; readers see the old state until then.

    Judgements whose item is gone are found again by overlapping evidence or listed in `linked.orphans`; none is dropped.
    """
    failed: list[InputError] = []
    count = 0
    results = coded_anew(store, pipeline, failed)
    while batch := list(islice(results, BATCH)):
        count += store.recode([to_record(report) for report in batch])
    return Recoding(recoded=count, failed=tuple(failed), linked=relink(store))


def coded_anew(store: Store, pipeline: Pipeline, failed: list[InputError]) -> Iterator[Report]:
    """The reports with their new coding, in the order of filing; those that cannot be coded go to `failed`."""
    before = [(record["report"]["id"], record["report"].get("revision_of")) for record in store.records()]
    articles = (article_again(from_record(record), pipeline.names) for record in store.records())
    for (name, revised), result in zip(before, pipeline.code_found(articles), strict=True):
        if isinstance(result, InputError):
            failed.append(result)
        else:
            yield replace(result, id=name, revision_of=revised)


def article_again(report: Report, known: NewsNames | None = None) -> Article:
    """The article of a coded report, with datelines and credit lines found anew in its text; whatever its language, it is coded again."""
    about = report.article
    names = ("text", "title", "url", "outlet", "authors", "published", "retrieved", "language", "credits", "source_id", "synthetic")
    draft = Draft(**{name: getattr(about, name) for name in names}, origin=about.url or report.id[:12])
    article = finished(draft, known or registered(), force=True)
    return replace(article, notices=tuple(dict.fromkeys((*(w for w in report.warnings if w != SPARED), *article.notices))))
