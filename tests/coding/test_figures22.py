"""Parts of a toll, whose losses they are, and who counts them: each test states its sentence."""

from __future__ import annotations

import pytest

from gesta.coding.quantities import find_quantities
from tests.coding.parses import reading
from tests.coding.record_views import Code, told, tolls, words

Counted = list[tuple[str, int | None, str | None]]


def counted(code: Code, name: str) -> Counted:
    """Effect, best number and side of each figure."""
    return [(t.effect, t.best, t.code) for t in tolls(code(name))]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        # A drone … killed at least 89 people, including 31 women and five children, the health ministry said.
        ("parts-two", [89, 31, 5]),
        ("parts-of-a-bare-toll", [192, 58, 34]),  # The toll in Gaza rose to 192, including 58 children and 34 women.
        ("parts-among-a-bare-toll", [23, 4]),  # Doctors put the toll at 23, among them four nurses.
        ("parts-no-families", [85]),  # The toll … rose to 85 people, including five entire families.
        # The raid on Gao, Mali, killed 30 people, including three children and 43 others were hurt.
        ("parts-and-others", [30, 3, 43]),
    ],
)
def test_all_parts_of_a_toll_are_counted(code: Code, name: str, parts: list[int]) -> None:
    assert [t.best for t in tolls(code(name))] == parts


def test_others_are_no_part(code: Code) -> None:
    assert counted(code, "parts-and-others")[2][0] == "wounded"


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("among-those-taken", [("captured", 6, "NGA.CVL")]),  # Six women were among those taken.
        ("among-those-taken-to-hospital", []),  # Six women were among those taken to hospital.
        # The Houthis said American strikes had killed 17 of their fighters.
        ("their-fighters-of-the-houthis", [("killed", 17, "HOUTHIS")]),
        # The Kurdistan Workers' Party said Turkish jets had killed two of their members.
        ("their-bases-and-members", [("killed", 2, "PKK")]),
        # Sudan's army said RSF gunners had killed 12 of their own fighters.
        ("their-own-positions", [("killed", 12, "RSF")]),
        # Eritrea and Ethiopia fought at Badme. Both sides lost 40 men each in the battle, a diplomat said.
        ("both-sides-lost", [("killed", 40, None)]),
        ("one-side-lost", [("killed", 40, "ERI")]),  # Eritrea lost 40 men in the battle, a diplomat said.
    ],
)
def test_whose_people_they_are(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "side"),
    [
        # Israeli jets bombed depots in Homs, Syria. The Israeli army said there were no civilian casualties.
        ("civilians-of-the-ground", "SYR.CVL"),
        # … American strikes had killed 17 of their fighters. The Pentagon said it had no reports of civilian casualties.
        ("civilians-of-the-struck", None),
        ("civilians-of-who-suffered", "UKR.CVL"),  # Ukraine said it had suffered no civilian casualties overnight.
    ],
)
def test_who_tells_of_civilian_losses_tells_of_those_it_struck(code: Code, name: str, side: str | None) -> None:
    assert tolls(code(name))[-1].code == side


@pytest.mark.parametrize(
    ("name", "side"),
    [
        # Rockets hit the airport at Gondar, Ethiopia. Refugees arriving in Sudan said that 40 civilians had been killed.
        ("refugees-arriving", "ETH.CVL"),
        # Boko Haram raided Bosso in Niger. Fighters crossed into Nigeria and killed 15 villagers.
        ("crossing-fighters", "NGA.CVL"),
        # BEIRUT (Reuters) - Twelve people were killed by a car bomb in Homs on Friday, state media said. …
        ("desk-abroad", "SYR.CVL"),
        # DAKAR (Reuters) - Gunmen killed six soldiers near Gao. …
        ("desk-abroad-soldiers", "MLI"),
        # BEIRUT (Reuters) - Three soldiers died when Lebanese troops fought gunmen near the Syrian border …
        ("desk-at-home", "LBN"),
    ],
)
def test_nobody_dies_where_a_report_is_told(code: Code, name: str, side: str) -> None:
    assert tolls(code(name))[0].code == side


def test_a_state_that_the_dateline_alone_names_says_nothing(code: Code) -> None:
    assert tolls(code("desk-abroad"))[0].by == ("SYR",)


def test_the_dead_of_a_whole_war_are_nobodys_and_of_no_act(code: Code) -> None:
    """… rebels threw a grenade in Batticaloa, Sri Lanka. Over 64,000 people have died in the two-decade-old conflict."""
    grenade, war = code("died-in-the-conflict").figures
    assert (war.victims.code, war.era, war.event) == (None, "background", None)
    assert grenade.event is not None


def test_what_one_act_cost_is_its_country_s(code: Code) -> None:
    """A bomb has killed 40 people in Tajikistan."""
    figure = code("killed-by-one-act").figures[0]
    assert (figure.victims.code, figure.era, figure.event) == ("TJK.CVL", "current", "e1")


def test_parts_in_brackets_are_told_by_who_tells_the_whole(code: Code) -> None:
    """The United Nations … documented 800 civilian casualties (300 killed and 500 injured) in May."""
    assert [t.by for t in tolls(code("in-brackets"))] == [("UN",)] * 3


def test_a_strike_that_wounds_is_no_wounded_strike(code: Code) -> None:
    """An Israeli airstrike wounded four Palestinians on Sunday. – Soldiers wounded in a Turkish strike … were flown to Erbil."""
    assert counted(code, "strike-wounded") == [("wounded", 4, "PSE.CVL")]
    assert counted(code, "wounded-in-a-strike") == []


def test_the_dead_are_named_by_their_states(code: Code) -> None:
    """Among the dead were 28 Ugandans, 11 people from Eritrea, an Irish woman and an American."""
    found = [(t.best, t.code) for t in tolls(code("among-the-dead-by-state"))]
    assert [best for best, _ in found] == [28, 11, 1, 1]
    assert found[0] == (28, "UGA.CVL")
    assert found[2:] == [(1, "IRL.CVL"), (1, "USA.CVL")]


@pytest.mark.parametrize(
    ("name", "side"),
    [
        # Islamic militants took up arms in Algeria in 1992. Some 60,000 people have been killed since then.
        ("since-they-took-up-arms", None),
        ("since-a-town-fell", "MLI.CVL"),  # The rebels seized Gao in Mali in 1992. Some 300 people have been killed since then.
    ],
)
def test_since_then_goes_back_to_how_a_war_began(code: Code, name: str, side: str | None) -> None:
    assert tolls(code(name))[-1].code == side


@pytest.mark.parametrize(
    ("name", "last"),
    [
        # … Iraq said it was holding 22 airmen, nine of them British.
        ("nine-of-them-british", (9, "GBR")),
        ("ten-of-them-women", (10, "IRQ.CVL")),  # … killing 22 people, ten of them women.
        ("legionnaires", (2, "FRA")),  # Two French legionnaires were wounded in Bangui, Central African Republic.
    ],
)
def test_the_side_of_a_number(code: Code, name: str, last: tuple[int, str]) -> None:
    assert [(t.best, t.code) for t in tolls(code(name))][-1] == last


def test_troops_do_not_plant_the_bomb_of_those_they_kill(code: Code) -> None:
    """Troops killed ten militants as they tried to plant a bomb near a bridge in Marawi, Philippines."""
    report = code("as-they-tried-to-plant")
    triggers = {words(report, e.spans.trigger[0]): bool(e.actors) for e in report.events}
    assert triggers == {"killed": True, "plant": False}


def test_who_kills_in_an_ambush_is_who_lays_it(code: Code) -> None:
    """Rebels killed nine soldiers as they ambushed a convoy near Gao, Mali."""
    assert [(t.type, t.actors, t.recipients) for t in told(code("as-they-ambushed"))] == [("ASSAULT", ("MLI.REB",), ("MLI",))]


def test_several_says_itself_that_it_is_vague(code: Code) -> None:
    """Several soldiers were wounded in Gao, Mali. – killing 22 people …"""
    assert [q.vague for q in find_quantities(reading("several-wounded").words)] == [True]
    assert not any(q.vague for q in find_quantities(reading("ten-of-them-women").words))
    assert [(t.low, t.best) for t in tolls(code("several-wounded"))] == [(1, None)]
