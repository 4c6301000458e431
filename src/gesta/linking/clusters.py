"""Tellings gathered to clusters: each joins the best of the few that it could belong to, or founds one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from gesta.linking.accounts import Account
from gesta.linking.control import changes, opposite, parted
from gesta.linking.families import MEANS
from gesta.linking.likeness import WEIGHTS, Background, Likeness, clash, likeness_from
from gesta.linking.unions import Unions

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
    turns: list[Account] = field(default_factory=list)
    whys: dict[str, tuple[float, str]] = field(default_factory=dict)
    summary: bool = False
    parts: list[Cluster] = field(default_factory=list)

    def add(self, account: Account, points: float, why: str, *, seen: Account | None = None) -> None:
        """Takes a telling in; `seen` is what the cluster is known by of one that tells more than this one thing."""
        self.members.append(account)
        self.whys[account.ref] = points, why
        if changes(account) and all(face(known) != face(account) for known in self.turns):
            self.turns.append(account)
        if self.faces and account.days.vague:
            return
        looks = face(seen or account)
        if len(self.faces) < FACES and all(face(known) != looks for known in self.faces):
            self.faces.append(seen or account)

    def take(self, other: Cluster, why: str) -> None:
        """Takes all tellings of another cluster in."""
        for account in other.members:
            points, before = other.whys[account.ref]
            self.add(account, points, f"{before}; {why}" if before else why)

    def lasts(self, account: Account) -> int:
        """Days from the first to the last that the words of its faces and of one account more tell; 0 where none does."""
        sharp = [a.days for a in (*self.faces, account) if a.days.sharp]
        return max(d.end for d in sharp) - min(d.start for d in sharp) + 1 if sharp else 0

    def bars(self, account: Account) -> bool:
        """Whether the place changed hands in one direction here and, after a quiet day, in the other there."""
        return any(opposite(account, turn) for turn in self.turns)

    @property
    def families(self) -> frozenset[str]:
        """The families of its tellings."""
        return frozenset(a.family for a in self.members)

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


def means(cluster: Cluster) -> frozenset[str]:
    """The ways in which its tellings say that force was used."""
    return frozenset(way for a in cluster.members if (way := MEANS.get(a.telling.mode or "")))


def together(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """First and last day of two extents."""
    return min(one[0], other[0]), max(one[1], other[1])


class Joining:
    """Clusters to be made one, never across what parts them: no join makes an incident too long, or has a place taken and taken back."""

    def __init__(self, clusters: Sequence[Cluster], longest: int) -> None:
        """Each cluster alone; `longest` are the days that a joined one may last."""
        self.unions, self.longest = Unions(len(clusters)), longest
        self.extents = [extent(c) for c in clusters]
        self.turns = [list(c.turns) for c in clusters]

    def find(self, number: int) -> int:
        """The number that stands for the group."""
        return self.unions.find(number)

    def extent(self, number: int) -> tuple[int, int]:
        """First and last day of the group."""
        return self.extents[self.find(number)]

    def gap(self, one: int, other: int) -> int:
        """Days from the end of one group to the beginning of the next; 0 where they overlap."""
        (a, b), (c, d) = self.extent(one), self.extent(other)
        return max(0, a - d, c - b)

    def join(self, one: int, other: int) -> bool:
        """Whether the two groups are one now."""
        a, b = self.find(one), self.find(other)
        if a == b:
            return True
        first, last = whole = together(self.extents[a], self.extents[b])
        if last - first >= self.longest or parted(self.turns[a], self.turns[b]):
            return False
        turns = self.turns[a] + self.turns[b]
        root = self.unions.join(a, b)
        self.extents[root], self.turns[root] = whole, turns
        return True


def face(account: Account) -> tuple[object, ...]:
    """What makes a telling look different from another of the same cluster."""
    return account.sides, account.days, account.family, account.telling.mode, tuple(spot.key for spot in account.spots)


def fit(account: Account, cluster: Cluster, known: Background, least: float) -> Likeness | None:
    """The likeness to the face that is likest; that to the one which tells other victims, where one does.

    None may stand for a likeness of fewer points than `least`.
    """
    faces = [known_face for known_face in cluster.faces if clash(account, known_face)][:1] or cluster.faces
    found = (like for known_face in faces if (like := likeness_from(least, account, known_face, known)) is not None)
    return max(found, key=lambda like: like.points, default=None)


def home(account: Account, candidates: Iterable[Cluster], known: Background, enough: float) -> tuple[Cluster, Likeness] | None:
    """The likest of the clusters that may hold the account, the first of equals; None where none is like enough."""
    best, least = None, enough
    for cluster in candidates:
        found = fit(account, cluster, known, least)
        if found is None or found.points < least or (best is not None and found.points == least):
            continue
        if cluster.lasts(account) <= LONGEST and not cluster.bars(account):
            best, least = (cluster, found), found.points
    return best


def gather(accounts: Sequence[Account], keys: Keys, looked_up: Keys, known: Background, *, enough: float = WEIGHTS.enough) -> list[Cluster]:
    """Clusters of the accounts, which join in the order given. `keys` are those an account is found under, `looked_up` those it asks."""
    index: dict[Hashable, list[Cluster]] = defaultdict(list)
    clusters: list[Cluster] = []
    for account in accounts:
        near = {id(c): c for key in looked_up(account) if key in index for c in index[key][-HOT:]}
        best = home(account, near.values(), known, enough)
        if best is not None:
            cluster, like = best
            cluster.add(account, like.points, like.why)
        else:
            cluster = Cluster()
            cluster.add(account, enough, "first telling")
            clusters.append(cluster)
        for key in keys(account):
            if cluster not in index[key][-HOT:]:
                index[key].append(cluster)
    return clusters
