"""What a report recalls beside its news: acts at other towns and of other days, and things handed over."""

from __future__ import annotations

from tests.coding.record_views import Code, Told, told
from tests.coding.test_scenes import days, places


def test_a_distance_is_counted_from_the_day_told_and_not_from_the_reports(code: Code) -> None:
    # A bomb hit a camp at Baidoa on Thursday. The attack came two days after a strike on a market in Kismayo …
    report = code("counted-from-the-day-told")
    assert days(report) == ["2022-09-08", "2022-09-06"]
    assert places(report) == [
        ["Baidoa"],
        ["Kismayo"],
    ]


def test_an_act_named_at_another_town_is_no_second_telling(code: Code) -> None:
    # Al-Shabaab fighters attacked an army post near Baidoa … the two of last month: the mortar fire on Kismayo and the drone attack …
    assert places(code("elsewhere-named")) == [["Baidoa"], ["Kismayo"], ["Merca"]]


def test_bodies_are_handed_over_where_the_particle_is_read_as_a_preposition(code: Code) -> None:
    # Thailand handed over the bodies of 14 Cambodian soldiers on Monday.
    assert told(code("bodies-handed-over")) == [Told("RETREAT", ("THA",), ("KHM",))]


def test_a_rocket_at_a_railway_station_is_no_accident(code: Code) -> None:
    # A rocket hit the railway station of Aleppo … Two trains with passengers stood at the platform, and a carriage burned.
    assert [e.type for e in code("rocket-at-a-station").events] == ["ASSAULT"]


def test_nobody_is_killed_in_the_country_that_is_asked_for_help(code: Code) -> None:
    # Somali officials called on Kenya for help on Monday. Nine people were killed by a bomb.
    assert told(code("asked-of-a-neighbour"))[1] == Told("ASSAULT", (), ("SOM.CVL",))


def test_what_is_to_be_done_is_not_done(code: Code) -> None:
    # Under the deal the rebels are to free 122 Kenyan soldiers.
    assert [e.factuality for e in code("to-be-freed").events if e.type in {"RETREAT", "CONCEDE"}] == ["planned"]


def test_two_acts_of_a_list_have_each_their_town(code: Code) -> None:
    # … two incidents: the mortar fire on Kismayo, with three dead, and the drone attack near Marka, with two.
    assert places(code("two-acts-of-a-list")) == [["Kismayo"], ["Merca"]]


def test_a_truce_is_of_those_who_agree_and_not_of_the_country_where_they_met(code: Code) -> None:
    # MUSCAT, Sept 12 (Halcyon) - Yemen's government and the Houthis agreed … A truce came into force last week. …
    truce = [t for t in told(code("dateline-of-the-talks")) if t.type == "RETREAT"]
    assert [set(t.actors) for t in truce] == [{"YEM", "HOUTHIS"}]
