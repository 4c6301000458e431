"""Whose people a number counts, and who says so: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, tolls

Counted = list[tuple[str, int | None, str | None]]


def counted(code: Code, name: str) -> Counted:
    """Effect, best number and side of each figure."""
    return [(t.effect, t.best, t.code) for t in tolls(code(name))]


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
        ("activist-groups-of-a-country", (None,)),  # Ethiopian activist groups say drone strikes killed at least 21 civilians in Amhara.
    ],
)
def test_who_claims_a_number(code: Code, name: str, by: tuple[str | None, ...]) -> None:
    assert [t.by for t in tolls(code(name))] == [by]
