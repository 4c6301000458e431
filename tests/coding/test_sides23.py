"""Sides that the words tell: names in capitals, groups that no register has, and who does what across a phrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from gesta.model import Article, Reading, Report
from tests.coding.parses import article, reading
from tests.coding.record_views import told

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
