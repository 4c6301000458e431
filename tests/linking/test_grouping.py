"""Which tellings are of one thing: each rule with what it must join and what it must not."""

from __future__ import annotations

from dataclasses import replace

from tests.linking.telling_rows import cost, groups, last, linked, report, together, told


def test_two_reports_of_one_strike_are_one_incident() -> None:
    assert groups(linked([told("A", where="A", on=1), told("B", where="A", on=1)])) == together("A1 B1")


def test_strikes_on_towns_far_apart_are_two() -> None:
    assert groups(linked([told("A", where="A", on=1), told("B", where="D", on=1)])) == together("A1", "B1")


def test_strikes_a_week_apart_are_two() -> None:
    assert groups(linked([told("A", where="A", on=1), told("B", where="A", on=8, known=8)])) == together("A1", "B1")


def test_fighting_goes_on_from_day_to_day() -> None:
    tellings = [told(name, where="A", on=number, known=number) for number, name in enumerate("ABC", 1)]
    found = linked(tellings)
    assert groups(found) == together("A1 B1 C1")
    assert groups(found, "episode") == together("A1", "B1", "C1")


def test_other_parties_at_the_same_place_and_day_are_another_incident() -> None:
    assert groups(linked([told("A", where="A", on=1), told("B", where="A", on=1, who="XXC>XXD")])) == together("A1", "B1")


def test_civilians_stand_for_their_side() -> None:
    assert groups(linked([told("A", where="A", on=1), told("B", where="A", on=1, who="XXA>XXB.CVL")])) == together("A1 B1")


def test_a_disputed_strike_is_one_incident_and_contested() -> None:
    found = linked([told("A", where="A", on=1, by="XXB"), told("B", where="A", on=1, who="XXB>XXA", by="XXA")])
    assert groups(found) == together("A1 B1")
    assert last(found, "A1").contested


def test_nobody_disputes_an_undisputed_strike() -> None:
    assert not last(linked([told("A", where="A", on=1, by="XXB"), told("B", where="A", on=1, by="XXC")]), "A1").contested


def test_a_denial_is_noted_and_never_merged() -> None:
    denial = told("B", where="A", on=1, by="XXA", factuality="negated")
    found = linked([told("A", where="A", on=1, by="XXB"), denial])
    assert groups(found) == together("A1", "B1")
    assert last(found, "A1").denied_by == ("XXA",)
    assert last(found, "B1").denied_by == ()


def test_a_denial_of_something_else_is_not_noted() -> None:
    denial = told("B", where="Z", on=9, known=9, who="XXC>XXD", by="XXC", factuality="negated")
    assert last(linked([told("A", where="A", on=1, by="XXB"), denial]), "A1").denied_by == ()


def test_a_plan_is_not_the_act() -> None:
    assert groups(linked([told("A", where="A", on=1), told("B", where="A", on=1, factuality="planned")])) == together("A1", "B1")


def test_one_strike_on_three_towns_is_one_incident() -> None:
    tellings = [told("A", where="ACD", on=1), told("B", where="A", on=1), told("C", where="C", on=1), told("D", where="D", on=1)]
    assert groups(linked(tellings)) == together("A1 B1 C1 D1")


def test_three_strikes_told_apart_are_three_and_their_sum_is_none_of_them() -> None:
    tellings = [told("A", where="ACD", on=1), told("B", where="A", on=1), told("C", where="C", on=1), told("D", where="D", on=1)]
    found = linked(tellings, [cost("B", 3), cost("C", 5), cost("D", 7)])
    assert groups(found) == together("A1", "B1", "C1", "D1")
    assert last(found, "A1").summary
    assert {last(found, key).part_of for key in ("B1", "C1", "D1")} == {last(found, "A1").id}


def test_clashes_along_a_border_told_as_one_are_one_incident_with_episodes() -> None:
    tellings = [
        told("A", 1, where="A", on=1),
        told("A", 2, where="D", on=2, who="XXB>XXA", known=1),
        told("B", who="XXA+XXB", on=2, known=2),
    ]
    found = linked(tellings, [cost("A", 49, at=7), cost("B", 50, at=7)])
    assert groups(found) == together("A1 A2 B1")
    assert last(found, "A1").episodes == 3


def test_clashes_with_their_own_tolls_are_told_apart() -> None:
    tellings = [told("A", 1, where="A", on=1), told("A", 2, where="D", on=1)]
    assert groups(linked(tellings, [cost("A", 4, at=1), cost("A", 9, at=2)])) == together("A1", "A2")


def test_a_telling_without_place_belongs_to_what_its_report_tells() -> None:
    tellings = [told("A", 1, where="A", on=1), told("A", 2), told("B", where="D", on=1)]
    assert groups(linked(tellings, [cost("A", 4, at=1), cost("B", 9)])) == together("A1 A2", "B1")


def test_a_telling_without_place_is_left_open_between_two() -> None:
    tellings = [told("A", where="A", on=1), told("B", where="D", on=1), told("C", on=1)]
    assert groups(linked(tellings, [cost("A", 4), cost("B", 9)])) == together("A1", "B1", "C1")


def test_a_war_long_past_is_background_and_apart() -> None:
    war = [told(name, on=-1200, to=-1160, era="background", who="XXA+XXB") for name in "AB"]
    found = linked([*war, told("C", where="A", on=1)])
    assert groups(found) == together("A1 B1", "C1")
    assert last(found, "A1").background
    assert not last(found, "C1").background


def test_background_of_a_day_belongs_to_the_incident_of_that_day() -> None:
    later = told("B", where="A", on=1, known=20, era="background")
    found = linked([told("A", where="A", on=1), later])
    assert groups(found) == together("A1 B1")
    assert not last(found, "A1").background


def test_accusations_of_one_day_are_one_and_no_attack() -> None:
    tellings = [told("A", act="ACCUSE/allege", on=1), told("B", act="ACCUSE/allege", on=1), told("C", where="A", on=1)]
    assert groups(linked(tellings)) == together("A1 B1", "C1")


def test_a_truce_is_one_wherever_it_is_announced() -> None:
    tellings = [told("A", act="RETREAT/ceasefire", who="XXA+XXB", where="A", on=1), told("B", act="AGREE", who="XXA+XXB", where="Z", on=1)]
    assert groups(linked(tellings)) == together("A1 B1")


def test_an_act_of_a_day_to_come_is_dated_by_its_report() -> None:
    assert groups(linked([told("A", where="A", on=40), told("B", where="A", on=1)])) == together("A1 B1")


def test_a_figure_belongs_to_the_event_it_is_told_with() -> None:
    found = linked([told("A", 1, where="A", on=1), told("A", 2, where="D", on=1)], [cost("A", 4, at=1), cost("A", 9, at=2)])
    assert groups(found, layer="figures") == together("A1f", "A2f")


def test_a_figure_without_event_belongs_to_what_its_report_is_about() -> None:
    found = linked([told("A", where="A", on=1)], [cost("A", 4, at=7)])
    assert groups(found, layer="figures") == together("A7f")
    assert next(t for t in found.ties if (t.layer, t.granularity) == ("figures", "incident")).incident == last(found, "A1").id


def test_a_figure_of_another_side_belongs_to_none() -> None:
    assert groups(linked([told("A", where="A", on=1)], [cost("A", 4, at=7, side="XXZ")]), layer="figures") == set()


def test_printings_of_one_copy_count_once() -> None:
    older = report("A")
    found = linked([told("A", where="A", on=1), told("B", where="A", on=1)], A=older, B=report("B"))
    assert (last(found, "A1").reports, last(found, "A1").sources) == (2, 2)


def test_an_older_version_of_a_report_tells_no_more() -> None:
    newer = report("B", known=3, revision_of="A", url=report("A").url)
    found = linked([told("A", where="A", on=1, known=2), replace(told("B", where="D", on=1, known=3))], A=report("A", known=2), B=newer)
    withdrawn = last(found, "A1")
    assert withdrawn.known_to == newer.known
    assert last(found, "B1").known_to is None


def test_each_tie_says_why() -> None:
    found = linked([told("A", where="A", on=1), told("B", where="A", on=1)])
    why = next(t.why for t in found.ties if t.key == "B1" and t.granularity == "incident")
    assert "both Town A (+3.0)" in why
    assert "both 2024-03-04 (+2.0)" in why


def test_a_conflict_day_holds_all_fighting_of_two_parties() -> None:
    tellings = [told("A", where="A", on=1), told("B", where="D", on=1), told("C", where="A", on=2, known=2)]
    found = linked(tellings, [cost("A", 3), cost("B", 4)])
    assert groups(found, "conflict-day") == together("A1 B1", "C1")
