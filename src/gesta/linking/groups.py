"""From clusters of tellings to the rows that are kept of them: incidents, episodes and conflict-days, and what is tied to each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gesta.linking.accounts import Account
from gesta.linking.clusters import Cluster
from gesta.linking.episodes import conflict_days, episodes
from gesta.linking.grouping import denied
from gesta.linking.knowledge import Subject, states
from gesta.linking.likeness import WEIGHTS, Background
from gesta.linking.naming import incident_id
from gesta.linking.tolls import Bond
from gesta.model import Granularity, Incident, Tie

#: Points above `enough` at which half of the doubt that is left is gone.
HALF_DOUBT = 2.0
GRANULARITIES: Final[tuple[Granularity, ...]] = ("incident", "episode", "conflict-day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every row needs beside its tellings: the source of each report, and when a newer version of it was known."""

    sources: Mapping[str, str]
    superseded: Mapping[str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An incident of one granularity with its tellings, reasons and denials, before its rows are made."""

    subject: Subject
    members: Sequence[Account]
    whys: Mapping[str, tuple[float, str]]
    denials: Sequence[Account] = ()


def named(clusters: Sequence[Cluster], known: Background) -> tuple[list[Group], dict[str, Cluster]]:
    """The groups of all granularities, and the cluster of each telling by its ref."""
    homes = {a.ref: c for c in clusters for a in c.members}
    ids = {id(c): incident_id(c.founder.ref, "incident") for c in clusters}
    wholes = larger(clusters, homes, ids)
    denials = denied(clusters, known)
    groups: list[Group] = []
    for cluster in clusters:
        against = [a for d in denials.get(id(cluster), ()) for a in d.members]
        parts = episodes(cluster)
        groups.append(
            Group(
                subject=subject(cluster, ids[id(cluster)], "incident", wholes.get(id(cluster)), len(parts)),
                members=cluster.members,
                whys=cluster.whys,
                denials=against,
            )
        )
        groups += episode_groups(cluster, parts, ids[id(cluster)])
    return [*groups, *day_groups(clusters)], homes


def larger(clusters: Sequence[Cluster], homes: Mapping[str, Cluster], ids: Mapping[int, str]) -> dict[int, str]:
    """The id of the summary that a cluster is a part of; a part that was joined with others is found by its first telling."""
    found: dict[int, str] = {}
    for whole in clusters:
        for part in (homes[p.members[0].ref] for p in whole.parts if p.members and p.members[0].ref in homes):
            if part is not whole:
                found.setdefault(id(part), ids[id(whole)])
    return found


def subject(cluster: Cluster, name: str, granularity: Granularity, part_of: str | None, count: int) -> Subject:
    """What is fixed of a cluster's rows."""
    return Subject(
        id=name,
        granularity=granularity,
        part_of=part_of,
        summary=cluster.summary,
        background=all(a.telling.era == "background" for a in cluster.members),
        episodes=count,
    )


def episode_groups(cluster: Cluster, parts: Sequence[tuple[list[Account], str]], whole: str) -> Iterator[Group]:
    """The episodes of one incident."""
    for members, why in parts:
        first = min(members, key=lambda a: (a.seq, a.position))
        yield Group(
            subject=subject(cluster, incident_id(first.ref, "episode"), "episode", whole, 1),
            members=members,
            whys={a.ref: (WEIGHTS.enough, why) for a in members},
        )


def day_groups(clusters: Sequence[Cluster]) -> Iterator[Group]:
    """The conflict-days."""
    for (a, b, day), found in sorted(conflict_days(clusters).items()):
        members = [account for account, _ in found]
        first = min(members, key=lambda m: (m.seq, m.position))
        why = f"fighting of {a} and {b} on {date.fromordinal(day)}"
        yield Group(
            subject=Subject(
                id=incident_id(first.ref, "conflict-day"),
                granularity="conflict-day",
                part_of=None,
                summary=False,
                background=all(m.telling.era == "background" for m in members),
                episodes=len({id(c) for _, c in found}),
            ),
            members=members,
            whys={m.ref: (WEIGHTS.enough, why) for m in members},
        )


def rows(groups: Iterable[Group], setting: Setting) -> Iterator[Incident]:
    """The rows of every group."""
    for group in groups:
        yield from states(group.subject, group.members, group.denials, setting.sources, setting.superseded)


def certainty(points: float) -> float:
    """Points as a number from 0 to 1: 0.5 at `enough`, and half of what is left for every `HALF_DOUBT` more."""
    return round(1 - 0.5 * math.pow(0.5, max(0.0, points - WEIGHTS.enough) / HALF_DOUBT), 3)


def event_ties(groups: Iterable[Group], setting: Setting) -> Iterator[Tie]:
    """Each telling to its incident, at every granularity."""
    for group in groups:
        for account in group.members:
            points, why = group.whys[account.ref]
            late = setting.superseded.get(account.telling.report)
            yield Tie(
                report=account.telling.report,
                key=account.telling.key,
                layer="events",
                granularity=group.subject.granularity,
                incident=group.subject.id,
                score=certainty(points),
                why=f"{why}; a newer version of the report is known since {late}" if late else why,
            )


def figure_ties(found: Iterable[Bond], groups: Iterable[Group]) -> Iterator[Tie]:
    """Each figure to its incident, and to the episode and conflict-day of its telling, or of its own day."""
    homes: dict[tuple[Granularity, str], Group] = {(g.subject.granularity, a.ref): g for g in groups for a in g.members}
    for bond in found:
        for granularity in GRANULARITIES:
            group = home_of(bond, granularity, homes)
            if group is not None:
                yield Tie(
                    report=bond.claim.report,
                    key=bond.claim.key,
                    layer="figures",
                    granularity=granularity,
                    incident=group.subject.id,
                    score=bond.score,
                    why=bond.why,
                )


def home_of(bond: Bond, granularity: Granularity, homes: Mapping[tuple[Granularity, str], Group]) -> Group | None:
    """The group of a figure: that of its telling; else the one of its incident, if there is but one, or but one on its own day."""
    if bond.account is not None:
        return homes.get((granularity, bond.account.ref))
    found = {g.subject.id: g for a in bond.cluster.members if (g := homes.get((granularity, a.ref))) is not None}
    if len(found) > 1 and bond.claim.start is not None and bond.claim.start == bond.claim.end and bond.claim.day_told:
        day = bond.claim.start.toordinal()
        found = {name: g for name, g in found.items() if any(a.days.sharp and a.days.start == day for a in g.members)}
    return next(iter(found.values())) if len(found) == 1 else None
