"""Paragraphs that tell of no conflict, one a line: how many of them have an event all the same. A line that begins with # is a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gesta.evaluate.corpus import unpacked
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared
from gesta.model import Report

#: Written for gesta before the rules that it tests.
OURS: Final = Path(__file__).parent / "data" / "neutral_paragraphs.txt"
#: Written for gesta after them, on the same matters; most were scored before anybody read what was coded of them.
LATER: Final = OURS.with_name("neutral_later.txt")


def paragraphs(path: Path) -> list[str]:
    """The paragraphs of a file, in order."""
    return [line for line in unpacked(path).decode("utf-8").splitlines() if line and not line.startswith("#")]


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each paragraph, read as a report of its own."""
    texts = [text for path in paths for text in paragraphs(path)]
    for number, report in enumerate(equipment.coded((text, None) for text in texts), 1):
        yield scored(f"paragraph {number}", report)


def scored(document: str, report: Report) -> Scored:
    """One paragraph."""
    counts: Counter[str] = Counter()
    shared(counts, "assault", any(event.type == "ASSAULT" for event in report.events))
    shared(counts, "event", bool(report.events))
    misses = (
        Miss(document=document, what=told(report, event), text=report.article.text, weight=2.0 if event.type == "ASSAULT" else 1.0)
        for event in report.events
    )
    return Scored(document=document, counts=counts, misses=tuple(misses))


MEASURES: Final = (
    Measure(
        name="paragraphs with an ASSAULT",
        key="assault",
        kind="share",
        most=True,
        wanted=0.01,
        peer="GDELT: one pin in five is real",
    ),
    Measure(name="paragraphs with any event", key="event", kind="share", most=True),
)
TASK: Final = Task(
    name="neutral",
    about="paragraphs on sport, courts, trade, weather: share with an event (a few tell one truly)",
    corpus=("neutral/{split}.txt", str(OURS)),
    measures=MEASURES,
    score=score,
)
AFTERWARDS: Final = Task(
    name="neutral-later",
    about="such paragraphs that were written after the rules",
    corpus=(str(LATER),),
    measures=MEASURES,
    score=score,
)
