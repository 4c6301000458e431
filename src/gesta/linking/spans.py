"""Acts told of several places at once: one act there, or a sum of what is told apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from gesta.linking.accounts import Account, Spot, bare, part_of
from gesta.linking.blocks import about_placed, placed
from gesta.linking.clusters import LONGEST, Cluster, Joining, gather, means
from gesta.linking.families import BLOWS
from gesta.linking.likeness import BESIDE, WEIGHTS, Background, likeness
from gesta.linking.nearness import km

#: A telling that names more places than this is a round-up and joins nothing.
ROUND_UP = 5
#: Share of the reports on the less told of two places that must tell both in one breath, for one act at both.
IN_ONE_BREATH = 0.5
DEATHS = frozenset({"killed", "killed_or_missing", "casualties"})


def spanned(clusters: Sequence[Cluster], several: Sequence[Account], known: Background) -> list[Cluster]:
    """The clusters with tellings of several places added.

    Clusters that enough reports tell in one breath become one, unless each has a toll of its own. A telling of clusters that stay apart
    is a sum of the likest at each of its places; of the one, where that is the likest at all of them.
    """
    index: dict[Hashable, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for key in dict.fromkeys(key for a in cluster.members for key in placed(a)):
            index[key].append(number)
    touched = [touching(account, clusters, index, known) for account in several]
    homes = gathered(clusters, one_act(clusters, several, touched, known), "one act at several places")
    found = list({id(c): c for c in homes}.values())
    new = []
    for account, points in zip(several, touched, strict=True):
        wholes = at_places(account, points, homes)
        if len(wholes) > 1:
            found.append(summary(account, wholes))
        elif wholes and takes(wholes[0], account):
            wholes[0].add(account, WEIGHTS.enough, "told of several places at once", seen=of_it(account, wholes[0]))
        else:
            new.append(account)
    return [*found, *gather(new, placed, about_placed, known)]


def takes(cluster: Cluster, account: Account) -> bool:
    """Whether the cluster may hold the account."""
    return cluster.lasts(account) <= LONGEST and not cluster.bars(account)


def at_places(account: Account, points: Mapping[int, float], homes: Sequence[Cluster]) -> list[Cluster]:
    """What the clusters touched became: for each place of the account the likest one there, each once."""
    best: dict[str, tuple[float, Cluster]] = {}
    for number, value in sorted(points.items()):
        for spot in account.spots:
            known = best.get(spot.key)
            if (known is None or known[0] < value) and any(beside(spot, there) for a in homes[number].faces for there in a.spots):
                best[spot.key] = value, homes[number]
    return list({id(cluster): cluster for _, cluster in best.values()}.values())


def of_it(account: Account, cluster: Cluster) -> Account:
    """The account with no other places than the cluster's own, so that it does not lead to what was elsewhere."""
    own = [spot for face in cluster.faces for spot in face.spots]
    return replace(account, spots=tuple(spot for spot in account.spots if any(beside(spot, there) for there in own)))


def beside(one: Spot, other: Spot) -> bool:
    """Whether two spots are one place, or beside one another."""
    distance = km(one, other)
    return bare(one.name) == bare(other.name) or part_of(one, other) if distance is None else distance <= BESIDE


def touching(account: Account, clusters: Sequence[Cluster], index: Mapping[Hashable, Sequence[int]], known: Background) -> dict[int, float]:
    """The clusters at the places of an account that are like enough to it, by number, with points."""
    numbers = sorted({number for key in about_placed(account) for number in index.get(key, ())})
    points = {n: max(likeness(account, face, known).points for face in clusters[n].faces) for n in numbers}
    return {n: value for n, value in points.items() if value >= WEIGHTS.enough and not clusters[n].bars(account)}


def one_act(clusters: Sequence[Cluster], several: Sequence[Account], touched: Sequence[Mapping[int, float]], known: Background) -> Joining:
    """Which clusters are one act: by the reports that tell both in one breath against those that tell either."""
    breaths: Counter[tuple[int, int]] = Counter()
    seen: set[tuple[int, int, str]] = set()
    for account, numbers in zip(several, touched, strict=True):
        copy = known.copies[account.telling.report]
        # What is told of a week or a month sums up what was done in it.
        one_breath = len(account.spots) <= ROUND_UP and (account.days.sharp or not account.days.told)
        for pair in combinations(numbers, 2) if one_breath else ():
            breaths[pair] += (*pair, copy) not in seen
            seen.add((*pair, copy))
    joining = Joining(clusters, LONGEST)
    for (one, other), count in sorted(breaths.items()):
        told = min(len(copies(clusters[one], known)), len(copies(clusters[other], known)))
        apart = told_apart(clusters[one], known) and told_apart(clusters[other], known)
        if count >= IN_ONE_BREATH * told and not apart and one_way(clusters[one], clusters[other], joining.gap(one, other)):
            joining.join(one, other)
    return joining


def one_way(one: Cluster, other: Cluster, quiet: int) -> bool:
    """Whether means and days allow one act: a raid from the air is no shelling, and a blow is of its day; fighting goes on to the next.

    Two towns that change hands are two.
    """
    here, there = means(one), means(other)
    if (here and there and not here & there) or (one.turns and other.turns):
        return False
    return quiet <= (0 if BLOWS & (here | there) else 1)


def gathered(clusters: Sequence[Cluster], joining: Joining, why: str) -> list[Cluster]:
    """For each cluster the one that it now belongs to."""
    homes = [clusters[joining.find(number)] for number in range(len(clusters))]
    for cluster, home in zip(clusters, homes, strict=True):
        if cluster is not home:
            home.take(cluster, why)
    return homes


def summary(account: Account, parts: Sequence[Cluster]) -> Cluster:
    """A cluster of its own for a telling that sums others up."""
    found = Cluster(summary=True, parts=list(parts))
    found.add(account, WEIGHTS.enough, f"a sum of {len(parts)} that are told apart")
    return found


def without_sums_of_one(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters; a summary of what has turned out to be one is a telling of that one."""
    homes = {a.ref: c for c in clusters for a in c.members}
    kept = []
    for cluster in clusters:
        parts = {id(home): home for p in cluster.parts for a in p.members[:1] if (home := homes[a.ref]) is not cluster}
        whole = next(iter(parts.values()), None)
        if cluster.summary and len(parts) == 1 and whole is not None and all(takes(whole, a) for a in cluster.members):
            whole.take(cluster, "its parts are one")
        else:
            kept.append(cluster)
    return kept


def copies(cluster: Cluster, known: Background) -> frozenset[str]:
    """The reports that tell a cluster, printings of one copy once."""
    return frozenset(known.copies[a.telling.report] for a in cluster.members)


def told_apart(cluster: Cluster, known: Background) -> bool:
    """Whether somebody gives it dead of its own; two who were wounded in one part of a battle do not part it from the rest."""
    return any(effect in DEATHS for a in cluster.members if a.spots for effect, _, _ in known.tolls.get(a.ref, ()))
