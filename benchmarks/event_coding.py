"""Scores gesta's event types on two corpora of single reports: PLOVER's gold sentences and the ACLED sub-types of CASE-2021, task 2.

    python -m benchmarks.event_coding --data ../shared/data/event_coding [--misses]

`plover_gsr.jsonl`: one gold event in each sentence. `found` is the share of sentences with an event of the gold type, `precision` the
share of all coded events, whatever their factuality, that have the gold type of their sentence; `with sides` asks for the gold's source
and target countries too. Labels of older versions are mapped: DEMAND to REQUEST, FIGHT to ASSAULT, DISAPPROVE and INVESTIGATE to ACCUSE.

`case2021_task2.jsonl`: one sub-event type for each report. The coded one is that of the report's leading event: the first that has an
ACLED sub-event type, current before background; Other where there is none. The five labels that ACLED does not have are left out.

Nothing of the corpora is part of this repository.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from gesta.model import Article, Event, Report
from gesta.pipeline import Pipeline

MAPPED: Final = {"DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
# Codes of the gold that are no ISO 3166-1 alpha-3 codes, and what they stand for.
MISSPELT: Final = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
SUB_EVENTS: Final = {
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "PEACE_PROTEST": "Peaceful protest",
    "DISR_WEAP": "Disrupted weapons use",
    "VIOL_DEMONSTR": "Violent demonstration",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "GRENADE": "Grenade",
    "CHEM_WEAP": "Chemical weapon",
    "SUIC_BOMB": "Suicide bomb",
    "ARREST": "Arrests",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "AGREEMENT": "Agreement",
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "ATTACK": "Attack",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MOB_VIOL": "Mob violence",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "OTHER": "Other",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """What the two corpora score, each 0 to 1."""

    found: float
    precision: float
    with_sides: float
    leading: float


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def coded(pipeline: Pipeline, texts: Iterable[tuple[str, date | None]]) -> list[Report]:
    """A report for each text."""
    return list(pipeline.code(Article(text=text, published=day, language="en", origin=str(n)) for n, (text, day) in enumerate(texts)))


def gold_codes(parties: Iterable[dict[str, str]]) -> set[str]:
    """The countries of a gold side; any body and any group without a country counts as `IGO`."""
    return {MISSPELT.get(p["code"], p["code"]) if p["code"] not in {"IMG", "ISM"} else "IGO" for p in parties}


def codes(report: Report, ids: Iterable[str]) -> set[str]:
    """The countries of coded actors; those without one are `IGO`."""
    actors = {a.id: a for a in report.actors}
    return {(actors[i].country or "IGO") for i in ids if actors[i].code}


def same_sides(report: Report, event: Event, gold: dict[str, Any]) -> bool:
    """True when the coded countries are the gold's: source and target, or both together where the event has actors alone."""
    source, target = gold_codes(gold["source"]), gold_codes(gold["target"])
    actors, recipients = codes(report, event.actors), codes(report, event.recipients)
    if not event.recipients or not target:
        return actors | recipients == source | target
    return actors == source and recipients == target


def plover(pipeline: Pipeline, path: Path) -> Iterator[tuple[dict[str, Any], str, Report]]:
    """Each gold sentence with its type and its coded report."""
    gold = rows(path)
    reports = coded(pipeline, ((r["text"], date.fromisoformat(r["date"])) for r in gold))
    for row, report in zip(gold, reports, strict=True):
        said = row["events"][0]["event"]
        yield row, MAPPED.get(said, said), report


def leading(report: Report) -> str:
    """The ACLED sub-event type of a report."""
    known = sorted((e.era != "current", n, e.acled) for n, e in enumerate(report.events) if e.acled)
    return str(known[0][2]) if known else "Other"


def case(pipeline: Pipeline, path: Path) -> Iterator[tuple[dict[str, Any], str, Report]]:
    """Each report that has a label of ACLED, with the sub-event type and the coded report."""
    gold = [row for row in rows(path) if row["label"] in SUB_EVENTS]
    for row, report in zip(gold, coded(pipeline, ((r["text"], None) for r in gold)), strict=True):
        yield row, SUB_EVENTS[row["label"]], report


def shares(sentences: list[tuple[dict[str, Any], str, Report]], reports: list[tuple[dict[str, Any], str, Report]]) -> Shares:
    """The figures of both corpora."""
    right = [[e for e in report.events if e.type == kind] for _, kind, report in sentences]
    sides = [
        any(same_sides(report, e, row["events"][0]) for e in events) for (row, _, report), events in zip(sentences, right, strict=True)
    ]
    return Shares(
        found=sum(map(bool, right)) / len(right),
        precision=sum(map(len, right)) / max(1, sum(len(report.events) for _, _, report in sentences)),
        with_sides=sum(sides) / len(sides),
        leading=sum(leading(report) == label for _, label, report in reports) / len(reports),
    )


def main() -> None:
    """Prints the figures; with `--misses` also what was coded otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds both corpora")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    pipeline = Pipeline()
    sentences = list(plover(pipeline, options.data / "plover_gsr.jsonl"))
    reports = list(case(pipeline, options.data / "case2021_task2.jsonl"))
    if options.misses:
        for row, kind, report in sentences:
            if any(e.type != kind for e in report.events) or not report.events:
                print(f"{kind}: {[f'{e.type}.{e.mode} {e.why}' for e in report.events]} {row['text']}")
        confused = Counter((label, leading(report)) for _, label, report in reports if leading(report) != label)
        for row, label, report in reports:
            if leading(report) != label:
                print(f"{label} <> {leading(report)}: {[f'{e.type}.{e.mode} {e.why}' for e in report.events]} {row['text']}")
        print(*(f"{n:4} {a} <> {b}" for (a, b), n in confused.most_common()), sep="\n")
    figures = shares(sentences, reports)
    sides = f"found {figures.found:.3f}, precision {figures.precision:.3f}, with sides {figures.with_sides:.3f}"
    print(f"PLOVER, {len(sentences)} sentences: {sides}")
    print(f"CASE-2021 task 2, {len(reports)} reports, {len(SUB_EVENTS)} sub-event types: leading one {figures.leading:.3f}")


if __name__ == "__main__":
    main()
