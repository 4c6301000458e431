"""Which tellings are of one thing: each rule with what it must join and what it must not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from gesta.model import Telling
from tests.linking.telling_rows import cost, day, groups, last, linked, report, together, told


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
    shelled = "ASSAULT/heavy-weapons"
    tellings = [told("A", act=shelled, where="A", on=1), told("B", act=shelled, where="A", on=1, who="XXA>XXB.CVL")]
    assert groups(linked(tellings)) == together("A1 B1")


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


def test_an_air_strike_and_a_car_bomb_of_the_next_day_are_two() -> None:
    tellings = [told("A", act="ASSAULT/aerial", where="A", on=1), told("B", act="ASSAULT/explosives", where="A", on=2, known=2)]
    assert groups(linked(tellings)) == together("A1", "B1")


def test_an_air_strike_told_a_day_late_by_another_is_one() -> None:
    tellings = [told("A", act="ASSAULT/aerial", where="A", on=1), told("B", act="ASSAULT/aerial", where="A", on=2, known=2)]
    assert groups(linked(tellings)) == together("A1 B1")


def test_killing_residents_is_not_the_battle_for_their_town() -> None:
    tellings = [told("A", where="A", on=1), told("B", where="A", on=1, who="XXA>XXB.CVL"), told("C", where="A", on=1, who="XXA>XXB.CVL")]
    assert groups(linked(tellings)) == together("A1", "B1 C1")


def test_one_tells_who_did_it_and_one_to_whom() -> None:
    assert groups(linked([told("A", where="A", on=1, who="XXA>"), told("B", where="A", on=1, who=">XXB")])) == together("A1 B1")


def test_a_place_that_only_says_where_another_lies_is_not_where_it_was() -> None:
    north = told("A", where="AD", on=1, evidence="Shells fell on Town A, 60 km north of Town D.")
    assert groups(linked([north, told("B", where="D", on=1)])) == together("A1", "B1")


def test_the_title_says_where_a_report_without_places_was() -> None:
    tellings = [told("A", where="A", on=1), told("B", where="D", on=1), told("C", on=1)]
    found = linked(tellings, [cost("A", 4), cost("B", 9)], C=report("C", title="Dozens dead at Town D"))
    assert groups(found) == together("A1", "B1 C1")


def test_a_report_weeks_later_goes_back_to_the_one_thing_at_its_place() -> None:
    later = told("B", who="XXA>XXB", known=20)
    found = linked([told("A", where="A", on=1), later], B=report("B", known=20, title="What remains of Town A"))
    assert groups(found) == together("A1 B1")


def test_undated_background_goes_back_weeks_and_not_further() -> None:
    for known, kept in ((20, "A1 B1"), (90, "A1")):
        found = groups(linked([told("A", where="A", on=1), told("B", where="A", era="background", known=known)]))
        assert frozenset(kept.split()) in found


def test_fighting_every_day_for_weeks_is_more_than_one_incident() -> None:
    tellings = [told(f"{chr(65 + number // 26)}{chr(97 + number % 26)}", where="A", on=number, known=number) for number in range(1, 25)]
    assert 2 <= len(groups(linked(tellings))) <= 4


def test_a_place_in_the_news_every_day_says_less() -> None:
    quiet = [told("A", where="A", on=1, who=">"), told("B", where="A", on=1, who=">", known=2, day_told=False)]
    busy = [told(f"X{chr(97 + number)}", who="XXC>XXD", where="A", on=-60 + 3 * number, known=-58 + 3 * number) for number in range(16)]
    assert frozenset({"A1", "B1"}) in groups(linked(quiet))
    assert frozenset({"A1", "B1"}) not in groups(linked([*quiet, *busy]))


def test_agreement_truce_and_what_they_bring_about() -> None:
    tellings = [
        told("A", act="AGREE", who="XXA+XXB", on=1),
        told("B", act="RETREAT/ceasefire", who="XXA+XXB", on=1),
        told("C", act="RETREAT/release", who="XXA+XXB", on=1),
    ]
    assert groups(linked(tellings)) == together("A1 B1", "C1")


def test_an_exchange_is_one_whichever_side_is_told_to_release() -> None:
    tellings = [told("A", act="RETREAT/release", who="XXA>XXB", on=1), told("B", act="RETREAT/release", who="XXB>XXA", on=1)]
    assert groups(linked(tellings)) == together("A1 B1")


def test_the_same_number_brings_a_figure_home() -> None:
    count = [cost("A", 300, at=7), cost("B", 300, at=7)]
    denial = told("B", by="XXA", factuality="negated", known=9)
    found = linked([told("A", where="A", on=1), denial], count)
    assert groups(found, layer="figures") == together("A7f B7f")


def test_a_figure_of_a_war_long_past_is_the_wars() -> None:
    war = told("A", on=-1200, to=-1160, era="background", who="XXA+XXB")
    toll = cost("B", 6600, at=7, side=None, on=-1200, era="background")
    found = linked([war, told("B", where="A", on=1)], [replace(toll, end=day(-1100))])
    assert next(t.incident for t in found.ties if (t.layer, t.granularity) == ("figures", "incident")) == last(found, "A1").id


def test_a_figure_is_tied_at_every_granularity_of_its_telling() -> None:
    tellings = [told("A", where="A", on=1), told("B", where="A", on=2, known=2)]
    found = linked(tellings, [cost("A", 4), cost("B", 6)])
    assert groups(found, layer="figures") == together("A1f B1f")
    assert groups(found, "episode", "figures") == groups(found, "conflict-day", "figures") == together("A1f", "B1f")


def test_parties_that_fight_daily_say_less_and_have_no_runs() -> None:
    border = [told("A", 1, where="A", on=1), told("A", 2, where="D", on=1), told("B", on=1)]
    daily = [told(f"X{chr(97 + number)}", where="Z", on=-90 + 5 * number, known=-88 + 5 * number) for number in range(16)]
    assert frozenset({"A1", "A2", "B1"}) in groups(linked(border))
    assert frozenset({"A1", "A2", "B1"}) not in groups(linked([*border, *daily]))


def test_what_was_open_leans_on_what_its_report_told_later() -> None:
    market = told("A", act="ASSAULT/aerial", where="A", on=1, targets=("market",))
    vague = told("B", 1, act="ASSAULT/aerial", who=">XXB.CVL", known=8, on=8, day_told=False)
    recalled = told("B", 2, act="ASSAULT/aerial", known=8, on=8, day_told=False, targets=("market",))
    assert groups(linked([market, vague, recalled])) == together("A1 B1 B2")


def test_an_exchange_at_two_ends_is_one() -> None:
    freed = [told("A", act="RETREAT/release", where="A", on=1), told("B", act="RETREAT/release", who="XXB>XXA", where="D", on=1)]
    assert groups(linked(freed)) == together("A1 B1")


def test_the_dead_who_are_handed_over_are_no_prisoners() -> None:
    freed = told("A", act="RETREAT/release", on=1, evidence="The two sides exchanged 12 prisoners")
    dead = [told(name, act="RETREAT/release", on=1, evidence="They handed over the bodies of 12 soldiers") for name in "BC"]
    assert groups(linked([freed, *dead])) == together("A1", "B1 C1")


def test_a_group_may_be_the_rebels_of_its_country() -> None:
    siege = told("A", act="COERCE/restrict", who="SOM>SOM", where="A")
    assert groups(linked([siege, told("B", act="COERCE/restrict", who="AL-SHABAAB>", where="A")])) == together("A1 B1")
    assert groups(linked([siege, told("B", act="COERCE/restrict", who="ELN>", where="A")])) == together("A1", "B1")


def test_reports_that_tell_the_same_matter_in_their_own_words_are_held_together() -> None:
    def rejected(name: str, who: str, words: str) -> Telling:
        return told(name, act="REJECT", who=who, evidence=words)

    pause, inquiry = "The army rejected a humanitarian pause for Ramadan", "The army rejected an inquiry by the commission"
    again = "The army has rejected the Ramadan humanitarian pause sought by envoys"
    assert groups(linked([rejected("A", "XXA", pause), rejected("B", "XXA>XXB", again)])) == together("A1 B1")
    assert groups(linked([rejected("A", "XXA", pause), rejected("B", "XXA>XXB", inquiry)])) == together("A1", "B1")


def test_fighting_in_a_province_is_no_air_strike_on_a_town() -> None:
    strike = told("A", 1, act="ASSAULT/aerial", where="A", on=1)
    province = told("A", 2, who=">XXB", where="A", on=1, where_prec=4)
    assert groups(linked([strike, province])) == together("A1", "A2")


def test_what_is_done_to_prisoners_is_apart_from_the_fighting() -> None:
    assert groups(linked([told("A", who="XXA>XXB.CVL", on=1), told("B", who="XXA>XXB.CVL", act="ASSAULT/torture")])) == together("A1", "B1")


def test_those_who_kill_residents_have_no_losses_in_it() -> None:
    killing = told("A", who="XXA>XXB.CVL", where="A", on=1)
    assert groups(linked([killing], [cost("A", 4, at=7)]), layer="figures") == together("A7f")
    assert groups(linked([killing], [cost("A", 4, at=7, side="XXA")]), layer="figures") == set()


def test_a_telling_of_two_towns_belongs_to_neither_of_two_acts_there() -> None:
    shelled = told("A", act="ASSAULT/heavy-weapons", where="A", on=1)
    drone = told("B", act="ASSAULT/drone", where="D", on=1)
    both = told("C", act="ASSAULT/drone", where="AD", on=1)
    found = linked([shelled, drone, both])
    assert groups(found) == together("A1", "B1", "C1")
    assert last(found, "C1").summary


def test_background_without_a_day_that_could_be_is_of_the_weeks_before() -> None:
    strike = told("A", act="ASSAULT/drone", where="A", on=-12, known=-12)
    recalled = told("B", act="ASSAULT/drone", where="A", on=40, era="background")
    assert groups(linked([strike, recalled])) == together("A1 B1")


def test_a_ceasefire_that_is_signed_is_an_accord_whatever_the_signing_is_coded_as() -> None:
    agreed = told("A", act="AGREE", who="XXA+XXB", on=1)
    signed = told("B", act="SUPPORT", who="XXA+XXB", on=1, evidence="the two sides signed a ceasefire")
    praised = told("C", act="SUPPORT", who="XXA+XXB", on=1, evidence="the two sides praised the mediator")
    assert groups(linked([agreed, signed, praised])) == together("A1 B1", "C1")


def test_two_claimants_of_one_report_tell_one_release() -> None:
    freed = [told("A", 1, act="RETREAT/release", on=1, by="XXA"), told("A", 2, act="RETREAT/release", who=">XXB", by="XXB")]
    assert groups(linked(freed)) == together("A1 A2")


def test_a_mediator_who_is_told_as_a_party_parts_no_accord() -> None:
    accord, truce = told("A", act="AGREE", who="XXA+XXB>XXC", on=1), told("B", act="RETREAT/ceasefire", who="XXA+XXB", on=1)
    assert groups(linked([accord, truce])) == together("A1 B1")


def test_a_telling_of_several_places_does_not_lead_to_another_of_them() -> None:
    tellings = [told("A", where="A", on=1), told("B", where="AD", on=1), told("C", where="D", on=1, who="XXA>")]
    sums = [cost("A", 4), cost("C", 9)]
    assert groups(linked(tellings[:2])) == together("A1 B1")
    assert groups(linked(tellings, sums)) == together("A1", "B1", "C1")


def test_what_has_no_day_is_not_put_to_a_town_where_much_happens() -> None:
    recalled = told("B", act="ASSAULT/drone", who=">XXB", where="A", known=8, era="background")
    strike = told("A", act="ASSAULT/drone", where="A", on=1)
    busy = [told(f"X{chr(97 + n)}", who="XXC>XXD", where="A", on=-60 + 3 * n, known=-58 + 3 * n) for n in range(16)]
    assert frozenset({"A1", "B1"}) in groups(linked([strike, recalled]))
    assert frozenset({"A1", "B1"}) not in groups(linked([strike, recalled, *busy]))


def test_a_withdrawal_ends_the_fight_that_it_is_from() -> None:
    left = told("C", act="RETREAT/withdraw", where="A", on=3, known=3)
    tellings = [told("A", where="A", on=1), told("B", where="A", on=2, who="XXB>XXA", known=2), left]
    assert groups(linked(tellings)) == together("A1 B1 C1")


def test_an_ally_that_one_report_leaves_out_parts_no_fight() -> None:
    tellings = [told("A", where="A", on=1, who="XXA+XXC>XXB"), told("B", where="A", on=3, known=3)]
    assert groups(linked(tellings)) == together("A1 B1")


def test_what_is_told_of_a_fortnight_at_several_places_is_a_sum() -> None:
    tellings = [told("A", where="A", on=8, known=15), told("B", where="C", on=8, known=15)]
    sums = told("C", where="AC", on=1, to=14, known=15)
    assert groups(linked([*tellings, sums])) == together("A1", "B1", "C1")


def test_what_somebody_could_give_back_is_not_given_back() -> None:
    given = told("A", act="RETREAT/release", on=1)
    offered = told("B", act="RETREAT/release", on=1, factuality="possible")
    assert groups(linked([given, offered])) == together("A1", "B1")


def test_who_is_arrested_for_a_killing_is_another_incident_than_the_killing() -> None:
    killed = told("A", act="ASSAULT/firearms", who=">XXA.CVL", where="A", on=1)
    arrest = told("B", act="COERCE/arrest", who="XXA.COP>XXA.CVL", where="A", on=1)
    assert groups(linked([killed, arrest])) == together("A1", "B1")


def test_those_who_shoot_and_arrest_do_one_thing() -> None:
    shot = told("A", act="ASSAULT/firearms", who="XXA.COP>XXA.CVL", where="A", on=1)
    arrest = told("B", act="COERCE/arrest", who="XXA.COP>XXA.CVL", where="A", on=1)
    assert groups(linked([shot, arrest])) == together("A1 B1")
    raid = told("C", act="ASSAULT/firearms", who="XXB>XXA", where="A", on=1)
    taken = told("D", act="COERCE/arrest", who="XXA>XXB", where="A", on=1)
    assert groups(linked([raid, taken])) == together("C1 D1")


def undated(tellings: Sequence[Telling]) -> set[frozenset[str]]:
    """The groups where no report has a day of publication, and all were filed a hundred days later."""
    late = [replace(t, known=t.known + timedelta(days=100)) for t in tellings]
    filed = {t.report: replace(report(t.report, known=101), published=None) for t in late}
    return groups(linked(late, (), (), **filed))


def test_a_report_without_a_day_is_no_news_of_the_day_on_which_it_was_filed() -> None:
    dated, other = told("A", where="A", on=1), told("B", where="A")
    assert undated([dated, other]) == together("A1 B1")
    assert undated([dated, replace(other, places=("Town Z",), geonames=(9,), lats=(50.0,), lons=(80.0,))]) == together("A1", "B1")
    assert undated([dated, told("B", where="A", on=8)]) == together("A1", "B1")
    assert groups(linked([dated, replace(other, known=day(101) or other.known)])) == together("A1", "B1")


def unmapped(name: str, place: str, **more: Any) -> Telling:
    """An act at a place that no gazetteer knows."""
    return told(name, where="A", on=1, places=(place,), geonames=(None,), lats=(None,), lons=(None,), **more)


def test_a_place_named_by_the_town_that_it_is_a_part_of_is_there() -> None:
    for part in ("Town A hospital", "eastern Town A", "Town A's prison"):
        assert groups(linked([told("A", where="A", on=1), unmapped("B", part)])) == together("A1 B1")


def test_a_road_lies_anywhere_and_another_name_is_another_place() -> None:
    for other in ("Town A road", "Town Abar", "Upper Sela"):
        assert groups(linked([told("A", where="A", on=1), unmapped("B", other)])) == together("A1", "B1")


LEAD = "A grain silo in the harbour quarter of Velm collapsed on Monday after a rocket had struck its northern wall, port officials said."
RETOLD = "Port officials in Velm said a rocket struck the northern wall of a grain silo on Monday; the harbour quarter's silo collapsed."
OTHERS = "Motorcycle gunmen fired at a customs patrol near the old brickworks outside Tarsin and fled across the river, villagers said."


def told_in(first: str, second: str) -> set[frozenset[str]]:
    """The groups of a strike on a town, and one of the same side on no place that is told, by reports with these texts."""
    strike = told("A", act="ASSAULT/heavy-weapons", who="XXA>", where="A", on=1)
    same = told("B", act="ASSAULT/heavy-weapons", who="XXA>", on=None)
    return groups(linked([strike, same], (), (), A=report("A", text=first), B=report("B", text=second)))


def test_an_act_without_a_place_is_that_which_another_report_of_the_same_story_tells() -> None:
    assert told_in(LEAD, RETOLD) == together("A1 B1")
    assert told_in(LEAD, OTHERS) == together("A1", "B1")


def test_a_war_that_is_only_named_is_one_incident_and_none_of_its_strikes() -> None:
    strike = told("A", act="ASSAULT/aerial", where="A", on=3, known=3)
    words = {"B": "The XXA-XXB war", "C": "XXA's war on XXB", "D": "the conflict between them", "G": "its full-scale invasion"}
    named = [told(name, who="XXA+XXB", known=3 + 6 * n, evidence=said) for n, (name, said) in enumerate(words.items())]
    assert groups(linked([strike, *named])) == together("A1", "B1 C1 D1 G1")
    dead = linked([strike, *named], [cost("B", 24), cost("C", 9000, cumulative=True)])
    assert groups(dead, layer="figures") == together("C1f")
    assert groups(linked([strike, told("E", known=3, evidence="XXA's war on XXB: jets hit the port")])) == together("A1 E1")
    assert groups(linked([strike, told("F", known=3, evidence="XXA's warplanes struck")])) == together("A1 F1")


def test_the_invasion_of_a_town_is_an_act_there() -> None:
    entered = [told(name, where="A", evidence="the army's invasion of Town A") for name in "AB"]
    assert groups(linked([*entered, told("C", where="C", evidence="the army's invasion of Town C")])) == together("A1 B1", "C1")
