"""Sides that the words tell: names in capitals, groups that no register has, and who does what across a phrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from gesta.model import Article, Reading, Report
from tests.coding.parses import article, reading
from tests.coding.record_views import Code, told

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # PRESIDENT VINICIO CEREZO SAID … THAT GUERRILLAS OF THE GUATEMALAN NATIONAL REVOLUTIONARY UNITY HAD ATTACKED AN ARMY POST …
        ("capitals-of-a-group", [("ASSAULT", ("URNG",), ("GTM",))]),
        # GUNMEN KILLED A GROUP OF EIGHT PEASANTS … PERUVIAN POLICE SAID, AND LATER HID IN A HOUSE.
        ("capitals-of-no-name", [("ASSAULT", (), ("PER.CVL",))]),
    ],
)
def test_a_text_in_capitals_names_whom_it_names(code_reading: Callable[[Article, Reading], Report], name: str, acts: list[Act]) -> None:
    about, read = article(name), reading(name)
    printed = read.text.upper()
    report = code_reading(replace(about, text=printed), replace(read, text=printed))
    assert [event[:3] for event in told(report)] == acts


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # Fighters from Jaish al-Sunna fired mortars … and Iraqi troops killed two members of the Anbar Liberation Front.
        ("group-by-its-name", [("ASSAULT", ("JAISH AL-SUNNA",), ("IRQ",)), ("ASSAULT", ("IRQ",), ("ANBAR LIBERATION FRONT",))]),
        # Members of the Liwa Saqr al-Sahra brigade shelled a neighbourhood of Aleppo, killing four civilians …
        ("group-by-its-brigade", [("ASSAULT", ("LIWA SAQR AL-SAHRA",), ("SYR.CVL",))]),
        # Kanu Boys, an armed group in the Niger Delta, kidnapped two Italian oil workers in Nigeria.
        ("group-as-called", [("ASSAULT", ("KANU BOYS",), ("ITA.CVL",))]),
        # Fighters of the Free Rif Front attacked a Moroccan army post on Monday.
        ("group-of-fighters", [("ASSAULT", ("FREE RIF FRONT",), ("MAR",))]),
        # Soldiers of the Chilean Army killed two Peruvian rebels, the Revolutionary Council of Guinea said on Monday.
        ("army-of-a-state", [("ASSAULT", ("CHL",), ("PER.REB",))]),
        # Chechen fighters killed two Russian soldiers on Monday.
        ("people-who-fight", [("ASSAULT", (), ("RUS",))]),
    ],
)
def test_an_armed_group_that_no_register_has_is_known_by_its_name(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # A bomb killed two policemen in Lashkar Gah, a town in southern Afghanistan, on Monday.
        ("town-of-a-name", ("ASSAULT", (), ("AFG",))),
        # Ethiopian forces, along with Eritrean troops, attacked a village in Tigray on Monday.
        ("along-with-troops", ("ASSAULT", ("ETH", "ERI"), ("ETH.CVL",))),
        # Syrian helicopters - along with Russian warplanes - have struck markets in Idlib. …
        ("struck-together", ("ASSAULT", ("SYR", "RUS"), ("SYR.CVL",))),
        # Jordan, together with Egypt, urged Israel to withdraw.
        ("together-with-egypt", ("REQUEST", ("JOR", "EGY"), ("ISR",))),
        # Egypt signed a deal with Sudan along with a memorandum on water with Kenya.
        ("deal-along-with-a-memorandum", ("SUPPORT", ("EGY", "SDN"), ())),
        # At least 30 people were killed and 19 others taken hostage in Nigeria.
        ("taken-hostage", ("ASSAULT", (), ("NGA.CVL",))),
        # Al-Shabaab's goal is to overthrow the Somali government, the minister said.
        ("goal-of-a-group", ("ASSAULT", ("AL-SHABAAB",), ("SOM",))),
        # Another objective of the M23 rebels is to attack positions of the Congolese army.
        ("objective-of-rebels", ("ASSAULT", ("M23",), ("COD",))),
        # The blockade that Azerbaijan imposed on Armenia has lasted nine months.
        ("blockade-that-one-imposed", ("COERCE", ("AZE",), ("ARM",))),
        # The raid that Malian troops launched on a village in Mopti killed 12 civilians.
        ("raid-that-troops-launched", ("ASSAULT", ("MLI",), ("MLI.CVL",))),
        # The strike that Kenya denied killed 12 Somali civilians.
        ("strike-that-one-denied", ("ASSAULT", (), ("SOM.CVL",))),
        # Houthi missiles were launched at Saudi Arabia's capital on Sunday.
        ("missiles-of-a-group", ("ASSAULT", ("HOUTHIS",), ("SAU",))),
        # Iranian missiles were launched by the Houthis at Saudi Arabia's capital on Sunday.
        ("missiles-of-another", ("ASSAULT", ("HOUTHIS",), ("SAU",))),
        # Ethiopia denounced the fact that Egypt supplies the rebels with weapons.
        ("denounced-the-fact", ("ACCUSE", ("ETH",), ("EGY",))),
        # France condemned the way Belarus treats migrants.
        ("condemned-the-way", ("ACCUSE", ("FRA",), ("BLR",))),
        # Jordan's foreign minister demanded an end to what he called the massacres perpetrated by Israel in Gaza.
        ("end-to-what-he-called", ("REQUEST", ("JOR",), ("ISR",))),
        # Washington's demands that the Houthis surrender their weapons were rejected.
        ("demand-that-they-disarm", ("REQUEST", ("USA",), ("HOUTHIS",))),
        # Russia's demand that Iranian ships be released was rejected.
        ("demand-that-it-be-lifted", ("REQUEST", ("RUS",), ())),
        # Pakistan began an offensive to flush the Taliban out of Swat.
        ("offensive-to-flush-out", ("ASSAULT", ("PAK",), ("TALIBAN",))),
        # Congo's army launched an offensive aimed at driving M23 out of Rutshuru.
        ("offensive-aimed-at-driving", ("ASSAULT", ("COD",), ("M23",))),
        # Uganda launched an offensive to protect Congolese soldiers near Beni.
        ("offensive-to-protect", ("ASSAULT", ("UGA",), ())),
    ],
)
def test_a_side_is_told_across_a_phrase(code: Code, name: str, act: Act) -> None:
    assert told(code(name))[0][:3] == act


def test_a_pronoun_that_imposed_sanctions_is_not_looked_for(code: Code) -> None:
    # India received an exemption from the United States from the sanctions it has imposed on Iran.
    assert ("SANCTION", ("IND",), ("IRN",)) not in [event[:3] for event in told(code("sanctions-it-imposed"))]
