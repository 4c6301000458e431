"""Promises, refusals, accords and accusations: what is only said of an act, and whose it is."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, told


def test_whom_a_bombing_is_blamed_on_is_accused_and_not_its_author(code: Code) -> None:
    # The Kabul bombing, blamed on the Taliban, killed eleven people.
    assert told(code("kabul-blamed")) == [Told("ASSAULT", (), ()), Told("ACCUSE", (), ("TALIBAN",))]


def test_captives_who_are_freed_were_not_taken_now(code: Code) -> None:
    # Uganda released 20 captured soldiers on Monday.
    assert told(code("freed-captives")) == [Told("RETREAT", ("UGA",), ())]


def test_a_promise_to_give_way_concedes_what_is_still_to_be_done(code: Code) -> None:
    # Hamas promised on Monday to release three hostages. Rwanda pledged to withdraw its troops from Goma.
    found = [(e.type, e.mode, e.factuality) for e in code("promised-to-free").events]
    assert found == [("CONCEDE", "release", "planned"), ("CONCEDE", "withdraw", "planned")]


def test_what_a_party_will_not_do_it_refuses(code: Code) -> None:
    # Hamas will not negotiate with Israel. Rwanda said on Monday that it would not withdraw its troops.
    report = code("will-not-talk")
    assert told(report)[0][:3] == ("REJECT", ("HAMAS",), ("ISR",))
    assert [t[:2] for t in told(report)] == [("REJECT", ("HAMAS",)), ("REJECT", ("RWA",))]
    assert [(e.mode, e.factuality) for e in report.events] == [("meet", "actual"), ("yield", "actual")]


def test_what_is_going_to_be_lies_ahead(code: Code) -> None:
    # Israel is not going to release the prisoners. Chad is going to attack Sudan.
    assert [(e.type, e.factuality) for e in code("going-to-free").events] == [("REJECT", "actual"), ("ASSAULT", "planned")]


@pytest.mark.parametrize(("name", "events"), [
    # Chad and Sudan met in Paris on Monday. The two agreed to a truce. Commanders of the two armies met on Tuesday.
    ("the-two", [("CONSULT", ("TCD", "SDN")), ("AGREE", ("TCD", "SDN")), ("CONSULT", ("TCD", "SDN"))]),
    # The presidents of Kenya and Somalia met in Cairo on Monday. Both leaders condemned Ethiopia.
    ("both-leaders", [("CONSULT", ("KEN", "SOM")), ("ACCUSE", ("KEN", "SOM"))]),
])  # fmt: skip
def test_two_who_acted_together_act_again(code: Code, name: str, events: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(t.type, t.actors) for t in told(code(name))] == events


def test_an_accord_that_talks_are_aimed_at_is_not_reached(code: Code) -> None:
    # Talks between Chad and Sudan were aimed at forging a truce.
    assert [e.type for e in code("aimed-at-an-accord").events] == ["CONSULT"]


def test_a_truce_that_is_struck_is_agreed_and_one_broken_off_is_ended_by_word(code: Code) -> None:
    # Chad and Sudan struck a truce on Monday. Sudan broke off the truce on Tuesday.
    assert [(e.type, e.mode) for e in code("truce-struck").events] == [("AGREE", "yield"), ("SANCTION", "discontinue")]


def test_what_is_rejected_or_condemned_by_its_name_is_its_authors(code: Code) -> None:
    # Ethiopia demanded on Monday that Eritrea leave Badme. Eritrea rejected the demand. Kenyan jets bombed … Uganda condemned the raid.
    found = [t[:3] for t in told(code("rejected-the-demand")) if t.type in {"REJECT", "ACCUSE"}]
    assert found == [("REJECT", ("ERI",), ("ETH",)), ("ACCUSE", ("UGA",), ("KEN",))]


def test_two_acts_that_are_agreed_are_neither_done(code: Code) -> None:
    # Rwanda agreed on Monday to pull its troops out of Goma and to admit observers.
    assert [e.type for e in code("pull-out-and-admit").events] == ["AGREE"]


def test_arrests_of_other_numbers_are_other_arrests(code: Code) -> None:
    # Turkish police arrested two Kurdish rebels. Turkish police arrested twelve Kurdish rebels.
    assert [e.type for e in code("counted-arrests").events] == ["COERCE", "COERCE"]


def test_who_was_the_second_to_sign_has_signed(code: Code) -> None:
    # Jordan was the second country to sign a peace treaty with Israel.
    assert [(e.type, e.factuality) for e in code("first-to-sign").events] == [("SUPPORT", "actual")]


def test_what_would_be_done_is_planned_where_somebody_said_so(code: Code) -> None:
    # The Turkish president would meet Iranian ministers, the agency said.
    assert [(e.type, e.factuality) for e in code("would-meet").events] == [("AGREE", "planned")]


def test_whoever_is_told_something_in_a_phone_call_takes_part_in_it(code: Code) -> None:
    # The French president assured the Armenian prime minister in a phone call that Paris stood by him.
    assert Told("CONSULT", ("FRA", "ARM"), ()) in told(code("told-by-phone"))
