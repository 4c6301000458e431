"""Tellings gathered to clusters: each joins the best of the few that it could belong to, or founds one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from gesta.linking.accounts import Account
from gesta.linking.likeness import WEIGHTS, Background, Likeness, likeness

#: A cluster is known by at most so many tellings that differ in sides, days or spots.
FACES: Final = 8
#: So many clusters, the last founded, are compared under one key: a hot key costs no more than that.
HOT: Final = 24
#: Days that one incident lasts at most; fighting without a quiet day beyond that is another.
LONGEST: Final = 10

Keys = Callable[[Account], Iterable[Hashable]]


@dataclass(slots=True, kw_only=True, eq=False)
class Cluster:
    """Tellings of one thing, in the order in which they joined; `whys` gives points and reasons by their refs."""

    members: list[Account] = field(default_factory=list)
    faces: list[Account] = field(default_factory=list)
    whys: dict[str, tuple[float, str]] = field(default_factory=dict)
    summary: bool = False
    parts: list[Cluster] = field(default_factory=list)

    def add(self, account: Account, points: float, why: str) -> None:
        """Takes a telling in."""
        self.members.append(account)
        self.whys[account.ref] = points, why
        if self.faces and account.days.vague:
            return
        looks = face(account)
        if len(self.faces) < FACES and all(face(known) != looks for known in self.faces):
            self.faces.append(account)

    def take(self, other: Cluster, why: str) -> None:
        """Takes all tellings of another cluster in."""
        for account in other.members:
            points, before = other.whys[account.ref]
            self.add(account, points, f"{before}; {why}" if before else why)

    def lasts(self, account: Account) -> int:
        """Days from the first to the last that the words of its faces and of one account more tell; 0 where none does."""
        sharp = [a.days for a in (*self.faces, account) if a.days.sharp]
        return max(d.end for d in sharp) - min(d.start for d in sharp) + 1 if sharp else 0

    @property
    def founder(self) -> Account:
        """The first filed of its tellings, from which its id is made."""
        return min(self.members, key=lambda a: (a.seq, a.position))


def extent(cluster: Cluster) -> tuple[int, int]:
    """First and last day that the cluster's words tell; where none does, the days that all its reports allow."""
    sharp = [a.days for a in cluster.members if a.days.sharp]
    if sharp:
        return min(d.start for d in sharp), max(d.end for d in sharp)
    first, last = max(a.days.start for a in cluster.members), min(a.days.end for a in cluster.members)
    return min(first, last), max(first, last)


def together(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """First and last day of two extents."""
    return min(one[0], other[0]), max(one[1], other[1])


def face(account: Account) -> tuple[object, ...]:
    """What makes a telling look different from another of the same cluster."""
    return account.sides, account.days, account.family, account.telling.mode, tuple(spot.key for spot in account.spots)


def fit(account: Account, cluster: Cluster, known: Background) -> Likeness:
    """The likeness to the face that is likest; that to the one which tells other victims, where one does."""
    found = [likeness(account, known_face, known) for known_face in cluster.faces]
    return next((like for like in found if like.clashes), None) or max(found, key=lambda like: like.points)


def gather(accounts: Sequence[Account], keys: Keys, looked_up: Keys, known: Background, *, enough: float = WEIGHTS.enough) -> list[Cluster]:
    """Clusters of the accounts, which join in the order given. `keys` are those an account is found under, `looked_up` those it asks."""
    index: dict[Hashable, list[Cluster]] = defaultdict(list)
    clusters: list[Cluster] = []
    for account in accounts:
        near = {id(c): c for key in looked_up(account) if key in index for c in index[key][-HOT:]}
        candidates = {number: c for number, c in near.items() if c.lasts(account) <= LONGEST}
        best = max(((fit(account, c, known), c) for c in candidates.values()), key=lambda f: f[0].points, default=None)
        if best is not None and best[0].points >= enough:
            cluster = best[1]
            cluster.add(account, best[0].points, best[0].why)
        else:
            cluster = Cluster()
            cluster.add(account, enough, "first telling")
            clusters.append(cluster)
        for key in keys(account):
            if cluster not in index[key][-HOT:]:
                index[key].append(cluster)
    return clusters
