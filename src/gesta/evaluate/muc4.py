"""MUC-4: incident templates of messages on terrorism in Latin America, over the documents that have one.

A coded event is violent where it is an ASSAULT, told as done or as possible, that is no crowd control and no fighting of two sides (several
who act and nobody who is hit, or a frame of fighting): a KIDNAPPING by the mode abduct, a BOMBING by explosives and suicide attacks, an
ATTACK else. Which events are one incident, and which incidents count, is the task description's (`gesta.evaluate.muc4_incidents`): what
overlaps a target of the same gold template or hits a person of the same surname is one, and so is what has no other place, day or doer. A
coded and a gold template may be aligned where their incident types are the same and a sentence of an event (of its evidence, its later
mentions, its figures) overlaps one of the gold's targets, human or physical, wherever its words stand; a gold template without such words
is aligned by its type alone. Alignment is one to one, most overlaps first. Optional templates cost nothing when they are missed; FORCED
WORK STOPPAGE, ROBBERY and ARSON, which gesta does not tell apart, are left out.

*Number killed*: for each template the numbers of its targets that died, summed; where the dead are not counted ("PLURAL") the template is
left out. Against it stands what is told of the largest killing of the coded one (`gesta.evaluate.muc4_dead`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.gold_items import Range, sentence_of
from gesta.evaluate.muc4_dead import counted, dead_of
from gesta.evaluate.muc4_incidents import Telling, Wanted, instances, relevant, touching
from gesta.evaluate.pairing import paired
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, tallied
from gesta.model import Event, Report

TARGETS: Final = ("phys_tgt_id", "hum_tgt_name", "hum_tgt_description")
TYPES: Final = frozenset({"ATTACK", "BOMBING", "KIDNAPPING"})
QUOTED: Final = re.compile(r'"([^"]+)"')
#: Deaths of which the gold gives no number: what is coded of them costs nothing.
UNCOUNTED: Final = -1
NUMBER: Final = re.compile(r"[~?]?\s*(\d+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A gold template: the incident types that it may have, where its targets' words stand, and how many of them died (None: not told)."""

    types: frozenset[str]
    spans: tuple[Range, ...]
    killed: int | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A coded template: its events, their sentences, and how many died in them (None: nobody told of)."""

    type: str
    events: tuple[Event, ...]
    spans: tuple[Range, ...]
    killed: int | None


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each message that has a template."""
    rows = [row for path in paths for row in records(path) if row["templates"]]
    for row, report in zip(rows, equipment.coded((row["text"], None) for row in rows), strict=True):
        yield scored(row, report)


def template(raw: Mapping[str, Any]) -> Template | None:
    """A gold template; None for an incident type that is left out."""
    types = frozenset(kind.strip() for fill in raw["slots"]["incident_type"] for kind in fill["raw"].split("/"))
    if not types & TYPES:
        return None
    spans = tuple((start, end) for slot in TARGETS for places in raw["spans"].get(slot, {}).values() for start, end in places)
    return Template(types=types, spans=spans, killed=killed_of(raw["slots"]), optional=bool(raw["optional_template"]))


def killed_of(slots: Mapping[str, Any]) -> int | None:
    """How many targets died, of each group of targets the first number given; UNCOUNTED where none of the dead are counted."""
    numbers: list[int | None] = []
    for dead in slots["hum_tgt_effect"]:
        if dead["raw"].startswith("DEATH"):
            names = set(QUOTED.findall(dead["raw"]))
            of_them = (NUMBER.match(fill["raw"]) for fill in slots["hum_tgt_number"] if names & set(QUOTED.findall(fill["raw"])))
            number = next(of_them, None)
            numbers.append(int(number[1]) if number else None)
    known = [number for number in numbers if number is not None]
    return sum(known) if known else UNCOUNTED if numbers else None


def incidents(report: Report, templates: Sequence[Template]) -> list[Incident]:
    """The coded templates of a report: those of its incidents that MUC-4's task description holds for relevant."""
    found = instances(report, [Wanted(t.types, t.spans) for t in templates])
    made = [incident(kind, told, report) for kind, told in found]
    return [i for i in made if relevant(i.events, counted(i.events, i.spans, report), report)]


def incident(kind: str, told: Sequence[Telling], report: Report) -> Incident:
    """One coded template of its events and their sentences."""
    events = tuple(t.event for t in told)
    spans = tuple(dict.fromkeys(span for t in told for span in t.sentences))
    return Incident(type=kind, events=events, spans=spans, killed=dead_of(events, spans, report))


def scored(row: Mapping[str, Any], report: Report) -> Scored:
    """One message."""
    gold = [made for raw in row["templates"] if (made := template(raw))]
    found = incidents(report, gold)
    pairs = paired(gold, found, fit)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [t for i, t in enumerate(gold) if i not in hit and not t.optional]
    extra = [f for j, f in enumerate(found) if j not in used]
    counts: Counter[str] = Counter()
    tallied(counts, "type", len(pairs), len(pairs) + len(missed), len(found))
    dead = [(gold[i].killed, found[j].killed) for i, j in pairs] + [(t.killed, None) for t in missed] + [(None, f.killed) for f in extra]
    dead = [pair for pair in dead if pair[0] != UNCOUNTED]
    tallied(
        counts, "killed", sum(a == b is not None for a, b in dead), sum(a is not None for a, _ in dead), sum(b is not None for _, b in dead)
    )
    return Scored(document=row["id"], counts=counts, misses=tuple(misses(row, report, pairs, gold, found)))


def fit(gold: Template, found: Incident) -> float:
    """How many sentences of the coded template hold a target of the gold's; a little where the gold has no target's words."""
    if found.type not in gold.types:
        return 0
    if not gold.spans:
        return 0.1
    return float(touching(found.spans, gold.spans))


def misses(
    row: Mapping[str, Any], report: Report, pairs: list[tuple[int, int]], gold: list[Template], found: list[Incident]
) -> Iterator[Miss]:
    """Templates of one side alone, and other numbers of dead."""
    text, hit, used = row["text"], {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j in pairs:
        if gold[i].killed not in (found[j].killed, UNCOUNTED):
            what = f"killed {gold[i].killed}, coded {found[j].killed}: {told(report, found[j].events[0])}"
            yield Miss(document=row["id"], what=what, text=text[slice(*found[j].spans[0])])
    for i, wanted in enumerate(gold):
        if i not in hit:
            at = wanted.spans[0] if wanted.spans else (0, 1)
            what = f"missed: {'/'.join(sorted(wanted.types))}{' (optional)' if wanted.optional else ''}"
            yield Miss(document=row["id"], what=what, text=text[slice(*sentence_of(text, at))], weight=0.5 if wanted.optional else 2)
    for j, extra in enumerate(found):
        if j not in used:
            yield Miss(
                document=row["id"],
                what=f"beyond: {extra.type} {told(report, extra.events[0])}",
                text=text[slice(*extra.spans[0])],
                weight=1.5,
            )


TASK: Final = Task(
    name="muc4",
    about="MUC-4 templates of messages in capitals",
    corpus=("muc4/{split}.jsonl.gz",),
    measures=(
        Measure(name="incident type", key="type", wanted=0.60),
        Measure(name="incident type, precision", key="type", kind="precision"),
        Measure(name="incident type, recall", key="type", kind="recall"),
        Measure(name="number killed", key="killed", wanted=0.60),
    ),
    score=score,
    splits={"dev": ("tst2",), "test": ("tst3", "tst4")},
)
