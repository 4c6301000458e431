"""What a number counts where the parse is of no help, and words that share one number: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, tolls

Counted = list[tuple[str, int | None, str | None]]


def counted(code: Code, name: str) -> Counted:
    """Effect, lowest number and side of each figure."""
    return [(t.effect, t.low, t.code) for t in tolls(code(name))]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # 12 Boko Haram fighters were killed by Nigerian troops near the northern town of Gwoza.
        ("number-hung-on-the-verb", [("killed", 12, "BOKO HARAM")]),
        # A total of 24 Boko Haram terrorists were killed in operations near Maiduguri, local media reported.
        ("total-of-name-before-people", [("killed", 24, "BOKO HARAM")]),
        # The air raid on Goma killed 13 and wounded 29, a monitoring group said.
        ("bare-number-behind-joined-verb", [("killed", 13, "COD.CVL"), ("wounded", 29, "COD.CVL")]),
        # The Malian army killed 28 and wounded 30 JNIM militants in the town, the ministry said.
        ("people-left-out-behind-number", [("killed", 28, "JNIM"), ("wounded", 30, "JNIM")]),
        # The blast killed 30 people, injured 90 and destroyed a school in Gao, Mali.
        ("listed-verb-with-bare-number", [("killed", 30, "MLI.CVL"), ("wounded", 90, "MLI.CVL")]),
        # 22 people died and dozens were wounded, the Malian ministry said.
        ("dozens-joined-to-those-before", [("killed", 22, "MLI.CVL"), ("wounded", 24, "MLI.CVL")]),
        ("both-of-one-passive", [("wounded", 3, "COD"), ("wounded", 2, "COD.CVL")]),  # Three soldiers and two nurses were wounded in Goma.
        # The war in Congo has killed 6,000 people and displaced millions.
        ("millions-joined-to-people", [("killed", 6000, None), ("displaced", 2000000, "COD.CVL")]),
    ],
)
def test_a_number_counts_whom_the_order_of_words_says(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Congolese troops killed, wounded or captured 500 Rwandan soldiers.
        ("killed-wounded-or-captured", [("casualties", 500, "RWA")]),
        ("killed-or-wounded-one-object", [("casualties", 500, "RWA")]),  # Congolese troops killed or wounded 500 Rwandan soldiers.
        ("reported-killed-or-injured", [("casualties", 24, "COD")]),  # Dozens of soldiers were reported killed or injured in Goma.
        ("left-dead-or-injured", [("casualties", 24, "COD.CVL")]),  # The strike left dozens of civilians dead or injured in Goma.
        # The rocket was intercepted and no injuries, casualties or damage were reported in Goma.
        ("no-injuries-casualties-or-damage", [("casualties", 0, "COD.CVL")]),
        # The rebels kidnapped and killed 11 people in Goma.
        ("kidnapped-and-killed", [("captured", 11, "COD.CVL"), ("killed", 11, "COD.CVL")]),
        # The bomb caused nine deaths and injured more than 30 people in Goma.
        ("deaths-and-injuring", [("killed", 9, "COD.CVL"), ("wounded", 30, "COD.CVL")]),
        # A soldier was killed, wounding two nurses, when a mine went off in Goma.
        ("killed-then-wounding", [("killed", 1, "COD"), ("wounded", 2, "COD.CVL")]),
    ],
)
def test_words_of_harm_share_one_number_or_have_their_own(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("children-among-those-killed", [("killed", 5, "COD.CVL")]),  # Five children were among those killed in the raid on Goma.
        ("officers-among-those-killed", [("killed", 2, "COD")]),  # At least two officers were among those killed in the raid on Goma.
        ("there-were-children-among", [("killed", 11, "COD.CVL")]),  # There were 11 children among the dead, the Congolese ministry said.
        # Among those killed were three children and two women, the Congolese ministry said.
        ("among-those-killed-were", [("killed", 3, "COD.CVL"), ("killed", 2, "COD.CVL")]),
        # Those killed included six women, five children and three police officers, the Congolese ministry said.
        ("those-killed-included", [("killed", 6, "COD.CVL"), ("killed", 5, "COD.CVL"), ("killed", 3, "COD")]),
        ("among-the-mourners", []),  # Three ministers were among the mourners of the soldiers killed in Goma.
    ],
)
def test_members_of_a_group_of_dead_are_counted(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("hundreds-of-lives", [("killed", 200, None)]),  # The fighting in Congo has claimed hundreds of lives.
        ("life-of-a-woman", [("killed", 1, "COD.CVL")]),  # The shells fell on Goma, claiming the life of a woman.
        ("killed-a-family", []),  # The shells killed a family in Goma.
    ],
)
def test_lives_are_counted_and_a_family_is_no_one_person(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("heavy-casualties-suffered", [("casualties", 1, "COD")]),  # The troops suffered heavy casualties in Goma.
        ("casualties-on-both-sides", [("casualties", 1, None)]),  # There were casualties on both sides.
        # The Congolese army suffered significant losses of personnel and equipment.
        ("significant-losses-of-personnel", [("casualties", 1, "COD")]),
        ("heavy-losses-of-money", []),  # Egypt suffered heavy losses on the stock market.
        ("casualties-to-be-avoided", []),  # The army wants to avoid heavy civilian casualties in Goma.
        ("casualties-that-could-be-caused", []),  # The attack could cause heavy casualties in Goma, the UN said.
        ("unspecified-number-of-soldiers", [("killed", 1, "COD")]),  # An unspecified number of soldiers were killed in Goma.
        ("number-of-soldiers-risen", [("killed", 12, "COD")]),  # The number of soldiers killed in Goma has risen to 12.
        ("several-soldiers-wounded", [("wounded", 1, "COD")]),  # Several soldiers were wounded in Goma.
        ("including-several-children", [("killed", 30, "COD.CVL")]),  # The strike on Goma killed 30 people, including several children.
    ],
)
def test_losses_without_a_number_are_some(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # The rocket fell in a field without causing damage or casualties in Goma.
        ("without-damage-or-casualties", [("casualties", 0, "COD.CVL")]),
        ("no-damage-or-injuries", [("wounded", 0, "COD.CVL")]),  # The attack caused no damage or injuries in Goma.
        ("did-not-cause-any", [("casualties", 0, "COD.CVL")]),  # The explosion did not cause any casualties in Goma.
        ("no-reports-of-injuries", [("wounded", 0, "COD.CVL")]),  # There were no reports of injuries in Goma.
    ],
)
def test_harm_that_is_denied_away_from_its_noun_is_none(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # A bomb went off in Goma on Monday. More than 6,000 people have been killed in Congo since the conflict began in 2012.
        ("killed-since-the-conflict-began", [("killed", 6000, None)]),
        # A bomb went off in Goma on Monday. The war in Congo, which has left more than 6,000 people dead, began in 2012.
        ("war-that-left-people-dead", [("killed", 6000, None)]),
        # A bomb went off in Goma on Monday. Twelve people have been killed in Goma since Sunday.
        ("killed-since-the-strike", [("killed", 12, "COD.CVL")]),
        # A bomb went off in Goma on Monday. The war in Congo has displaced millions of people.
        ("displaced-by-a-war", [("displaced", 2000000, "COD.CVL")]),
    ],
)
def test_the_dead_of_a_war_are_nobodys_and_those_who_fled_it_its_countrys(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("corpses-of-fighters", [("killed", 2, "M23")]),  # The army burned two corpses of M23 fighters near Goma.
        ("body-of-a-woman", [("killed", 1, "COD.CVL")]),  # Residents found the body of a woman in Goma.
        ("fifteen-member-body", []),  # Congo was elected to the 15-member body on Monday and condemned the killing.
        ("fatally-shot", [("killed", 1, "COD.CVL")]),  # The gunmen fatally shot a trader in Goma.
        ("fatally-wounded", [("killed", 1, "COD.CVL")]),  # Gunmen shot and fatally wounded a trader in Goma.
        ("thais-among-foreigners", [("killed", 30, "THA.CVL")]),  # At least 30 Thais were among those killed in the attack in Goma.
    ],
)
def test_bodies_and_what_is_fatal_are_the_dead(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("held-by-a-group", [("captured", 200, "PSE.CVL")]),  # More than 200 people are being held in Gaza by Hamas.
        # The rebels took hostages in Goma. About 4,500 people are held in Congolese prisons.
        ("held-in-prisons", [("detained", None, "COD.CVL")]),
        # The attack killed 1,400 people and saw around 200 taken hostage in Goma.
        ("taken-hostage-bare", [("killed", 1400, "COD.CVL"), ("captured", None, "COD.CVL")]),
        ("one-former-hostage", []),  # One of the former hostages spoke in Goma.
        (
            "hostage-who-died",
            [("killed", 2, "COD"), ("killed", 1, "COD.CVL")],
        ),  # Two soldiers and one hostage who died in the raid on Goma were buried.
    ],
)
def test_who_is_held_hostage_is_captured(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # More than 100,000 people crossed the border into Uganda after the fighting broke out in Congo.
        ("crossed-the-border", [("displaced", 100000, "COD.CVL")]),
        # Some 40,000 people have sought refuge in Uganda from the fighting in Congo.
        ("sought-refuge", [("displaced", None, "COD.CVL")]),
        # More than 9,000 people have entered Uganda from Congo since the fighting began.
        ("entered-since", [("displaced", 9000, "COD.CVL")]),
        ("tourists-crossed", []),  # Ten thousand tourists crossed into Uganda last year.
        ("soldiers-crossed", []),  # Some 4,000 soldiers crossed the border into Congo when the war began.
        ("no-refugees-in-jordan", []),  # "No refugees in Jordan, no refugees in Egypt," the Egyptian president said.
    ],
)
def test_many_who_go_from_a_war_are_displaced(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # The convoy was attacked and the minister wounded late Saturday as thousands of armed supporters marched through Goma.
        ("wounded-as-thousands-marched", []),
        ("many-foreign-nationals", [("killed", 40, None)]),  # Gunmen killed 40 foreign nationals in Goma on Monday.
        ("victims-buried", [("killed", 22, "COD.CVL")]),  # The 22 victims of the bombing in Goma were buried on Monday.
        ("no-victims-reported", [("casualties", 0, "COD.CVL")]),  # No victims were reported after the bombing in Goma.
        ("release-of-prisoners", [("detained", 300, "COD.REB")]),  # The rebels demanded the release of 300 prisoners in Goma.
        ("no-prisoners", []),  # The rebels took Goma and left no prisoners behind.
    ],
)
def test_victims_prisoners_and_foreigners(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures
