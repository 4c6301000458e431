"""One act however often it is told, and what is no act: promises' content, what is prevented or stopped."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, told, words


def test_a_noun_and_the_verb_that_it_is_subject_of_are_one_act(code: Code) -> None:
    # Bomb blasts hit the town of Bannu in Pakistan on Monday.
    report = code("blasts-hit")
    assert told(report) == [Told("ASSAULT", (), ("PAK",))]
    assert (report.events[0].mode, [words(report, m) for m in report.events[0].mentions]) == ("explosives", ["hit the town"])


def test_a_group_that_owns_up_is_the_author_of_what_was_told_before(code: Code) -> None:
    # A bomb exploded in Kabul on Monday. The attack was carried out by Taliban fighters, the Taliban said.
    report = code("claimed-by-its-author")
    assert told(report) == [Told("ASSAULT", ("TALIBAN",), ())]
    assert report.events[0].why.endswith("+claimed")


def test_as_many_dead_of_one_side_are_one_act(code: Code) -> None:
    # Turkish soldiers killed four PKK fighters … on Monday. The Turkish army said that its troops killed four PKK fighters.
    assert told(code("same-toll")) == [Told("ASSAULT", ("TUR",), ("PKK",))]


def test_what_is_agreed_is_no_event_beside_the_agreement(code: Code) -> None:
    # Armenia agreed on Monday to meet Azerbaijan.
    assert told(code("agreed-to-meet")) == [Told("AGREE", ("ARM",), ("AZE",))]


def test_a_promise_is_made_to_whom_it_concerns(code: Code) -> None:
    # Germany promised on Monday to send tents to Turkey.
    assert told(code("promised-to-send")) == [Told("AGREE", ("DEU",), ("TUR",))]


def test_people_in_the_street_are_civilians_of_the_country(code: Code) -> None:
    # Students marched in Nairobi on Monday.
    assert told(code("students-march")) == [Told("PROTEST", ("KEN.CVL",), ("KEN",))]


@pytest.mark.parametrize("name", ["prevented", "stop-attacks"])
def test_what_is_prevented_or_to_be_stopped_is_no_assault(code: Code, name: str) -> None:
    # Kenya sent troops on Monday to prevent Al-Shabaab fighters from attacking the town.
    # France urged Rwanda on Monday to stop the attacks on Goma.
    report = code(name)
    assert "ASSAULT" not in [e.type for e in report.events]
    assert any("only spoken of" in left.why or "what is asked for" in left.why for left in report.leftovers)


def test_an_act_that_did_not_bring_something_about_took_place(code: Code) -> None:
    # The attacks on Goma on Monday have not changed the view of Uganda.
    assert [e.factuality for e in code("not-shifted").events] == ["actual"]


def test_what_leans_on_a_thing_said_in_march_is_background(code: Code) -> None:
    # The ministry said in March that Rwandan troops shelled Goma. Congo responded with artillery fire on Rwandan positions.
    assert [e.era for e in code("said-in-march").events] == ["background", "background"]


def test_a_relative_clause_in_the_perfect_is_background(code: Code) -> None:
    # They fought Eritrean troops, who have attacked the town with drones.
    assert [e.era for e in code("relative-perfect").events] == ["current", "current", "background"]


def test_foreign_forces_are_not_the_home_countrys(code: Code) -> None:
    # Somalia urged foreign forces to leave on Monday.
    assert told(code("foreign-forces")) == [Told("REQUEST", ("SOM",), ())]


def test_a_dismissed_appeal_is_a_rejection(code: Code) -> None:
    # Sudan dismissed an appeal from Egypt on Monday.
    assert told(code("rejected-appeal"))[0] == Told("REJECT", ("SDN",), ("EGY",))
