"""The first pass: how many reports that have an event it lets through, and how many texts on other matters it spares the reading.

Reports are the annotated articles with an event and MUC-4's messages with a template; beside them, single sentences of CASE-2021 that
have an ACLED type, and our paragraphs on sport, courts, trade and weather.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from gesta.evaluate.case import SUB_EVENTS
from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.gold import FOLDERS, annotation, pairs_in
from gesta.evaluate.neutral import OURS, paragraphs
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared
from gesta.intake import articles
from gesta.model import Article
from gesta.reading.first_pass import shipped

Text = tuple[str, str]


def annotated(path: Path) -> Iterator[Text]:
    """Names and texts of the annotated articles that have an event."""
    for file in pairs_in(path):
        if annotation(file).get("events"):
            yield from ((file.stem, found.text) for found in articles(file) if isinstance(found, Article))


def messages(path: Path) -> Iterator[Text]:
    """Names and texts of the messages that have a template."""
    yield from ((row["id"], row["text"]) for row in records(path) if row["templates"])


def short_reports(path: Path) -> Iterator[Text]:
    """Names and texts of the short reports that have a type of ACLED's."""
    yield from ((row["id"], row["text"]) for row in records(path) if SUB_EVENTS.get(row["label"], "Other") != "Other")


def other_matters(path: Path) -> Iterator[Text]:
    """Our neutral paragraphs, numbered."""
    yield from ((f"paragraph {number}", text) for number, text in enumerate(paragraphs(path), 1))


def let_through(texts: Iterator[Text]) -> Iterator[Scored]:
    """Each text, right where it is not spared."""
    yield from (judged(name, text, wanted=False) for name, text in texts)


def judged(name: str, text: str, *, wanted: bool) -> Scored:
    """One text; `wanted` says whether it should be spared."""
    spared, counts = shipped().spares(text), Counter[str]()
    shared(counts, "first pass", spared == wanted)
    miss = Miss(document=name, what="spared" if spared else "let through", text=text[:300])
    return Scored(document=name, counts=counts, misses=(miss,) if spared != wanted else ())


def gold_through(paths: tuple[Path, ...], _: Equipment) -> Iterator[Scored]:
    """Annotated articles."""
    return let_through(text for path in paths for text in annotated(path))


def muc_through(paths: tuple[Path, ...], _: Equipment) -> Iterator[Scored]:
    """MUC-4's messages."""
    return let_through(text for path in paths for text in messages(path))


def case_through(paths: tuple[Path, ...], _: Equipment) -> Iterator[Scored]:
    """Short reports of CASE-2021."""
    return let_through(text for path in paths for text in short_reports(path))


def spared(paths: tuple[Path, ...], _: Equipment) -> Iterator[Scored]:
    """Neutral paragraphs."""
    yield from (judged(name, text, wanted=True) for path in paths for name, text in other_matters(path))


REPORTS: Final = Task(
    name="first-pass",
    about="annotated articles with an event that the first pass lets through",
    corpus=FOLDERS,
    measures=(Measure(name="reports with an event let through", key="first pass", kind="share", wanted=0.99),),
    score=gold_through,
)
MESSAGES: Final = Task(
    name="first-pass-messages",
    about="MUC-4's messages with a template that the first pass lets through",
    corpus=("muc4/{split}.jsonl.gz",),
    measures=(Measure(name="messages with an event let through", key="first pass", kind="share", wanted=0.99),),
    score=muc_through,
    splits={"dev": ("tst1", "tst2"), "test": ("tst3", "tst4")},
)
SHORT: Final = Task(
    name="first-pass-short",
    about="CASE-2021's reports of a sentence or two that the first pass lets through",
    corpus=("event_coding/case2021_task2.jsonl",),
    measures=(Measure(name="short reports with an event let through", key="first pass", kind="share"),),
    score=case_through,
)
SPARED: Final = Task(
    name="first-pass-neutral",
    about="paragraphs on sport, courts, trade, weather that the first pass spares",
    corpus=("neutral/{split}.txt", str(OURS)),
    measures=(Measure(name="paragraphs on other matters spared", key="first pass", kind="share", wanted=0.70),),
    score=spared,
)
