"""Where an act was: not the place that only says where another one lies."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, words


@pytest.mark.parametrize(("name", "where"), [
    ("place-beside-another", ["Djibo"]),  # at Djibo, north of Ouagadougou
    ("place-in-its-region", ["Beit Hanoun"]),  # in Beit Hanoun, in the northern Gaza Strip
    ("town-in-its-country", ["Bria"]),  # in Bria, Central African Republic
    ("town-in-its-province", ["Lashkargah"]),  # in Lashkar Gah, Helmand
    ("two-towns-hit", ["Avdiyivka", "Toretsk"]),  # shelled Avdiivka and Toretsk
    ("where-clause", ["Gao"]),  # nine dead in Gao, where a bomber attacked a barracks, and two in Kidal
    ("fought-south-of", ["Tessalit"]),  # fought south of Tessalit: nothing else is told
])  # fmt: skip
def test_an_act_was_where_its_words_say_and_not_where_that_place_lies(code: Code, name: str, where: list[str]) -> None:
    report = code(name)
    names = {p.id: p.name for p in report.places}
    assert [[names[p] for p in event.places] for event in report.events if event.type == "ASSAULT"] == [where]


def test_a_text_on_an_armed_group_alone_is_about_its_country(code: Code) -> None:
    # FARC fighters attacked the town of Toledo: the one in Colombia
    assert [place.country for place in code("a-group-alone").places] == ["COL"]


def test_a_town_and_the_larger_place_behind_a_comma_are_two_places(code: Code) -> None:
    # in Bria, Central African Republic
    report = code("town-in-its-country")
    assert [[words(report, m) for m in place.mentions] for place in report.places] == [["Bria"], ["Central African Republic"]]


def test_an_example_of_countries_is_a_place_where_the_countries_are(code: Code) -> None:
    # seized in countries such as Mali and Niger. Countries such as Ghana condemned
    assert [place.name for place in code("countries-such-as").places] == ["Mali", "Niger"]
