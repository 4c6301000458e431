"""A store coded anew keeps its reports' places and what people decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from gesta.intake import article_from_text
from gesta.model import Anchor, Judgement, Report, Span, to_record
from gesta.pipeline import Pipeline
from gesta.pipeline.recoding import article_again, recode
from gesta.pipeline.relinking import relink
from gesta.store import open_store

TEXT = (
    "GORIS, Sept 13 (Caucasus Wire) - Azerbaijani artillery shelled Goris on Tuesday. Armenia said that 49 of its soldiers had been killed."
)
PIPELINE = Pipeline()


@pytest.fixture(scope="module")
def report() -> Report:
    return next(PIPELINE.code([article_from_text(TEXT, url="https://x.example/1", published=date(2022, 9, 13), source_id="n1")]))


def anchor(report: Report, key: str, span: Span) -> Anchor:
    return Anchor(report=report.id, key=key, layer="events", kind="ASSAULT", evidence=span)


def test_an_article_comes_back_from_its_report(report: Report) -> None:
    again = article_again(report)
    assert (again.text, again.url, again.published, again.source_id) == (TEXT, "https://x.example/1", report.article.published, "n1")
    assert again == article_from_text(TEXT, url=again.url, published=again.published, source_id="n1", origin=again.origin)


def test_coding_anew_with_the_same_versions_changes_nothing(report: Report, tmp_path: Path) -> None:
    with open_store(tmp_path / "s.gesta", write=True, create=True) as store:
        store.add([to_record(report)])
        relink(store)
        first = store.derived()
        done = recode(store, PIPELINE)
        assert (done.recoded, done.failed) == (1, ())
        assert store.derived() == first


def test_a_judgement_on_an_item_whose_key_is_gone_is_found_again_or_listed(report: Report, tmp_path: Path) -> None:
    assault = next(e for e in report.events if e.type == "ASSAULT")
    older = replace(report, events=tuple(replace(e, key="0" * 16) if e is assault else e for e in report.events))
    found = Judgement(kind="reject", at="2022-09-20T10:00:00Z", by="a", items=(anchor(report, "0" * 16, assault.evidence),))
    lost = Judgement(kind="reject", at="2022-09-20T10:01:00Z", by="a", items=(anchor(report, "f" * 16, Span(0, 5)),))
    with open_store(tmp_path / "s.gesta", write=True, create=True) as store:
        store.add([to_record(older)])
        store.judge([found, lost])
        done = recode(store, PIPELINE)
        assert [orphan.judgement for orphan in done.linked.orphans] == [lost.id]
        assert list(store.judgements()) == [found, lost]
        assert assault.key not in {tie.key for tie in store.derived().ties if tie.layer == "events"}
