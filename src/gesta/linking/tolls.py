"""Which figures belong to which tellings, and to which incident each figure is tied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gesta.linking.accounts import PERIOD, Account, bare
from gesta.linking.clusters import Cluster
from gesta.linking.families import root
from gesta.linking.runs import extent
from gesta.linking.sides import is_code, party
from gesta.model import Claim

Toll = tuple[str, str | None, int]
#: What a figure of this effect may come of, the likeliest first.
CAUSES: Mapping[str, tuple[str, ...]] = {"captured": ("force", "settlement"), "detained": ("force",), "missing": ("force",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """The incident that a figure belongs to; `score` in 0 to 1, `why` in words."""

    claim: Claim
    cluster: Cluster
    score: float
    why: str


def overlap(claim: Claim, account: Account) -> int:
    """Code points that the evidence of both share."""
    telling = account.telling
    return min(claim.evidence_end, telling.evidence_end) - max(claim.evidence_start, telling.evidence_start)


def of_clause(claim: Claim, accounts: Sequence[Account]) -> Account | None:
    """The telling that a figure is told with: by its event, else the act of force whose words it shares."""
    for account in accounts:
        if account.telling.key == claim.event:
            return account
    shared = [(overlap(claim, a), -a.position, a) for a in accounts if root(a.family) == "force" and a.stance == "real"]
    best = max(shared, key=lambda s: s[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def by_report(accounts: Iterable[Account]) -> dict[str, list[Account]]:
    """The accounts of each report in the order of its text."""
    found: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        found[account.telling.report].append(account)
    for own in found.values():
        own.sort(key=lambda a: a.position)
    return found


def tolls(claims: Iterable[Claim], accounts: Mapping[str, Sequence[Account]]) -> dict[str, frozenset[Toll]]:
    """The numbers told with each telling, by its ref. "No casualties" is one too: it is the toll of that act and no other."""
    found: dict[str, set[Toll]] = defaultdict(set)
    for claim in claims:
        number = claim.best if claim.best is not None else claim.low
        account = of_clause(claim, accounts.get(claim.report, ()))
        if number is not None and account is not None and claim.era == "current":
            found[account.ref].add((claim.effect, party(claim.side) if claim.side else None, number))
    return {ref: frozenset(numbers) for ref, numbers in found.items()}


def bonds(claims: Iterable[Claim], accounts: Mapping[str, Sequence[Account]], homes: Mapping[str, Cluster]) -> list[Bond]:
    """A bond for each figure that belongs to an incident: by its telling, by its place, else to what its report is mainly about."""
    found = []
    mains: dict[str, list[Cluster]] = {}
    for claim in claims:
        own = accounts.get(claim.report, ())
        account = of_clause(claim, own)
        if account is not None and account.ref in homes:
            why = "told with its event" if account.telling.key == claim.event else "told in the same words"
            found.append(Bond(claim=claim, cluster=homes[account.ref], score=0.9, why=why))
            continue
        if claim.report not in mains:
            mains[claim.report] = ranked(own, homes)
        if bond := of_report(claim, mains[claim.report]):
            found.append(bond)
    return found


def ranked(own: Sequence[Account], homes: Mapping[str, Cluster]) -> list[Cluster]:
    """The incidents that a report tells, the one with most tellings first, then in the order of the text."""
    counts: dict[int, tuple[int, int, Cluster]] = {}
    for account in own:
        if (cluster := homes.get(account.ref)) is not None and account.stance == "real":
            count, first, _ = counts.get(id(cluster), (0, account.position, cluster))
            counts[id(cluster)] = (count + 1, first, cluster)
    return [cluster for _, _, cluster in sorted(counts.values(), key=lambda c: (-c[0], c[1]))]


def of_report(claim: Claim, mains: Sequence[Cluster]) -> Bond | None:
    """The first of the report's incidents that the figure's effect, side, time and places allow."""
    causes = CAUSES.get(claim.effect, ("force",))
    fitting = [c for c in mains if root(c.founder.family) in causes and allows(c, claim)]
    fitting.sort(key=lambda c: (causes.index(root(c.founder.family)), not shares_place(c, claim)))
    if not fitting:
        return None
    alone = len(fitting) == 1
    return Bond(
        claim=claim, cluster=fitting[0], score=0.7 if alone else 0.5, why=f"the {'only' if alone else 'main'} incident of its report"
    )


def allows(cluster: Cluster, claim: Claim) -> bool:
    """Whether nothing in a figure speaks against an incident."""
    start, end = extent(cluster)
    if claim.start is not None or claim.end is not None:
        first = (claim.start or claim.end or claim.known).toordinal()
        last = (claim.end or claim.start or claim.known).toordinal()
        if last < start - 1 or (claim.era == "background" and first > end + 1):
            return False
        if (last - first >= PERIOD) != (end - start >= PERIOD) and claim.era == "background":
            return False
    elif claim.era == "background" and end < claim.known.toordinal() - PERIOD:
        return False
    named = frozenset().union(*(a.sides.all for a in cluster.faces))
    return not (claim.side and is_code(claim.side) and named) or party(claim.side) in named


def shares_place(cluster: Cluster, claim: Claim) -> bool:
    """Whether the figure's places are the incident's."""
    places = {bare(name) for name in claim.places}
    return any(bare(spot.name) in places for a in cluster.faces for spot in a.spots)
