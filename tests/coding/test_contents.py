"""What is only the content of a demand, a hope, a threat or an aim tells no act; what is attempted, planned or denied does."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, told


@pytest.mark.parametrize(("name", "reason"), [
    ("guaranteed-that", "what is ensured"),  # Kenya wants guarantees that Ethiopia will not attack Somalia.
    ("chance-to-retake", "what is aimed at"),  # Ukraine lost its chance to retake Donetsk
    ("until-they-attack", "what is waited for"),  # waited in Garissa until Al-Shabaab fighters attacked the base
    ("whether-they-attacked", "a question"),  # The United Nations asked whether Rwanda had shelled Goma.
    ("may-be-hit", "what may be"),  # Missiles of Iran can hit Israel.
    ("fears-not-deeds", "what may be"),  # Chad may withdraw its troops from Sudan.
    ("debate-on-war", "what is talked of"),  # A debate over the war between Israel and Hamas went on in Paris.
])  # fmt: skip
def test_what_is_only_thought_of_is_no_act_and_is_left_over_with_its_reason(code: Code, name: str, reason: str) -> None:
    report = code(name)
    assert report.events == ()
    assert any(f"{reason}, no act of its own" in left.why for left in report.leftovers)


@pytest.mark.parametrize(("name", "types"), [
    ("demanded-that", ["REQUEST"]),  # Rwanda demanded that Congo release three soldiers.
    ("called-on-to-disarm", ["REQUEST"]),  # Uganda called on the rebels of M23 to lay down their arms.
    ("called-for-releasing", ["REQUEST"]),  # Uganda called for releasing three soldiers of Rwanda.
    ("asked-to-free", ["REQUEST"]),  # Uganda asked Rwanda at a meeting in Kigali to free three soldiers.
    ("to-support-them", ["MOBILIZE"]),  # Hezbollah sent fighters to Syria to support the army.
])  # fmt: skip
def test_what_another_act_is_about_or_for_is_no_second_one(code: Code, name: str, types: list[str]) -> None:
    assert [e.type for e in code(name).events] == types


@pytest.mark.parametrize("name", [
    "guaranteed-done",  # Kenya gave assurances that its troops had attacked Al-Shabaab.
    "attempt-to-retake",  # Ukrainian troops launched an attempt to retake Donetsk
    "declared-war",  # Hamas declared war on Israel
    "revenge-for",  # The bomber wanted revenge for American air strikes on Syria.
])  # fmt: skip
def test_what_is_told_as_done_or_tried_is_an_act_whatever_it_hangs_from(code: Code, name: str) -> None:
    assert [e.type for e in code(name).events] == ["ASSAULT"]


@pytest.mark.parametrize(("name", "told_as"), [
    ("foiled-plot", "negated"),  # Kenyan police foiled a plot by Al-Shabaab to bomb the parliament in Nairobi.
    ("scrapped-plan", "planned"),  # Kenya thwarted a plan by Al-Shabaab fighters to attack Garissa.
])  # fmt: skip
def test_a_plot_is_its_plotters_and_not_of_those_who_foil_it(code: Code, name: str, told_as: str) -> None:
    report = code(name)
    assert [(t.type, t.actors) for t in told(report)] == [("ASSAULT", ("AL-SHABAAB",))]
    assert [e.factuality for e in report.events] == [told_as]


def test_who_is_under_attack_is_struck_by_whom_it_comes_from(code: Code) -> None:
    # Goma is under attack from M23 fighters.
    assert [t.actors for t in told(code("under-attack-from"))] == [("M23",)]


def test_attacks_on_both_sides_are_by_both(code: Code) -> None:
    # Attacks on both sides of the border between Armenia and Azerbaijan have killed 100 troops.
    assert told(code("attacks-on-both-sides")) == [Told("ASSAULT", ("ARM", "AZE"), ())]
