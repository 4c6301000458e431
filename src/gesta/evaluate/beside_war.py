"""Sentences behind a paragraph that tells of a war: how many that tell no violence have an ASSAULT, and how many that tell one.

A passage's words cannot sort these out, for the war's stand beside them, as they do in every survey of a day's news. `+` opens a line that
tells violence, `-` one that tells none, `#` a heading. Each is coded behind `WAR` and a line between, and has an ASSAULT where one is shown
by its own words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gesta.evaluate.equipment import Equipment
from gesta.evaluate.neutral import OURS, paragraphs
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared
from gesta.model import Report

#: Written for gesta; the rules were made with them in view.
SEEN: Final = OURS.with_name("beside_war.txt")
#: Written for gesta after the rules.
LATER: Final = OURS.with_name("beside_war_later.txt")
WAR: Final = (
    "Fighting went on in Sudan on Monday, where the army shelled a town and killed 20 people. Rebels fired rockets at a base near "
    "Kosti, and soldiers attacked them with tanks.\n\nIn other news, the following was reported elsewhere.\n\n"
)


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each sentence behind the paragraph."""
    lines = [line for path in paths for line in paragraphs(path)]
    texts = ((WAR + line[1:].strip(), None) for line in lines)
    for number, (line, report) in enumerate(zip(lines, equipment.coded(texts), strict=True), 1):
        yield scored(f"sentence {number}", line, report)


def scored(document: str, line: str, report: Report) -> Scored:
    """One sentence."""
    counts: Counter[str] = Counter()
    shown = [e for e in report.events if e.type == "ASSAULT" and any(span.start >= len(WAR) for span in (e.evidence, *e.mentions))]
    violent = line.startswith("+")
    shared(counts, "violent" if violent else "none", bool(shown))
    wrong = not shown if violent else bool(shown)
    what = "; ".join(told(report, event) for event in shown) or "no ASSAULT"
    misses = (Miss(document=document, what=what, text=line[1:].strip()),) if wrong else ()
    return Scored(document=document, counts=counts, misses=misses)


MEASURES: Final = (
    Measure(name="sentences without violence that have an ASSAULT", key="none", kind="share", most=True),
    Measure(name="sentences with violence that have one", key="violent", kind="share"),
)
TASK: Final = Task(
    name="beside-war",
    about="sentences behind a paragraph on a war: figures of speech, and violence",
    corpus=(str(SEEN),),
    measures=MEASURES,
    score=score,
)
AFTERWARDS: Final = Task(
    name="beside-war-later",
    about="such sentences that were written after the rules",
    corpus=(str(LATER),),
    measures=MEASURES,
    score=score,
)
