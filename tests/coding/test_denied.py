"""Acts that are denied by their name alone, and who is behind an act."""

from __future__ import annotations

from tests.coding.record_views import Code, Told, told


def test_the_denial_of_an_act_told_before_is_the_act_negated(code: Code) -> None:
    # An air strike killed 20 people in the Ethiopian town of Adwa on Tuesday. The Eritrean government denied responsibility.
    report = code("denied-responsibility")
    assert told(report) == [Told("ASSAULT", (), ("ETH.CVL",)), Told("ASSAULT", ("ERI",), ("ETH.CVL",), ("ERI",))]
    struck, denied = report.events
    assert (denied.factuality, denied.mode, denied.time, denied.places) == ("negated", struck.mode, struck.time, struck.places)
    assert ("denies", denied.statements[0], denied.id) in {(link.kind, link.source, link.target) for link in report.links}


def test_what_is_anothers_doing_is_not_denied_as_ones_own(code: Code) -> None:
    # Eritrean troops attacked an Ethiopian base on Tuesday. Ethiopia denied the report.
    assert told(code("denied-by-the-struck")) == [Told("ASSAULT", ("ERI",), ("ETH",))]


def test_who_is_behind_an_attack_is_its_author(code: Code) -> None:
    # Kenya was behind the attack on the Somali town of Gedo.
    assert told(code("behind-the-attack")) == [Told("ASSAULT", ("KEN",), ("SOM",))]


def test_such_weapons_are_those_that_are_banned(code: Code) -> None:
    # Damascus has repeatedly denied using such weapons.
    report = code("denied-such-weapons")
    assert [(e.type, e.mode, e.factuality) for e in report.events] == [("ASSAULT", "unconventional", "negated")]


def test_what_the_denier_told_itself_is_not_what_it_denies(code: Code) -> None:
    # The Ethiopian army said that it had bombed a base near Adwa. Residents said that two farmers died there; the army denied the report.
    assert "negated" not in {e.factuality for e in code("denied-what-one-told").events}
