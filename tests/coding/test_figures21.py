"""Whose people a number counts, and who says so: each test states its sentence."""

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
        # Mali's air force has hit JNIM camps for weeks. It killed at least 20 people when it bombed a JNIM-held village near Kidal on
        # Monday.
        ("village-held-by-a-group", [("killed", 20, "MLI.CVL")]),
        # Kenyan jets killed 20 Al-Shabaab fighters and three civilians in Gedo, Somalia.
        ("civilians-beside-members", [("killed", 20, "AL-SHABAAB"), ("killed", 3, "SOM.CVL")]),
    ],
)
def test_people_who_die_beside_a_group_are_of_a_country(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # The army killed 13 jihadists of the Boko Haram terrorist group in Borno, Nigeria.
        ("jihadists-of-a-group", [("killed", 13, "BOKO HARAM")]),
        # The Nigerian army ambushed a gathering of Boko Haram in Gwoza, killing 50 militants.
        ("militants-of-an-ambushed-group", [("killed", 50, "BOKO HARAM")]),
        # The Russian army said two of its pilots were killed in Syria. The army added that 40 militants died.
        ("army-adds-of-militants", [("killed", 2, "RUS"), ("killed", 40, None)]),
        ("militants-of-nobody-ambushed", [("killed", 50, None)]),  # The Nigerian army ambushed a convoy in Gwoza, killing 50 militants.
    ],
)
def test_militants_are_of_the_group_that_was_struck(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("suspects-of-no-country", [("detained", 12, None)]),  # Kenyan police arrested 12 suspects in Mombasa.
        ("men-arrested-on-suspicion", [("detained", 2, None)]),  # Colombian police arrested two men suspected of robbing a bank in Cali.
        ("people-detained-at-a-protest", [("detained", 300, "GEO.CVL")]),  # Police detained 300 people at the protest in Tbilisi, Georgia.
    ],
)
def test_whom_police_suspect_is_no_country_s(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("prisoners-a-group-demands", "M23"),  # The M23 demanded the release of 300 prisoners held in Kinshasa.
        ("group-wants-its-fighters-freed", "ELN"),  # The ELN wants the Colombian government to free 40 jailed comrades.
        ("hostages-the-un-demands", "NGA.CVL"),  # The United Nations demanded the release of 12 hostages held in Maiduguri, Nigeria.
    ],
)
def test_prisoners_whom_an_armed_group_wants_free_are_its_own(code: Code, name: str, side: str) -> None:
    assert {t.code for t in tolls(code(name))} == {side}


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # More than 37,000 people have been killed in Sri Lanka since the rebels took up arms against the government in 1983.
        ("since-rebels-took-up-arms", [("killed", 37000, None)]),
        # At least 20,000 people have died since Boko Haram launched its insurgency in Nigeria in 2009.
        ("since-a-group-launched-its-insurgency", [("killed", 20000, None)]),
        # Rwanda and Burundi accuse each other of raids. Rwandan troops shelled Burundi on Friday and Burundian troops shelled Rwanda on
        # Saturday. More than 900 people have been killed in Burundi since the war began.
        ("dead-of-two-countries-at-war", [("killed", 900, None)]),
        # … Five people have been killed in Bujumbura since the truce began.
        ("fell-in-one-of-two-countries", [("killed", 5, "BDI.CVL")]),
    ],
)
def test_a_war_s_dead_are_nobody_s_and_a_few_are_of_the_place(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        # Turkish police detained 19 members of the PKK, including one woman, in Istanbul.
        ("woman-among-members-of-a-group", [(19, "PKK", "military"), (1, "PKK", "military")]),
        # Israeli strikes killed 30 Palestinians, including 12 children, in Khan Younis.
        ("children-among-palestinians", [(30, "PSE.CVL", "unknown"), (12, "PSE.CVL", "civilian")]),
    ],
)
def test_plain_people_within_a_whole_are_of_its_side(code: Code, name: str, parts: list[tuple[int, str, str]]) -> None:
    assert [(f.best, f.victims.code, f.victims.who) for f in code(name).figures] == parts


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Insurgents in Iraq attacked Iraqi police in Mosul and Iraqi troops in Baquba on Monday. The Iraqi government said three policemen
        # died. The US military announced that two more troops were killed in action in Anbar.
        ("army-tells-of-its-troops", [("killed", 3, "IRQ"), ("killed", 2, "USA")]),
        # The Kenyan military said its jets hit a base in Gedo, Somalia, and that 20 Somali soldiers were killed.
        ("army-that-killed-soldiers", [("killed", 20, "SOM")]),
    ],
)
def test_troops_of_whom_an_army_tells_are_its_own(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "by"),
    [
        # The US secretary of state said aid would continue. Intense shelling near Donetsk left at least 10 people dead, regional officials
        # said.
        ("regional-officials-where-it-happened", ("UKR",)),
        # … Two soldiers were wounded near Donetsk, US officials said.
        ("officials-of-whoever-spoke", ("USA",)),
        ("spokesman-for-the-miners", (None,)),  # A spokesman for the miners said Peruvian soldiers had arrested 22 of them in Puno.
        ("spokesman-for-a-police", ("PER",)),  # A spokesman for the Peruvian police said officers had arrested 22 miners in Puno.
        ("centre-puts-the-toll", (None,)),  # The Syrian Center for Policy Research has put the total death toll from the war at 470,000.
        ("project-of-data", (None,)),  # At least 40 people were killed in Taiz, according to the Yemen Data Project.
        ("ministry-puts-the-toll", ("YEM",)),  # The Yemeni health ministry has put the death toll from the war at 47,000.
        ("activist-groups-of-a-country", (None,)),  # Ethiopian activist groups say drone strikes killed at least 21 civilians in Amhara.
    ],
)
def test_who_claims_a_number(code: Code, name: str, by: tuple[str | None, ...]) -> None:
    assert [t.by for t in tolls(code(name))] == [by]


@pytest.mark.parametrize(
    ("name", "number", "side", "who"),
    [
        # On Saturday 42 people were injured, including four Britons and two French nationals, when gunmen attacked a hotel in Nairobi,
        # Kenya.
        ("injured-of-several-nations", 42, None, "unknown"),
        ("all-of-one-nation", 12, "KEN.CVL", "unknown"),  # A gunman killed 12 people, all of them Kenyans, in Nairobi.
        # A bomb killed 20 people in Kabul, including three children, Afghan police said.
        ("children-police-said", 20, "AFG.CVL", "unknown"),
        ("policemen-among-the-dead", 20, "AFG", "mixed"),  # A bomb killed 20 people in Kabul, including three policemen.
    ],
)
def test_parts_tell_of_the_whole(code: Code, name: str, number: int, side: str | None, who: str) -> None:
    assert (number, side, who) in [(f.best, f.victims.code, f.victims.who) for f in code(name).figures]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # The World Food Programme suspended its work after three employees were killed in Darfur, Sudan.
        ("agency-loses-employees", [("killed", 3, "UN")]),
        # The United Nations said three hospital employees were killed in Taiz, Yemen.
        ("agency-tells-of-hospital-employees", [("killed", 3, "YEM.CVL")]),
    ],
)
def test_employees_are_of_the_body_that_lost_them(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # The rebels inflicted 18 casualties on the army in Huila, Colombia.
        ("casualties-inflicted-on-an-army", [("casualties", 18, "COL")]),
        # The army claims it has inflicted several casualties on the rebels in Cauca, Colombia.
        ("casualties-inflicted-on-rebels", [("casualties", None, "COL.REB")]),
    ],
)
def test_losses_are_of_those_on_whom_they_are_inflicted(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures
