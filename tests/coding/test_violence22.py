"""Violence told by weapons, masked men and rarer words, and what is none: a vote, a betrayal, a robbery, kin, an exercise."""

from __future__ import annotations

from pathlib import Path

import pytest

from gesta.codebook import Codebook
from gesta.coding import code_article
from tests.coding.conftest import MADE
from tests.coding.parses import article, reading
from tests.coding.record_views import Code, told

Sides = tuple[tuple[str | None, ...], tuple[str | None, ...]]


def assaults(code: Code, name: str) -> list[Sides]:
    return [event[1:3] for event in told(code(name)) if event[0] == "ASSAULT"]


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        ("market-hit-by-shells", ((), ("SDN.CVL",))),  # Shells hit a market in El Fasher in Sudan on Monday.
        ("masked-men-drag", ((), ("CAF",))),  # Masked men dragged the mayor of Bambari into a car in …
        ("lorry-with-explosives", ((), ())),  # A lorry laden with explosives rammed a bank in Mogadishu in Somalia.
        ("killed-by-a-party-s-fire", (("TCD",), ("SDN.CVL",))),  # Chadian fire killed two people near the market of Geneina …
        # Mutineers burned an archive and fired at a queue of pensioners on Monday, and the rebels stayed in their barracks.
        ("library-burned-by-mutineers", ((), ())),
        ("nail-bomb-wounds", ((), ("PAK",))),  # A nail bomb wounded nine clerks in Karachi in Pakistan on Monday.
        ("tanker-holed-by-torpedo", ((), ("GRC",))),  # A torpedo holed a Greek tanker off Fujairah on Monday.
    ],
)
def test_weapons_and_nameless_gunmen_strike(code: Code, name: str, sides: Sides) -> None:
    assert assaults(code, name) == [sides]


@pytest.mark.parametrize(
    "name",
    [
        "market-hit-by-prices",  # The tariffs hit the Kenyan market on Monday.
        "men-drag-boxes",  # Two men dragged a box into a car in the Central African Republic.
        "lorry-with-sand",  # A lorry laden with sand rammed a bank in Mogadishu in Somalia.
        "killed-by-a-fire",  # A Chadian fire killed two people near the market of Geneina on Monday.
        "plan-shot-down",  # The Malian president's plan was shot down in the senate in Bamako.
        "stormed-in-an-exercise",  # Kenyan soldiers shelled a village in an exercise near Nanyuki on Monday.
        "offensive-on-rabbits",  # Australia's government launched an offensive against moles.
        "lorry-into-a-gorge",  # A lorry of the Ethiopian army plunged into a gorge, killing nine recruits.
    ],
)
def test_prices_fires_votes_exercises_and_accidents_do_not(code: Code, name: str) -> None:
    assert assaults(code, name) == []


@pytest.mark.parametrize(
    "name",
    [
        "minister-shot-down",  # The Malian minister was shot down by soldiers in Bamako on Monday.
        "stormed-in-earnest",  # Kenyan soldiers shelled a village in a reprisal near Nanyuki on Monday.
        "clash-over-a-ridge",  # Pakistan and India clashed over a ridge in Kashmir on Monday.
        "offensive-on-rebels",  # Australia's government launched an offensive against rebels.
    ],
)
def test_the_same_words_tell_violence_of_soldiers_and_rebels(code: Code, name: str) -> None:
    assert len(assaults(code, name)) == 1


@pytest.mark.parametrize(
    ("name", "why"),
    [
        # While soldiers fought rebels near Gao, the Malian premier was stabbed in the back by his allies.
        ("stabbed-in-the-back", "somebody is betrayed"),
        # As rebels shelled Goma, a plumber killed his ex-wife and a clerk stabbed himself in Kinshasa.
        ("soldier-kills-his-wife", "done among kin"),
        ("soldier-kills-his-wife", "somebody harms himself"),
        ("gang-raids-a-till", "a robbery"),  # As rebels shelled Goma, a gang raided a jeweller in Kinshasa.
        # Canada and India clashed over lentils on Monday, as rebels fought soldiers in Manipur.
        ("clash-over-lentils", "what strikes or is struck is no body"),
    ],
)
def test_betrayals_kin_robberies_and_trade_beside_a_war(code: Code, name: str, why: str) -> None:
    assert f"assault: {why}" in [left.why for left in code(name).leftovers]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("pilots-strike", "workers lay down their tools"),  # As rebels shelled Goma, Belgian pilots struck on Monday over pay.
        # As rebels shelled Goma, the aide of a Kenyan minister was killed when his car hit a tree.
        ("killed-when-a-car-hit-a-tree", "the doing of an accident"),
    ],
)
def test_workers_and_accidents_beside_a_war(code: Code, name: str, why: str) -> None:
    assert f"assault: {why}" in [left.why for left in code(name).leftovers]


@pytest.mark.parametrize(
    "name",
    [
        "pilots-strike-a-base",  # As rebels shelled Goma, Rwandan pilots struck a Congolese base on Monday.
        # As rebels shelled Goma, the aide of a Kenyan minister was killed when his car hit a landmine.
        "killed-when-a-car-hit-a-mine",
        "protesters-besiege",  # As rebels shelled Goma, Congolese protesters besieged the finance ministry in Kinshasa.
        "battle-for-a-town",  # As rebels shelled Goma, a battle between Rwandan and Congolese troops for Masisi was in its third day.
    ],
)
def test_pilots_mines_and_protesters_do(code: Code, name: str) -> None:
    assert len(assaults(code, name)) == 2


def test_a_bomber_who_kills_himself_and_others_is_no_suicide(code: Code) -> None:
    # A suicide bomber killed himself and nine soldiers in Peshawar in Pakistan on Monday.
    assert assaults(code, "bomber-kills-himself-and-others") == [((), ("PAK",))]


def test_harm_of_the_same_kinds_that_a_war_tells(code: Code) -> None:
    # While soldiers fought rebels near Gao, the Malian premier was stabbed in the chest by a militant.
    # As rebels shelled Goma, a policeman killed a nurse in Kinshasa in the Congo; … a gang raided a clinic in Kinshasa in the Congo.
    for name in ("stabbed-in-the-chest", "soldier-kills-a-nurse", "gang-raids-a-clinic"):
        assert not [left.why for left in code(name).leftovers if left.why.startswith("assault")]


def test_a_user_says_what_is_no_loot(tmp_path: Path) -> None:
    # As rebels shelled Goma, a gang raided a jeweller in Kinshasa.
    (tmp_path / "classes.yaml").write_text("withdraw:\n  loot: [jeweller]\n", "utf-8")
    report = code_article(article("gang-raids-a-till"), reading("gang-raids-a-till"), Codebook.load(tmp_path), MADE)
    assert [event[0] for event in told(report)] == ["ASSAULT", "ASSAULT"]
