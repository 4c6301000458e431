"""Who holds the ground, who fights with whom, who is judged for what: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


def acts(code: Code, name: str) -> list[Act]:
    """Type, actors and recipients of each event."""
    return [(e.type, tuple(c or "" for c in e.actors), tuple(c or "" for c in e.recipients)) for e in told(code(name))]


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("depot-in-occupied-town", ("ASSAULT", ("UKR",), ("RUS",))),  # Ukrainian drones hit an oil depot in Russian-occupied Luhansk.
        ("districts-the-rsf-controls", ("ASSAULT", ("SDN",), ("RSF",))),  # Sudan's army shelled districts … that the RSF controls.
        # Malian soldiers attacked areas held by al-Qaeda militants near Timbuktu. The army also fought Islamic State near Menaka.
        ("areas-held-by-militants", ("ASSAULT", ("MLI",), ("AL-QAEDA",))),
        # Russian troops shelled Ukrainian-controlled parts of Donetsk region.
        ("controlled-part-of-a-region", ("ASSAULT", ("RUS",), ("UKR",))),
        # Israeli troops killed three Israeli hostages held by Hamas in Gaza: people are no ground.
        ("hostages-held-by-hamas", ("ASSAULT", ("ISR",), ("ISR.CVL",))),
    ],
)
def test_ground_is_struck_as_its_holders(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # A convoy carrying Indian soldiers was hit by a bomb in Kashmir.
        ("convoy-carrying-soldiers", ("ASSAULT", (), ("IND",))),
        ("vehicle-belonging-to-army", ("ASSAULT", (), ("TUR",))),  # A bomb hit a vehicle belonging to the Turkish army near Hakkari.
    ],
)
def test_a_thing_is_struck_as_theirs_whom_it_carries_or_belongs_to(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # Clashes erupted on Sunday in Khartoum between the army and the Rapid Support Forces.
        ("clashes-erupted-between", ("ASSAULT", ("SDN", "RSF"), ())),
        # Heavy fighting broke out near Goma between Congolese troops and M23 rebels.
        ("broke-out-near-goma-between", ("ASSAULT", ("COD", "M23"), ())),
        # A meeting took place in Geneva between the Russian and Ukrainian foreign ministers.
        ("ministers-met-between", ("CONSULT", ("RUS", "UKR"), ())),
        # Fighting erupted near the border between Sudan and Chad on Monday.
        ("near-the-border-between", ("ASSAULT", (), ())),
    ],
)
def test_the_two_stand_behind_the_verb_or_the_place(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("students-clashed-with-police", ("ASSAULT", ("BGD", "BGD.CVL"), ())),  # In Dhaka, students clashed with police.
        ("villagers-clashed-with-soldiers", ("ASSAULT", ("ISR", "PSE.CVL"), ())),  # Villagers clashed with Israeli soldiers near Hebron.
        # Clashes between police and demonstrators in Nairobi left two people dead.
        ("demonstrators-and-kenyan-police", ("ASSAULT", ("KEN", "KEN.CVL"), ())),
        # Nigerian soldiers clashed with Boko Haram in Maiduguri on Monday.
        ("soldiers-clashed-with-a-group", ("ASSAULT", ("NGA", "BOKO HARAM"), ())),
        # The army and a powerful rival force battled in the streets of Khartoum. Sudan's army bombed RSF positions on Sunday.
        ("army-and-rival-force-battled", ("ASSAULT", ("SDN", "RSF"), ())),
        # Ukrainian and Polish troops fought together against the Russian army.
        ("fought-together-against", ("ASSAULT", ("UKR", "POL"), ("RUS",))),
    ],
)
def test_who_clashes_with_whom(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("criticised-for-shelling", ("ASSAULT", ("SYR",), ("TUR",))),  # Turkey criticised Syria for shelling its border towns.
        ("sanctions-for-supplying", ("AID", ("IRN",), ("RUS",))),  # The EU imposed sanctions on Iran for supplying drones to Russia.
        # The United States sanctioned a Sudanese commander for attacking civilians in Darfur.
        ("sanctioned-for-attacking", ("ASSAULT", ("SDN",), ("SDN.CVL",))),
        # Germany criticised Israel for expanding settlements and bombing Gaza.
        ("criticised-for-settlements-and-bombing", ("ASSAULT", ("ISR",), ("PSE",))),
        ("threatened-for-striking", ("ASSAULT", ("ISR",), ("IRN",))),  # Iran threatened Israel for striking its consulate.
        ("stopped-from-entering", ("ASSAULT", ("COD.REB",), ("COD",))),  # Soldiers stopped the rebels from entering Goma.
        # France apologised to Cameroon for killing civilians: its own doing.
        ("apologised-for-killing", ("ASSAULT", ("FRA",), ("CMR.CVL",))),
    ],
)
def test_who_is_judged_or_kept_from_it_did_it(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("demanded-that-they-be-punished", ("REQUEST", ("TUR",), ())),  # Turkey demanded that Swedish officials be punished.
        # Vietnam demanded that Chinese ships be withdrawn from its waters.
        ("demanded-that-ships-be-withdrawn", ("REQUEST", ("VNM",), ("CHN",))),
        # Mozambique's government appealed to its neighbours for help against the insurgents in Cabo Delgado.
        ("appealed-to-its-neighbours", ("REQUEST", ("MOZ",), ())),
        ("rescued-migrants", ("AID", ("GRC",), ())),  # Greek coastguards rescued 80 migrants off Lesbos.
        ("rescued-fishermen", ("AID", ("CHN",), ("CHN.CVL",))),  # The Chinese coastguard rescued three Chinese fishermen.
    ],
)
def test_whom_something_is_asked_of_or_done_for(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)


def test_who_reports_a_fight_fights_none(code: Code) -> None:
    """The Syrian Observatory for Human Rights reported fighting in Aleppo in Syria on Monday. The army had bombed the town on Sunday."""
    assert all("SOHR" not in actors for _, actors, _ in acts(code, "observatory-reported-fighting"))


def test_a_body_of_citizens_can_be_struck(code: Code) -> None:
    """MSF accused the Sudanese army of bombing its hospital in Darfur."""
    assert ("ASSAULT", ("SDN",), ("MSF",)) in acts(code, "msf-hospital-bombed")


def test_prisoners_of_militants_are_not_taken_by_the_state(code: Code) -> None:
    """In Mali, militants took 20 prisoners on Monday, the army said."""
    assert not [a for a in acts(code, "militants-took-prisoners") if a[0] == "COERCE" and a[1] == ("MLI",)]
