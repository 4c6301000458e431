"""All that is computed of a chapter, or of a few that judgements hold together: from its own rows and a look at the fortnight around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from gesta.linking.accounts import Account, accounts, busy
from gesta.linking.chapters import Chapter, days_of
from gesta.linking.clusters import Cluster
from gesta.linking.decisions import Decisions, order
from gesta.linking.estimates import costed
from gesta.linking.grouping import grouped
from gesta.linking.groups import Setting, event_ties, figure_ties, named, rows
from gesta.linking.independence import Descent, descents
from gesta.linking.likeness import Background
from gesta.linking.newsrooms import newsroom_key
from gesta.linking.origins import origin_row
from gesta.linking.printings import printing_of
from gesta.linking.replay import replayed
from gesta.linking.sentences import sentences
from gesta.linking.sources import source_of
from gesta.linking.stories import stories
from gesta.linking.tolls import bonds, by_report, tolls
from gesta.linking.voices import Voices
from gesta.model import Claim, Derived, Filing, Part, Telling

#: Words that a report has at least if it is of a story.
SHORTEST: Final = 20
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The reports known in a chapter's window, by id in the order of filing, and all their events and figures."""

    filings: Mapping[str, Filing]
    tellings: Sequence[Telling]
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A chapter whose tellings are gathered: its own accounts and claims as judged, and the refs of all its items."""

    chapter: Chapter
    filings: Mapping[str, Filing]
    descent: Mapping[str, Descent]
    items: tuple[tuple[str, str, str], ...]
    accounts: Sequence[Account]
    claims: Sequence[Claim]
    known: Background
    clusters: Sequence[Cluster]


def read(chapter: Chapter, window: Window, decisions: Decisions, descent: Mapping[str, Descent] | None = None) -> Read:
    """The chapter's tellings in clusters. `descent` for one who has compared the texts of all reports already."""
    filed = window.filings
    found = descent if descent is not None else descents(printing_of(f) for f in filed.values())
    own = own_refs(chapter, window)
    around = accounts(decisions.left(sorted(window.tellings, key=order)), filed)
    every = [a for a in around if a.ref in own]
    claims = decisions.left(sorted((c for c in window.claims if c.ref in own), key=order))
    known = Background(
        copies={r: found[r].group for r in filed},
        tolls=tolls(claims, by_report(every)),
        busy=busy(around),
        sentences=sentences(every, {report: filing.text for report, filing in filed.items()}),
        stories=story_of(filed.values()),
    )
    return Read(
        chapter=chapter,
        filings=filed,
        descent=found,
        items=items(window, own),
        accounts=every,
        claims=claims,
        known=known,
        clusters=grouped(every, known, {report: filing.title or "" for report, filing in filed.items()}),
    )


def story_of(filings: Iterable[Filing]) -> dict[str, str]:
    """The story of each report. A headline has none: it is one sentence, and what two of these share is known by their wording."""
    told = stories(printing_of(filing) for filing in filings if len(filing.text.split()) >= SHORTEST)
    return {report: found.id for found in told for report in found.reports}


def own_refs(chapter: Chapter, window: Window) -> frozenset[str]:
    """The events and figures of a chapter."""
    return frozenset(ref for ref, day in days_of(window.tellings, window.claims).items() if chapter.holds(day))


def items(window: Window, own: Set[str]) -> tuple[tuple[str, str, str], ...]:
    """Layer, report and key of each of these events and figures."""
    told = [("events", row.report, row.key) for row in window.tellings if row.ref in own]
    return (*told, *(("figures", row.report, row.key) for row in window.claims if row.ref in own))


def nothing(chapter: Chapter, window: Window) -> Part:
    """A part in which nothing of a chapter is computed: what was is gone."""
    own = tuple(report for report, filing in window.filings.items() if chapter.holds(filing.known))
    seqs = {report: filing.seq for report, filing in window.filings.items()}
    return Part(derived=Derived(), reports=own, items=items(window, own_refs(chapter, window)), seqs=seqs)


def part(bundle: Sequence[Read], decisions: Decisions, superseded: Mapping[str, date]) -> Part:
    """What is computed of the chapters, with merges and splits; `superseded` says since when newer versions of their reports are known."""
    filed = {report: filing for one in bundle for report, filing in one.filings.items()}
    found = descent_of(bundle)
    own = {report for report, filing in filed.items() if any(one.chapter.holds(filing.known) for one in bundle)}
    known = together([one.known for one in bundle])
    claims = [claim for one in bundle for claim in one.claims]
    told = by_report(account for one in bundle for account in one.accounts)
    clusters = replayed([cluster for one in bundle for cluster in one.clusters], decisions.rulings)
    setting = Setting(sources={r: newsroom_key(source_of(found[r])) for r in filed}, superseded=superseded)
    groups, homes = named(clusters, known)
    ties = [*event_ties(groups, setting), *figure_ties(bonds(claims, told, homes), groups)]
    origins = {report: origin_row(found[report], filed[report].outlet) for report in sorted(filed)}
    derived = Derived(
        origins=tuple(origin for report, origin in origins.items() if report in own),
        incidents=tuple(sorted(rows(groups, setting), key=lambda i: (i.granularity, i.id, i.known_from))),
        ties=tuple(sorted(ties, key=lambda t: (t.granularity, t.report, t.layer, t.key, t.incident))),
    )
    return Part(
        derived=costed(derived, claims, Voices(filed, origins.values()), superseded),
        reports=tuple(sorted(own)),
        items=tuple(item for one in bundle for item in one.items),
        seqs={report: filing.seq for report, filing in filed.items()},
    )


def descent_of(bundle: Sequence[Read]) -> dict[str, Descent]:
    """The descent of every report, as the chapter found it that the report is of."""
    found: dict[str, Descent] = {}
    for one in bundle:
        for report, filing in one.filings.items():
            if report not in found or one.chapter.holds(filing.known):
                found[report] = one.descent[report]
    return found


def together(every: Sequence[Background]) -> Background:
    """What is known beside the tellings of several chapters."""
    if len(every) == 1:
        return every[0]
    return Background(
        copies=merged(one.copies for one in every),
        tolls=merged(one.tolls for one in every),
        busy=frozenset().union(*(one.busy for one in every)),
        sentences=merged(one.sentences for one in every),
        stories=merged(one.stories for one in every),
    )


def merged(every: Iterable[Mapping[Key, Value]]) -> dict[Key, Value]:
    """All items, the last of those with the same key."""
    return {key: value for one in every for key, value in one.items()}
