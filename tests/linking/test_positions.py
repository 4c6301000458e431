"""The course of a claimant's number, contradictions, silence, bias."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gesta.codebook.conventions import load_conventions
from gesta.linking.bias import biases, numbers
from gesta.linking.estimates import superseded
from gesta.linking.positions import contradictions, positions, silences
from gesta.model import Claim, Origin
from gesta.model.ledger import Step
from tests.linking.claim_rows import PARTIES, SUBJECT, copies, filed, ledger, says, sep

CONVENTIONS = load_conventions()


def steps(*claims: Claim, revisions: Iterable[tuple[str, str]] = (), origins: Sequence[Origin] = (), until: int = 60) -> list[Step]:
    filings = filed(claims, revisions)
    return positions(SUBJECT, claims, ledger(filings, origins), superseded(filings.values()), sep(until))


def course(found: Iterable[Step], claimant: str, side: str = "ARM") -> list[tuple[int | None, int, bool]]:
    """Number, day of its first printing, whether it stands."""
    return [(s.best, (s.known - sep(1)).days + 1, s.standing) for s in found if (s.claimant, s.side) == (claimant, side)]


def test_the_course_of_a_toll_has_a_step_for_each_number() -> None:
    told = [says("ARM", n, day) for n, day in ((49, 13), (105, 14), ("135+", 16))]
    missing = says("ARM", 207, 20, effect="killed_or_missing")
    found = steps(*told, missing)
    assert course([s for s in found if s.effect == "killed"], "ARM") == [(49, 13, False), (105, 14, False), (135, 16, True)]
    assert course([s for s in found if s.effect == "killed_or_missing"], "ARM") == [(207, 20, True)]


def test_three_printings_of_one_dispatch_are_one_step_of_one_source() -> None:
    printed = [says("ARM", 49, day, report=name) for name, day in (("wire", 13), ("first", 13), ("second", 14))]
    (step,) = steps(*printed, origins=copies("wire", "first", "second"))
    assert (step.reports, step.sources, step.known, step.last) == (3, 1, sep(13), sep(14))
    assert step.refs[0] == printed[1].ref


def test_a_number_taken_back_is_shown_and_does_not_stand() -> None:
    found = steps(says("ARM", 50, report="early"), says("ARM", 49, report="late"), revisions=[("late", "early")])
    assert [(s.best, s.standing, s.note) for s in found] == [(50, False, "taken back: the report has a newer version"), (49, True, "")]


def test_only_what_was_known_is_there() -> None:
    assert course(steps(says("ARM", 49, 13), says("ARM", 105, 14), until=13), "ARM") == [(49, 13, True)]


def test_a_number_told_of_an_earlier_day_takes_no_place() -> None:
    late = replace(says("ARM", 105, 30, report="look back"), start=sep(14), end=sep(14))
    (_, old) = steps(says("ARM", 135, 16), late)
    assert (old.as_of, old.standing, old.note) == (sep(14), False, "told of an earlier day")


def test_two_parties_contradict_each_other_whatever_the_day() -> None:
    found = steps(says("AZE", 80, 18, side="AZE"), says("ARM", 430, 45, side="AZE"))
    (only,) = contradictions(found, PARTIES, CONVENTIONS)
    assert (only.one.best, only.other.best, only.side) == (80, 430, "AZE")


def test_a_later_count_of_others_is_no_contradiction() -> None:
    assert not list(contradictions(steps(says("", 99, 13), says("UN", 135, 16)), PARTIES, CONVENTIONS))
    assert list(contradictions(steps(says("", 99, 13), says("UN", 135, 14)), PARTIES, CONVENTIONS))


def test_what_leaves_room_does_not_contradict() -> None:
    for one, other in (("100+", 135), ("100~", 105), ("150<", 135)):
        assert not list(contradictions(steps(says("ARM", other), says("AZE", one)), PARTIES, CONVENTIONS))


def test_a_party_that_gives_no_number_has_not_confirmed() -> None:
    found = steps(says("ARM", 49), says("AZE", 50, side="AZE"), says("ARM", 430, side="AZE"))
    assert [(s.party, s.side) for s in silences(found, PARTIES)] == [("AZE", "ARM")]


def test_bias_is_the_adversarys_number_over_ones_own() -> None:
    found = steps(says("AZE", 80, side="AZE"), says("ARM", 430, side="AZE"), says("ARM", 49))
    parties = {SUBJECT: PARTIES}
    rows = {(b.party, b.adversary): b for b in biases(numbers(found, parties), parties)}
    assert (rows["AZE", "ARM"].ratio, rows["AZE", "ARM"].both) == (5.375, 1)
    assert (rows["ARM", "AZE"].ratio, rows["ARM", "AZE"].own_only, rows["ARM", "AZE"].both) == (None, 1, 0)


def test_bias_over_incidents_is_a_geometric_mean() -> None:
    both = [replace(s, subject=name, best=n) for name, own, said in (("a", 10, 20), ("b", 10, 80)) for s, n in pair(own, said)]
    parties = {"a": PARTIES, "b": PARTIES}
    (row,) = biases(numbers(both, parties), parties)
    assert (row.both, row.ratio, row.own, row.adversary_said) == (2, 4.0, 10.0, 50.0)


def pair(own: int, said: int) -> list[tuple[Step, int]]:
    found = steps(says("AZE", own, side="AZE"), says("ARM", said, side="AZE"))
    return [(s, own if s.claimant == "AZE" else said) for s in found]
