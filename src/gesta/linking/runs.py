"""Fighting that is told as one: clusters at several places that no report tells apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from gesta.linking.blocks import about_between, between
from gesta.linking.clusters import Cluster
from gesta.linking.likeness import Background
from gesta.linking.nearness import nearest

#: Kilometres between two places of one run of fighting, days that it lasts at most, and places that one report may tell as one.
REACH_KM: Final = 150.0
LONGEST: Final = 5
MOST_PLACES: Final = 8


class Unions:
    """Numbers that belong together."""

    def __init__(self, size: int) -> None:
        """Each number alone."""
        self.parent = list(range(size))

    def find(self, number: int) -> int:
        """The number that stands for the group."""
        while self.parent[number] != number:
            self.parent[number] = number = self.parent[self.parent[number]]
        return number

    def join(self, one: int, other: int) -> None:
        """The two groups are one; its least number stands for it."""
        one, other = sorted((self.find(one), self.find(other)))
        self.parent[other] = one


def extent(cluster: Cluster) -> tuple[int, int]:
    """First and last day that the cluster's words tell, else those of its reports."""
    sharp = [a.days for a in cluster.members if a.days.sharp] or [a.days for a in cluster.members]
    return min(d.start for d in sharp), max(d.end for d in sharp)


def told_apart(cluster: Cluster, known: Background) -> bool:
    """Whether somebody gives it a toll of its own."""
    return any(known.tolls.get(a.ref) for a in cluster.members if a.spots)


def is_one_run(one: Cluster, other: Cluster) -> bool:
    """The same parties, within reach."""
    if not same_parties(one, other):
        return False
    near = [n for a in one.faces for b in other.faces if (n := nearest(a, b)) is not None]
    return all(distance is None or distance <= REACH_KM for _, _, distance in near)


def close(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """At most a day of quiet between two extents, and both together no longer than a run may be."""
    quiet = max(one[0] - other[1], other[0] - one[1]) - 1
    return quiet <= 1 and max(one[1], other[1]) - min(one[0], other[0]) < LONGEST


def same_parties(one: Cluster, other: Cluster) -> bool:
    """Whether both are told of the same two or more parties."""
    a = frozenset().union(*(m.sides.all for m in one.faces))
    b = frozenset().union(*(m.sides.all for m in other.faces))
    return len(a) > 1 and a == b


def joined(clusters: Sequence[Cluster], known: Background) -> list[Cluster]:
    """The clusters, those that are one run of fighting made one."""
    unions = Unions(len(clusters))
    apart = [told_apart(c, known) for c in clusters]
    extents = [extent(c) for c in clusters]
    for one, other in pairs(clusters):
        a, b = unions.find(one), unions.find(other)
        if a == b or apart[one] or apart[other] or not close(extents[a], extents[b]) or not is_one_run(clusters[one], clusters[other]):
            continue
        unions.join(a, b)
        extents[min(a, b)] = min(extents[a][0], extents[b][0]), max(extents[a][1], extents[b][1])
    groups: dict[int, list[Cluster]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        groups[unions.find(number)].append(cluster)
    for first, *rest in groups.values():
        for cluster in rest:
            first.take(cluster, "told as one run of fighting, none with a toll of its own")
    return [group[0] for group in groups.values()]


def pairs(clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """Numbers of clusters that one report tells together, or that one without a place lies about."""
    told: dict[str, list[int]] = defaultdict(list)
    days: dict[Hashable, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for report in sorted({a.telling.report for a in cluster.members}):
            told[report].append(number)
        for key in dict.fromkeys(key for a in cluster.faces for key in between(a)):
            days[key].append(number)
    for numbers in told.values():
        if len(numbers) <= MOST_PLACES:
            yield from combinations(numbers, 2)
    for number, cluster in enumerate(clusters):
        if not any(a.spots for a in cluster.members):
            yield from around(number, cluster, days)


def around(number: int, cluster: Cluster, days: dict[Hashable, list[int]]) -> Iterator[tuple[int, int]]:
    """A cluster without a place beside those of its parties and days, as long as they are few."""
    found: Iterable[int] = {n for a in cluster.faces for key in about_between(a) for n in days.get(key, ())[:MOST_PLACES]}
    yield from ((number, n) for n in sorted(found) if n != number)
