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


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Al-Shabaab announced the deaths of nine fighters in Lower Shabelle, Somalia.
        ("deaths-announced-by-a-group", [("killed", 9, "AL-SHABAAB")]),
        # Chad's defence ministry announced the death of two soldiers in northern Mali.
        ("deaths-announced-abroad", [("killed", 2, "TCD")]),
        # Russia confirmed the deaths of 20 Ukrainian soldiers near Bakhmut.
        ("deaths-confirmed-of-others", [("killed", 20, "UKR")]),
        # Eight foreign soldiers were killed in Helmand, the Taliban said. The Afghan army withdrew from three posts in Afghanistan.
        ("foreign-soldiers", [("killed", 8, None)]),
        # Ethiopia bombed Asmara in Eritrea. On the Ethiopian side, 70 people were killed by Eritrean shells.
        ("on-one-side-first", [("killed", 70, "ETH.CVL")]),
    ],
)
def test_who_tells_of_deaths_and_on_which_side_shows_whose_they_are(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("villagers-buried", [("killed", 23, "COD.CVL")]),  # Villagers in Ituri, Congo, buried 23 people in a common grave.
        ("buried-by-mud", []),  # A landslide buried 40 people in Sri Lanka.
        ("under-the-rubble", []),  # Twelve people were buried under the rubble of a school in Haiti.
        ("as-high-as", [("killed", 45, "BFA")]),  # The death toll could be as high as 45, an official in Burkina Faso said.
        ("sent-to-prison", [("detained", 14, "BLR.CVL")]),  # A court in Minsk, Belarus, sent 14 protesters to prison.
    ],
)
def test_the_buried_and_the_jailed_are_counted(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Some 50,000 refugees have sought safety in Uganda. The camps of Uganda are full.
        ("sought-safety", [("displaced", 50000, None)]),
        # More than 20,000 refugees have crossed into Kenya since Ethiopia sent its army to Moyale. Kenya has closed the border.
        ("crossed-into", [("displaced", 20000, "ETH.CVL")]),
    ],
)
def test_the_country_that_took_them_in_did_not_lose_them(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


def test_local_leaders_do_not_speak_for_the_state(code: Code) -> None:
    (toll,) = tolls(code("local-leaders"))  # Local leaders said that 90 people had been killed in Geneina, Sudan.
    assert (toll.best, toll.code, toll.by) == (90, "SDN.CVL", (None,))
