"""What holds of every record, on every frozen reading."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesta.model import Article, Reading, Report, Span, from_record, to_record
from gesta.model.record import LAYERS
from tests.coding.many import holds_for_each
from tests.coding.parses import article, inside, names_by_file, paragraphs, reading, respelled
from tests.coding.record_views import Code, told

CodeReading = Callable[[Article, Reading], Report]
FILES = names_by_file()
SWAP = {
    "Armenia": "Azerbaijan",
    "Azerbaijan": "Armenia",
    "Armenian": "Azerbaijani",
    "Azerbaijani": "Armenian",
    "armenian": "azerbaijani",
    "azerbaijani": "armenian",
}


def spans(value: object) -> Iterator[Span]:
    """Every span in a noun and what it holds."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for part in fields(value):
            yield from spans(getattr(value, part.name))


def check(report: Report) -> None:
    """The promises of the record: spans in the text, short evidence, ids once, no reference into nothing."""
    layers: dict[str, tuple[Any, ...]] = {name: getattr(report, name) for name in LAYERS}
    assert all(inside(s, report.article.text) for s in spans((*layers.values(), report.leftovers)))
    assert all(item.evidence.end - item.evidence.start <= 400 for item in (*layers["events"], *layers["figures"]))
    ids = [item.id for items in layers.values() for item in items]
    assert len(ids) == len(set(ids))
    known = {name: {item.id for item in items} for name, items in layers.items()}
    assert {s for name in ("events", "figures", "relations") for item in layers[name] for s in item.statements} <= known["statements"]
    assert {a for e in report.events for a in (*e.actors, *e.recipients, *e.mediators)} | {
        a for s in report.statements for a in s.sources
    } <= known["actors"]
    assert {p for name in ("events", "figures") for item in layers[name] for p in item.places} <= known["places"]
    assert {end for link in report.links for end in (link.source, link.target)} <= known["events"] | known["figures"] | known["statements"]
    assert {s.within for s in report.statements} | {s.continues for s in report.statements} <= known["statements"] | {None}


@pytest.mark.parametrize("file", FILES)
def test_every_record_keeps_its_promises(code: Code, file: str) -> None:
    holds_for_each(FILES[file], lambda name: check(code(name)))


@given(st.sampled_from(["wire-report", "border-war"]), st.frozensets(st.integers(0, 4)))
@settings(max_examples=25, deadline=None)
def test_so_does_the_record_of_any_part_of_an_article(code_reading: CodeReading, name: str, kept: frozenset[int]) -> None:
    read = paragraphs(reading(name), kept)
    check(code_reading(Article(text=read.text, published=date(2022, 9, 13)), read))


@pytest.mark.parametrize("file", FILES)
def test_a_record_says_the_same_as_its_report(code: Code, file: str) -> None:
    def same(name: str) -> None:
        record = json.loads(json.dumps(to_record(code(name))))
        assert to_record(from_record(record)) == record
        assert from_record(record).events == code(name).events

    holds_for_each(FILES[file], same)


@pytest.mark.parametrize("file", FILES)
def test_keys_are_the_same_whenever_it_is_coded(code: Code, code_reading: CodeReading, file: str) -> None:
    def same(name: str) -> None:
        assert to_record(code_reading(article(name), reading(name))) == to_record(code(name))

    holds_for_each(FILES[file], same)


def test_keys_differ_between_items_and_texts(code: Code) -> None:
    keys = [
        item.key
        for names in FILES.values()
        for name in names
        for layer in ("statements", "events", "figures")
        for item in getattr(code(name), layer)
    ]
    assert len(keys) == len(set(keys)) > 50
    assert all(len(key) == 16 and int(key, 16) >= 0 for key in keys)


def test_the_same_text_of_another_outlet_has_other_keys(code: Code, code_reading: CodeReading) -> None:
    other = code_reading(replace(article("ambush"), outlet="Courier"), reading("ambush"))
    assert {e.key for e in other.events}.isdisjoint(e.key for e in code("ambush").events)
    assert told(other) == told(code("ambush"))


def test_dateline_credit_line_and_headline_carry_no_events(code: Code) -> None:
    # Israel Bombs Beirut Airport After Rocket Fire (a headline) … shelling of the town delayed the filing of this report (the credit line)
    report = code("wire-report")
    assert not {"ISR", "LBN"} & {a.code for a in report.actors}
    line = report.article.credit_lines[0]
    assert not any(line.overlaps(e.evidence) for e in report.events)
    assert [e.mode for e in report.events if e.type == "ASSAULT"] == [None, None]


def by_words(report: Report, read: Reading, codes: dict[str, str]) -> Any:
    """The record with words in the place of offsets and codes exchanged; without what hangs on the spelling: keys and names."""
    first, last = {w.start: w.i for w in read.words}, {w.end: w.i for w in read.words}
    names = {a.id: codes.get(a.code or "", a.code) for a in report.actors}

    def plain(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: plain(v, k) for k, v in value.items() if k not in {"key", "id", "name", "country"}}
        if isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value):
            return (first[value[0]], last[value[1]])
        if isinstance(value, list):
            return [plain(v, key) for v in value]
        if key in {"actors", "recipients", "mediators", "sources"} and isinstance(value, str):
            return names[value]
        return codes.get(value, value) if key == "code" else value

    record = to_record(report)
    return {layer: plain(record[layer]) for layer in ("statements", "events", "figures", "links", "leftovers")}


@pytest.mark.parametrize("name", ["border-war", "two-tolls", "both-sides"])
def test_two_states_that_change_names_change_places_in_the_record(code: Code, code_reading: CodeReading, name: str) -> None:
    before = reading(name)
    after = respelled(before, SWAP)
    swapped = code_reading(Article(text=after.text, published=date(2022, 9, 13)), after)
    assert "Azerbaijan" in after.text
    assert by_words(swapped, after, {}) == by_words(
        code(name), before, {"ARM": "AZE", "AZE": "ARM", "ARM.CVL": "AZE.CVL", "AZE.CVL": "ARM.CVL"}
    )
