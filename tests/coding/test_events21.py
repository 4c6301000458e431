"""Who takes part where no slot of a frame tells, and who speaks without a code: each test states its sentence."""

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
        # The RSF said the army had shelled its own citizens in Omdurman. The RSF and the army of Sudan fought in Khartoum on Monday.
        ("shelled-own-citizens", ("ASSAULT", ("SDN",), ("SDN.CVL",))),
        # Tribal clashes in South Darfur killed 30 people on Monday, Sudanese officials said.
        ("tribal-clashes", ("ASSAULT", ("SDN.CVL",), ())),
        # Clashes between two clans near Bol left nine dead, the governor of Lac province in Chad said.
        ("clans-clash", ("ASSAULT", ("TCD.CVL",), ())),
        ("herders-and-the-army", ("ASSAULT", ("NGA",), ())),  # Clashes between Hausa herders and the army near Jos in Nigeria …
        # Police arrested three men as they tried to storm the parliament in Tbilisi. Georgia's president spoke.
        ("arrested-as-they-stormed", ("ASSAULT", (), ("GEO",))),
        ("bomb-outside-embassy", ("ASSAULT", (), ("GBR",))),  # A car bombing outside the British embassy in Sanaa killed 10 people …
        ("sniper-wounds", ("ASSAULT", (), ("MLI",))),  # A sniper wounded a soldier at a checkpoint near Gao on Tuesday.
    ],
)
def test_who_fights_or_is_struck_is_told_by_what_it_is_called(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("bombed-own-soldiers", ("ASSAULT", ("MLI",), ("MLI.CVL",))),  # Mali's air force bombed its own soldiers near Gao …
        ("mine-wounds", ("ASSAULT", (), ("MLI",))),  # A landmine wounded three soldiers near Gao on Tuesday.
    ],
)
def test_soldiers_are_no_civilians_and_mines_no_marksmen(code: Code, name: str, act: Act) -> None:
    assert act not in acts(code, name)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # Relatives of the missing miners demanded an inquiry in Johannesburg on Monday.
        ("relatives-demand", ("REQUEST", ("ZAF.CVL",), ("ZAF",))),
        ("groups-condemn", ("ACCUSE", (), ())),  # Human rights groups condemned the raid on a radio station in Bujumbura.
        ("threatened-by-militiamen", ("THREATEN", (), ("BDI",))),  # Judges in Burundi have been threatened by militiamen …
        # The mediators urged both sides to respect a truce signed in January. Sudan's army and the RSF fought in Omdurman on Monday.
        ("mediators-urge", ("REQUEST", (), ("SDN", "RSF"))),
        # The deaths of three detainees in Harare are being investigated, Zimbabwean media reported.
        ("being-investigated", ("ACCUSE", ("ZWE",), ())),
        ("executions-condemned", ("ACCUSE", ("EU",), ("NGA",))),  # The European Union condemned the executions in Nigeria.
        ("killing-condemned", ("ACCUSE", ("FRA",), ())),  # France condemned the killing of a priest in Nigeria.
        # Armenia and Georgia agreed on Monday to make sure that Russia pays for the road.
        ("agreed-together", ("AGREE", ("ARM", "GEO"), ())),
    ],
)
def test_words_of_those_without_a_code_and_to_nobody(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)


@pytest.mark.parametrize(
    "name",
    [
        "mourners-call",  # Mourners called for revenge and carried a flag through Nablus on Monday.
        "guide-urges",  # Nevertheless, the guide is urging people to visit Rwanda.
        "threatened-by-locusts",  # Farms in Kenya have been threatened by locusts, a union said.
        "to-be-investigated",  # The deaths of three detainees in Harare must be investigated, Zimbabwean media reported.
    ],
)
def test_what_is_wished_or_done_by_no_one_is_no_event(code: Code, name: str) -> None:
    assert acts(code, name) == []


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # A Ghanaian trader was arrested in Togo on Tuesday. Ghana's government asked for his release. Ghana's president spoke in Accra.
        ("arrested-abroad", ("COERCE", ("TGO",), ("GHA.CVL",))),
        ("phones-seized", ("COERCE", ("ZWE",), ("ZWE.CVL",))),  # Police in Harare seized the phones of two students.
        ("own-town-besieged", ("COERCE", ("ETH",), ("ETH.CVL",))),  # Ethiopia's siege of Mekelle left thousands of people without food.
        ("curfew-of-rebellion", ("COERCE", ("PER",), ("PER.CVL",))),  # A curfew is in force in Lima. The army of Peru fought Shining Path.
        # Israeli troops shot two Palestinians in Hebron. A curfew is in force in Hebron.
        ("curfew-of-occupation", ("COERCE", (), ())),
        ("martial-law-in-force", ("COERCE", ("ARM",), ("ARM.CVL",))),  # Martial law was introduced in Armenia on Sunday.
    ],
)
def test_force_is_used_by_the_state_where_it_is_told(code: Code, name: str, act: Act) -> None:
    assert act in acts(code, name)
