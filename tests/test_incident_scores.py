"""The scorer of incidents: B-cubed by hand and by its laws, and which event is taken for a telling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from benchmarks.incident_key import SUMMARY, Telling
from benchmarks.incidents import Grouped, main_groups, matches, score
from hypothesis import given
from hypothesis import strategies as st

from gesta.evaluate.b_cubed import BCubed, b_cubed
from gesta.model import Span

GROUPINGS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30)


def telling(report: str, start: int, end: int, incident: str, kind: str = "ASSAULT") -> Telling:
    return Telling(report=report, span=Span(start, end), incident=incident, type=kind)


def event(
    report: str, start: int, end: int, incident: str | None, *, kind: str = "ASSAULT", trigger: tuple[int, int] | None = None
) -> Grouped:
    triggers = (Span(*(trigger or (start, start + 1))),)
    return Grouped(report=report, key=f"{report}{start}{kind}", type=kind, triggers=triggers, evidence=Span(start, end), incident=incident)


def groups(labels: Sequence[int]) -> dict[int, int]:
    return dict(enumerate(labels))


def test_a_grouping_worked_out_by_hand() -> None:
    # Predicted abc|de against true ab|cde: a and b have 2/3 precision, c 1/3, d and e 1; recall is 1, 1, 1/3, 2/3, 2/3.
    found = b_cubed(dict(zip("abcde", "11122", strict=True)), dict(zip("abcde", "xxyyy", strict=True)))
    assert found.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert found.recall == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert found.f1 == pytest.approx(2 * found.precision * found.recall / (found.precision + found.recall))


@given(GROUPINGS)
def test_the_key_against_itself_is_perfect_under_any_names(pairs: list[tuple[int, int]]) -> None:
    labels = [label for label, _ in pairs]
    assert b_cubed(groups([10 - label for label in labels]), groups(labels)) == BCubed(precision=1.0, recall=1.0)


@given(GROUPINGS, st.randoms())
def test_order_does_not_matter(pairs: list[tuple[int, int]], random: Random) -> None:
    before = b_cubed(groups([a for a, _ in pairs]), groups([b for _, b in pairs]))
    shuffled = list(pairs)
    random.shuffle(shuffled)
    after = b_cubed(groups([a for a, _ in shuffled]), groups([b for _, b in shuffled]))
    assert (after.precision, after.recall) == pytest.approx((before.precision, before.recall))


@given(GROUPINGS)
def test_changing_sides_swaps_precision_and_recall(pairs: list[tuple[int, int]]) -> None:
    one, other = groups([a for a, _ in pairs]), groups([b for _, b in pairs])
    there, back = b_cubed(one, other), b_cubed(other, one)
    assert (there.precision, there.recall) == pytest.approx((back.recall, back.precision))


@given(GROUPINGS)
def test_singletons_are_precise_and_one_group_has_full_recall(pairs: list[tuple[int, int]]) -> None:
    true = groups([label for label, _ in pairs])
    assert b_cubed({i: i for i in true}, true).precision == 1.0
    assert b_cubed(dict.fromkeys(true, 0), true).recall == 1.0
    assert b_cubed({i: i for i in true}, true).recall == pytest.approx(len(set(true.values())) / len(true))


@given(GROUPINGS)
def test_an_item_without_a_group_adds_nothing(pairs: list[tuple[int, int]]) -> None:
    true = groups([label for label, _ in pairs])
    assert b_cubed({}, true) == BCubed(precision=0.0, recall=0.0)
    assert b_cubed({}, true).f1 == 0.0
    assert b_cubed({0: true[0]}, true).precision == 1 / len(true)


def test_an_item_that_the_key_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="does not have"):
        b_cubed({1: 1}, {2: 1})


def test_the_event_of_the_same_report_whose_trigger_and_type_fit_is_taken() -> None:
    wanted = [telling("a", 10, 30, "A1")]
    right = event("a", 0, 40, "x", trigger=(20, 25))
    other_type = event("a", 0, 40, "x", kind="COERCE", trigger=(12, 15))
    outside = event("a", 5, 40, "x", trigger=(5, 9))
    elsewhere = event("b", 10, 30, "x", trigger=(12, 15))
    assert matches(wanted, [elsewhere, outside, other_type, right]) == {0: right}
    assert matches(wanted, [elsewhere, outside, other_type]) == {0: other_type}
    assert matches(wanted, [elsewhere, outside]) == {0: outside}
    assert matches(wanted, [elsewhere]) == {}


def test_an_accusation_around_the_quote_does_not_tell_the_act() -> None:
    accused = event("a", 0, 40, "x", kind="ACCUSE", trigger=(0, 7))
    assert matches([telling("a", 10, 30, "A1")], [accused]) == {}
    assert matches([telling("a", 10, 30, "S1", SUMMARY)], [accused]) == {0: accused}


def test_a_clause_that_reaches_into_the_next_quote_tells_only_the_one_that_holds_its_trigger() -> None:
    told = [telling("a", 0, 9, "A1"), telling("a", 10, 30, "A2")]
    reaching = event("a", 0, 30, "x", trigger=(2, 5))
    assert matches(told, [reaching]) == {0: reaching}
    again = replace(reaching, mentions=(Span(12, 20),))
    assert matches(told, [again]) == {0: again, 1: again}


def test_a_quote_that_only_touches_an_event_is_not_told_by_it() -> None:
    assert matches([telling("a", 10, 30, "A1")], [event("a", 0, 10, "x"), event("a", 30, 40, "x")]) == {}


def test_missed_tellings_are_wrong_in_the_strict_score_alone() -> None:
    told = [telling("a", 0, 9, "A1"), telling("a", 10, 19, "A1"), telling("b", 0, 9, "A1"), telling("b", 10, 19, "A2")]
    figures = score(told, [event("a", 0, 9, "x"), event("b", 0, 9, "x"), event("b", 10, 19, "y")])
    assert figures.found == BCubed(precision=1.0, recall=1.0)
    assert figures.strict.precision == 3 / 4
    assert figures.strict.recall == pytest.approx((2 / 3 + 2 / 3 + 1) / 4)
    assert figures.reports == BCubed(precision=1.0, recall=1.0)
    assert figures.share == 0.75
    assert (figures.tellings, figures.incidents) == (4, 2)


def test_events_in_no_incident_stand_alone() -> None:
    told = [telling("a", 0, 9, "A1"), telling("b", 0, 9, "A1")]
    assert score(told, [event("a", 0, 9, None), event("b", 0, 9, None)]).found == BCubed(precision=1.0, recall=0.5)
    assert score(told, [event("a", 0, 9, "x"), event("b", 0, 9, "x")]).found == BCubed(precision=1.0, recall=1.0)


def test_a_merger_costs_precision() -> None:
    told = [telling("a", 0, 9, "A1"), telling("b", 0, 9, "A2")]
    assert score(told, [event("a", 0, 9, "x"), event("b", 0, 9, "x")]).found == BCubed(precision=0.5, recall=1.0)


def test_a_reports_main_incident_is_that_of_most_tellings_and_the_first_of_equals() -> None:
    told = [
        telling("a", 0, 9, "A1"),
        telling("a", 10, 19, "A2"),
        telling("b", 0, 9, "A1"),
        telling("b", 10, 19, "A2"),
        telling("b", 20, 29, "A2"),
    ]
    assert main_groups(told, {i: t.incident for i, t in enumerate(told)}) == {"a": "A1", "b": "A2"}
    assert main_groups(told, {0: "x"}) == {"a": "x"}
