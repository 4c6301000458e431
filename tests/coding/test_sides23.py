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
        # THE MRTA KIDNAPPED A PERUVIAN COLONEL NEAR LIMA, AND THE UNITED STATES CONDEMNED THE MRTA ON WEDNESDAY.
        ("capitals-of-an-abbreviation", [("ASSAULT", ("MRTA",), ("PER",)), ("ACCUSE", ("USA",), ("MRTA",))]),
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
