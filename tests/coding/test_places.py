from __future__ import annotations

import pytest

from tests.coding.record_views import Code, words


def test_a_country_after_in_is_a_place_and_as_subject_a_government(code: Code) -> None:
    # Heavy fighting erupted in Sudan on Monday. Sudan accused Chad of arming the rebels.
    report = code("country-as-place")
    (place,) = report.places
    assert (place.name, place.kind, place.country, [m.start for m in place.mentions]) == (
        "Sudan",
        "country",
        "SDN",
        [report.article.text.index("Sudan")],
    )


def test_governments_that_accuse_are_no_places(code: Code) -> None:
    # Baku accused Yerevan of shelling its outposts on Monday. Iran's and Rwanda's names as subjects likewise.
    assert code("capitals").places == ()
    assert code("two-tolls").places == ()


@pytest.mark.parametrize(("name", "place", "country"), [
    ("ambush", "Mandera", "KEN"),
    ("came-under-attack", "Sake", "COD"),
    ("dozens", "Khartoum", "SDN"),
    ("counterpart", "Sochi", "RUS"),
    ("met-in-geneva", "Geneva", "CHE"),
    ("shelled-in-the-passive", "Vardenis", "ARM"),
])  # fmt: skip
def test_a_town_is_found_where_the_article_puts_it(code: Code, name: str, place: str, country: str) -> None:
    found = {p.name: p for p in code(name).places}[place]
    assert (found.country, found.kind) == (country, "settlement")
    assert found.lat is not None
    assert found.geonames is not None


def test_a_direction_belongs_to_the_mention(code: Code) -> None:
    # … in northern Iraq on Sunday.
    report = code("carried-out-strikes")
    assert [(p.country, words(report, m)) for p in report.places for m in p.mentions] == [("IRQ", "northern Iraq")]


def test_an_event_happens_where_its_clause_says(code: Code) -> None:
    report = code("shelled-in-the-passive")
    names = {p.id: p.name for p in report.places}
    assert [[names[p] for p in e.places] for e in report.events] == [["Lachin"], ["Vardenis"]]


def test_the_make_of_a_weapon_is_no_place(code: Code) -> None:
    # … that a Sukhoi jet of the Congolese army dropped two bombs on Minova.
    assert [p.name for p in code("make-of-a-jet").places] == ["Minova"]


def test_a_dateline_is_read_for_its_place(code: Code) -> None:
    # GOMA, Congo, Sept 13 (Reuters) – …
    assert [p.name for p in code("wire-report").places] == ["Goma", "Sake"]
