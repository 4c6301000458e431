"""How well events of many reports are grouped into incidents: B-cubed against the keys of `benchmarks/incident_sets`.

    python -m benchmarks.incidents [SET …] [--misses]

`score` takes the tellings of a key and the coded events with the incident that each was put into. This script codes the sets and prints
what three groupings without a linker reach (every event alone, all of a set together, events of one type and day together), what the linker
reaches, and the key's own grouping of the events, which is about what they allow. Only the tellings of the key are scored: an event that
tells none of them counts for nothing. Coded sets are kept in `build/`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from statistics import mean
from typing import Final

from benchmarks.coded_sets import coded
from benchmarks.incident_key import SUMMARY, Key, Telling, keys

from gesta.evaluate.b_cubed import BCubed, b_cubed
from gesta.linking.link import link
from gesta.model import Report, Span, claims, filing, tellings, to_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """A coded event and the incident it was put into (None: into none, so that it stands alone).

    `report` and `key` are `report.id` and the event's `key`; `triggers`, `evidence` and `mentions` are the spans of its trigger, of its
    clause and of its later tellings by the same claimant, in code points of the report's text.
    """

    report: str
    key: str
    type: str
    triggers: tuple[Span, ...]
    evidence: Span
    mentions: tuple[Span, ...] = ()
    incident: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What `score` finds: `found` over tellings that have an event, `strict` over all, `reports` by main incident; `share` found."""

    found: BCubed
    strict: BCubed
    reports: BCubed
    share: float
    tellings: int
    incidents: int


def matches(tellings: Sequence[Telling], events: Iterable[Grouped]) -> dict[int, Grouped]:
    """For each telling (by its place in the sequence) that an event of its report tells, the event that tells it best."""
    quotes: dict[str, list[Span]] = defaultdict(list)
    for telling in tellings:
        quotes[telling.report].append(telling.span)
    near: dict[str, list[tuple[Grouped, bool]]] = defaultdict(list)
    for event in events:
        held = any(quote.overlaps(trigger) for quote in quotes[event.report] for trigger in event.triggers)
        near[event.report].append((event, held))
    told = {i: best(telling, near[telling.report]) for i, telling in enumerate(tellings)}
    return {i: event for i, event in told.items() if event}


def best(telling: Telling, events: Iterable[tuple[Grouped, bool]]) -> Grouped | None:
    """The event that tells it: its trigger is in the quote, or it is of the key's type and its clause or a later telling overlaps.

    With each event comes whether some quote of the key holds its trigger; the clause of such an event counts for no other quote, since
    clauses often reach over two tellings. An accusation is not the act: beyond its trigger, only an event of the key's type tells the
    quote (any type, for a summary). Preferred are a trigger in the quote of the key's type, a trigger in the quote, then what comes first.
    """

    def rank(event: Grouped, held: bool) -> int | None:
        typed = telling.type in (event.type, SUMMARY)
        if any(telling.span.overlaps(s) for s in event.triggers):
            return 0 if typed else 1
        clauses = event.mentions if held else (event.evidence, *event.mentions)
        return 2 if typed and any(telling.span.overlaps(s) for s in clauses) else None

    ranked = [(place, e.triggers, e.evidence, e.key, e) for e, held in events if (place := rank(e, held)) is not None]
    return min(ranked, key=lambda row: row[:4])[4] if ranked else None


def score(tellings: Sequence[Telling], events: Sequence[Grouped]) -> Figures:
    """The figures of one set: its key's tellings against the events of its reports, each with its incident.

    A telling without an event is left out of `found` and wrong in `strict`; a report none of whose tellings has one is wrong in `reports`.
    An event without an incident is a group of its own; two tellings of one event stay together.
    """
    true = {i: telling.incident for i, telling in enumerate(tellings)}
    predicted = {i: _group(event) for i, event in matches(tellings, events).items()}
    return Figures(
        found=b_cubed(predicted, {i: true[i] for i in predicted}),
        strict=b_cubed(predicted, true),
        reports=b_cubed(main_groups(tellings, predicted), main_groups(tellings, true)),
        share=len(predicted) / len(tellings) if tellings else 1.0,
        tellings=len(tellings),
        incidents=len(set(true.values())),
    )


def _group(event: Grouped) -> Hashable:
    """The event's incident, or itself where it is in none."""
    return ("incident", event.incident) if event.incident is not None else ("event", event.report, event.key)


def main_groups(tellings: Sequence[Telling], groups: Mapping[int, Hashable]) -> dict[str, Hashable]:
    """Each report with the group that most of its tellings are in, the first in the text among equals; none where no telling is in any."""
    votes: dict[str, Counter[Hashable]] = defaultdict(Counter)
    for i, telling in enumerate(tellings):
        if i in groups:
            votes[telling.report][groups[i]] += 1
    return {report: counted.most_common(1)[0][0] for report, counted in votes.items()}


def grouped(reports: Iterable[Report], incidents: Mapping[tuple[str, str], str]) -> list[Grouped]:
    """Every event of the coded reports with its incident; `incidents` maps (`report.id`, the event's `key`) to an incident's id."""
    return [
        Grouped(
            report=report.id,
            key=event.key,
            type=event.type,
            triggers=event.spans.trigger,
            evidence=event.evidence,
            mentions=event.mentions,
            incident=incidents.get((report.id, event.key)),
        )
        for report in reports
        for event in report.events
    ]


def alone(reports: Sequence[Report]) -> dict[tuple[str, str], str]:
    """No event is put into an incident."""
    return {}


def together(reports: Sequence[Report]) -> dict[tuple[str, str], str]:
    """All events of a set are one incident."""
    return {(r.id, e.key): "all" for r in reports for e in r.events}


def type_and_day(reports: Sequence[Report]) -> dict[tuple[str, str], str]:
    """Events of one PLOVER type that begin on one day are one incident; those without a day stand alone."""
    return {(r.id, e.key): f"{e.type} {e.time.start}" for r in reports for e in r.events if e.time and e.time.start}


def ceiling(tellings: Sequence[Telling], reports: Sequence[Report]) -> dict[tuple[str, str], str]:
    """Each event is in the incident of the first telling that it is matched to: what the coder's events allow at best, or nearly."""
    told = matches(tellings, grouped(reports, {}))
    return {(event.report, event.key): tellings[i].incident for i, event in sorted(told.items(), reverse=True)}


def linker(reports: Sequence[Report]) -> dict[tuple[str, str], str]:
    """The incidents of `gesta.linking`, all reports filed on one day in the order given."""
    records = [to_record(report) for report in reports]
    filings = [filing(record, number, FILED) for number, record in enumerate(records, 1)]
    rows = [row for record in records for row in tellings(record, FILED)]
    derived = link(filings, rows, [row for record in records for row in claims(record, FILED)])
    return {(t.report, t.key): t.incident for t in derived.ties if t.layer == "events" and t.granularity == "incident"}


FILED: Final = date(2026, 1, 1)
GROUPINGS: Final = (alone, together, type_and_day, linker)


def line(name: str, figures: Sequence[Figures]) -> str:
    """One row of the table: means over the sets."""
    f1 = {f.name: mean(getattr(x, f.name).f1 for x in figures) for f in fields(Figures)[:3]}
    found = [mean(x.found.precision for x in figures), mean(x.found.recall for x in figures)]
    share = mean(x.share for x in figures)
    return f"{name:<32}{found[0]:7.3f}{found[1]:7.3f}{f1['found']:7.3f}{f1['strict']:8.3f}{f1['reports']:9.3f}{share:7.3f}"


HEADING: Final = f"{'B-cubed':<32}{'P':>7}{'R':>7}{'F1':>7}{'strict':>8}{'reports':>9}{'found':>7}"


def main() -> None:
    """Codes the sets and prints the figures of the linker and of groupings without one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="names of sets (all of them by default)")
    parser.add_argument("--misses", action="store_true", help="also print the tellings that no event tells")
    options = parser.parse_args()
    done = coded(key for key in keys() if key.name in (options.sets or [key.name]))
    if not done:
        sys.exit(f"no set of this name: {' '.join(options.sets)}")
    print(HEADING)
    for grouping in GROUPINGS:
        scored = [score(key.tellings, grouped(reports, grouping(reports))) for key, reports in done]
        for (key, _), figures in zip(done, scored, strict=True):
            print(line(f"{key.name}, {grouping.__name__}", [figures]))
        print(line(f"all, {grouping.__name__}", scored))
    best = [score(key.tellings, grouped(reports, ceiling(key.tellings, reports))) for key, reports in done]
    print(line("all, the key's own incidents", best))
    if options.misses:
        print(*(row for key, reports in done for row in misses(key, reports)), sep="\n")


def misses(key: Key, reports: Sequence[Report]) -> list[str]:
    """A line for each telling that no event tells."""
    told, texts = matches(key.tellings, grouped(reports, {})), {r.id: (Path(r.article.origin).name, r.article.text) for r in reports}
    lost = [t for i, t in enumerate(key.tellings) if i not in told]
    return [f"{key.name}/{texts[t.report][0]}  {t.incident} {t.type}  {texts[t.report][1][slice(*t.span)]}" for t in lost]


if __name__ == "__main__":
    main()
