"""What holds for any reports: order does not matter, judgements hold, ids stay."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from gesta.linking.accounts import accounts
from gesta.linking.likeness import Background, likeness, likeness_from
from gesta.linking.link import link
from gesta.model import Derived, Filing, Telling
from tests.linking.telling_rows import judged, linked, report, told

PARTIES = st.sampled_from(["XXA>XXB", "XXB>XXA", "XXA+XXB", "XXA>XXB.CVL", ">XXB", "XXC>XXD", ">"])
ACTS = st.sampled_from(["ASSAULT", "ASSAULT/drone", "RETREAT/ceasefire", "AGREE", "ACCUSE/allege", "COERCE/arrest", "RETREAT/release"])


@st.composite
def corpora(draw: st.DrawFn, most: int = 7) -> list[Telling]:
    """Up to 14 tellings of up to 7 reports."""
    found = []
    for number in range(draw(st.integers(1, most))):
        known = draw(st.integers(1, 6))
        for at in range(draw(st.integers(1, 2))):
            on = draw(st.one_of(st.none(), st.integers(-2, known)))
            telling = told(
                f"{'ABCDEFG'[number]}",
                at,
                act=draw(ACTS),
                who=draw(PARTIES),
                where=draw(st.sampled_from(["", "A", "B", "C", "D", "AD", "ACD"])),
                on=on,
                by=draw(st.sampled_from(["", "XXA", "XXB"])),
                known=known,
            )
            found.append(replace(telling, factuality=draw(st.sampled_from(["actual", "actual", "actual", "planned", "negated"]))))
    return found


def filed(tellings: list[Telling]) -> list[Filing]:
    """A report for each name, filed in the order of the alphabet."""
    return [replace(report(name), known=known) for name, known in sorted({(t.report, t.known) for t in tellings})]


@given(corpora(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_rows_does_not_matter(tellings: list[Telling], random: Random) -> None:
    mixed, filings = list(tellings), filed(tellings)
    random.shuffle(mixed)
    assert link(filings, tellings, []) == link(list(reversed(filings)), mixed, [])


@given(corpora())
@settings(max_examples=30, deadline=None)
def test_the_order_of_filing_moves_ids_and_nothing_else(tellings: list[Telling]) -> None:
    def sets(filings: list[Filing]) -> set[frozenset[str]]:
        found: dict[str, set[str]] = {}
        for tie in link(filings, tellings, []).ties:
            if tie.granularity == "incident":
                found.setdefault(tie.incident, set()).add(tie.key)
        return {frozenset(keys) for keys in found.values()}

    filings = filed(tellings)
    turned = [replace(f, seq=1000 - f.seq) for f in filings]
    assert sets(filings) == sets(turned)


@given(corpora(), st.sampled_from([0.5, 3.5, 6.0]), st.booleans(), st.booleans())
@settings(max_examples=30, deadline=None)
def test_a_likeness_is_left_out_only_where_so_many_points_are_out_of_reach(
    tellings: list[Telling], least: float, one: bool, same: bool
) -> None:
    armed = [
        replace(t, targets=("market",) if same else (), weapon="mine" if one else None, evidence="the market by the gate") for t in tellings
    ]
    every = accounts(armed, {filing.id: filing for filing in filed(armed)})
    known = Background(
        copies={a.telling.report: "A" if one else a.telling.report for a in every},
        tolls={a.ref: frozenset({("killed", "XXB", 7)}) for a in every if same},
        sentences={a.ref: {"market": 0.6, "gate": 0.6, "east": 0.53} for a in every},
    )
    for here, there in combinations(every, 2):
        found, whole = likeness_from(least, here, there, known), likeness(here, there, known)
        assert found == whole or (found is None and whole.points < least)


@given(corpora())
@settings(max_examples=30, deadline=None)
def test_every_telling_has_one_incident_and_every_tie_a_row(tellings: list[Telling]) -> None:
    found = linked(tellings)
    tied = [t.key for t in found.ties if t.granularity == "incident"]
    assert sorted(tied) == sorted(t.key for t in tellings)
    assert {t.incident for t in found.ties} == {i.id for i in found.incidents}


@given(corpora())
@settings(max_examples=30, deadline=None)
def test_states_of_one_incident_follow_one_another(tellings: list[Telling]) -> None:
    found = linked(tellings)
    for name in {i.id for i in found.incidents}:
        rows = [i for i in found.incidents if i.id == name]
        assert [a.known_to for a in rows[:-1]] == [b.known_from for b in rows[1:]]
        assert rows[-1].known_to is None


@given(corpora(), st.data())
@settings(max_examples=30, deadline=None)
def test_merges_and_splits_hold(tellings: list[Telling], data: st.DataObject) -> None:
    one, other = data.draw(st.sampled_from(tellings)), data.draw(st.sampled_from(tellings))
    merged = linked(tellings, judgements=[judged("merge", one, other)])
    assert home(merged, one) == home(merged, other)
    if one != other:
        apart = linked(tellings, judgements=[judged("merge", one, other), judged("split", one, apart=[other], at=1)])
        assert home(apart, one) != home(apart, other)


def home(derived: Derived, telling: Telling) -> str:
    return next(t.incident for t in derived.ties if t.key == telling.key and t.granularity == "incident")


@given(corpora())
@settings(max_examples=20, deadline=None)
def test_an_id_stays_when_reports_are_added_or_gives_way_to_an_older_one(tellings: list[Telling]) -> None:
    filings = filed(tellings)
    before: dict[str, str] = {}
    for count in range(1, len(filings) + 1):
        present = {f.id for f in filings[:count]}
        found = link(filings[:count], [t for t in tellings if t.report in present], [])
        now = {t.key: t.incident for t in found.ties if t.granularity == "incident"}
        founders = founding(now, tellings)
        for name, founder in founding(before, tellings).items():
            kept = now[founder]
            assert kept == name or rank(founders[kept], tellings) < rank(founder, tellings)
        before = now


def rank(key: str, tellings: list[Telling]) -> tuple[str, int]:
    return next((t.report, t.evidence_start) for t in tellings if t.key == key)


def founding(homes: dict[str, str], tellings: list[Telling]) -> dict[str, str]:
    """The first filed key of each incident."""
    found: dict[str, str] = {}
    for key in sorted(homes, key=lambda k: rank(k, tellings)):
        found.setdefault(homes[key], key)
    return found
