"""Where each claimant stands on an incident: the course of its numbers, what contradicts them, who has said nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from gesta.codebook.conventions import Conventions
from gesta.linking.accruing import Ledger, vouched
from gesta.linking.voices import CIVILIANS
from gesta.model import Claim
from gesta.model.ledger import Contradiction, Silence, Step

TAKEN_BACK = "taken back: the report has a newer version"
Interval = tuple[float, float]


def positions(subject: str, claims: Iterable[Claim], ledger: Ledger, gone: Mapping[str, date], as_of: date | None = None) -> list[Step]:
    """Every number of every claimant on a subject as known at the end of a day (None: now), by effect, side, claimant and day.

    Numbers that only superseded versions of reports print stand there too, not standing and with a note.
    """
    day = as_of or date.max
    known = [claim for claim in vouched(claims) if claim.known <= day]
    taken_back = {report for report, since in gone.items() if since <= day}
    for claim in known:
        if claim.report not in taken_back:
            ledger.add(claim)
    found = [step for group in ledger.streams.values() for stream in group.values() for step in stream.steps(subject, ledger.voices.origin)]
    printed = {(step.effect, step.side, step.voice, step.best) for step in found}
    once = Ledger(parties=ledger.parties, voices=ledger.voices, conventions=ledger.conventions)
    for claim in known:
        if claim.report in taken_back:
            once.add(claim)
    for group in once.streams.values():
        for stream in group.values():
            for step in stream.steps(subject, ledger.voices.origin):
                if (step.effect, step.side, step.voice, step.best) not in printed:
                    found.append(replace(step, standing=False, note=TAKEN_BACK))
    return sorted(found, key=lambda s: (s.effect, s.side or "~", s.voice, s.known, s.note != TAKEN_BACK, s.last, s.best or 0))


def interval(step: Step, conventions: Conventions) -> Interval:
    """The numbers that a step leaves room for."""
    told = next((n for n in (step.best, step.low, step.high) if n is not None), 0)
    if step.qualifier == "about":
        return told * (1 - conventions.about), told * (1 + conventions.about)
    return step.low if step.low is not None else 0, step.high if step.high is not None else float("inf")


def contradictions(steps: Sequence[Step], parties: frozenset[str], conventions: Conventions) -> Iterator[Contradiction]:
    """Pairs of standing numbers of two claimants that cannot both hold for one time.

    Numbers of two parties are of one time, for a party stands by its number until it gives another. Others are where the days on which
    they were told lie no further apart than a number takes to go out of date, or where the older one is the larger: what has been
    counted does not grow less.
    """
    groups: dict[tuple[str, str | None], list[Step]] = defaultdict(list)
    for step in steps:
        if step.standing and not is_witness(step):
            groups[step.effect, step.side].append(step)
    for (effect, side), standing in groups.items():
        for pair in combinations(standing, 2):
            one, other = sorted(pair, key=lambda s: interval(s, conventions))
            both = all(parties & set(step.claimant.split("+")) for step in pair)
            if one.voice != other.voice and apart(one, other, conventions) and (both or of_one_time(one, other, conventions)):
                yield Contradiction(subject=one.subject, side=side, effect=effect, one=one, other=other)


def is_witness(step: Step) -> bool:
    """Whether somebody without a code speaks."""
    return step.voice != step.claimant and not step.voice.startswith("own ")


def apart(one: Step, other: Step, conventions: Conventions) -> bool:
    """Whether the smaller cannot be as large as the other."""
    return interval(one, conventions)[1] < interval(other, conventions)[0]


def of_one_time(one: Step, other: Step, conventions: Conventions) -> bool:
    """Whether two numbers, the smaller first, can be held against each other."""
    return (other.as_of - one.last).days <= conventions.stale_days


def silences(steps: Iterable[Step], parties: Iterable[str]) -> Iterator[Silence]:
    """The parties that have given no number for what others count of one side's people."""
    groups: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in steps:
        if step.side is not None and step.standing and (step.best or step.low):
            groups[step.effect, step.side].append(step)
    for (effect, side), standing in sorted(groups.items()):
        spoken = {code.removesuffix(CIVILIANS).partition(".")[0] for step in standing for code in step.claimant.split("+")}
        for party in sorted(parties):
            if party not in spoken:
                yield Silence(subject=standing[0].subject, party=party, side=side, effect=effect)
