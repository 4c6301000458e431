"""What a report is about tells where and when its vaguer tellings belong."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from gesta.linking.accounts import POINT, REMEMBERED, Account, bare
from gesta.linking.blocks import about_between, between
from gesta.linking.clusters import HOT, Cluster
from gesta.linking.families import BLOWS, LASTING, MEANS, root
from gesta.linking.likeness import WEIGHTS, Background, Likeness, likeness, suspects, unarmed
from gesta.linking.nearness import gap
from gesta.linking.sides import complementary, kin, reversed_direction

#: Code points that lie at most between a telling and the one before it that says where it was.
RUN_ON = 300
#: Words of the longest place name that is looked for in a title.
LONGEST_NAME = 3
#: Targets that are hit every day and recall nothing.
COMMON = frozenset({"military-position", "settlement", "housing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """Points by which a report's own words lean to an incident, and how far the best must stand out."""

    beside: float = 1.0
    right_after: float = 1.5
    title: float = 1.5
    target: float = 1.5
    margin: float = 1.0


LEANING = Leaning()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The cluster that an account belongs to, with points and reason."""

    cluster: Cluster
    points: float
    why: str


def names_in(title: str) -> frozenset[str]:
    """Every run of one to three words of a title as a place name is compared."""
    words = title.split()
    runs = (" ".join(words[i : i + n]) for n in range(1, LONGEST_NAME + 1) for i in range(len(words) - n + 1))
    return frozenset(bare(run.strip(".,:;!?\"'“”‘’()")) for run in runs)


class Places:
    """Clusters that say where they were, by report, party and day, place name and target."""

    def __init__(self, clusters: Iterable[Cluster], titles: Mapping[str, str], known: Background) -> None:
        """Indexes the clusters; `titles` are those of the reports."""
        self.known = known
        self.names = {report: names_in(title) for report, title in titles.items()}
        self.by_report: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self.by_party: dict[Hashable, list[Cluster]] = defaultdict(list)
        self.by_name: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self.by_target: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self.in_order: dict[tuple[str, str], list[tuple[int, int, Cluster]]] = defaultdict(list)
        for cluster in clusters:
            self.add(cluster)

    def add(self, cluster: Cluster) -> None:
        """Takes one more cluster in."""
        for key in dict.fromkeys((a.telling.report, root(a.family)) for a in cluster.members):
            self.by_report[key].append(cluster)
        for account in cluster.members:
            self.place(account, cluster)
        for day in dict.fromkeys(key for a in cluster.faces for key in between(a)):
            self.by_party[day].append(cluster)
        for name in dict.fromkeys((bare(spot.name), root(a.family)) for a in cluster.faces for spot in a.spots):
            self.by_name[name].append(cluster)
        for target in dict.fromkeys((target, root(a.family)) for a in cluster.members for target in a.telling.targets):
            self.by_target[target].append(cluster)

    def note(self, account: Account, cluster: Cluster) -> None:
        """Remembers that a report tells a cluster, after one of its tellings was found to belong there."""
        told = self.by_report[account.telling.report, root(account.family)]
        if cluster not in told:
            told.append(cluster)
        self.place(account, cluster)

    def place(self, account: Account, cluster: Cluster) -> None:
        """Keeps where in its report a telling stands."""
        order = self.in_order[account.telling.report, root(account.family)]
        insort(order, (account.telling.evidence_start, account.position, cluster), key=lambda told: told[:2])

    def before(self, account: Account) -> Cluster | None:
        """The cluster of the telling that stands last before the account in its report, not far before it."""
        start = account.telling.evidence_start
        order = self.in_order.get((account.telling.report, root(account.family)), [])
        at = bisect_right(order, start, key=lambda told: told[0]) - 1
        return order[at][2] if at >= 0 and order[at][0] >= start - RUN_ON else None

    def choice(self, account: Account) -> Choice | None:
        """The cluster that an account without a place belongs to; None where none is like enough, or two are alike."""
        found = sorted(self.leanings(account), key=lambda c: -c.points)
        if not found or found[0].points < WEIGHTS.enough:
            return None
        return found[0] if len(found) == 1 or found[0].points - found[1].points >= LEANING.margin else None

    def leanings(self, account: Account) -> Iterable[Choice]:
        """Every cluster that the account could belong to, with its points: likeness, and what the report's own words add."""
        kind, names = root(account.family), self.names.get(account.telling.report, frozenset())
        beside = self.by_report.get((account.telling.report, kind), ())
        titled = [c for name in sorted(names) for c in self.by_name.get((name, kind), ())[-HOT:]]
        hit = [c for t in account.telling.targets if t not in COMMON for c in self.by_target.get((t, kind), ())[-HOT:]]
        last = self.before(account)
        for cluster in {id(c): c for c in (*beside, *titled, *hit, *self.about(account))}.values():
            faces = [face for face in cluster.faces if compatible(account, face) and reachable(account, face)]
            if not faces or cluster.bars(account):
                continue
            points, why = max((likely(account, face, self.known) for face in faces), key=lambda likely: likely[0])
            extras = (
                (cluster in beside, LEANING.beside, "told in the same report"),
                (cluster is last, LEANING.right_after, "right after it"),
                (any(bare(s.name) in names for f in cluster.faces for s in f.spots), LEANING.title, "the title names the place"),
                (cluster in hit, LEANING.target, "the same target"),
            )
            leans = [(extra, reason) for holds, extra, reason in extras if holds]
            yield Choice(
                cluster=cluster,
                points=points + sum(extra for extra, _ in leans),
                why="; ".join([*([why] if why else []), *(f"{reason} ({extra:+.1f})" for extra, reason in leans)]),
            )

    def about(self, account: Account) -> list[Cluster]:
        """The clusters with one of its parties in its days, at most some for each."""
        found = {id(c): c for key in about_between(account) for c in self.by_party.get(key, ())[-HOT:]}
        return list(found.values())


def likely(one: Account, face: Account, known: Background) -> tuple[float, str]:
    """Points and reasons; a day that is not told speaks neither for nor against what lies weeks back."""
    like = likeness(one, face, known)
    if one.days.told or gap(one.days, face.days) <= 1:
        return like.points, like.why
    rest = Likeness(parts=tuple(part for part in like.parts if part[0] != "time"))
    return rest.points, rest.why


def reachable(one: Account, face: Account) -> bool:
    """Whether days allow it: the same, or the next where both may last or one is not told; weeks back where no day is told."""
    apart = gap(one.days, face.days)
    if one.days.told:
        lasting = one.family in LASTING and face.family in LASTING
        return apart == 0 or (apart == 1 and (lasting or not face.days.told))
    return apart <= 1 or 0 <= one.telling.known.toordinal() - face.days.start <= REMEMBERED


def compatible(one: Account, other: Account) -> bool:
    """Parties of which one telling names some or all of the other's, no other means, no other kind of victims."""
    a, b = one.sides.all, other.sides.all
    here, there = MEANS.get(one.telling.mode or ""), MEANS.get(other.telling.mode or "")
    if (here and there and here != there) or {unarmed(one), unarmed(other)} == {True, False} or suspects(one, other):
        return False
    if there in BLOWS and not here and (wide(one) or reversed_direction(one.sides, other.sides)):
        return False
    return not a or not b or a <= b or b <= a or kin(a, b) or complementary(one.sides, other.sides)


def wide(account: Account) -> bool:
    """Whether it is told of a whole province or country: fighting there is no single blow."""
    prec = account.telling.where_prec
    return prec is not None and prec > POINT and account.telling.place_told
