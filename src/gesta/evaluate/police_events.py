"""IndiaPoliceEvents (Halterman and others 2021): in which sentences police arrest, use force, kill, as people labelled them.

666 reports of the Times of India of March 2002, as the corpus has them: all in small letters, cut into sentences, with signs that were
broken on the way; the sentences are joined by a blank. A sentence is found for ARREST where an actual arrest (COERCE, mode arrest) of
nobody's or by a state of India's own lies in it by its evidence or a further telling, for FORCE where an actual ASSAULT by such does, for
KILL where that ASSAULT has a figure of dead. The record has no "police" beside the state's code, so an army's act counts as well. The
labels say what a sentence tells of; a telling that gesta joins to an earlier one counts in both sentences. FAIL (police did nothing) and
ANY_ACTION have no event type and are not scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, tallied, unlisted
from gesta.model import Event, Report

LABELS: Final = ("ARREST", "FORCE", "KILL")
OF_STATE: Final = frozenset({"GOV", "COP", "MIL", "SPY", "JUD"})


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """The reports that may be read by who mends the coder: half of them, by a hash of their ids."""
    return reports(paths, equipment, kept=False)


def score_kept(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """The other half; no miss is listed."""
    return unlisted(reports(paths, equipment, kept=True))


def reports(paths: tuple[Path, ...], equipment: Equipment, *, kept: bool) -> Iterator[Scored]:
    """One half of the reports."""
    rows = [row for path in paths for row in records(path) if bool(crc32(row["id"].encode()) % 2) == kept]
    texts = ((" ".join(s["text"].strip() for s in row["sentences"]), date.fromisoformat(row["date"])) for row in rows)
    for row, report in zip(rows, equipment.coded(texts), strict=True):
        yield scored(row, report)


def scored(row: dict[str, Any], report: Report) -> Scored:
    """One report, sentence by sentence."""
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    start = 0
    for sentence in row["sentences"]:
        text = sentence["text"].strip()
        end = start + len(text)
        here = [e for e in report.events if any(span.start < end and start < span.end for span in (e.evidence, *e.mentions))]
        found = {label for e in here for label in labels(report, e)}
        for label in LABELS:
            tallied(counts, label, label in found and label in sentence["labels"], label in sentence["labels"], label in found)
            if (label in found) != (label in sentence["labels"]):
                what = f"{label} {'beyond' if label in found else 'missed'}: {'; '.join(told(report, e) for e in here) or 'nothing'}"
                misses.append(Miss(document=row["id"], what=what, text=text))
        start = end + 1
    return Scored(document=row["id"], counts=counts, misses=tuple(misses))


def labels(report: Report, event: Event) -> frozenset[str]:
    """What an event tells of the police."""
    actors = {actor.id: actor.code or "" for actor in report.actors}
    by = [actors[i] for i in event.actors]
    state = any(code == "IND" or (code.startswith("IND.") and code.removeprefix("IND.") in OF_STATE) for code in by)
    if event.factuality != "actual":
        return frozenset()
    if event.type == "COERCE" and event.mode == "arrest" and (state or not by):
        return frozenset({"ARREST"})
    if event.type != "ASSAULT" or not state:
        return frozenset()
    dead = any(f.event == event.id and f.effect == "killed" and f.high != 0 for f in report.figures)
    return frozenset({"FORCE", "KILL"}) if dead else frozenset({"FORCE"})


MEASURES: Final = tuple(
    Measure(name=f"sentences on {what}", key=label) for label, what in zip(LABELS, ("arrests", "force", "killings"), strict=True)
)
CORPUS: Final = ("event_coding/india_police_events.jsonl.gz",)
TASK: Final = Task(
    name="police", about="IndiaPoliceEvents: what police do, labelled by people, half", corpus=CORPUS, measures=MEASURES, score=score
)
APART: Final = Task(
    name="police-kept", about="the other half of it, which the rules have not seen", corpus=CORPUS, measures=MEASURES, score=score_kept
)
