"""Which figures belong to which tellings, and to which incident each figure is tied."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, overload

from gesta.linking.accounts import PERIOD, Account, bare
from gesta.linking.clusters import Cluster, extent
from gesta.linking.families import root
from gesta.linking.likeness import unarmed
from gesta.linking.sides import is_code, party
from gesta.model import Claim

Toll = tuple[str, str | None, int]
#: Code points from a telling within which a figure is told with it.
NEAR = 250
#: From this number on, the same number of one effect in two reports is seldom chance.
TELLING = 30
#: What a figure of this effect may come of, the likeliest first.
CAUSES: Mapping[str, tuple[str, ...]] = {"captured": ("force", "settlement"), "detained": ("force",), "missing": ("force",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """The incident that a figure belongs to, and the telling that it was told with; `score` in 0 to 1, `why` in words."""

    claim: Claim
    cluster: Cluster
    account: Account | None
    score: float
    why: str


def overlap(claim: Claim, account: Account) -> int:
    """Code points that the evidence of both share."""
    telling = account.telling
    return min(claim.evidence_end, telling.evidence_end) - max(claim.evidence_start, telling.evidence_start)


class InReport(Sequence[Account]):
    """The accounts of one report in the order of its text, found by key and by place without going through them all."""

    def __init__(self, accounts: Iterable[Account] = ()) -> None:
        """Sorts them."""
        self.own = sorted(accounts, key=lambda a: a.position)
        self.by_key = {a.telling.key: a for a in reversed(self.own)}
        self.acts = [a for a in self.own if root(a.family) == "force" and a.stance == "real"]
        self.starts = [a.telling.evidence_start for a in self.acts]
        self.longest = max((a.telling.evidence_end - a.telling.evidence_start for a in self.acts), default=0)
        self.parties = frozenset().union(*(a.sides.all for a in self.own))

    @overload
    def __getitem__(self, index: int) -> Account: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Account]: ...
    def __getitem__(self, index: int | slice) -> Account | Sequence[Account]:
        """By place."""
        return self.own[index]

    def __len__(self) -> int:
        """How many."""
        return len(self.own)

    def near(self, start: int, end: int) -> list[Account]:
        """The acts of force whose words may share a code point with `start:end`."""
        return self.acts[bisect_left(self.starts, start - self.longest) : bisect_left(self.starts, end)]


NOTHING: Final = InReport()


def of_clause(claim: Claim, told: InReport) -> Account | None:
    """The act of force whose words a figure shares most of."""
    shared = [(overlap(claim, a), -a.position, a) for a in told.near(claim.evidence_start, claim.evidence_end)]
    best = max(shared, key=lambda s: s[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def by_report(accounts: Iterable[Account]) -> dict[str, InReport]:
    """The accounts of each report."""
    found: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        found[account.telling.report].append(account)
    return {report: InReport(own) for report, own in found.items()}


def tolls(claims: Iterable[Claim], accounts: Mapping[str, InReport]) -> dict[str, frozenset[Toll]]:
    """The numbers told with each telling, by its ref. "No casualties" is one too: it is the toll of that act and no other."""
    found: dict[str, set[Toll]] = defaultdict(set)
    for claim in claims:
        number = claim.best if claim.best is not None else claim.low
        account = of_clause(claim, accounts.get(claim.report, NOTHING))
        if number is not None and account is not None and claim.era == "current":
            found[account.ref].add((claim.effect, party(claim.side) if claim.side else None, number))
    return {ref: frozenset(numbers) for ref, numbers in found.items()}


def bonds(claims: Sequence[Claim], accounts: Mapping[str, InReport], homes: Mapping[str, Cluster]) -> list[Bond]:
    """A bond for each figure that belongs to an incident.

    By its telling, by place or nearness in its report, by a war's years; what is still open goes where the same number belongs in other
    reports, or where the other figures of its report do.
    """
    wars = by_parties(homes.values())
    views = {key: view(c) for key, c in {id(c): c for c in homes.values()}.items()}
    found: dict[str, Bond] = {}
    for claim in claims:
        own = accounts.get(claim.report, NOTHING)
        bond = of_telling(claim, own, homes) or of_war(claim, own, wars) or of_report(claim, own, homes, views)
        if bond is not None:
            found[claim.ref] = bond
    numbers = by_number(found.values())
    for claim in claims:
        old = found.get(claim.ref)
        if old is None or (claim.start is None and old.account is None):
            bond = of_number(claim, accounts.get(claim.report, NOTHING), numbers)
            if bond is not None:
                found[claim.ref] = bond
    beside = by_claims_report(found.values())
    for claim in claims:
        if claim.ref not in found and len(beside.get(claim.report, ())) == 1:
            cluster = beside[claim.report][0]
            found[claim.ref] = Bond(claim=claim, cluster=cluster, account=None, score=0.4, why="as the other figures of its report")
    return [found[claim.ref] for claim in claims if claim.ref in found]


def of_telling(claim: Claim, own: InReport, homes: Mapping[str, Cluster]) -> Bond | None:
    """The incident of the telling that a figure is told with: by its event, else by the words that they share."""
    account = own.by_key.get(claim.event or "") or of_clause(claim, own)
    if account is None or account.ref not in homes or too_few(claim, account):
        return None
    why = "told with its event" if account.telling.key == claim.event else "told in the same words"
    return Bond(claim=claim, cluster=homes[account.ref], account=account, score=0.9, why=why)


def too_few(claim: Claim, account: Account) -> bool:
    """Whether what is told is a war as a whole, and the figure no sum of it: the dead of a day, told beside the war's name."""
    return account.war and not claim.cumulative and claim.era != "background"


def by_number(found: Iterable[Bond]) -> dict[tuple[str, int], list[tuple[int, Cluster]]]:
    """The incidents to which a number of an effect belongs by its own report, each with so many reports, the most first."""
    told: dict[tuple[str, int], dict[int, tuple[Cluster, set[str]]]] = defaultdict(dict)
    for bond in found:
        number = bond.claim.best or bond.claim.low or 0
        if number >= TELLING:
            told[bond.claim.effect, number].setdefault(id(bond.cluster), (bond.cluster, set()))[1].add(bond.claim.report)
    return {key: sorted(((len(r), c) for c, r in homes.values()), key=lambda h: -h[0]) for key, homes in told.items()}


def of_number(claim: Claim, own: InReport, numbers: Mapping[tuple[str, int], Sequence[tuple[int, Cluster]]]) -> Bond | None:
    """The incident of the report's parties to which the same number belongs in other reports; twice as many as for any other."""
    named = own.parties
    found = [(count, c) for count, c in numbers.get((claim.effect, claim.best or claim.low or 0), ()) if fought(c) <= named]
    if not found or (len(found) > 1 and found[0][0] < 2 * found[1][0]):
        return None
    return Bond(claim=claim, cluster=found[0][1], account=None, score=0.4, why="the same number as in other reports")


def by_claims_report(found: Iterable[Bond]) -> dict[str, list[Cluster]]:
    """The incidents to which the figures of each report belong."""
    homes: dict[str, list[Cluster]] = defaultdict(list)
    for bond in found:
        if bond.cluster not in homes[bond.claim.report]:
            homes[bond.claim.report].append(bond.cluster)
    return homes


def of_report(claim: Claim, own: InReport, homes: Mapping[str, Cluster], views: Mapping[int, View]) -> Bond | None:
    """The incident of the report that the figure's effect, side and time allow: the one at its place, else the one told nearest to it."""
    causes = CAUSES.get(claim.effect, ("force",))
    fitting: dict[int, tuple[tuple[int, bool, bool, int, int, int], Account]] = {}
    for account in own:
        cluster = homes.get(account.ref)
        if cluster is None or too_few(claim, account):
            continue
        if account.stance == "real" and root(account.family) in causes and allows(views[id(cluster)], claim):
            seen, far = views[id(cluster)], away(claim, account)
            cause = causes.index(root(account.family))
            rank = (cause, not shares_place(seen, claim), far > NEAR, -seen.reports, far, account.position)
            fitting[id(cluster)] = min(fitting.get(id(cluster), (rank, account)), (rank, account), key=lambda f: f[0])
    if not fitting:
        return None
    _, account = min(fitting.values(), key=lambda f: f[0])
    alone = len(fitting) == 1
    why = "the only incident of its report that it can be of" if alone else "the most told of the incidents near it"
    return Bond(claim=claim, cluster=homes[account.ref], account=None, score=0.7 if alone else 0.5, why=why)


def away(claim: Claim, account: Account) -> int:
    """Code points from a telling to a figure after it; twice as far where the figure comes first."""
    after = claim.evidence_start - account.telling.evidence_end
    return max(0, after) if after >= 0 else 2 * max(0, account.telling.evidence_start - claim.evidence_end)


def by_parties(clusters: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    """The wars of months and years, by each of their parties."""
    found: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in {id(c): c for c in clusters}.values():
        if cluster.founder.days.period and cluster.founder.stance == "real" and root(cluster.founder.family) == "force":
            for name in sorted(fought(cluster)):
                found[name].append(cluster)
    return found


def of_war(claim: Claim, own: InReport, wars: Mapping[str, Sequence[Cluster]]) -> Bond | None:
    """The war of the report's parties in the months or years that a background figure tells, told by other reports."""
    if claim.era != "background" or claim.start is None or claim.end is None or (claim.end - claim.start).days < PERIOD:
        return None
    named = own.parties
    start, end = claim.start.toordinal(), claim.end.toordinal()
    candidates = {id(c): c for name in sorted(named) for c in wars.get(name, ())}
    fitting = [c for c in candidates.values() if fought(c) <= named and min(end, extent(c)[1]) >= max(start, extent(c)[0])]
    if len(fitting) != 1:
        return None
    return Bond(claim=claim, cluster=fitting[0], account=None, score=0.5, why="the war of these parties in those years")


def fought(cluster: Cluster) -> frozenset[str]:
    """The parties of a cluster."""
    return frozenset().union(*(a.sides.all for a in cluster.faces))


def suffered(cluster: Cluster) -> frozenset[str]:
    """The parties whose residents were hit, where all tellings say that residents alone were; those who killed them lost nobody."""
    if any(unarmed(a) is not True for a in cluster.faces):
        return frozenset()
    return frozenset().union(*(a.sides.b for a in cluster.faces))


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a figure is held against, made once for each incident: its days, whose losses it may have, its places, its reports."""

    start: int
    end: int
    parties: frozenset[str]
    places: frozenset[str]
    reports: int


def view(cluster: Cluster) -> View:
    """The view of a cluster."""
    start, end = extent(cluster)
    return View(
        start=start,
        end=end,
        parties=suffered(cluster) or fought(cluster),
        places=frozenset(bare(spot.name) for a in cluster.faces for spot in a.spots),
        reports=len({a.telling.report for a in cluster.members}),
    )


def allows(seen: View, claim: Claim) -> bool:
    """Whether nothing in a figure speaks against an incident."""
    start, end = seen.start, seen.end
    if claim.start is not None or claim.end is not None:
        first = (claim.start or claim.end or claim.known).toordinal()
        last = (claim.end or claim.start or claim.known).toordinal()
        if last < start - 1 or (claim.era == "background" and first > end + 1):
            return False
        if (last - first >= PERIOD) != (end - start >= PERIOD) and claim.era == "background":
            return False
    elif claim.era == "background" and end < claim.known.toordinal() - PERIOD:
        return False
    return not (claim.side and is_code(claim.side) and seen.parties) or party(claim.side) in seen.parties


def shares_place(seen: View, claim: Claim) -> bool:
    """Whether the figure's places are the incident's."""
    return any(bare(name) in seen.places for name in claim.places)
