"""What goes into a store comes out of it, whatever characters it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesta.model import Anchor, Derived, Estimate, Incident, Judgement, Origin, Orphan, Query, Span, Tie, claims, filing, tellings
from gesta.store import Failure, Ingest, Store, answers
from gesta.store.schema import Column, columns
from gesta.store.wording import folded, odd, restored, storable
from tests.store.reports import DAY, record

# Any code point at all, lone halves of surrogate pairs too, and those that files and statements are made of.
TEXT = st.text(st.one_of(st.characters(exclude_categories=()), st.sampled_from("\x00\x1a\\\",{}\n\r\t'")), max_size=12)
KINDS: dict[str, st.SearchStrategy[Any]] = {
    "text": TEXT,
    "int": st.integers(-(2**63), 2**63 - 1),
    "float": st.floats(allow_nan=False, allow_infinity=False),
    "bool": st.booleans(),
    "date": st.dates(),
}
NUMBERS = count(1)
ON_ONE_STORE = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def nouns(kind: type) -> st.SearchStrategy[Any]:
    """Any value of a dataclass that a table holds."""
    hints = get_type_hints(kind)
    fields: dict[str, st.SearchStrategy[Any]] = {}
    for column in columns(kind):
        one = KINDS[column.kind]
        may_be_none = NoneType in (nested for argument in get_args(hints[column.name]) for nested in (argument, *get_args(argument)))
        if column.many:
            fields[column.name] = st.lists(st.none() | one if may_be_none else one, max_size=3).map(tuple)
        else:
            fields[column.name] = st.none() | one if may_be_none else one
    return st.builds(kind, **fields)


@pytest.fixture
def writer(store: Callable[..., Store]) -> Iterator[Store]:
    with store(write=True) as opened:
        yield opened


@ON_ONE_STORE
@given(texts=st.lists(TEXT, min_size=6, max_size=6), body=TEXT.filter(bool))
def test_a_record_and_its_rows(writer: Store, texts: list[str], body: str) -> None:
    title, outlet, credit, name, place, key = texts
    made = record(f"r{next(NUMBERS)}", body, title=title, outlet=outlet or None, credits=[credit], url=None)
    made["actors"][0]["name"], made["actors"][1]["code"], made["places"][0]["name"] = name, None, place
    made["events"][0]["key"] = key
    assert writer.add([record(f"r{next(NUMBERS)}", body, title=title, url=None) | {"figures": [], "actors": []}]) == 1
    assert writer.add([made]) == 1
    assert list(writer.records([made["report"]["id"]])) == [made]
    *_, filed = writer.filings()
    assert filed == filing(made, filed.seq, DAY)
    assert [row for row in writer.tellings() if row.report == filed.id] == list(tellings(made, DAY))
    assert [row for row in writer.claims() if row.report == filed.id] == list(claims(made, DAY))
    assert writer.ask("claims", Query(places=(place,), reports=(filed.id,))).num_rows == (1 if place else 0)


@ON_ONE_STORE
@given(
    origins=st.lists(nouns(Origin), max_size=2).map(tuple),
    incidents=st.lists(nouns(Incident), max_size=2).map(tuple),
    ties=st.lists(nouns(Tie), max_size=2).map(tuple),
    estimates=st.lists(nouns(Estimate), max_size=2).map(tuple),
    orphans=st.lists(nouns(Orphan), max_size=2).map(tuple),
)
def test_what_linking_computes(writer: Store, **parts: Any) -> None:
    writer.publish(Derived(**parts))
    found = writer.derived()
    assert Counter(found.ties) == Counter(parts["ties"])
    assert replace(found, ties=()) == Derived(**parts | {"ties": ()})


@ON_ONE_STORE
@given(failure=nouns(Failure), ingest=nouns(Ingest), texts=st.lists(TEXT, min_size=5, max_size=5))
def test_failures_ingests_judgements(writer: Store, failure: Failure, ingest: Ingest, texts: list[str]) -> None:
    anchor = Anchor(report=texts[0], key=texts[1], layer="events", kind=texts[2], evidence=Span(3, 7))
    judgement = Judgement(kind="correct", at=texts[3], by=str(next(NUMBERS)), items=(anchor,), apart=(anchor,), changes=((texts[4], "1"),))
    failure = replace(failure, origin=f"{failure.origin}{next(NUMBERS)}")
    writer.add([], [failure])
    writer.judge([judgement])
    writer.publish(Derived(), ingest)
    assert failure in list(writer.failures())
    assert list(writer.judgements())[-1] == judgement
    assert list(writer.ingests())[-1] == ingest


@given(TEXT)
def test_what_is_written_out_is_plain_and_comes_back(text: str) -> None:
    assert restored(storable(text)) == text
    assert not {"\x00", *storable(text)} & set(map(chr, range(0xD800, 0xE000)))
    assert odd([text]) or storable(text) == text


@pytest.mark.parametrize("most", [1 << 20, 3])
def test_documents_are_joined_as_they_are_and_too_many_one_by_one(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(answers, "_MOST_BYTES", most)
    texts = ["{}", '{"a":"Łódź"}', "", "[]"]
    (column,) = answers.arrow_table([Column(name="record", kind="json")], [[text.encode() for text in texts]]).columns
    assert column.to_pylist() == texts
    column.validate(full=True)


def test_an_answer_shows_what_no_string_holds_as_a_replacement(writer: Store) -> None:
    made = record("r1", title="a\x00b\ud800c\x1ad")
    made["places"][0]["name"] = "\udfffGoris"
    writer.add([made])
    assert writer.ask("claims", Query()).select(["title", "places"]).to_pylist() == [{"title": "a�b�c�d", "places": ["�Goris"]}]


@pytest.mark.parametrize(("one", "other"), [("Görïs", "GORIS"), ("İstanbul", "istanbul"), ("Łódź", "łódz"), ("Đà Nẵng", "đa nang")])
def test_places_are_compared_without_case_and_diacritics(one: str, other: str) -> None:
    assert folded(one) == folded(other)
