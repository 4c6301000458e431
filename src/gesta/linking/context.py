"""What a report is about tells where and when its vaguer tellings belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from gesta.linking.accounts import Account
from gesta.linking.blocks import about_between, between
from gesta.linking.clusters import HOT, Cluster
from gesta.linking.families import root
from gesta.linking.nearness import gap

#: Code points that lie at most between a telling and the one before it that says where it was.
RUN_ON = 600


class Places:
    """Placed clusters by report, and by party and day."""

    def __init__(self, clusters: Iterable[Cluster], titles: dict[str, str]) -> None:
        """Indexes the clusters; `titles` are folded titles by report."""
        self.titles = titles
        self.by_report: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
        self.by_party: dict[Hashable, list[Cluster]] = defaultdict(list)
        for cluster in clusters:
            self.add(cluster)

    def add(self, cluster: Cluster) -> None:
        """Takes one more cluster in."""
        for key in {(a.telling.report, root(a.family)) for a in cluster.members}:
            self.by_report[key].append(cluster)
        for day in dict.fromkeys(key for a in cluster.faces for key in between(a)):
            self.by_party[day].append(cluster)

    def told_beside(self, account: Account) -> list[Cluster]:
        """Placed clusters of the same report that the account could be about."""
        found = self.by_report.get((account.telling.report, root(account.family)), ())
        return [cluster for cluster in found if could_be(account, cluster)]

    def of_the_days(self, account: Account) -> list[Cluster]:
        """Placed clusters of any report with its parties and days, as long as they are few."""
        found: dict[int, Cluster] = {}
        for key in about_between(account):
            for cluster in self.by_party.get(key, ())[-HOT:]:
                if could_be(account, cluster):
                    found.setdefault(id(cluster), cluster)
            if len(found) > 1:
                break
        return list(found.values())

    def choice(self, account: Account) -> tuple[Cluster, str] | None:
        """The cluster that an account without a place belongs to, with the reason; None where that is open."""
        beside = self.told_beside(account)
        if len(beside) == 1:
            return beside[0], "the one of its kind in this report"
        if beside:
            return self.in_title(account, beside) or before(account, beside)
        if len(account.sides.all) < 2:
            return None
        only = self.of_the_days(account)
        return (only[0], "the only one of these parties in these days") if len(only) == 1 else None

    def in_title(self, account: Account, clusters: Sequence[Cluster]) -> tuple[Cluster, str] | None:
        """The one cluster whose place the report's title names."""
        title = self.titles.get(account.telling.report, "")
        named = [c for c in clusters if any(spot.name.casefold() in title for a in c.faces for spot in a.spots)]
        return (named[0], "the one that the title names") if len(named) == 1 else None


def could_be(account: Account, cluster: Cluster) -> bool:
    """Whether parties and days of an account do not speak against a cluster."""
    return any(compatible(account, known) for known in cluster.faces)


def compatible(one: Account, other: Account) -> bool:
    """Parties of which one telling names some or all of the other's; days at most one apart."""
    a, b = one.sides.all, other.sides.all
    return gap(one.days, other.days) <= 1 and (not a or not b or a <= b or b <= a)


def before(account: Account, clusters: Sequence[Cluster]) -> tuple[Cluster, str] | None:
    """The cluster of the telling that stands last before the account in its report."""
    start = account.telling.evidence_start
    found = [
        (member.telling.evidence_start, number)
        for number, cluster in enumerate(clusters)
        for member in cluster.members
        if member.telling.report == account.telling.report and start - RUN_ON <= member.telling.evidence_start <= start
    ]
    return (clusters[max(found)[1]], "told right after it") if found else None
