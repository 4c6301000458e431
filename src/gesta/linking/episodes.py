"""Finer and coarser than an incident: its episodes by place and day, and a conflict's days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from gesta.linking.accounts import Account, Spot
from gesta.linking.clusters import Cluster
from gesta.linking.nearness import km

#: Kilometres within which two spots of one incident are one place of it.
ONE_PLACE = 5.0
#: Families of fighting, that of a dyad's conflict-days.
FIGHTING = frozenset({"violence"})

Episode = tuple[list[Account], str]


def episodes(cluster: Cluster) -> list[Episode]:
    """The tellings of each place and day of an incident, with the reason.

    A telling of several places stands at its first. One without a day or a place stands in no episode where there are several.
    """
    if not FIGHTING & cluster.families or cluster.founder.days.period or cluster.founder.war:
        return [(list(cluster.members), "one episode")]
    anchors: dict[str, Spot] = {}
    found: dict[tuple[str, int | None], list[Account]] = defaultdict(list)
    vague: list[Account] = []
    for account in sorted(cluster.members, key=lambda a: (a.seq, a.position)):
        if not account.days.sharp and not account.spots:
            vague.append(account)
            continue
        place = anchor(account.spots[0], anchors) if account.spots else ""
        found[place, account.days.start if account.days.sharp else None].append(account)
    settled = undated(found)
    if len(settled) <= 1:
        return [(list(cluster.members), "one episode")]
    return [(members, why(place, anchors)) for (place, _), members in settled.items()]


def anchor(spot: Spot, anchors: dict[str, Spot]) -> str:
    """The key of the place that a spot is, or is beside."""
    for key, known in anchors.items():
        distance = km(spot, known)
        if distance is not None and distance <= ONE_PLACE:
            return key
    anchors[spot.key] = spot
    return spot.key


def undated(found: dict[tuple[str, int | None], list[Account]]) -> dict[tuple[str, int | None], list[Account]]:
    """Tellings of a place without a day go to the one day on which that place is told of, else stay together."""
    out = {key: list(members) for key, members in found.items()}
    for place, day in list(out):
        dated = [key for key in out if key[0] == place and key[1] is not None]
        if day is None and place and len(dated) == 1:
            out[dated[0]] += out.pop((place, None))
    return out


def why(place: str, anchors: dict[str, Spot]) -> str:
    """The reason in words."""
    return f"of that day at {anchors[place].name}" if place else "of that day, without a place"


def conflict_days(clusters: Iterable[Cluster]) -> dict[tuple[str, str, int], list[tuple[Account, Cluster]]]:
    """The tellings of fighting of each pair of parties on each day; sides that a telling leaves out are those of its incident."""
    found: dict[tuple[str, str, int], list[tuple[Account, Cluster]]] = defaultdict(list)
    for cluster in clusters:
        if not FIGHTING & cluster.families or cluster.founder.stance != "real":
            continue
        common = pair(cluster.members)
        for account in cluster.members:
            own = account.sides.all if len(account.sides.all) == 2 else common
            if own is not None and len(own) == 2 and account.days.sharp:
                first, second = sorted(own)
                found[first, second, account.days.start].append((account, cluster))
    return found


def pair(members: Iterable[Account]) -> frozenset[str] | None:
    """The two parties most often told together, None where no telling has two."""
    counts: dict[frozenset[str], int] = defaultdict(int)
    for account in members:
        if len(account.sides.all) == 2:
            counts[account.sides.all] += 1
    return min(counts, key=lambda p: (-counts[p], sorted(p)), default=None)
