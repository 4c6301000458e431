"""What the record promises, on every sample: spans inside the text, ids that lead somewhere, evidence that is short, a round trip."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from gesta.model import Event, Figure, Report, Span, from_record, to_record
from gesta.pipeline import Pipeline, json_line

LONGEST_EVIDENCE = 400


@pytest.fixture(scope="module")
def reports(shipped: Pipeline, samples: list[Path]) -> list[Report]:
    coded = list(shipped.code_paths(samples))
    assert [type(result) for result in coded] == [Report] * len(coded)
    return [result for result in coded if isinstance(result, Report)]


def spans(value: Any) -> Iterator[Span]:
    """Every span anywhere in a value of the model."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans(getattr(value, name))


def referred(report: Report) -> Iterator[tuple[str, str]]:
    """Each id that an item names, with the layer that must have it."""
    for event in report.events:
        yield from (("actors", i) for i in event.actors + event.recipients + event.mediators)
        yield from (("places", i) for i in event.places)
        yield from (("statements", i) for i in event.statements)
    for figure in report.figures:
        yield from (("statements", i) for i in figure.statements)
        yield from (("places", i) for i in figure.places)
        yield from (("events", i) for i in filter(None, [figure.event]))
    for statement in report.statements:
        yield from (("actors", i) for i in statement.sources)
        yield from (("statements", i) for i in filter(None, [statement.within, statement.continues]))


def test_something_is_coded_in_every_sample(reports: list[Report]) -> None:
    assert [r.article.origin for r in reports if not (r.events and r.statements and r.actors)] == []


def test_every_sample_says_that_it_is_synthetic(reports: list[Report]) -> None:
    assert all(report.article.synthetic for report in reports)


def test_spans_lie_in_the_text(reports: list[Report]) -> None:
    for report in reports:
        end = len(report.article.text)
        assert [s for s in spans(report) if not 0 <= s.start < s.end <= end] == []


def test_ids_lead_somewhere(reports: list[Report]) -> None:
    for report in reports:
        assert [(layer, i) for layer, i in referred(report) if i not in {item.id for item in getattr(report, layer)}] == []
        known = {item.id for layer in ("events", "figures", "statements") for item in getattr(report, layer)}
        assert [link for link in report.links if not {link.source, link.target} <= known] == []


def test_ids_and_keys_are_unique(reports: list[Report]) -> None:
    for report in reports:
        for layer in ("actors", "places", "statements", "events", "figures", "links", "relations"):
            ids = [item.id for item in getattr(report, layer)]
            assert len(ids) == len(set(ids))
        keys = [item.key for layer in ("statements", "events", "figures") for item in getattr(report, layer)]
        assert len(keys) == len(set(keys))


def test_evidence_is_short_and_shown(reports: list[Report]) -> None:
    items: list[tuple[Report, Event | Figure]] = [(report, item) for report in reports for item in report.events + report.figures]
    assert [item for _, item in items if item.evidence.end - item.evidence.start > LONGEST_EVIDENCE] == []
    assert [item for report, item in items if not report.article.text[slice(*item.evidence)].strip()] == []


def test_numbers_are_in_order_and_confidence_is_a_share(reports: list[Report]) -> None:
    for report in reports:
        for figure in report.figures:
            known = [n for n in (figure.low, figure.best, figure.high) if n is not None]
            assert known == sorted(known)
        confidences = [item.confidence for layer in ("events", "figures", "statements") for item in getattr(report, layer)]
        assert all(0 <= confidence <= 1 for confidence in confidences)


def test_no_text_is_empty_where_it_should_be_unknown(reports: list[Report]) -> None:
    def empty(value: Any) -> bool:
        return value == "" or (isinstance(value, dict) and any(empty(v) for k, v in value.items() if k != "why"))

    for report in reports:
        record = to_record(report)
        assert [item for layer in ("actors", "places", "statements", "events", "figures") for item in record[layer] if empty(item)] == []


def test_records_read_back(reports: list[Report]) -> None:
    for report in reports:
        line = json_line(report)
        assert json_line(from_record(json.loads(line))) == line


def test_the_corrected_sample_is_a_revision_of_the_first(reports: list[Report]) -> None:
    by_url: dict[str, list[Report]] = {}
    for report in reports:
        if report.article.url:
            by_url.setdefault(report.article.url, []).append(report)
    revised = [versions for versions in by_url.values() if len(versions) > 1]
    assert revised
    assert all(later.revision_of == earlier.id for versions in revised for earlier, later in pairwise(versions))
