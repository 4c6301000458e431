"""What it cost by each rule, on claims made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesta.linking.accruing import vouched
from gesta.model import Claim
from tests.linking.claim_rows import at, copies, estimated, says, sep
from tests.linking.telling_rows import FIRST, cost, linked, told

# Armenia's count of its own dead as papers told it, and of Azerbaijan's; Azerbaijan's of its own; the copies of one agency.
ARMENIA = [says("ARM", 49, 13), says("ARM", 105, 14), says("ARM", "135+", 16, provisional=True)]
AZERBAIJAN = [says("AZE", 50, 13, side="AZE"), says("AZE", 71, 15, side="AZE"), says("AZE", "80~", 18, side="AZE")]
SPEAKER = says("ARM", "430~", 45, side="AZE")


def test_a_later_count_of_the_same_claimant_takes_the_place_of_its_earlier_one() -> None:
    rows = estimated(*ARMENIA)
    assert [at(rows, day) for day in (12, 13, 14, 15, 16)] == [(), (49, 49, 49), (105, 105, 105), (105, 105, 105), (135, 135, 135)]


def test_an_exact_number_told_vaguely_before_takes_its_place() -> None:
    rows = estimated(*AZERBAIJAN[:2], says("AZE", 77, 16, side="AZE"), AZERBAIJAN[2], says("AZE", 80, 45, side="AZE"))
    assert at(rows, 44, side="AZE") == (77, 77, 77)
    assert at(rows, 45, side="AZE") == (80, 80, 80)
    between = estimated(*AZERBAIJAN, says("AZE", 79, 20, side="AZE"), says("AZE", 80, 45, side="AZE"))
    assert [at(between, day, side="AZE")[1] for day in (18, 20, 45)] == [80, 79, 80]


def test_an_old_number_told_again_takes_no_places() -> None:
    assert at(estimated(*ARMENIA, says("ARM", 105, 20, report="late"))) == (135, 135, 135)


def test_what_a_side_admits_bounds_low_and_its_adversary_only_lifts_high() -> None:
    rows = estimated(*AZERBAIJAN, SPEAKER)
    assert at(rows, 44, side="AZE") == (80, 80, 80)
    assert at(rows, 45, side="AZE") == (80, 80, 430)
    reason = next(e.reason for e in rows if (e.rule, e.side, e.known_to) == ("gesta", "AZE", None))
    assert reason == (
        "low: admitted by the side that suffered it (AZE: about 80, 2022-09-18); best: the same, no third party counts more; "
        "high: its adversary says (ARM: about 430, 2022-10-15)"
    )


def test_an_adversary_alone_gives_no_best() -> None:
    rows = estimated(SPEAKER)
    assert at(rows, side="AZE") == (0, None, 430)
    assert at(rows, side="AZE", rule="ucdp") == (0, 0, 430)


def test_an_independent_count_above_what_is_admitted_is_best() -> None:
    rows = estimated(*AZERBAIJAN, SPEAKER, says("UN", 120, 44, side="AZE"))
    assert at(rows, side="AZE") == (80, 120, 430)
    assert at(rows, side="AZE", rule="ucdp") == (80, 80, 120)
    assert at(rows, side="AZE", rule="acled") == (80, 80, 80)


def test_each_estimate_names_the_claims_it_rests_on() -> None:
    last = next(e for e in estimated(*AZERBAIJAN, SPEAKER) if (e.rule, e.side, e.known_to) == ("gesta", "AZE", None))
    assert last.claims == (SPEAKER.ref, AZERBAIJAN[-1].ref)


def test_copies_of_one_agency_count_once() -> None:
    printed = [says("", 99, 13, side=None, report=name) for name in ("wire", "first", "second")]
    rows = estimated(*printed, says("", 120, 13, side=None, report="other"), origins=copies("wire", "first", "second"))
    assert at(rows, side=None) == (99, 99, 120)
    assert at(rows, side=None, rule="ucdp")[1] == 99
    alone = estimated(*printed, says("", 120, 13, side=None, report="other"), says("", 120, 13, side=None, report="more"))
    assert at(alone, side=None)[1] == 99
    reason = next(e.reason for e in rows if (e.rule, e.who) == ("gesta", "all"))
    assert "the middle one of 2 third parties' counts" in reason


def test_a_revised_report_takes_its_number_back() -> None:
    first, second = says("ARM", 50, 13, report="early"), says("ARM", 49, 14, report="late")
    rows = estimated(first, second, revisions=[("late", "early")])
    assert at(rows, 13) == (50, 50, 50)
    assert at(rows, 14) == (49, 49, 49)
    assert [e.known_to for e in rows if e.best == 50 and e.side] == [sep(14)] * 3


def test_a_report_revised_on_its_own_day_never_counted() -> None:
    rows = estimated(says("ARM", 50, report="early"), says("ARM", 49, report="late"), revisions=[("late", "early")])
    assert {e.best for e in rows} == {49}


def test_a_correction_without_a_revised_report_counts() -> None:
    assert at(estimated(says("ARM", 50, 13), says("ARM", 49, 14))) == (49, 49, 49)


def test_a_number_far_below_is_of_something_else() -> None:
    assert at(estimated(*ARMENIA, says("ARM", 2, 17))) == (135, 135, 135)


def test_a_part_is_never_added() -> None:
    whole = says("ARM", 49, report="a")
    officers = says("ARM", 3, report="a", part_of=(whole.key,), kinds=("officer",))
    rows = estimated(whole, officers)
    assert at(rows) == (49, 49, 49)
    assert at(rows, side=None) == (49, 49, 49)
    assert vouched([whole, officers]) == [whole]


def test_a_side_named_as_part_of_both_counts_for_that_side() -> None:
    both = says("", 99, report="a", side=None)
    rows = estimated(both, replace(says("", 49, report="a", side="ARM"), part_of=(both.key,)))
    assert at(rows) == (49, 49, 49)
    assert at(rows, side=None)[1] == 99


def test_both_sides_are_summed_and_held_against_what_is_told_for_both() -> None:
    rows = estimated(*ARMENIA[:1], *AZERBAIJAN[:1], says("", 99, side=None))
    assert at(rows, side=None) == (99, 99, 99)
    assert at(rows, side="ARM") == (49, 49, 49)
    assert at(estimated(*ARMENIA[:1], *AZERBAIJAN[:1]), side=None) == (99, 99, 99)


def test_what_was_told_for_both_is_overtaken_by_a_later_and_higher_sum() -> None:
    rows = estimated(says("", 99, 13, side=None), says("ARM", 135, 17), says("AZE", 77, 17, side="AZE"))
    assert at(rows, side=None) == (212, 212, 212)


def test_a_third_partys_old_and_lower_number_is_out_of_date() -> None:
    rows = estimated(says("", 60, 13), says("ARM", 135, 17))
    assert at(rows, rule="ucdp") == (135, 135, 135)
    assert at(estimated(says("", 60, 13), says("ARM", 135, 14)), rule="ucdp") == (60, 60, 135)


@pytest.mark.parametrize(("least", "written"), [(24, 12), (20, 10), (200, 100), (20_000, 10_000), (40, 40)])
def test_acled_writes_plurals_by_its_table(least: int, written: int) -> None:
    dozens = says("", least, qualifier="order", best=None, high=None)
    assert at(estimated(dozens), rule="acled") == (written, written, written)
    assert at(estimated(dozens)) == (least, least, least)


def test_acled_counts_the_killed_alone() -> None:
    rows = estimated(says("ARM", 100, effect="wounded"))
    assert {e.rule for e in rows} == {"gesta", "ucdp"}


def test_a_denied_number_is_not_vouched_for() -> None:
    assert at(estimated(says("ARM", 105), says("AZE", 500, stance="deny"))) == (105, 105, 105)


def test_losses_without_a_number_are_no_estimate() -> None:
    assert estimated(says("ARM", 1, qualifier="some", best=None, high=None)) == []


def test_killed_or_missing_stands_apart_from_killed() -> None:
    rows = estimated(*ARMENIA, says("ARM", 207, 20, effect="killed_or_missing"))
    assert at([e for e in rows if e.effect == "killed"]) == (135, 135, 135)
    assert at([e for e in rows if e.effect == "killed_or_missing"]) == (207, 207, 207)


def test_civilians_are_a_side_of_their_own() -> None:
    rows = estimated(*ARMENIA[:1], says("ARM", 4, side="ARM", who="civilian"), says("ARM", 4, side="ARM.CVL", who="civilian", report="b"))
    assert at(rows, side="ARM.CVL", who="civilian") == (4, 4, 4)
    assert at(rows, side=None) == (53, 53, 53)


def test_those_accused_lower_no_count_of_civilians_by_denying_them() -> None:
    rows = estimated(says("UN", 19, side="ARM.CVL", who="civilian"), says("AZE", 0, side="ARM.CVL", who="civilian"))
    assert at(rows, side="ARM.CVL", who="civilian") == (19, 19, 19)


SIDES = st.sampled_from(["ARM", "AZE", None])
CLAIMS = st.builds(
    lambda by, many, day, side, n: says(by, many, day, side=side, report=f"r{n}"),
    st.sampled_from(["", "ARM", "AZE", "UN", "ARM+AZE"]),
    st.one_of(st.integers(0, 300), st.integers(1, 300).map(lambda n: f"{n}+"), st.integers(1, 300).map(lambda n: f"{n}~")),
    st.integers(1, 30),
    SIDES,
    st.integers(0, 8),
)


def unique(claims: list[Claim]) -> list[Claim]:
    """Each ref once, each report of one day."""
    days = {c.report: c.known for c in claims}
    return list({c.ref: replace(c, known=days[c.report]) for c in claims}.values())


@given(st.lists(CLAIMS, max_size=12).map(unique).flatmap(lambda c: st.tuples(st.just(c), st.permutations(c))))
@settings(deadline=None)
def test_the_order_of_claims_changes_nothing(pair: tuple[list[Claim], list[Claim]]) -> None:
    claims, turned = pair
    assert sorted(estimated(*claims), key=repr) == sorted(estimated(*turned), key=repr)


@given(st.lists(CLAIMS, max_size=12).map(unique), st.integers(1, 30))
@settings(deadline=None)
def test_a_state_of_knowledge_is_what_its_claims_alone_give(claims: list[Claim], day: int) -> None:
    """Made step by step, an estimate is the same as made at once from all that was known."""
    known = [c for c in claims if c.known <= sep(day)]
    for rule in ("gesta", "ucdp", "acled"):
        for side in ("ARM", "AZE", None):
            assert at(estimated(*claims), day, rule, side) == at(estimated(*known), day, rule, side)


@given(st.lists(CLAIMS, max_size=12).map(unique))
@settings(deadline=None)
def test_bounds_are_in_order_and_days_do_not_overlap(claims: list[Claim]) -> None:
    rows = estimated(*claims)
    for e in rows:
        numbers = [n for n in (e.low, e.best, e.high) if n is not None]
        assert numbers == sorted(numbers)
        assert e.claims
        assert e.reason
        assert e.known_to is None or e.known_from < e.known_to
    cells: dict[tuple[str, str | None, str, str], date] = {}
    for e in sorted(rows, key=lambda e: e.known_from):
        key = e.rule, e.side, e.who, e.effect
        assert e.known_from >= cells.get(key, date.min)
        cells[key] = e.known_to or date.max


def test_an_incident_has_a_row_for_each_day_on_which_its_deaths_changed() -> None:
    fight = told("A", who="XXA+XXB", where="A", on=1)
    more = cost("B", 12, known=FIRST + timedelta(days=2), at=1)
    derived = linked([fight, told("B", who="XXA+XXB", where="A", on=1, known=3)], [cost("A", 5), more])
    rows = [i for i in derived.incidents if i.granularity == "incident"]
    assert [(i.known_from, i.deaths_low, i.deaths_high, i.reports) for i in rows] == [
        (FIRST, 5, 5, 1),
        (FIRST + timedelta(days=2), 12, 12, 2),
    ]
    assert rows[0].known_to == rows[1].known_from


def test_a_number_that_both_parties_give_together_is_a_sum_of_both() -> None:
    rows = estimated(*ARMENIA, says("ARM+AZE", 212, 17, side="AZE"))
    assert at(rows, side="AZE") == ()
    assert at(rows, side=None) == (135, 212, 212)


def test_a_witness_counts_only_where_nobody_else_does() -> None:
    nurse = says("a nurse", 20)
    assert at(estimated(nurse)) == (20, 20, 20)
    assert at(estimated(nurse, says("ARM", 49)), rule="ucdp") == (49, 49, 49)


def test_an_old_number_that_only_a_witness_overtakes_still_counts() -> None:
    assert at(estimated(says("UN", 11, 4, side=None), says("a neighbour", 70, 29, side=None)), side=None) == (11, 11, 11)


def test_civilians_are_not_added_to_a_toll_of_all_people() -> None:
    toll = says("ARM", 135, 16, who="unknown")
    civilians = says("ARM", 3, 20, side="ARM.CVL", who="civilian")
    assert at(estimated(toll, civilians), side=None) == (135, 135, 135)
    assert at(estimated(says("ARM", 135, 16), civilians), side=None)[1] == 138


def test_up_to_a_number_is_no_count_beside_one() -> None:
    rows = estimated(says("USA", "100<", 14), says("ARM", "135+", 16))
    assert at(rows, rule="ucdp") == (135, 135, 135)
    assert at(estimated(says("USA", "100<", 14)), rule="ucdp") == (0, 100, 100)


def test_what_an_outlet_recalls_without_a_day_is_no_count_of_the_news() -> None:
    war = says("", 6600, side=None, era="background", report="war")
    assert at(estimated(says("ARM", 49), war), side=None) == (49, 49, 49)
    assert at(estimated(war), side=None) == (6600, 6600, 6600)


def test_a_day_of_longer_fighting_has_the_first_numbers_and_no_cumulative_ones() -> None:
    fights = [told(n, who="XXA+XXB", where="A", on=d, known=d) for n, d in (("A", 1), ("B", 2))]
    said: dict[str, Any] = {"claimants": ("XXB",), "own_voice": False}
    tolls = [cost("A", 5, on=1, known=FIRST, **said), cost("B", 9, on=2, known=FIRST + timedelta(days=1), **said)]
    derived = linked(fights, tolls)
    now = {e.subject: e.best for e in derived.estimates if (e.rule, e.who, e.known_to) == ("ucdp", "all", None)}
    names = {(i.granularity, i.start, i.end): i.id for i in derived.incidents if i.known_to is None}
    last = FIRST + timedelta(days=1)
    assert now[names["incident", FIRST, last]] == 9
    assert now[names["conflict-day", FIRST, FIRST]] == 5
    assert names["conflict-day", last, last] not in now
