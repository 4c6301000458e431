"""Paragraphs on sport, courts, business, weather, films and games: words of violence, and none told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from gesta.model import Article, Reading, Report
from tests.coding.parses import article, documents, reading
from tests.coding.record_views import Code, told

NAMES = [name for name in sorted(documents()) if name.startswith("peaceful-")]


@pytest.mark.parametrize("name", NAMES)
def test_no_assault_is_coded(code: Code, name: str) -> None:
    assert [e.why for e in code(name).events if e.type == "ASSAULT"] == []


def test_a_storm_means_no_harm_among_soldiers(code: Code) -> None:
    # A cyclone hit an army base in Bangladesh on Monday, killing three soldiers.
    assert [e.type for e in code("storm-at-a-base").events] == []


def test_a_lorry_driven_into_a_post_is_no_accident(code: Code) -> None:
    # A rebel truck crashed into an army post near Gao, killing eleven soldiers.
    assert [e.type for e in code("truck-into-a-post").events] == ["ASSAULT"]


@pytest.mark.parametrize("name", ["herders-kill", "gunmen-storm-clinic", "shell-hits-hospital"])
def test_herders_and_gunmen_who_storm_are_no_weather_and_a_shelled_ward_no_illness(code: Code, name: str) -> None:
    # Herders attacked a village in Benue …; … when gunmen stormed the clinic in Goma; … when a shell hit the hospital in Omdurman
    assert [e.type for e in code(name).events] == ["ASSAULT"]


def test_a_series_of_attacks_is_no_series(code: Code) -> None:
    # A series of attacks killed nine soldiers in Mali.
    assert "ASSAULT" in {e.type for e in code("series-of-attacks").events}


def test_what_a_film_shows_amid_a_war_is_told(code: Code) -> None:
    # Rebels attacked an army post near Gao. Troops returned fire with mortars. A film shows soldiers shooting two prisoners.
    assert "ASSAULT.shoot" in {e.why.split("+")[0] for e in code("film-amid-war").events}


def test_rebels_kill_nurses_in_a_hospital_too(code: Code) -> None:
    # Rebels killed four nurses at a hospital in Goma.
    assert [e.type for e in code("nurse-killed-at-hospital").events] == ["ASSAULT"]


def test_words_that_are_those_of_no_politics_tell_no_assault(code_reading: Callable[[Article, Reading], Report]) -> None:
    # "Herders attacked a village in Benue on Sunday", were the first pass sure that its words are of other matters
    name = "herders-kill"
    report = code_reading(article(name), replace(reading(name), apolitical=True))
    assert "ASSAULT" not in {e.type for e in report.events}
    assert "assault: the text's words are not those of politics" in {left.why for left in report.leftovers}


def test_an_armed_group_makes_any_words_political(code_reading: Callable[[Article, Reading], Report]) -> None:
    # The navy sank three Tamil Tiger boats off Mullaitivu.
    report = code_reading(article("tigers-boats"), replace(reading("tigers-boats"), apolitical=True))
    assert [event.type for event in report.events] == ["ASSAULT"]


def test_jihadists_at_a_gold_mine_play_for_no_medal(code: Code) -> None:
    # Jihadists attacked a gold mine in Burkina Faso on Monday, leaving 30 dead.
    assert [e.type for e in code("jihadists-at-a-gold-mine").events] == ["ASSAULT"]


def test_an_activist_who_is_beaten_to_death_died_of_politics(code: Code) -> None:
    # An opposition activist was beaten to death by ruling party youths in Harare.
    assert [e.type for e in code("activist-beaten-to-death").events] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("name", "actors", "recipients"), [("sniper-of-no-side", (), ("LBY",)), ("snipers-of-israel", ("ISR",), ("PSE.CVL",))]
)
def test_a_sniper_is_no_soldier_of_the_country(code: Code, name: str, actors: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    # A sniper killed a policeman in Benghazi on Friday. / Israeli snipers killed a boy in Jenin on Friday.
    assert [(t.actors, t.recipients) for t in told(code(name))] == [(actors, recipients)]
