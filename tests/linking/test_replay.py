"""What people decided holds, and what they decided about is found again or listed."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from gesta.linking.replay import docket, standing
from gesta.model import Anchor, Judgement, Span
from tests.linking.telling_rows import anchor, cost, groups, judged, linked, together, told

STRIKE, SAME, OTHER = told("A", where="A", on=1), told("B", where="A", on=1), told("C", where="Z", on=9, known=9)


def test_merged_tellings_stand_together() -> None:
    assert groups(linked([STRIKE, SAME, OTHER], judgements=[judged("merge", STRIKE, OTHER)])) == together("A1 B1 C1")


def test_split_tellings_stand_apart() -> None:
    assert groups(linked([STRIKE, SAME, OTHER], judgements=[judged("split", SAME, apart=[STRIKE])])) == together("A1", "B1", "C1")


def test_the_last_word_counts() -> None:
    both = [judged("merge", STRIKE, OTHER, at=1), judged("split", OTHER, apart=[STRIKE], at=2)]
    assert groups(linked([STRIKE, SAME, OTHER], judgements=both)) == together("A1 B1", "C1")


def test_an_undone_judgement_counts_no_more_until_the_undoing_is_undone() -> None:
    merge = judged("merge", STRIKE, OTHER)
    undo = Judgement(kind="undo", at="2", by="reader", undoes=merge.id)
    redo = Judgement(kind="undo", at="3", by="reader", undoes=undo.id)
    assert standing([merge, undo]) == []
    assert standing([merge, undo, redo]) == [merge]
    assert groups(linked([STRIKE, SAME, OTHER], judgements=[merge, undo])) == together("A1 B1", "C1")


def test_a_rejected_telling_is_left_out() -> None:
    assert groups(linked([STRIKE, SAME], judgements=[judged("reject", SAME)])) == together("A1")


def test_a_corrected_telling_is_linked_as_corrected() -> None:
    fields = {"start": "2024-03-04", "places": ["Town A"], "geonames": [1], "lats": [10.0], "lons": [20.0]}
    changes = tuple((name, json.dumps(value)) for name, value in fields.items())
    assert groups(linked([STRIKE, OTHER], judgements=[judged("correct", OTHER, changes=changes)])) == together("A1 C1")


@pytest.mark.parametrize(("name", "value"), [("weather", '"fair"'), ("start", '"soon"'), ("key", '"other"'), ("actors", "3")])
def test_a_correction_that_cannot_be_is_listed(name: str, value: str) -> None:
    found = linked([STRIKE], judgements=[judged("correct", STRIKE, changes=((name, value),))])
    assert [name in orphan.why for orphan in found.orphans] == [True]


def test_a_judgement_finds_its_item_again_when_the_report_is_coded_anew() -> None:
    anew = replace(OTHER, key="new", evidence_start=OTHER.evidence_start + 10)
    found = linked([STRIKE, SAME, anew], judgements=[judged("merge", STRIKE, OTHER)])
    assert groups(found) == together("A1 B1 new")
    assert found.orphans == ()


@pytest.mark.parametrize("gone", [{"type": "PROTEST"}, {"evidence_start": 5000, "evidence_end": 5080}])
def test_an_item_of_another_type_or_other_words_is_an_orphan(gone: dict[str, object]) -> None:
    anew = replace(OTHER, key="new", **gone)  # type: ignore[arg-type]
    judgement = judged("merge", STRIKE, OTHER)
    assert [(o.judgement, o.ref) for o in linked([STRIKE, anew], judgements=[judgement]).orphans] == [(judgement.id, OTHER.ref)]


def test_a_judged_statement_is_no_orphan() -> None:
    said = Anchor(report="A", key="s", layer="statements", kind="assert", evidence=Span(0, 5))
    assert linked([STRIKE], judgements=[Judgement(kind="accept", at="1", by="reader", items=(said,))]).orphans == ()


def test_a_rejected_figure_is_left_out() -> None:
    figure = cost("A", 4)
    item = Anchor(report="A", key=figure.key, layer="figures", kind="killed", evidence=anchor(STRIKE).evidence)
    assert docket([STRIKE], [figure], [Judgement(kind="reject", at="1", by="reader", items=(item,))]).claims == ()
