"""Sentences on deaths in Israel and Gaza: whose dead they tell of.

The gold is one of palestine, israel and both. Coded is the side of the victims of every figure of killed or casualties; where no such
figure has a side, that of the recipients of ASSAULTs. PSE and the groups whose country it is are palestine, ISR is israel, both of them
both. Each sentence is read alone, as the corpus has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from gesta.codebook import Registers
from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared
from gesta.model import Report

EFFECTS: Final = frozenset({"killed", "killed_or_missing", "casualties"})
SIDES: Final = {"PSE": "palestine", "ISR": "israel"}


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each article, its sentences together."""
    rows = [row for path in paths for row in records(path)]
    registers = equipment.pipeline.codebook.registers
    counts: dict[str, Counter[str]] = {}
    misses: dict[str, list[Miss]] = {}
    reports = equipment.coded((row["text"], date.fromisoformat(row["date"]) if row["date"] else None) for row in rows)
    for row, report in zip(rows, reports, strict=True):
        article = f"{row['outlet']}:{row['article_id']}"
        coded = side_of(report, registers)
        add(counts.setdefault(article, Counter()), row["victim_side"], coded)
        if coded != row["victim_side"]:
            misses.setdefault(article, []).append(miss(row, coded))
    for article, found in counts.items():
        yield Scored(document=article, counts=found, misses=tuple(misses.get(article, ())))


def side_of(report: Report, registers: Registers) -> str | None:
    """Whose dead the report tells of; None where it tells of none."""
    codes = [f.victims.code for f in report.figures if f.effect in EFFECTS]
    if not any(codes):
        actors = {actor.id: actor.code for actor in report.actors}
        codes = [actors[i] for e in report.events if e.type == "ASSAULT" for i in e.recipients]
    sides = {side for code in codes if code and (side := side_of_code(code, registers))}
    return "both" if len(sides) > 1 else next(iter(sides), None)


def side_of_code(code: str, registers: Registers) -> str | None:
    """The side of an actor's code."""
    state = code.partition(".")[0]
    group = registers.groups.get(state)
    return SIDES.get((group.country or "") if group else state)


def add(counts: Counter[str], gold: str, coded: str | None) -> None:
    """One sentence."""
    shared(counts, "coded", coded is not None)
    shared(counts, "all", coded == gold)
    if coded is not None:
        shared(counts, "right", coded == gold)
    for side in ("palestine", "israel"):
        wanted, got = gold in (side, "both"), coded in (side, "both")
        counts[f"{side} right"] += wanted and got
        counts[f"{side} gold"] += wanted
        counts[f"{side} found"] += got


def miss(row: dict[str, Any], coded: str | None) -> Miss:
    """A sentence whose side is another."""
    what = f"{row['victim_side']}, coded {coded or 'nothing'}"
    return Miss(document=row["id"], what=what, text=row["text"], weight=2.0 if coded else 1.0)


TASK: Final = Task(
    name="fatality",
    about="whose dead a sentence tells of, Israel and Gaza, October 2023",
    corpus=("casualties/fatality_sentences.jsonl.gz",),
    measures=(
        Measure(name="side right, of sentences with one coded", key="right", kind="share"),
        Measure(name="side right, of all sentences", key="all", kind="share"),
        Measure(name="sentences with a side coded", key="coded", kind="share"),
        Measure(name="dead of Palestine, F1", key="palestine"),
        Measure(name="dead of Israel, F1", key="israel"),
    ),
    score=score,
)
