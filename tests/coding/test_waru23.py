"""Acts of war and their sides as reports of our own told them: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told

Sides = tuple[tuple[str | None, ...], tuple[str | None, ...]]


def acts(code: Code, name: str, kind: str = "ASSAULT") -> list[Sides]:
    """Who does it to whom, of each act of a type."""
    return [(t.actors, t.recipients) for t in told(code(name)) if t.type == kind]


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        # The raids of the Lord's Resistance Army on villages near Dungu have driven out thousands.
        ("waru-raids-of-the-group-on", (("LRA",), ("COD.CVL",))),
        # In a counter-attack of the Ethiopian army forty rebels of the OLA were killed.
        ("waru-counter-attack-of-the-army", (("ETH",), ("OLA",))),
        # A raid of the Janjaweed on the village of Tawila left twelve people dead.
        ("waru-raid-of-militia-on", (("JANJAWEED",), ("SDN",))),
        ("waru-ambush-of-a-convoy", ((), ("MLI",))),  # The ambush of a convoy near Gao killed four Malian soldiers.
        ("waru-bombing-of-the-houthis", (("SAU",), ("HOUTHIS",))),  # The bombing of the Houthis by Saudi planes went on.
    ],
)
def test_an_attack_of_fighters_is_theirs(code: Code, name: str, sides: Sides) -> None:
    assert acts(code, name) == [sides]


@pytest.mark.parametrize(
    ("name", "kind", "sides"),
    [
        # An Israeli official said ground troops had crossed into southern Lebanon overnight. …
        ("waru-troops-crossed-into", "MOBILIZE", (("ISR",), ("LBN",))),
        # The Ethiopian defence minister said soldiers had moved into Somalia near Dolow. …
        ("waru-soldiers-moved-into", "ASSAULT", (("ETH",), ("SOM",))),
        ("waru-troops-entered-own-town", "ASSAULT", (("COD",), ())),  # The Congolese army said troops had entered Bunia on Friday.
    ],
)
def test_troops_who_enter_a_country_are_those_of_the_state_that_tells_it(code: Code, name: str, kind: str, sides: Sides) -> None:
    assert acts(code, name, kind)[0] == sides
