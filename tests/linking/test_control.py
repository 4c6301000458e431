"""A town that is taken and one that is taken back are two incidents, whatever is told between."""

from __future__ import annotations

from typing import Any

from gesta.model import Telling
from tests.linking.telling_rows import groups, linked, together, told

TAKEN, REGAINED, LEFT = "Non-state actor overtakes territory", "Government regains territory", "Non-violent transfer of territory"


def taken(name: str, on: int, **more: Any) -> Telling:
    """XXA takes town A."""
    return told(name, where="A", on=on, known=on, acled=TAKEN, **more)


def regained(name: str, on: int, **more: Any) -> Telling:
    """XXB takes town A back."""
    return told(name, where="A", on=on, known=on, who="XXB>XXA", acled=REGAINED, **more)


def test_a_town_taken_and_taken_back_days_later_is_two_incidents() -> None:
    tellings = [taken("A", 1), taken("B", 2, start=None, end=None), regained("C", 4), regained("D", 5)]
    assert groups(linked(tellings)) == together("A1 B1", "C1 D1")


def test_two_parties_that_claim_a_town_on_one_day_tell_one_battle() -> None:
    assert groups(linked([taken("A", 1, by="XXA"), regained("B", 1, by="XXB")])) == together("A1 B1")


def test_daily_fighting_between_does_not_join_them() -> None:
    fights = [told(name, where="A", on=on, known=on, who="XXA+XXB") for on, name in ((2, "E"), (3, "F"))]
    found = groups(linked([taken("A", 1), *fights, regained("C", 4)]))
    assert not any({"A1", "C1"} <= group for group in found)


def test_what_is_told_of_two_towns_in_one_breath_does_not_join_them() -> None:
    both = [told(name, where="AB", on=on, known=on) for on, name in ((1, "E"), (4, "F"))]
    shelled = told("G", where="B", on=3, known=3, act="ASSAULT/heavy-weapons")
    found = groups(linked([taken("A", 1), *both, shelled, regained("C", 4)]))
    assert not any({"A1", "C1"} <= group for group in found)


def test_those_who_leave_a_town_tell_the_same_as_those_who_take_it() -> None:
    left = told("B", act="RETREAT/withdraw", who="XXA>", where="A", on=4, known=4, acled=LEFT)
    assert groups(linked([taken("D", 1), regained("A", 4), left])) == together("D1", "A1 B1")


def test_two_towns_taken_are_two_though_one_telling_names_both() -> None:
    other = told("B", where="D", on=1, acled=TAKEN)
    assert groups(linked([taken("A", 1), other, told("C", where="AD", on=1, acled=TAKEN)])) == together("A1", "B1", "C1")
