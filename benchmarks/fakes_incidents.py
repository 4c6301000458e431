"""FA-KES: incidents a day and outlets an incident, as the coder and the linker find them.

    python -m benchmarks.fakes_incidents ../shared/data/articles_fakes_syria.jsonl.gz [--show 20] [--seed 1]

The reports are coded once and kept in `build/` (`benchmarks.coded_sets`). Nothing is scored, for FA-KES has no key of incidents; `--show`
prints incidents that several outlets tell, drawn by chance, with the codes of their tellings, to be judged by a reader.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any, Final

from benchmarks.coded_sets import KEPT, made_by

from gesta.linking.link import link
from gesta.model import Article, Derived, Filing, Incident, Telling, claims, filing, tellings, to_record
from gesta.pipeline import Pipeline

FILED: Final = date(2026, 1, 1)


def articles(path: Path) -> Iterator[Article]:
    """The reports, each id once."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = {row["id"]: row for row in map(json.loads, file)}
    for name, row in rows.items():
        yield Article(
            origin=name,
            source_id=name,
            outlet=row["outlet"],
            title=row["title"],
            published=date.fromisoformat(row["date"]),
            text=row["text"],
        )


def records(path: Path) -> list[dict[str, Any]]:
    """The reports as records, coded now or before."""
    kept = KEPT / f"{path.stem}-{made_by()}.jsonl"
    if not kept.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        kept.write_text("".join(json.dumps(to_record(report)) + "\n" for report in Pipeline().code(articles(path))), "utf-8")
    return [json.loads(line) for line in kept.read_text("utf-8").splitlines()]


def spread(values: Iterable[int]) -> str:
    """How often each number occurs, with the mean."""
    every = list(values)
    return f"mean {mean(every):.2f}: " + ", ".join(f"{number}: {count}" for number, count in sorted(Counter(every).items()))


def newest(derived: Derived) -> list[Incident]:
    """The last state of each incident of violence that is told as done."""
    last = {i.id: i for i in derived.incidents if i.granularity == "incident"}
    return [i for i in last.values() if i.type == "ASSAULT" and i.factuality in ("actual", "possible")]


def told_words(telling: Telling) -> str:
    """A telling in codes."""
    sides = f"{'+'.join(telling.actors) or '?'} > {'+'.join(telling.recipients) or '?'}"
    where, when = "/".join(telling.places) or "-", telling.start or "-"
    return f"{telling.known} {telling.outlet}: {telling.mode or telling.type} {sides}, {where}, {when}"


def show(chosen: Sequence[Incident], rows: Mapping[str, Telling], titles: Mapping[str, str | None], derived: Derived) -> None:
    """Prints incidents with their tellings, why each is there, and the titles of their reports."""
    for incident in chosen:
        print(f"\n{incident.title} {incident.start} to {incident.end}; {incident.reports} reports, {incident.sources} sources")
        for tie in derived.ties:
            if tie.incident == incident.id and tie.layer == "events":
                row = rows[f"{tie.report}:{tie.key}"]
                print(f"  {told_words(row)} [{titles[tie.report]}] {tie.why}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    coded = records(options.file)
    filings: list[Filing] = [filing(record, number, FILED) for number, record in enumerate(coded, 1)]
    rows = {row.ref: row for record in coded for row in tellings(record, FILED)}
    derived = link(filings, rows.values(), [row for record in coded for row in claims(record, FILED)])
    found = newest(derived)
    days: dict[date, int] = defaultdict(int)
    for incident in found:
        if incident.start is not None and incident.end is not None and (incident.end - incident.start).days < 7:
            days[incident.start] += 1
    several = [i for i in found if len(i.outlets) > 1]
    print(f"{len(coded)} reports, {len(rows)} events, {len(found)} incidents of violence")
    print(f"background: {sum(i.background for i in found)}")
    print(f"incidents a day, on the {len(days)} days on which one begins: {spread(days.values())}")
    print(f"tellings an incident: {spread(i.tellings for i in found)}")
    print(f"outlets an incident: {spread(len(i.outlets) for i in found)}")
    print(f"independent sources of the {len(several)} incidents that several outlets tell: {spread(i.sources for i in several)}")
    print(f"contested: {sum(i.contested for i in found)}; denied by somebody: {sum(bool(i.denied_by) for i in found)}")
    if options.show:
        drawn = Random(options.seed).sample(sorted(several, key=lambda i: i.id), min(options.show, len(several)))
        show(drawn, rows, {f.id: f.title for f in filings}, derived)


if __name__ == "__main__":
    main()
