"""The claimant's own words decide what a statement does."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code


@pytest.mark.parametrize(
    ("name", "stance"),
    [
        ("would-bomb", "threaten"),  # it would bomb the rebels
        ("will-not-tolerate", "threaten"),  # We will not tolerate raids on our villages
        ("own-name-would", "promise"),  # Peru's president said that Peru would send doctors
        ("carried-out-by-others", "accuse"),  # the massacre was carried out by JNIM
        ("baseless", "deny"),  # the claim was baseless
        ("called-baseless", "deny"),  # Uganda called the report baseless.
        ("called-dangerous", "assert"),  # Uganda called the raid dangerous.
        ("called-on", "demand"),  # Uganda called on Congo to stop.
        ("wanted-men", "assert"),  # the men were wanted in Kenya
        ("should-withdraw", "demand"),  # Chad should withdraw its troops
        ("vowed-to-avenge", "threaten"),  # Eritrea vowed to avenge the raid
        ("vowed-to-rebuild", "promise"),  # Eritrea vowed to rebuild the school
    ],
)
def test_stance(code: Code, name: str, stance: str) -> None:
    assert [s.stance for s in code(name).statements] == [stance]


def test_here_is_the_town_of_the_dateline(code: Code) -> None:
    # GOMA, Congo, Sept 13 (Reuters) - Congolese soldiers shot two men here on Monday.
    report = code("here")
    places = {p.id: p.name for p in report.places}
    assert [[places[p] for p in e.places] for e in report.events] == [["Goma"]]


@pytest.mark.parametrize(
    ("name", "stances"),
    [
        ("neither-confirmed-nor-denied", ["assess"]),  # Ethiopia has neither confirmed nor denied that its troops shelled Badme.
        ("could-not-confirm", ["assess"]),
        ("did-not-deny", ["assess"]),
        ("unable-to-verify", []),
        ("not-clear-whether", []),
        ("no-confirmation-that", []),
    ],
)
def test_what_nobody_confirms_is_possible_and_no_more(code: Code, name: str, stances: list[str]) -> None:
    report = code(name)
    assert [e.factuality for e in report.events] == ["possible"]
    assert [s.stance for s in report.statements] == stances
