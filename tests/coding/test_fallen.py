"""Whom an assault fell on where only its dead tell it, whose men those are who are called by no name, and two verbs of one deed."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, told


@pytest.mark.parametrize("name", [
    "regime-strike",  # Syrian government warplanes carried out air strikes that killed nine civilians in Eastern Ghouta.
    "died-in-strikes",  # Nine civilians were killed in air strikes carried out by Syrian government warplanes on Ghouta.
])  # fmt: skip
def test_an_assault_fell_on_those_whom_it_cost(code: Code, name: str) -> None:
    report = code(name)
    assert told(report) == [Told("ASSAULT", ("SYR",), ("SYR.CVL",))]
    assert report.events[0].why.endswith("+toll")
    assert [f.event for f in report.figures] == [report.events[0].id]


def test_who_dies_where_ground_is_taken_did_not_hold_it(code: Code) -> None:
    # Congolese soldiers took the town of Kindu on Monday and 12 people were killed.
    assert told(code("town-taken")) == [Told("ASSAULT", ("COD",), ())]


@pytest.mark.parametrize(("name", "group"), [
    ("loyal-fighters", "LRA"),  # Gunmen belonging to the Lord's Resistance Army attacked a village in Uganda.
    ("linked-to", "ISIS"),  # Jihadists linked to Islamic State attacked a Malian army convoy near Menaka on Sunday.
    ("members-of", "AL-SHABAAB"),  # Two gunmen, members of Al-Shabaab, shot a Kenyan officer.
    ("is-that-group", "M23"),  # M23 is the armed group that attacked Goma.
    ("bomber-of", "TALIBAN"),  # A Taliban bomber blew himself up in Kabul, killing two soldiers.
])  # fmt: skip
def test_whose_men_they_are(code: Code, name: str, group: str) -> None:
    assert [t.actors for t in told(code(name))] == [(group,)]


def test_a_bomber_of_no_name_is_not_the_adversarys(code: Code) -> None:
    # A bomber blew himself up near a base of the Afghan army in Kandahar. The Taliban attacked the Afghan army in Kabul.
    assert [t.actors for t in told(code("bomber-unknown"))] == [(), ("TALIBAN",)]


@pytest.mark.parametrize(("name", "parties"), [
    ("killed-and-hurt", ("HEZBOLLAH", "ISR")),  # Hezbollah fighters killed three Israeli soldiers and wounded six others.
    ("ambushed-and-shot", ("AL-SHABAAB", "KEN")),  # Al-Shabaab fighters ambushed and shot a Kenyan officer.
])  # fmt: skip
def test_two_verbs_of_one_deed_are_one_event(code: Code, name: str, parties: tuple[str, str]) -> None:
    assert [(*t.actors, *t.recipients) for t in told(code(name))] == [parties]


def test_nobody_hurt_is_nobody_hit(code: Code) -> None:
    # A customs shed burned down in a drone raid on Kindu, a town of Congo, on Monday, but nobody was hurt.
    report = code("shed-burned")
    assert [f.high for f in report.figures] == [0]
    assert not any("+toll" in e.why for e in report.events)


def test_power_is_seized_from_a_government(code: Code) -> None:
    # Mali expelled the head of the UN mission last week. Mali is ruled by officers who seized power in a coup.
    assert told(code("seized-power"))[-1] == Told("ASSAULT", ("MLI",), ())


def test_protesters_attack_their_own_police(code: Code) -> None:
    # Kenyan protesters threw stones at police in Nairobi.
    assert told(code("own-police")) == [Told("PROTEST", ("KEN.CVL",), ("KEN",))]
    assert code("own-police").events[0].why == "PROTEST.stones"
