"""Whose losses a number counts where its words do not say: chosen by weights of what is seen, never by a name."""

from __future__ import annotations

import pytest

from gesta.codebook import Codebook
from gesta.codebook.implied import VICTIMS, Choice, load_choice
from gesta.coding.assemble import Coding
from tests.coding.parses import article, reading
from tests.coding.record_views import Code, tolls


@pytest.mark.parametrize(
    ("weights", "code"),
    [({}, None), ({"nobody": 1.0}, None), ({"tells it": 1.0}, "NOR.CVL"), ({"place here": 1.0}, "ISL.CVL"), ({"foe": 1.0}, "DNK.CVL")],
)
def test_the_weights_decide_and_of_equals_nobody_is_taken(codebook: Codebook, weights: dict[str, float], code: str | None) -> None:
    # Norwegian commandos raided Danish barracks on Monday. Norway said that 40 people had died in Iceland during the raid.
    coding = Coding(article("raid-elsewhere"), reading("raid-elsewhere"), codebook)
    coding.drafts()
    figures, _ = coding.figures(Choice(weights=weights))
    assert [figure.victims.code for figure in figures] == [code]


def test_a_nationality_at_the_number_is_left_alone(codebook: Codebook) -> None:
    # Ukrainian forces are killing nearly 1,000 …: here the words say whose, so no weight is asked.
    coding = Coding(article("own-forces-killed"), reading("own-forces-killed"), codebook)
    coding.drafts()
    figures, _ = coding.figures(Choice(weights={"nobody": 9.0}))
    assert [figure.victims.code for figure in figures] == ["UKR"]


def test_a_raid_costs_those_who_were_raided(code: Code) -> None:
    # Norwegian commandos raided Danish barracks on Monday. The raid left 40 people dead, a doctor said.
    assert [toll.code for toll in tolls(code("raid-left-dead"))] == ["DNK.CVL"]


def test_no_signal_names_a_party(codebook: Codebook) -> None:
    countries = {country.name.lower() for country in codebook.registers.countries.values()}
    assert not {word for name in load_choice(VICTIMS).weights for word in name.lower().split(", ") if word in countries}


def test_people_on_a_side_are_that_sides(code: Code) -> None:
    # Officials said on Monday that 207 people on the Armenian side were killed in the border war of 2020 with Azerbaijan.
    assert [t.code for t in tolls(code("on-the-side"))] == ["ARM.CVL"]


def test_of_who_died_in_fighting_no_weight_is_asked(codebook: Codebook) -> None:
    # Norwegian commandos raided Danish barracks on Monday. Norway said that 40 people had died in fighting.
    coding = Coding(article("died-in-fighting"), reading("died-in-fighting"), codebook)
    coding.drafts()
    figures, _ = coding.figures(Choice(weights={"struck before": 9.0}))
    assert [figure.victims.code for figure in figures] == ["NOR.CVL"]
