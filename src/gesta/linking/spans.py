"""Acts told of several places at once: one act there, or a sum of what is told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

from gesta.linking.accounts import Account
from gesta.linking.blocks import about_placed, placed
from gesta.linking.clusters import LONGEST, Cluster, extent, gather, together
from gesta.linking.likeness import WEIGHTS, Background, likeness
from gesta.linking.unions import Unions

#: A telling that names more places than this is a round-up and joins nothing.
ROUND_UP = 5
#: Share of the reports on the less told of two places that must tell both in one breath, for one act at both.
IN_ONE_BREATH = 0.5


def spanned(clusters: Sequence[Cluster], several: Sequence[Account], known: Background) -> list[Cluster]:
    """The clusters with tellings of several places added.

    Clusters that enough reports tell in one breath become one, unless each has a toll of its own. A telling of clusters that stay apart is
    a summary of them.
    """
    index: dict[Hashable, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for key in dict.fromkeys(key for a in cluster.members for key in placed(a)):
            index[key].append(number)
    touched = [touching(account, clusters, index, known) for account in several]
    unions = one_act(clusters, several, touched, known)
    homes = gathered(clusters, unions, "one act at several places")
    found = list({id(c): c for c in homes}.values())
    new = []
    for account, numbers in zip(several, touched, strict=True):
        whole = list({id(homes[n]): homes[n] for n in numbers}.values())
        if not whole:
            new.append(account)
        elif len(whole) == 1 and whole[0].lasts(account) <= LONGEST:
            whole[0].add(account, WEIGHTS.enough, "told of several places at once")
        elif len(whole) > 1:
            found.append(summary(account, whole))
        else:
            new.append(account)
    return [*found, *gather(new, placed, about_placed, known)]


def touching(account: Account, clusters: Sequence[Cluster], index: Mapping[Hashable, Sequence[int]], known: Background) -> list[int]:
    """Numbers of the clusters at the places of an account that are like enough to it."""
    numbers = sorted({number for key in about_placed(account) for number in index.get(key, ())})
    return [n for n in numbers if any(likeness(account, a, known).points >= WEIGHTS.enough for a in clusters[n].faces)]


def one_act(clusters: Sequence[Cluster], several: Sequence[Account], touched: Sequence[Sequence[int]], known: Background) -> Unions:
    """Which clusters are one act: by the reports that tell both in one breath against those that tell either."""
    breaths: Counter[tuple[int, int]] = Counter()
    seen: set[tuple[int, int, str]] = set()
    for account, numbers in zip(several, touched, strict=True):
        copy = known.copies[account.telling.report]
        for pair in combinations(numbers, 2) if len(account.spots) <= ROUND_UP else ():
            breaths[pair] += (*pair, copy) not in seen
            seen.add((*pair, copy))
    unions = Unions(len(clusters))
    extents = [extent(c) for c in clusters]
    for (one, other), count in sorted(breaths.items()):
        told = min(len(copies(clusters[one], known)), len(copies(clusters[other], known)))
        first, last = whole = together(extents[unions.find(one)], extents[unions.find(other)])
        apart = told_apart(clusters[one], known) and told_apart(clusters[other], known)
        if count >= IN_ONE_BREATH * told and not apart and last - first < LONGEST:
            extents[unions.join(one, other)] = whole
    return unions


def gathered(clusters: Sequence[Cluster], unions: Unions, why: str) -> list[Cluster]:
    """For each cluster the one that it now belongs to."""
    homes = [clusters[unions.find(number)] for number in range(len(clusters))]
    for cluster, home in zip(clusters, homes, strict=True):
        if cluster is not home:
            home.take(cluster, why)
    return homes


def summary(account: Account, parts: Sequence[Cluster]) -> Cluster:
    """A cluster of its own for a telling that sums others up."""
    found = Cluster(summary=True, parts=list(parts))
    found.add(account, WEIGHTS.enough, f"a sum of {len(parts)} that are told apart")
    return found


def copies(cluster: Cluster, known: Background) -> frozenset[str]:
    """The reports that tell a cluster, printings of one copy once."""
    return frozenset(known.copies[a.telling.report] for a in cluster.members)


def told_apart(cluster: Cluster, known: Background) -> bool:
    """Whether somebody gives it a toll of its own."""
    return any(known.tolls.get(a.ref) for a in cluster.members if a.spots)
