"""Fighting that goes on at one place, and fighting at several places that is told as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from gesta.linking.accounts import Account
from gesta.linking.blocks import about_between, between
from gesta.linking.clusters import LONGEST as LONGEST_INCIDENT
from gesta.linking.clusters import Cluster, Joining
from gesta.linking.families import BLOWS, IN_HAND, MEANS
from gesta.linking.likeness import Background, unarmed
from gesta.linking.nearness import nearest
from gesta.linking.spans import copies, gathered, told_apart

#: Kilometres between two places of one run of fighting, days that it lasts at most, and clusters that one report may tell as one.
REACH_KM: Final = 150.0
LONGEST: Final = 5
MOST_TOLD: Final = 8
#: What goes on at a place: fighting, and the withdrawal that ends it.
GOING_ON: Final = frozenset({"violence", "withdrawal"})
#: Share of the reports that must tell the fighting without naming a place, for the places to be one run of it.
TOLD_AS_ONE: Final = 0.4


def joined(clusters: Sequence[Cluster], known: Background) -> list[Cluster]:
    """The clusters, those that are one run of fighting made one."""
    lasting = [c for c in clusters if GOING_ON & c.families and not c.summary]
    joining = Joining(lasting, LONGEST_INCIDENT)
    going_on(lasting, joining)
    lasting = alone(gathered(lasting, joining, "the fighting goes on at the same place"))
    fights = [c for c in lasting if "violence" in c.families]
    others = [c for c in clusters if not GOING_ON & c.families or c.summary] + [c for c in lasting if "violence" not in c.families]
    joining = Joining(fights, LONGEST)
    for group in reaches(fights, known):
        if told_as_one([fights[n] for n in group], known):
            join_run(fights, group, joining)
    fights = alone(gathered(fights, joining, "told as one run of fighting"))
    return [*others, *fights]


def join_run(clusters: Sequence[Cluster], group: Sequence[int], joining: Joining) -> None:
    """Joins the clusters of a run, each held against all that it holds: nothing without a place bridges what lies far apart."""
    held = [group[0]]
    for number in group[1:]:
        if all(in_reach(clusters[number], clusters[other]) for other in held) and joining.join(group[0], number):
            held.append(number)


def alone(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Each cluster once."""
    return list({id(c): c for c in clusters}.values())


def going_on(clusters: Sequence[Cluster], joining: Joining) -> None:
    """Joins ground fighting of the same parties at one place with no more than a day of quiet between."""
    places: dict[str, list[tuple[tuple[int, int], int]]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        if not any(MEANS.get(a.telling.mode or "") in BLOWS for a in cluster.members):
            for key in dict.fromkeys(spot.key for a in cluster.faces for spot in a.spots):
                places[key].append((joining.extents[number], number))
    for found in places.values():
        for (before, one), (after, other) in pairwise(sorted(found)):
            if after[0] - before[1] <= 2 and same_fight(clusters[one], clusters[other]):
                joining.join(one, other)


def reaches(clusters: Sequence[Cluster], known: Background) -> list[list[int]]:
    """Groups of clusters that could be one run: told side by side, of the same parties, in reach, none with a toll of its own.

    Parties that fight daily have no runs: what they do at two places is two things.
    """
    joining = Joining(clusters, LONGEST)
    apart = [told_apart(c, known) or parties(c.faces) in known.busy for c in clusters]
    for one, other in pairs(clusters):
        a, b = joining.find(one), joining.find(other)
        if a != b and not apart[one] and not apart[other] and joining.gap(a, b) <= 2 and in_reach(clusters[one], clusters[other]):
            joining.join(a, b)
    groups: dict[int, list[int]] = defaultdict(list)
    for number in range(len(clusters)):
        groups[joining.find(number)].append(number)
    return [group for group in groups.values() if len(group) > 1]


def told_as_one(clusters: Sequence[Cluster], known: Background) -> bool:
    """Whether there is but one place, or enough reports tell the fighting without any."""
    if sum(1 for c in clusters if any(a.spots for a in c.members)) <= 1:
        return True
    every = frozenset().union(*(copies(c, known) for c in clusters))
    somewhere = {known.copies[a.telling.report] for c in clusters for a in c.members if a.spots}
    return len(every - somewhere) >= TOLD_AS_ONE * len(every)


def in_reach(one: Cluster, other: Cluster) -> bool:
    """The same parties, no two places too far from one another."""
    if not same_fight(one, other):
        return False
    near = [n for a in one.faces for b in other.faces if (n := nearest(a, b)) is not None]
    return all(distance is None or distance <= REACH_KM for _, _, distance in near)


def parties(faces: Iterable[Account]) -> frozenset[str]:
    """Every party that some face names."""
    return frozenset().union(*(a.sides.all for a in faces))


def same_fight(one: Cluster, other: Cluster) -> bool:
    """Whether both are told of the same two or more parties, and not one of them of residents alone, or of people in somebody's hands.

    Who fights beside one of the two is not named in every telling.
    """
    a, b = parties(one.faces), parties(other.faces)
    return len(a & b) > 1 and (a <= b or b <= a) and residents(one) == residents(other) and in_hand(one) == in_hand(other)


def in_hand(cluster: Cluster) -> bool:
    """Whether it is what was done to people in somebody's hands: by its first telling, whichever was filed first."""
    return cluster.members[0].telling.mode in IN_HAND


def residents(cluster: Cluster) -> bool:
    """Whether all its tellings that say so tell of residents killed from near."""
    hit = {unarmed(a) for a in cluster.members} - {None}
    return hit == {True}


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
        if len(numbers) <= MOST_TOLD:
            yield from combinations(numbers, 2)
    for number, cluster in enumerate(clusters):
        if not any(a.spots for a in cluster.members):
            yield from around(number, cluster, days)


def around(number: int, cluster: Cluster, days: dict[Hashable, list[int]]) -> Iterator[tuple[int, int]]:
    """A cluster without a place beside those of its parties and days, as long as they are few."""
    found: Iterable[int] = {n for a in cluster.faces for key in about_between(a) for n in days.get(key, ())[:MOST_TOLD]}
    yield from ((number, n) for n in sorted(found) if n != number)
