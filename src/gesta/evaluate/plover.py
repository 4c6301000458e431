"""PLOVER's gold sentences, one event each: its type found, coded events that have it, and its source and target country.

`precision` is the share of all coded events, whatever their factuality, that have the gold type of their sentence. Labels of older versions
are mapped: DEMAND to REQUEST, FIGHT to ASSAULT, DISAPPROVE and INVESTIGATE to ACCUSE.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared
from gesta.model import Event, Report

MAPPED: Final = {"DEMAND": "REQUEST", "FIGHT": "ASSAULT", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE"}
# Codes of the gold that are no ISO 3166-1 alpha-3 codes, and what they stand for.
MISSPELT: Final = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each sentence."""
    rows = [row for path in paths for row in records(path)]
    reports = equipment.coded((row["text"], date.fromisoformat(row["date"])) for row in rows)
    for row, report in zip(rows, reports, strict=True):
        yield scored(row, report)


def kind_of(row: dict[str, Any]) -> str:
    """The gold's type in PLOVER's present words."""
    said = str(row["events"][0]["event"])
    return MAPPED.get(said, said)


def scored(row: dict[str, Any], report: Report) -> Scored:
    """One sentence."""
    kind, gold = kind_of(row), row["events"][0]
    right = [event for event in report.events if event.type == kind]
    sides = any(same_sides(report, event, gold) for event in right)
    counts: Counter[str] = Counter()
    shared(counts, "found", bool(right))
    shared(counts, "sides", sides)
    counts["events right"] += len(right)
    counts["events found"] += len(report.events)
    return Scored(document=row["id"], counts=counts, misses=() if sides else (miss(row, kind, report, bool(right)),))


def miss(row: dict[str, Any], kind: str, report: Report, found: bool) -> Miss:
    """What was wanted, and what was coded instead."""
    source, target = ("+".join(sorted(gold_codes(row["events"][0][side]))) or "-" for side in ("source", "target"))
    coded = "; ".join(told(report, event) for event in report.events) or "nothing"
    return Miss(document=row["id"], what=f"{kind} {source} > {target}, coded {coded}", text=row["text"], weight=1.0 if found else 2.0)


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


TASK: Final = Task(
    name="plover",
    about="PLOVER's gold sentences",
    corpus=("event_coding/plover_gsr.jsonl",),
    measures=(
        Measure(name="type found", key="found", kind="share", wanted=0.75, peer="UniversalPetrarch 0.545 (all 321 sentences)"),
        Measure(name="coded events of the sentence's type", key="events", kind="precision", wanted=0.65, peer="UniversalPetrarch 0.460"),
        Measure(name="type, source and target country", key="sides", kind="share", wanted=0.50, peer="UniversalPetrarch 0.240"),
    ),
    score=score,
)
