"""The day and the place that a story is at, and who stands behind weapons, proxies and participles."""

from __future__ import annotations

from gesta.model import Report
from tests.coding.record_views import Code, Told, told


def days(report: Report) -> list[str | None]:
    """The first day of each event."""
    return [e.time.start if e.time else None for e in report.events]


def places(report: Report) -> list[list[str]]:
    """Names of each event's places."""
    of = {p.id: p.name for p in report.places}
    return [[of[i] for i in e.places] for e in report.events]


def test_all_towns_of_a_list_are_places(code: Code) -> None:
    # Thai gunners shelled positions near Samraong, Anlong Veng and Poipet on Monday.
    assert [len(found) for found in places(code("three-towns"))] == [3]


def test_an_act_without_a_day_has_the_storys(code: Code) -> None:
    # … attacked … on Monday. The soldiers seized rifles and a mortar. Kenya will deploy more troops.
    report = code("story-day")
    assert [(e.type, day) for e, day in zip(report.events, days(report), strict=True)] == [
        ("ASSAULT", "2022-09-12"),
        ("COERCE", "2022-09-12"),
        ("MOBILIZE", None),
    ]
    assert (report.events[1].why, report.events[1].spans.time) == ("COERCE.seize-weapons+story-day+scene", ())


def test_after_another_day_the_storys_is_over(code: Code) -> None:
    # … on Monday. In 2011, Al-Shabaab fighters attacked a Kenyan base. The fighters abducted two nurses.
    assert days(code("day-before-the-news")) == ["2022-09-12", "2011-01-01", None]


def test_an_act_without_a_place_has_the_town_of_the_act_before(code: Code) -> None:
    # Turkish troops stormed the village of Kobani on Monday. The soldiers arrested two teachers.
    report = code("scene")
    first, second = places(report)
    assert first == second != []
    assert ("+scene" in report.events[1].why, report.events[1].spans.places) == (True, ())


def test_a_state_and_its_rebels_are_two_sides(code: Code) -> None:
    # Malian troops attacked Malian rebels near Kidal on Monday. The rebels attacked a Malian base.
    assert told(code("own-rebels")) == [Told("ASSAULT", ("MLI",), ("MLI.REB",)), Told("ASSAULT", ("MLI.REB",), ("MLI",))]


def test_who_fired_stands_behind_what_was_fired(code: Code) -> None:
    # Two Kenyan soldiers were killed by rockets fired by Al-Shabaab fighters on Monday.
    assert told(code("fired-by")) == [Told("ASSAULT", ("AL-SHABAAB",), ("KEN",))]


def test_an_attack_blamed_on_a_group_is_not_on_it(code: Code) -> None:
    # Ten Kenyans died in an attack blamed on Al-Shabaab on Monday.
    assert [(t.actors, t.recipients) for t in told(code("blamed-on")) if t.type == "ASSAULT"] == [((), ("KEN.CVL",))]


def test_proxies_are_not_their_patron(code: Code) -> None:
    # Iranian proxies attacked Saudi troops near Najran on Monday.
    assert told(code("proxies")) == [Told("ASSAULT", (), ("SAU",))]


def test_a_name_in_apposition_decides(code: Code) -> None:
    # Rwanda accused the rebels' ally, Burundi, of attacking Rwandan villages on Monday.
    assert told(code("backer-by-name"))[0] == Told("ACCUSE", ("RWA",), ("BDI",))


def test_a_gunbattle_is_mutual(code: Code) -> None:
    # Turkish soldiers were wounded in a gunbattle with PKK fighters on Monday.
    assert [(set(t.actors), t.recipients) for t in told(code("gunbattle"))] == [({"TUR", "PKK"}, ())]


def test_a_common_noun_at_the_head_of_a_sentence_is_nobodys_name(code: Code) -> None:
    # Warplanes from Turkey bombed a PKK camp on Monday.
    assert told(code("warplanes")) == [Told("ASSAULT", ("TUR",), ("PKK",))]
