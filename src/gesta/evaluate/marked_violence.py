"""Passages of ours in which words of violence are marked: how many that tell violence have an ASSAULT, and how many that tell none.

`[[+shelled]]` tells armed, political or collective violence that was done; `[[-attacked]]` does not: a figure of speech, sport, an
accident, private crime. Each passage is a report of its own. A mark is met by an ASSAULT whose own words, or those of a further telling,
cover it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from gesta.evaluate.equipment import Equipment
from gesta.evaluate.neutral import OURS, paragraphs
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared
from gesta.model import Report

#: Passages that may be read by who mends the coder.
SEEN: Final = OURS.with_name("marked_violence.txt.gz")
#: The other half of them, kept apart.
KEPT: Final = OURS.with_name("marked_violence_kept.txt.gz")
_MARK: Final = re.compile(r"\[\[([+-])(.+?)\]\]")


class Marked(NamedTuple):
    """A passage without its marks, and where its marked words begin: those that tell violence (True) and those that tell none."""

    text: str
    marks: tuple[tuple[int, bool], ...]


def marked(line: str) -> Marked:
    """The passage of a line; offsets are code points of its text."""
    text, marks, end = "", [], 0
    for match in _MARK.finditer(line):
        text += line[end : match.start()]
        marks.append((len(text), match[1] == "+"))
        text += match[2]
        end = match.end()
    return Marked(text + line[end:], tuple(marks))


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each passage, read as a report of its own; of those kept apart no miss is listed."""
    passages = [marked(line) for path in paths for line in paragraphs(path)]
    for number, (passage, report) in enumerate(zip(passages, equipment.coded((p.text, None) for p in passages), strict=True), 1):
        found = scored(f"passage {number}", passage, report)
        yield replace(found, misses=()) if KEPT in paths else found


def scored(document: str, passage: Marked, report: Report) -> Scored:
    """One passage."""
    counts: Counter[str] = Counter()
    misses: list[Miss] = []
    assaults = [e for e in report.events if e.type == "ASSAULT"]
    for at, violent in passage.marks:
        there = next((e for e in assaults if any(span.start <= at < span.end for span in (e.evidence, *e.mentions))), None)
        shared(counts, "violent" if violent else "none", there is not None)
        if (there is not None) != violent:
            what = told(report, there) if there is not None else "no ASSAULT"
            misses.append(Miss(document=document, what=what, text=passage.text[max(0, at - 60) : at + 60]))
    return Scored(document=document, counts=counts, misses=tuple(misses))


MEASURES: Final = (
    Measure(name="marked words without violence that have an ASSAULT", key="none", kind="share", most=True),
    Measure(name="marked words of violence that have one", key="violent", kind="share"),
)
TASK: Final = Task(
    name="marked-violence",
    about="words of violence in passages of ours, marked for whether they tell any",
    corpus=(str(SEEN),),
    measures=MEASURES,
    score=score,
)
APART: Final = Task(
    name="marked-violence-kept",
    about="the other half of these passages, which the rules have not seen",
    corpus=(str(KEPT),),
    measures=MEASURES,
    score=score,
)
