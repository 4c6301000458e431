"""What a report is about tells where and when its vaguer tellings belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from gesta.linking.accounts import Account, bare
from gesta.linking.blocks import about_between, between
from gesta.linking.clusters import HOT, Cluster
from gesta.linking.families import LASTING, MEANS, root
from gesta.linking.likeness import unarmed
from gesta.linking.nearness import gap
from gesta.linking.sides import complementary

#: Code points that lie at most between a telling and the one before it that says where it was.
RUN_ON = 300
#: Days after which a report's title no longer brings an incident back by its place alone.
REMEMBERED = 45
#: Words of the longest place name that is looked for in a title.
LONGEST_NAME = 3

#: Targets that are hit every day and recall nothing.
COMMON = frozenset({"military-position", "settlement", "housing"})

Choice = tuple[Cluster, str]


def names_in(title: str) -> frozenset[str]:
    """Every run of one to three words of a title as a place name is compared."""
    words = title.split()
    runs = (" ".join(words[i : i + n]) for n in range(1, LONGEST_NAME + 1) for i in range(len(words) - n + 1))
    return frozenset(bare(run.strip(".,:;!?\"'“”‘’()")) for run in runs)


class Places:
    """Placed clusters by report, by party and day, and by name."""

    def __init__(self, clusters: Iterable[Cluster], titles: Mapping[str, str]) -> None:
        """Indexes the clusters; `titles` are those of the reports."""
        self.names = {report: names_in(title) for report, title in titles.items()}
        self.by_report: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self.by_party: dict[Hashable, list[Cluster]] = defaultdict(list)
        self.by_name: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self.by_target: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            self.add(cluster)

    def add(self, cluster: Cluster) -> None:
        """Takes one more cluster in."""
        for key in dict.fromkeys((a.telling.report, root(a.family)) for a in cluster.members):
            self.by_report[key].append(cluster)
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

    def recalled(self, account: Account) -> Choice | None:
        """For an account whose day is not told: the one thing of weeks past that it can mean, by what was hit, else by its report."""
        if account.days.told:
            return None
        kind = root(account.family)
        hit = {id(c): c for t in account.telling.targets if t not in COMMON for c in self.by_target.get((t, kind), ())[-HOT:]}
        found = [c for c in hit.values() if remembered(account, c)]
        if len(found) == 1:
            return found[0], f"the only {'/'.join(sorted(set(account.telling.targets) - COMMON))} hit in these weeks"
        told = [c for c in self.by_report.get((account.telling.report, kind), ()) if remembered(account, c)]
        return (told[0], "the one that its report goes back to") if len(told) == 1 else None

    def choice(self, account: Account) -> Choice | None:
        """The cluster that an account without a place belongs to, with the reason; None where that is open."""
        beside = [c for c in self.by_report.get((account.telling.report, root(account.family)), ()) if could_be(account, c)]
        found = (self.titled(account, beside) if len(beside) > 1 else None) or before(account, beside) or self.of_title(account)
        if found is None and len(beside) == 1:
            return beside[0], "the one of its kind in this report"
        return found if found or beside else self.of_days(account)

    def titled(self, account: Account, clusters: Sequence[Cluster]) -> Choice | None:
        """The one cluster whose place the report's title names."""
        names = self.names.get(account.telling.report, frozenset())
        found = [c for c in clusters if any(bare(spot.name) in names for a in c.faces for spot in a.spots)]
        return (found[0], "the one that the title names") if len(found) == 1 else None

    def of_title(self, account: Account) -> Choice | None:
        """The latest cluster of any report at a place that the title names."""
        names = self.names.get(account.telling.report, frozenset())
        found = {id(c): c for name in sorted(names) for c in self.by_name.get((name, root(account.family)), ())[-HOT:]}
        fitting = [c for c in found.values() if remembered(account, c)]
        best = max(fitting, key=lambda c: (-quiet(account, c), max(a.days.start for a in c.faces)), default=None)
        return (best, "the last at the place that the title names") if best is not None else None

    def of_days(self, account: Account) -> Choice | None:
        """The one cluster of any report with the parties and days of an account; one party is enough where the day is told."""
        if len(account.sides.all) < (1 if account.days.sharp else 2):
            return None
        found = [cluster for cluster in self.about(account) if could_be(account, cluster)]
        return (found[0], "the only one of these parties in these days") if len(found) == 1 else None

    def about(self, account: Account) -> list[Cluster]:
        """The clusters with one of its parties in its days, at most some for each."""
        found = {id(c): c for key in about_between(account) for c in self.by_party.get(key, ())[-HOT:]}
        return list(found.values())


def could_be(account: Account, cluster: Cluster) -> bool:
    """Whether parties, means and days of an account do not speak against a cluster."""
    return any(compatible(account, known) and near_enough(account, known) for known in cluster.faces)


def near_enough(one: Account, other: Account) -> bool:
    """The same days, or the next where both may last or one of them is not told."""
    apart = gap(one.days, other.days)
    lasting = one.family in LASTING and other.family in LASTING
    return apart == 0 or (apart == 1 and (lasting or not (one.days.told and other.days.told)))


def compatible(one: Account, other: Account) -> bool:
    """Parties of which one telling names some or all of the other's, no other means, no other kind of victims."""
    a, b = one.sides.all, other.sides.all
    here, there = MEANS.get(one.telling.mode or ""), MEANS.get(other.telling.mode or "")
    if (here and there and here != there) or {unarmed(one), unarmed(other)} == {True, False}:
        return False
    return not a or not b or a <= b or b <= a or complementary(one.sides, other.sides)


def quiet(account: Account, cluster: Cluster) -> int:
    """Days between an account and the nearest of a cluster's."""
    return min(gap(account.days, known.days) for known in cluster.faces)


def remembered(account: Account, cluster: Cluster) -> bool:
    """Whether a cluster may be what an account at that place tells: its day where one is told, else not long before the report."""
    if not any(compatible(account, known) for known in cluster.faces):
        return False
    if account.days.told:
        return any(near_enough(account, known) for known in cluster.faces)
    known = account.telling.known.toordinal()
    return any(0 <= known - face.days.start <= REMEMBERED for face in cluster.faces)


def before(account: Account, clusters: Sequence[Cluster]) -> Choice | None:
    """The cluster of the telling that stands last before the account in its report."""
    start = account.telling.evidence_start
    found = [
        (member.telling.evidence_start, number)
        for number, cluster in enumerate(clusters)
        for member in cluster.members
        if member.telling.report == account.telling.report and start - RUN_ON <= member.telling.evidence_start <= start
    ]
    return (clusters[max(found)[1]], "told right after it") if found else None
