"""Whose losses a number counts: armed groups, lists of people, one's own and the other's; and what is no loss of people."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Toll, codes, tolls


@pytest.mark.parametrize(
    ("name", "toll"),
    [
        ("lost-men", Toll("killed", 4, 4, 4, "MLI", ("MLI",))),  # The Malian army said that it had lost four men.
        ("theirs-at", Toll("killed", 4, 4, 4, "M23", ("M23",))),  # Congo put its losses at five dead and M23 theirs at four.
        ("of-its-own", Toll("killed", 4, 4, 4, "M23", ("M23",))),  # M23 said that it had killed nine … admitted four dead of its own.
        ("group-admits", Toll("killed", 3, 3, 3, "M23", ("M23",))),  # Congo's army admitted nine … M23 has admitted three.
        ("admits-its-dead", Toll("killed", None, 80, None, "AZE", ("AZE",))),  # Armenia gave no figure. Azerbaijan has acknowledged …
        ("fighters-counted", Toll("killed", 70, 70, 70, "M23", ("COD",))),  # Congo put the number of M23 fighters killed at 70.
        ("attacks-against", Toll("killed", 26, 26, None, "UGA.CVL")),  # … killed in Rwandan attacks against Ugandans.
        ("two-commanders", Toll("killed", 2, 2, 2, "AL-SHABAAB", ("KEN",))),  # … 30 Al-Shabaab fighters, including two commanders.
        (
            "voice-its",
            Toll("killed", 2, 2, 2, "RSF", ("RSF",)),
        ),  # Sudan fights the RSF … An RSF spokesman said its forces had lost two men.
        ("of-the-wounded", Toll("wounded", 7, 7, 7, "COL", ("COL",))),  # … wounding 21, Colombia's army said … seven of the wounded were …
        (
            "beside-policemen",
            Toll("killed", 3, 3, 3, None, ("KEN",)),
        ),  # Two paramilitary policemen and three suspected militants were killed …
        ("where-killed", Toll("killed", 1, 1, 1, "COD.CVL", ("COD",))),  # Rwandan drones … over the Goma region, where one driver …
    ],
)
def test_the_side_that_suffered_comes_from_the_text(code: Code, name: str, toll: Toll) -> None:
    assert tolls(code(name))[-1] == toll


def test_men_of_an_army_or_a_group_are_military(code: Code) -> None:
    # The Malian army said that it had lost four men. Lashkar-e-Taiba said that one of its men had died.
    assert [f.victims.who for name in ("lost-men", "one-of-its-men") for f in code(name).figures] == ["military", "military"]


def test_a_count_of_civilians_stays_one_when_a_group_raises_it(code: Code) -> None:
    # M23 said that 21 civilians were killed in Goma. On Monday it raised its count to 23 dead.
    assert [(t.best, t.code) for t in tolls(code("raised-count"))] == [(21, "COD.CVL"), (23, "COD.CVL")]


@pytest.mark.parametrize(("name", "source"), [
    ("rights-group", (None,)),  # M23 attacked Goma. The rights group said that …
    ("group-again", ("M23",)),  # M23 attacked Goma. The group said that …
])  # fmt: skip
def test_only_the_bare_group_is_the_armed_group(code: Code, name: str, source: tuple[str | None, ...]) -> None:
    report = code(name)
    assert codes(report, report.statements[-1].sources) == source


def test_bombs_that_fell_are_no_dead(code: Code) -> None:
    # Six mortar bombs fell on Goma on Monday.
    assert tolls(code("bombs-fell")) == []


def test_one_behind_that_counts(code: Code) -> None:
    # The hospital said that one man was killed.
    assert [t.best for t in tolls(code("one-man"))] == [1]


def test_each_verb_has_its_own_number(code: Code) -> None:
    # The blast killed 20 people and injured 65 others.
    assert [(t.effect, t.best) for t in tolls(code("killed-and-injured"))] == [("killed", 20), ("wounded", 65)]


def test_a_list_of_people_is_counted_to_its_end(code: Code) -> None:
    # Six soldiers, a driver and a nurse were killed in Mali on Monday. (The parse takes the driver for an apposition.)
    assert [(t.best, t.code) for t in tolls(code("list-of-dead"))] == [(6, "MLI"), (1, "MLI.CVL"), (1, "MLI.CVL")]


def test_more_of_the_things_counted_are_no_people(code: Code) -> None:
    # Uganda said it had shot down 88 of the drones. A further 17 were lost.
    assert tolls(code("more-drones")) == []
    # Uganda said it had killed 88 of the rebels. A further 17 were lost.
    assert [t.best for t in tolls(code("more-men"))] == [88, 17]
