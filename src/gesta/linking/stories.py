"""Reports that tell of one event, grouped by what they are about.

A story is wider than a copy: papers that tell of one strike in their own words are in one story. Reports are compared when they share a
few of their heaviest terms and lie at most some days apart; the two groups that are most alike on average are joined, again and again,
until none are alike enough. The answer does not hang on the order of the reports. Time grows about linearly with their number.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gesta.linking.printings import Printing
from gesta.linking.profiles import Profiles, Vector, profiles

# A term that so many reports share tells nothing apart, and would make the work quadratic.
POSTINGS = 64
COMPARED = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How reports are grouped; tuned on the training half of ECB+ (benchmarks/stories.py), which knows no days.

    `alike`: the mean likeness from which two groups are one. `heaviest`: terms of a report that others are found by; `in_common`: how many
    of them two reports must share to be compared. `days`: reports further apart are not compared; `a_day`: what is left of
    the likeness for each day between two.
    """

    alike: float = 0.12
    heaviest: int = 40
    in_common: int = 2
    days: int = 5
    a_day: float = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports on one event by id, sorted, and the heaviest terms that they share. `id` is that of the first report."""

    reports: tuple[str, ...]
    terms: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of its first report in the order of ids."""
        return self.reports[0]


def stories(printings: Iterable[Printing], grouping: Grouping | None = None) -> tuple[Story, ...]:
    """Every report in exactly one story, stories by id. A report alone is a story too."""
    chosen = grouping or Grouping()
    every = list(printings)
    days = {p.id: p.day for p in every}
    found = profiles(every)
    links = {pair: found.likeness(*pair) * chosen.a_day ** apart(*(days[p] for p in pair)) for pair in compared(found, days, chosen)}
    return tuple(Story(reports=group, terms=found.shared(group)) for group in grouped(sorted(days), links, chosen.alike))


def compared(found: Profiles, days: Mapping[str, date | None], grouping: Grouping) -> Iterator[tuple[str, str]]:
    """Pairs of reports that share some of their heaviest terms, near enough in time; first id before second."""
    postings: dict[str, list[str]] = defaultdict(list)
    for report in sorted(found.vectors):
        for term in heaviest(found.vectors[report], grouping.heaviest):
            postings[term].append(report)
    shared: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for reports in postings.values():
        for index, second in enumerate(reports):
            for first in reports[max(0, index - POSTINGS) : index]:
                if apart(days[first], days[second]) <= grouping.days:
                    shared[second][first] += 1
    for second, others in shared.items():
        ranked = sorted((first for first, count in others.items() if count >= grouping.in_common), key=lambda f: (-others[f], f))
        yield from ((first, second) for first in ranked[:COMPARED])


def heaviest(vector: Vector, count: int) -> list[str]:
    """The terms of greatest weight, by weight, then by spelling."""
    return heapq.nsmallest(count, vector, key=lambda term: (-vector[term], term))


def apart(first: date | None, second: date | None) -> int:
    """The days between two; none where one is not known."""
    return abs((first - second).days) if first and second else 0


def grouped(reports: Iterable[str], links: Mapping[tuple[str, str], float], alike: float) -> list[tuple[str, ...]]:
    """Joins the two groups with the highest mean over all their pairs while it is at least `alike`; pairs without a link count 0."""
    members = {report: [report] for report in reports}
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for (first, second), value in links.items():
        sums[first][second] = sums[second][first] = value
    queue = [(-value, *pair) for pair, value in links.items() if value >= alike]
    heapq.heapify(queue)
    while queue:
        value, first, second = heapq.heappop(queue)
        if first not in members or second not in members or -value != mean(first, second, sums, members):
            continue
        members[first] += members.pop(second)
        joined(first, second, sums)
        for other in sums[first]:
            if (likeness := mean(first, other, sums, members)) >= alike:
                heapq.heappush(queue, (-likeness, min(first, other), max(first, other)))
    return sorted(tuple(sorted(group)) for group in members.values())


def joined(first: str, second: str, sums: dict[str, dict[str, float]]) -> None:
    """Puts the links of the second group to those of the first."""
    for other, value in sums.pop(second).items():
        del sums[other][second]
        if other != first:
            sums[first][other] = sums[other][first] = sums[first].get(other, 0.0) + value


def mean(first: str, second: str, sums: Mapping[str, Mapping[str, float]], members: Mapping[str, list[str]]) -> float:
    """The mean likeness of two groups."""
    return sums[first].get(second, 0.0) / (len(members[first]) * len(members[second]))
