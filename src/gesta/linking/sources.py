"""How many sources an incident has: reports, newsrooms whose copy they are, and claimants at the end of the chain.

A *source* is a newsroom that found out for itself: the agency or outlet at the origin of a text. Fourteen papers that print one agency's
story are one source, and so are an agency's first and second dispatch on the same incident: what its desk got wrong stands in both. A
*claimant* is whoever speaks last in "outlet quotes agency quotes ministry": the ministry. Three newsrooms that quote one ministry are
three sources for what the ministry said and one claimant for what happened, so the two are counted apart and never added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gesta.linking.independence import Descent
from gesta.linking.newsrooms import newsroom_key
from gesta.model import Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The reports on an incident, the newsrooms at their origin (a report id where nobody names one), the claimants, and the chains."""

    reports: tuple[str, ...]
    newsrooms: tuple[str, ...]
    claimants: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...] = ()

    def __str__(self) -> str:
        """`14 reports, 3 independent sources, 2 claimants`."""
        counts = ((self.reports, "report"), (self.newsrooms, "independent source"), (self.claimants, "claimant"))
        return ", ".join(f"{len(items)} {noun}{'' if len(items) == 1 else 's'}" for items, noun in counts)


def sources(spoken: Iterable[Spoken], found: Mapping[str, Descent]) -> Sources:
    """The sources of an incident from its tellings and claims and the descent of every report (`gesta.linking.independence.descents`).

    A revision counts with the version it revises. KeyError for a report without descent.
    """
    rows = sorted(spoken, key=lambda row: row.ref)
    reports = sorted({row.report for row in rows})
    newsrooms = {newsroom_key(room): room for report in reversed(reports) if (room := source_of(found[report]))}
    claimants = {key: name for row in rows for key, name in zip(map(newsroom_key, ends_of(row, found)), ends_of(row, found), strict=True)}
    return Sources(
        reports=tuple(report for report in reports if found[report].revision_of not in reports),
        newsrooms=tuple(sorted(newsrooms.values())),
        claimants=tuple(sorted(claimants.values())),
        chains=tuple(sorted({chain(row, found[row.report]) for row in rows})),
    )


def source_of(descent: Descent) -> str:
    """The newsroom at the origin of a report; the id of the origin where nobody says which it is."""
    return descent.newsroom or descent.group


def ends_of(row: Spoken, found: Mapping[str, Descent]) -> tuple[str, ...]:
    """Who speaks at the end of the chain: the claimants of a statement, the newsroom of what no statement carries, nobody if hidden."""
    return (source_of(found[row.report]),) if row.own_voice else row.claimants


def chain(row: Spoken, descent: Descent) -> tuple[str, ...]:
    """From the outlet inwards to the claimant, each once: ("Meridian Courier", "Halcyon", "ARM")."""
    through = () if row.own_voice else (*reversed(row.via), " and ".join(row.claimants))
    every = {newsroom_key(name): name for name in reversed([name for name in (row.outlet, source_of(descent), *through) if name])}
    ordered = [newsroom_key(name) for name in (row.outlet, source_of(descent), *through) if name]
    return tuple(every[key] for key in dict.fromkeys(ordered))
