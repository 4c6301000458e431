from __future__ import annotations

import pytest

from tests.coding.record_views import Code


@pytest.mark.parametrize("name", ["ambush", "clashes", "came-under-attack", "carried-out-strikes", "rockets"])
def test_yesterdays_act_is_current(code: Code, name: str) -> None:
    assert [e.era for e in code(name).events] == ["current"]


def test_a_year_long_past_is_background(code: Code) -> None:
    # Sudanese troops attacked … on Monday. In 2009, Chadian soldiers attacked a Sudanese base.
    report = code("before-the-news")
    assert [e.era for e in report.events] == ["current", "background"]
    assert report.events[1].time is not None
    assert (report.events[1].time.start, report.events[1].time.precision) == ("2009-01-01", "year")


def test_the_past_perfect_is_background(code: Code) -> None:
    # Sudanese troops attacked … on Monday. Chadian soldiers had attacked a Sudanese base.
    assert [e.era for e in code("had-attacked").events] == ["current", "background"]


def test_a_sentence_leans_on_the_one_before_in_its_paragraph(code: Code) -> None:
    # In 2009, Chadian soldiers attacked a Sudanese base. They shelled the base with mortars.
    report = code("carried-over")
    assert [e.era for e in report.events] == ["current", "background", "background"]
    assert report.events[2].time is None


def test_a_war_of_another_decade_is_background(code: Code) -> None:
    # Armenia and Azerbaijan fought a war in 1994.
    assert [e.era for e in code("border-war").events] == ["current"] * 6 + ["background"]


def test_a_bare_past_tense_is_the_news(code: Code) -> None:
    # Azerbaijan attacked Vardenis (no time told)
    assert [e.era for e in code("ministry-said").events] == ["current"]


def test_an_older_act_lends_its_time_to_nobody_else(code: Code) -> None:
    # Ethiopia warned Eritrea against a new war in revenge for the raid by its troops last month.
    warning, raid = code("warned-over-a-raid").events
    assert (warning.type, warning.era, warning.time) == ("THREATEN", "current", None)
    assert (raid.era, raid.time and raid.time.text) == ("background", "last month")


def test_the_news_is_not_joined_to_old_fighting_in_the_same_place(code: Code) -> None:
    # Ugandan soldiers killed three rebels on Sunday near Kasese, a town where dozens died in clashes in 2016.
    report = code("town-of-old-clashes")
    assert [(e.era, e.time and e.time.start) for e in report.events] == [("current", "2022-09-11"), ("background", "2016-01-01")]
    assert [f.era for f in report.figures] == ["current", "background"]


def test_what_a_man_is_held_for_is_background(code: Code) -> None:
    # Police in Lagos arrested three men on Monday on suspicion of involvement in the killing of two soldiers.
    report = code("held-for-a-killing")
    assert [(e.type, e.era) for e in report.events] == [("COERCE", "current"), ("ASSAULT", "background")]
    assert [(f.effect, f.era) for f in report.figures] == [("detained", "current"), ("killed", "background")]


def test_the_order_of_two_acts_of_the_news_makes_neither_background(code: Code) -> None:
    # Colombian soldiers shot two rebels on Monday after they had surrendered.
    assert {e.era for e in code("surrendered-first").events} == {"current"}


@pytest.mark.parametrize("name", ["until-now", "who-can-launch", "waged"])
def test_what_was_so_before_or_always_is_background(code: Code, name: str) -> None:
    # Until now, Togo has refrained … The PKK, who can launch attacks … French soldiers are fighting jihadists in the country.
    eras = [e.era for e in code(name).events]
    assert (eras[0], eras[-1]) == ("current", "background")


def test_a_sum_over_a_time_told_before_is_background(code: Code) -> None:
    # At least nine soldiers have been killed in jihadist attacks during that time.
    assert [f.era for f in code("during-that-time").figures] == ["background", "background"]


def test_a_week_after_a_killing_places_the_killing_before(code: Code) -> None:
    # The clash came a week after six soldiers were killed in fighting between Armenian and Azerbaijani forces.
    starts = [e.time.start for e in code("week-after").events if e.time is not None and e.time.start is not None]
    assert starts
    assert max(starts) < "2022-09-13"


def test_a_second_verb_shares_the_future_of_the_first(code: Code) -> None:
    # Chad will meet Sudan and ask the United Nations for help.
    assert {e.factuality for e in code("withdraw-and-ask").events} == {"planned"}


def test_the_dead_of_an_older_war_are_not_of_this_one(code: Code) -> None:
    # The fighting was the worst since the 2016 war, in which more than 200 soldiers were killed. A mortar killed two men on Monday.
    assert [(f.best, f.era) for f in code("since-the-war").figures] == [(200, "background"), (2, "current")]


def test_an_act_known_from_before_is_the_one_last_told_by_its_name(code: Code) -> None:
    # A drone strike killed four soldiers on Monday. ¶ In 2012, rebels attacked the town. ¶ France condemned the strike.
    assert [(e.type, e.era) for e in code("the-strike-again").events] == [
        ("ASSAULT", "current"),
        ("ASSAULT", "background"),
        ("ACCUSE", "current"),
    ]


@pytest.mark.parametrize(
    ("name", "eras"),
    [
        ("now-we-urge", ["background", "current"]),  # In 2012, rebels attacked Kidal. Chad urges the rebels to lay down their arms.
        ("goes-on-with-its-operation", ["current"]),  # are continuing their operation
        ("repeatedly-denied", ["background"]),  # Chad has repeatedly denied attacking Sudanese villages.
        ("suspected-of-shelling", ["current", "background"]),  # arrested two men suspected of shelling Kidal
        ("government-ousted", ["current", "current"]),  # The soldiers fought remnants of the army beaten in 2012.
    ],
)
def test_what_else_puts_an_act_before_the_news(code: Code, name: str, eras: list[str]) -> None:
    assert [e.era for e in code(name).events] == eras


def test_a_month_ahead_is_the_last_one_for_what_was_done(code: Code) -> None:
    # Published on 13 September 2022: In November Somali rebels attacked Mombasa. Kenya will deploy troops there in November.
    assert [(e.type, e.time.start) for e in code("attacked-in-november").events if e.time] == [
        ("ASSAULT", "2021-11-01"),
        ("MOBILIZE", "2022-11-01"),
    ]
