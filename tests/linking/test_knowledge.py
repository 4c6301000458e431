"""One row for each state of knowledge, and what a row says."""

from __future__ import annotations

from gesta.model import Derived, Incident
from tests.linking.telling_rows import day, last, linked, report, told


def course(derived: Derived, key: str) -> list[Incident]:
    name = last(derived, key).id
    return [i for i in derived.incidents if i.id == name]


def test_a_second_report_a_day_later_is_a_second_state() -> None:
    rows = course(linked([told("A", where="A", on=1, by="XXA"), told("B", where="A", on=1, by="XXB", known=2)]), "A1")
    assert [(r.known_from, r.known_to, r.reports, r.claimants) for r in rows] == [
        (day(1), day(2), 1, ("XXA",)),
        (day(2), None, 2, ("XXA", "XXB")),
    ]


def test_two_reports_of_one_day_are_one_state() -> None:
    assert len(course(linked([told("A", where="A", on=1), told("B", where="A", on=1)]), "A1")) == 1


def test_a_correction_of_the_same_day_leaves_one_state() -> None:
    newer = report("B", revision_of="A")
    rows = course(linked([told("A", where="A", on=1), told("B", where="A", on=1)], B=newer), "B1")
    assert [(r.reports, r.tellings) for r in rows] == [(1, 1)]


def test_a_row_gathers_days_places_and_sides() -> None:
    row = last(linked([told("A", where="A", on=1), told("B", where="A", on=2, known=2), told("C", where="A", on=2, known=2)]), "A1")
    assert (row.start, row.end, row.date_prec) == (day(1), day(2), 2)
    assert (row.place, row.where_prec, row.lat, row.lon) == ("Town A", 1, 10.0, 20.0)
    assert (row.sides_a, row.sides_b, row.directed, row.violence) == (("XXA",), ("XXB",), True, 1)


def test_fighting_both_ways_has_no_direction() -> None:
    row = last(linked([told("A", where="A", on=1), told("B", where="A", on=1, who="XXA+XXB")]), "A1")
    assert (row.sides_a, row.sides_b, row.directed) == (("XXA",), ("XXB",), False)


def test_violence_against_the_unarmed_is_one_sided() -> None:
    assert last(linked([told("A", where="A", on=1, who="XXA>XXB.CVL")]), "A1").violence == 3


def test_groups_without_a_state_are_non_state() -> None:
    assert last(linked([told("A", where="A", on=1, who="GROUP1>GROUP2")]), "A1").violence == 2
