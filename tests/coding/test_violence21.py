"""Violence that no passage turns into a figure of speech, and figures of speech beside true violence: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # A missile hit a football stadium in Kharkiv an hour before the match, and the goalkeeper of the home team scored twice last week.
        ("stadium-hit-by-missile", ("ASSAULT", (), ("UKR",))),
        # Gunmen stormed a cinema in Jos during a film about a famous singer and killed nine viewers.
        ("cinema-stormed-by-gunmen", ("ASSAULT", (), ("NGA.CVL",))),
        # Syrian aircraft bombed a theatre in Aleppo where an actor was rehearsing an opera.
        ("theatre-bombed", ("ASSAULT", ("SYR",), ())),
    ],
)
def test_weapons_and_fighters_are_believed_whatever_the_passage_is_about(code: Code, name: str, act: Act) -> None:
    assert act in [event[:3] for event in told(code(name))]


@pytest.mark.parametrize("name", ["rocket-into-the-net", "rebels-of-a-film"])
def test_a_rocket_into_the_net_and_a_film_tell_none(code: Code, name: str) -> None:
    # The Danish striker sent a rocket into the net after a missile of a shot from the Turkish midfielder.
    # In the film a militant kills the king of Scotland and blows up his castle with a missile.
    assert "ASSAULT" not in [event[0] for event in told(code(name))]


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # Soldiers killed a goalkeeper and two librarians near Goma on Monday.
        ("goalkeeper-killed", ("ASSAULT", ("COD",), ("COD.CVL",))),
        # Rioters sacked the palace of the president in Dushanbe on Monday.
        ("palace-sacked", ("ASSAULT", (), ())),
        # Somali pirates hijacked a Danish tanker off Bosaso on Monday.
        ("tanker-hijacked", ("ASSAULT", ("SOM.REB",), ("DNK",))),
        # The police of Kenya fired live rounds at young marchers on Monday.
        ("police-fired-at-marchers", ("ASSAULT", ("KEN",), ())),
    ],
)
def test_people_by_their_trades_palaces_and_ships_are_struck(code: Code, name: str, act: Act) -> None:
    assert act in [event[:3] for event in told(code(name))]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # The Turkish club sacked its coach after a defeat in Ankara.
        ("coach-sacked", 0),
        # As shells fell on Kharkiv, a deputy in Kyiv attacked the plan of the Ukrainian finance minister.
        ("plan-attacked-under-fire", 1),
        # Rebels attacked a convoy near Beira, and the shippers of Mozambique were hit with a levy.
        ("hit-with-a-fine", 1),
        # A drone hit a clinic in Amhara, and the Ethiopian minister was ambushed by a question on debt.
        ("ambushed-by-a-question", 1),
        # The Irish minister came under fire in parliament for the cost of a bomb shelter.
        ("fire-for-the-cost", 0),
        # The mayor of Aleppo declared war on the loud music of weddings.
        ("war-on-loud-music", 0),
        # The congress of Honduras beheaded the electoral court in a night.
        ("tribunal-beheaded", 0),
    ],
)
def test_a_quarrel_or_a_burden_beside_a_shelling_is_none(code: Code, name: str, acts: int) -> None:
    assert [event[0] for event in told(code(name))].count("ASSAULT") == acts


def test_characters_of_an_author_do_none_and_forces_of_a_general_do(code: Code) -> None:
    # Peckinpah's gunmen raid a farm near Almeria at dawn and shoot its owner.
    # Khalifa Haftar's forces attack the town of Sirte.
    assert "ASSAULT" not in [event[0] for event in told(code("characters-of-a-director"))]
    assert ("ASSAULT", ("LNA",), ("LBY",)) in [event[:3] for event in told(code("forces-of-a-general"))]


def test_what_befell_in_the_bronze_age_is_no_event(code: Code) -> None:
    # Divers off Lebanon have found the wreck of a ship that Egyptians sank in the twelfth century BC.
    assert "ASSAULT" not in [event[0] for event in told(code("battle-of-long-ago"))]


def test_what_a_correction_says_was_told_before_is_no_act(code: Code) -> None:
    # Rebels killed 12 soldiers in Chad on Monday, the army said.
    # Correction: An earlier version of this report said that 20 Chadian soldiers had been killed by rebels.
    assert [event[0] for event in told(code("correction-of-a-former-version"))].count("ASSAULT") == 1


def test_a_charge_that_is_spelt_out_denies_no_strike_told_before(code: Code) -> None:
    # Drones hit a depot in Port Sudan on Monday, killing nine people, the government of Sudan said.
    # Kenya rejected Sudan's charge that it arms the RSF.
    assert not any("KEN" in event[1] for event in told(code("charge-that-it-arms")) if event[0] == "ASSAULT")


def test_an_outfit_is_of_those_whom_it_is_affiliated_with(code: Code) -> None:
    # An outfit affiliated with the Taliban attacked a Pakistani post on Monday.
    assert ("ASSAULT", ("TALIBAN",), ("PAK",)) in [event[:3] for event in told(code("outfit-affiliated"))]
