"""gesta against a user's own table: events by type, then by what else the rows ask for.

Rows and coded events of a text are matched one to one by type, the best agreement first. Of each matched row that asks for it: mode,
actors and recipients (more than half of all codes that either names are named by both), the day (the event begins in the day, month or
year asked for), a place of that name. A number is right where the text has a figure of that effect whose best, low or high it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gesta.evaluate.equipment import Equipment
from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_items import codes
from gesta.evaluate.own_table import OwnText, Table, Wanted
from gesta.evaluate.pairing import paired
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared, tallied
from gesta.model import Event, Report

ASKED: Final = ("mode", "actor", "recipient", "date", "place")


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each text of the tables."""
    texts = [text for path in paths for text in Table(path).texts()]
    for text, report in zip(texts, equipment.coded((text.text, text.published) for text in texts), strict=True):
        yield scored(text, report, equipment.spellings(paths[0].parent))


def scored(own: OwnText, report: Report, spellings: Spellings) -> Scored:
    """One text."""
    counts: Counter[str] = Counter()
    events = [row for row in own.wanted if row.type]
    pairs = paired(events, report.events, lambda row, event: fit(row, event, report, spellings))
    tallied(counts, "type", len(pairs), len(events), len(report.events))
    full, misses = 0, []
    for i, j in pairs:
        wrong = [name for name, right in asked(events[i], report.events[j], report, spellings).items() if not right]
        for name in asked(events[i], report.events[j], report, spellings):
            shared(counts, name, name not in wrong)
        full += not {"actor", "recipient"} & set(wrong)
        if wrong:
            what = f"line {events[i].line}: wrong {', '.join(wrong)}: {told(report, report.events[j])}"
            misses.append(Miss(document=own.name, what=what, text=own.text, weight=float(len(wrong))))
    tallied(counts, "type and sides", full, len(events), len(report.events))
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    left = [f"line {row.line}: {row.type} missed" for i, row in enumerate(events) if i not in hit]
    left += [f"beyond the table: {told(report, event)}" for j, event in enumerate(report.events) if j not in used]
    misses += [Miss(document=own.name, what=what, text=own.text, weight=2) for what in (*left, *numbers(own, report, counts))]
    return Scored(document=own.name, counts=counts, misses=tuple(misses))


def numbers(own: OwnText, report: Report, counts: Counter[str]) -> Iterator[str]:
    """Adds the numbers asked for; yields those that are not there."""
    for row in own.wanted:
        for effect, number in row.numbers:
            right = any(number in (f.low, f.best, f.high) for f in report.figures if f.effect == effect)
            shared(counts, "numbers", right)
            if not right:
                yield f"line {row.line}: {number} {effect} not among the figures"


def fit(row: Wanted, event: Event, report: Report, spellings: Spellings) -> float:
    """How much of what the row asks for the event has; 0 for another type."""
    if row.type != event.type:
        return 0
    return 1 + sum(asked(row, event, report, spellings).values())


def asked(row: Wanted, event: Event, report: Report, spellings: Spellings) -> dict[str, bool]:
    """What the row asks for, and whether the event has it."""
    actors = {actor.id: actor for actor in report.actors}
    named = {place.id: place.name.casefold() for place in report.places}
    said = {place.id: {report.article.text[m.start : m.end].casefold() for m in place.mentions} for place in report.places}
    start = (event.time.start or "") if event.time else ""
    out: dict[str, bool] = {}
    if row.mode is not None:
        out["mode"] = row.mode == (event.mode or "none")
    if row.actor is not None:
        out["actor"] = spellings.same(row.actor, codes(actors, event.actors))
    if row.recipient is not None:
        out["recipient"] = spellings.same(row.recipient, codes(actors, event.recipients))
    if row.date is not None:
        out["date"] = start.startswith(row.date) if row.date else not start
    if row.place is not None:
        wanted = row.place.casefold()
        out["place"] = any(wanted == named[i] or wanted in said[i] for i in event.places)
    return out


def task(path: Path) -> Task:
    """The task of one table."""
    return Task(name="own gold", about=path.name, corpus=(str(path.resolve()),), measures=MEASURES, score=score)


MEASURES: Final = (
    Measure(name="events, type", key="type"),
    Measure(name="events, type, precision", key="type", kind="precision"),
    Measure(name="events, type, recall", key="type", kind="recall"),
    Measure(name="events, type with actor and recipient as asked", key="type and sides"),
    *(Measure(name=f"{name}, of matched rows that ask for it", key=name, kind="share") for name in ASKED),
    Measure(name="numbers of killed and wounded", key="numbers", kind="share"),
)
