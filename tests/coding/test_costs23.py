"""What it cost, whose losses they are and who says so, as reports of our own told it: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, tolls

Counted = list[tuple[str, int | None, str | None]]


def counted(code: Code, name: str) -> Counted:
    """Effect, best number and side of each figure."""
    return [(t.effect, t.best, t.code) for t in tolls(code(name))]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Rescuers in Nigeria pulled 61 bodies from the rubble of a market in Jos, the government said.
        ("bodies-found", [("killed", 61, "NGA.CVL")]),
        ("bodies-of-soldiers", [("killed", 14, "PER")]),  # Peru's army found the bodies of 14 soldiers near Ayacucho.
    ],
)
def test_bodies_are_no_soldiers_unless_words_say_so(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Shelling killed nine people in Taiz, Yemen. Four of them were women.
        ("some-were-women", [("killed", 9, "YEM.CVL"), ("killed", 4, "YEM.CVL")]),
        # A car bomb killed 37 people in Baghdad, Iraq. Twelve of the 37 were students.
        ("of-the-number", [("killed", 37, "IRQ.CVL"), ("killed", 12, "IRQ.CVL")]),
        # Of the 72 injured, 13 were flown to Lima, Peru's police said.
        ("of-the-injured", [("wounded", 72, "PER.CVL"), ("wounded", 13, "PER.CVL")]),
        # More than 300 farmers were killed in Nigeria last year, some 90 of them in Benue.
        ("some-in-a-province", [("killed", 300, "NGA.CVL"), ("killed", 90, "NGA.CVL")]),
        # At least 28 people were killed across Yemen on Monday, including 17 in Taiz and six in Hodeidah.
        ("including-places", [("killed", 28, "YEM.CVL"), ("killed", 17, "YEM.CVL"), ("killed", 6, "YEM.CVL")]),
    ],
)
def test_parts_of_those_counted_before_are_figures(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Of the 30 wounded, four died in hospital in Lima.
        ("of-the-wounded-died", [("wounded", 30, "PER.CVL"), ("killed", 4, "PER.CVL")]),
        # Israel killed 30 Palestinians. The government of Lebanon has 24 ministers, six of them women.
        ("ministers-women", [("killed", 30, "PSE.CVL")]),
        # A blast in Kabul, Afghanistan, killed 12 people. Two of the attackers were Pakistanis.
        ("attackers-named", [("killed", 12, "AFG.CVL")]),
    ],
)
def test_parts_of_others_are_none(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("since-a-year", [("killed", 190000, None)]),  # More than 190,000 people have been killed in Yemen since March 2015.
        ("decade-of-war", [("killed", 13000, None)]),  # A decade of civil war in Nepal cost more than 13,000 lives.
        # The quake was Nepal's worst since 1934, when 8,000 people were killed.
        ("worst-since-a-year", [("killed", 8000, "NPL.CVL")]),
    ],
)
def test_the_dead_of_a_whole_war_are_of_no_one_side(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures
