"""Rebels by any of their names, whom an attack that is stopped was aimed at, whose a curfew is, and what a number alone counts."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # The Central African army killed ten rebels near Bria on Monday. Rebel fighters attacked a post in Bambari. Urban guerrillas
        # blew up a bus in Bangui. Rebel groups shelled the town of Bossangoa.
        ("rebels-of-any-kind", [("ASSAULT", ("CAF",), ("CAF.REB",)), *[("ASSAULT", ("CAF.REB",), ("CAF",))] * 3]),
        # Insurgent groups killed four villagers in Mozambique on Tuesday. Opposition fighters seized a bridge in Pemba.
        ("opposition-fighters", [("ASSAULT", ("MOZ.REB",), ("MOZ.CVL",)), ("ASSAULT", ("MOZ.REB",), ("MOZ",))]),
        ("opposition-groups-of-a-parliament", []),  # Opposition groups in Mozambique walked out of parliament on Tuesday.
        ("advances-stalled", [("ASSAULT", ("SDN",), ("TCD",))]),  # Chadian forces have stalled Sudan's advances in the east.
        # The Cambodian offensive was halted by Thai troops at the border: nobody ceased fire.
        ("offensive-halted-by-others", [("ASSAULT", ("KHM",), ("THA",))]),
        # The garrison in Goma is Congolese. Congolese troops fended off an assault by M23 on Monday.
        ("fought-off", [("ASSAULT", ("COD",), ("M23",)), ("ASSAULT", ("M23",), ("COD",))]),
    ],
)
def test_rebels_and_those_who_stop_them(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # Rebel shelling killed two people in government-held Taiz in Yemen.
        ("shelling-by-rebels", [("ASSAULT", ("YEM.REB",), ("YEM.CVL",))]),
        # Air strikes thought to be carried out by Sudanese and Egyptian forces killed 17 people in a market.
        ("strikes-thought-to-be-carried-out", [("ASSAULT", ("SDN", "EGY"), ("SDN.CVL",))]),
        # The army recaptured the town of Bria from rebels in the Central African Republic.
        ("recaptured-from-rebels", [("ASSAULT", ("CAF",), ("CAF.REB",))]),
        ("ousted-from-a-town", [("ASSAULT", ("MLI",), ("MLI.REB",))]),  # Malian troops drove the rebels from Kidal on Monday.
        # A suicide bomber struck a checkpoint manned by Nigerian soldiers in Borno.
        ("manned-by-soldiers", [("ASSAULT", (), ("NGA",))]),
        # Maoist rebels attacked a police post in Lima, Peru, on Monday. Mourners attended the funeral of ten miners who were killed on
        # Friday in an attack on a union in Lima.
        ("killed-in-an-attack-before", [("ASSAULT", ("PER.REB",), ()), ("ASSAULT", (), ("PER",))]),
        # A mayor was kidnapped in Lima, Peru, by a commando of the Maoist group Shining Path on Monday.
        ("commando-of-the-group", [("ASSAULT", ("SENDERO",), ("PER",))]),
        # Two teachers were kidnapped in Cali by the so-called Simon Bolivar cell of the ELN on Monday.
        ("cell-called-after-a-man", [("ASSAULT", ("ELN",), ("COL.CVL",))]),
        ("gangs-of-a-country", [("ASSAULT", ("HTI.REB",), ("HTI",))]),  # Haitian gangs attacked the main prison in Port-au-Prince.
        ("led-by-a-people", [("ASSAULT", (), ("SYR",))]),  # Kurdish-led forces captured a village in northern Syria.
        ("curfew-of-no-one", [("COERCE", ("NGA",), ("NGA.CVL",))]),  # The town of Jos in Nigeria was under curfew on Wednesday.
        # Peru's government extended the state of emergency in Lima for one month.
        ("emergency-extended", [("COERCE", ("PER",), ("PER.CVL",))]),
        # Amhara militia hold the town. Some 1,500 people remain in the Ethiopian town after two months of army siege.
        ("siege-of-an-army", [("COERCE", ("ETH",), ("ETH.CVL",))]),
        # Malian jets bombed Islamic State fighters near Gao. Air strikes also killed three Malian soldiers: no group has planes.
        ("raids-of-no-group", [("ASSAULT", ("MLI",), ("ISIS",)), ("ASSAULT", (), ("MLI",))]),
        # China offered to mediate between Pakistan and Afghanistan.
        ("offered-to-mediate-between-two", [("AGREE", ("CHN",), ("PAK", "AFG"))]),
        ("nerve-agents-dropped", [("ASSAULT", ("SDN",), ())]),  # Government warplanes dropped nerve agents on eastern Nyala, Sudan.
    ],
)
def test_who_did_it_and_to_whom(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("ambushed-killing-33", (33, "BFA")),  # Jihadists ambushed Burkinabe soldiers near Djibo, killing 33, the army said.
        ("clashed-killing-nine", (9, "FARC")),  # Colombian troops clashed with dissidents of the FARC in Cauca, killing nine.
    ],
)
def test_a_number_alone_counts_those_attacked(code: Code, name: str, figure: tuple[int, str]) -> None:
    assert [(f.best, f.victims.code) for f in code(name).figures] == [figure]


def test_losses_of_rebels_are_not_those_of_their_state(code: Code) -> None:
    # The army said it had inflicted 18 casualties on Maoist rebels in Huila, Colombia.
    assert [(f.best, f.victims.code) for f in code("casualties-on-maoist-rebels").figures] == [(18, "COL.REB")]


@pytest.mark.parametrize(
    "name",
    [
        "shelling-in-a-city-of-no-state-named",  # Rwandan shelling killed four people in Goma. Rwanda is accused of many crimes.
        "shelling-killed-four",  # Israeli shelling killed four in Tyre. Israel is accused of many crimes.
    ],
)
def test_nobody_loses_his_own_by_his_own_fire_in_a_place_abroad(code: Code, name: str) -> None:
    assert [(f.best, f.victims.code) for f in code(name).figures] == [(4, None)]


def test_a_threat_is_not_what_it_is_made_on_condition_of(code: Code) -> None:
    # Washington warned Khartoum that it would impose sanctions if fighting continued.
    assert [(e.type, e.mode) for e in code("sanctions-if-fighting-continued").events] == [("THREATEN", None)]
