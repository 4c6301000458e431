"""Accounts to incidents, step by step: acts at a place, acts without one, words, plans, wars long past, denials."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from gesta.linking.accounts import Account
from gesta.linking.blocks import about_between, about_placed, between, in_period, placed
from gesta.linking.clusters import Cluster, gather
from gesta.linking.context import Places
from gesta.linking.families import UNPLACED, root
from gesta.linking.likeness import WEIGHTS, Background, likeness
from gesta.linking.runs import joined
from gesta.linking.spans import spanned, without_sums_of_one


def grouped(accounts: Sequence[Account], known: Background, titles: Mapping[str, str]) -> list[Cluster]:
    """Every account in one cluster. The answer hangs on the accounts and their order alone, which is that of their content."""
    real = [a for a in accounts if a.stance == "real"]
    periods = [a for a in real if a.days.period]
    wars = [a for a in real if a.war]
    current = [a for a in real if not a.days.period and not a.war]
    acts = [a for a in current if a.family not in UNPLACED]
    words = [a for a in current if a.family in UNPLACED]
    plans = [a for a in accounts if a.stance == "planned"]
    denials = [a for a in accounts if a.stance == "denied"]
    return [
        *acting(acts, known, dict(titles)),
        *gather(sharp_first(words), between, about_between, known),
        *gather(plans, between, about_between, known),
        *gather(periods, in_period, in_period, known, enough=WEIGHTS.same_sides + WEIGHTS.loose_day),
        *gather(wars, in_period, in_period, known, enough=WEIGHTS.busy_sides + WEIGHTS.loose_day + WEIGHTS.same_family),
        *gather(denials, between, about_between, known),
    ]


def sharp_first(accounts: Iterable[Account]) -> list[Account]:
    """Those with a day of their own first, those of current news before background; else as they came."""
    return sorted(accounts, key=lambda a: (not a.days.sharp, a.telling.era == "background"))


def acting(acts: Sequence[Account], known: Background, titles: dict[str, str]) -> list[Cluster]:
    """Acts: at one place first, then at several, then those that only their report can place; what is told as one run is joined."""
    single = [a for a in acts if len(a.spots) == 1]
    several = [a for a in acts if len(a.spots) > 1]
    nowhere = [a for a in acts if not a.spots]
    clusters = gather(sharp_first(single), placed, about_placed, known)
    clusters = spanned(clusters, sharp_first(several), known)
    places = Places(clusters, titles, known)
    left = attached(attached(sharp_first(nowhere), places), places)  # twice: what was open may lean on what its report told later
    wide = gather(left, between, about_between, known)
    return without_sums_of_one(joined([*clusters, *wide], known))


def attached(accounts: Iterable[Account], places: Places) -> list[Account]:
    """Adds each account to the cluster that it belongs to; answers those for which that is open."""
    left = []
    for account in accounts:
        chosen = places.choice(account)
        if chosen is None:
            left.append(account)
            continue
        chosen.cluster.add(account, chosen.points, chosen.why)
        places.note(account, chosen.cluster)
    return left


def denied(clusters: Sequence[Cluster], known: Background) -> dict[int, list[Cluster]]:
    """The clusters of denials by the id of the cluster that they deny: by the coder's link, else the likest act in the same days."""
    places = Places([c for c in clusters if c.founder.stance == "real"], {}, known)
    homes = {a.ref: c for c in clusters for a in c.members if a.stance == "real"}
    found: dict[int, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.founder.stance == "denied":
            targets = {id(target): target for a in cluster.members if (target := denied_by(a, places, homes, known)) is not None}
            for key in targets:
                found[key].append(cluster)
    return found


def denied_by(account: Account, places: Places, homes: Mapping[str, Cluster], known: Background) -> Cluster | None:
    """What one telling denies; None where no telling fits."""
    report = account.telling.report
    for key in account.telling.denies:
        if (linked := homes.get(f"{report}:{key}")) is not None:
            return linked
    beside = places.by_report.get((report, root(account.family)), [])
    for candidates in (beside, places.about(account)):
        scored = [(max(likeness(account, a, known).points for a in c.faces), -n, c) for n, c in enumerate(candidates)]
        best = max(scored, key=lambda s: s[:2], default=None)
        if best is not None and best[0] >= WEIGHTS.enough - WEIGHTS.same_family:
            return best[2]
    return None
