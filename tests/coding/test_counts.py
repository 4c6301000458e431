"""Counts told as somebody's: whose number it is, whose losses, and as of when."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Toll, by, said, tolls


@pytest.mark.parametrize(
    ("name", "toll"),
    [
        ("puts-losses", Toll("killed", 60, 60, 60, "MLI", ("MLI",))),  # Mali puts its own losses at 60 dead.
        ("count-stands", Toll("killed", 30, 30, 30, "MLI", ("MLI",))),  # Niger said that 12 … Mali's count stands at 30.
        ("raised-toll", Toll("killed", 27, 27, 27, "RWA", ("RWA",))),  # Rwanda raised its toll from 21 to 27 on Monday.
        ("list-of-names", Toll("killed", 44, 44, 44, "KEN", ("KEN",))),  # … The defence ministry's list now has 44 names.
        ("spoke-of", Toll("killed", 12, 12, 12, "TCD", ("TCD",))),  # Chad said that 15 … On Monday it had spoken of 12.
        ("stood-by", Toll("killed", 12, 12, 12, "SOM", ("SOM",))),  # Kenya said … Somalia stood by its figure of 12 dead.
        ("named-dead", Toll("killed", 33, 33, 33, "ERI", ("ERI",))),  # Eritrea has named 33 dead soldiers.
        ("that-admits", Toll("killed", 55, 55, 55, "ETH", ("ETH",))),  # How many soldiers died? The 55 that Ethiopia admits …
        ("by-count", Toll("killed", 18, 18, 18, "SDN", ("SDN",))),  # By Khartoum's count 18 soldiers have died.
        ("own-account", Toll("killed", 20, 20, 20, "KEN", ("KEN",))),  # The Kenyan government's own account is that 20 …
        ("which-said", Toll("killed", 50, 50, 50, "SOM", ("SOM",))),  # Somalia, which said that 50 of its soldiers had died, …
    ],
)
def test_a_count_is_the_claim_of_whoever_owns_or_moves_it(code: Code, name: str, toll: Toll) -> None:
    assert tolls(code(name))[-1] == toll


@pytest.mark.parametrize("name", ["sum-on-both-sides", "sum-together"])
def test_a_sum_over_two_sides_is_neither_sides_and_nobodys_claim(code: Code, name: str) -> None:
    # … lifted the number of soldiers reported dead on both sides to 90. / Ethiopia and Eritrea together reported the deaths of 88 …
    report = code(name)
    assert [(f.victims.code, by(report, f)) for f in report.figures] == [(None, ())]


def test_the_number_that_a_newer_one_replaces_is_background(code: Code) -> None:
    # Rwanda raised its toll from 21 to 27 on Monday.
    assert [(f.best, f.era) for f in code("raised-toll").figures] == [(21, "background"), (27, "current")]


@pytest.mark.parametrize(
    ("name", "days"),
    [
        # The Sudanese count rose from 50 dead on Saturday to 71 on Sunday and 77 on Monday.
        ("rose-from", [(50, "2022-09-10"), (71, "2022-09-11"), (77, "2022-09-12")]),
        # Chad said that its number was not final: 19 on Sunday, 25 on Monday.
        ("behind-a-colon", [(19, "2022-09-11"), (25, "2022-09-12")]),
        # Mali's count stands at 70 dead. President Assimi Goita gave that number on Monday.
        ("gave-that-number", [(70, "2022-09-12")]),
        # At least 20 Kenyan soldiers have been killed, the army said on Tuesday, the worst loss since the war of 2011.
        ("worst-since", [(20, "2022-09-13")]),
        # Chad published a list of 41 soldiers killed in the fighting, 11 more than it had announced on Sunday.
        ("more-than-before", [(41, None)]),
    ],
)
def test_a_figure_holds_as_of_its_own_day(code: Code, name: str, days: list[tuple[int, str | None]]) -> None:
    assert [(f.best, f.time.start if f.time else None) for f in code(name).figures] == days


def test_a_claim_of_today_is_no_background_for_an_older_war_beside_it(code: Code) -> None:
    # At least 20 Kenyan soldiers have been killed, the army said on Tuesday, the worst loss since the war of 2011.
    assert [f.era for f in code("worst-since").figures] == ["current"]


def test_other_things_that_are_counted_are_no_toll(code: Code) -> None:
    # Twelve soldiers were killed in Mali. The number of attacks rose to 40.
    assert [t.best for t in tolls(code("attacks-counted"))] == [12]


def test_parts_of_the_dead_are_told_by_what_they_were(code: Code) -> None:
    # Sudan said that three of the dead were civilians and one was a teacher.
    report = code("of-the-dead")
    assert [(t.effect, t.best, t.code) for t in tolls(report)] == [("killed", 3, "SDN.CVL"), ("killed", 1, "SDN.CVL")]
    assert {f.victims.who for f in report.figures} == {"civilian"}


def test_bodies_of_soldiers_are_those_soldiers(code: Code) -> None:
    # Eritrea returned the bodies of 32 Ethiopian soldiers.
    assert tolls(code("bodies-returned")) == [Toll("killed", 32, 32, 32, "ETH")]


def test_them_is_not_who_does_it(code: Code) -> None:
    # Ugandan troops fired at Rwandan villagers, wounding four of them.
    assert tolls(code("four-of-them")) == [Toll("wounded", 4, 4, 4, "RWA.CVL")]


def test_people_among_whom_are_soldiers_are_mixed(code: Code) -> None:
    # Some 40 people, including 10 soldiers, were killed in Mali on Monday.
    assert [(f.best, f.victims.code, f.victims.who) for f in code("people-and-soldiers").figures] == [
        (40, "MLI", "mixed"),
        (10, "MLI", "military"),
    ]


def test_no_civilian_casualties_are_those_of_civilians(code: Code) -> None:
    # There were no civilian casualties, Kenya said.
    assert [f.victims.who for f in code("no-civilian-casualties").figures] == ["civilian"]


def test_the_next_sentence_says_that_a_number_will_grow(code: Code) -> None:
    # Mali said that 12 soldiers were killed. The number would probably grow, it said.
    assert [f.provisional for f in code("will-grow").figures] == [True]


def test_provinces_of_a_state_and_the_country_are_that_states(code: Code) -> None:
    # At least 300 people have fled three Malian provinces. The country's army said that two soldiers were wounded.
    assert tolls(code("home-provinces")) == [Toll("displaced", 300, 300, None, "MLI.CVL"), Toll("wounded", 2, 2, 2, "MLI", ("MLI",))]


def test_a_count_is_a_statement_with_its_words(code: Code) -> None:
    # Kenya said that 40 of its soldiers were killed. The defence ministry's list now has 44 names.
    assert said(code("list-of-names"))[-1] == (("KEN",), "assert", "44 names")
