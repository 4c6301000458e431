"""Time expressions on TimeBank and AQUAINT: spans, and the values of days, months and years.

Spans match when they share a code point (TempEval-3's relaxed match). Values are compared for matched DATE and TIME annotations whose value
is YYYY, YYYY-MM or YYYY-MM-DD (a time of day cut off). The words are those of the shipped reader, the anchor is the document's day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from gesta.coding.times import TimeMention, find_times
from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.task import Measure, Miss, Scored, Task
from gesta.model import Span

VALUE: Final = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?")
LEVELS: Final = {4: "year", 7: "month", 10: "day"}
AROUND: Final = 60


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each document."""
    rows = [row for path in paths for row in records(path)]
    for row, reading in zip(rows, equipment.read(row["text"] for row in rows), strict=True):
        yield scored(row, find_times(reading.words, date.fromisoformat(row["dct"][:10]) if row["dct"] else None))


def scored(row: dict[str, Any], mentions: Sequence[TimeMention]) -> Scored:
    """One document's spans and values."""
    counts: Counter[str] = Counter()
    misses = []
    for timex, mention in pairs(row["timex"], mentions):
        wrong = counted(counts, timex, mention)
        if wrong:
            at = timex["start"] if timex else mention.time.span.start if mention and mention.time.span else 0
            text = " ".join(row["text"][max(0, at - AROUND) : at + AROUND].split())
            misses.append(Miss(document=row["id"], what=f"{wrong} (on {row['dct']})", text=text))
    counts["spans found"] += len(mentions)
    return Scored(document=row["id"], counts=counts, misses=tuple(misses))


def pairs(gold: list[dict[str, Any]], found: Sequence[TimeMention]) -> Iterator[tuple[dict[str, Any] | None, TimeMention | None]]:
    """Each gold span with the first mention that overlaps it, then the mentions that overlap none."""
    for timex in gold:
        yield timex, next((m for m in found if overlaps(timex, m)), None)
    yield from ((None, m) for m in found if not any(overlaps(t, m) for t in gold))


def overlaps(timex: dict[str, Any], mention: TimeMention) -> bool:
    """True when the two share a code point."""
    return mention.time.span is not None and mention.time.span.overlaps(Span(timex["start"], timex["end"]))


def counted(counts: Counter[str], timex: dict[str, Any] | None, mention: TimeMention | None) -> str:
    """Adds a pair; what is wrong with it, empty when nothing is."""
    if timex is None:
        counts["spans beyond"] += 1
        return f"beyond the gold: {mention.time.text!r}" if mention else ""
    counts["spans gold"] += 1
    if mention is None:
        return f"missed: {timex['type']} {timex['text']!r}"
    counts["spans hit"] += 1
    value = VALUE.fullmatch(timex["value"]) if timex["type"] in ("DATE", "TIME") else None
    if not value:
        return ""
    values = values_of(mention, len(value[1]))
    for key in ("values", LEVELS[len(value[1])]):
        counts[f"{key} of"] += 1
        counts[f"{key} right"] += value[1] in values
    return "" if value[1] in values else f"{timex['text']!r} is {value[1]}, not {', '.join(sorted(values)) or 'unknown'}"


def values_of(mention: TimeMention, size: int) -> set[str]:
    """The mention's date in TIMEX3's form, as long as the annotated value; both ends of what may hold several annotated dates in one."""
    time = mention.time
    if time.precision in ("range", "days") or mention.kind != "point":
        return {day[:size] for day in (time.start, time.end) if day}
    return {time.start[: {"year": 4, "month": 7}.get(time.precision, 10)]} if time.start else set()


TASK: Final = Task(
    name="times",
    about="time expressions of TimeBank and AQUAINT",
    corpus=("timex/tbaq.{split}.jsonl.gz",),
    measures=(
        Measure(name="spans, relaxed", key="spans", kind="relaxed f1", wanted=0.88),
        Measure(name="values of those found", key="values", kind="share", wanted=0.80),
        *(Measure(name=f"values, {level}", key=level, kind="share") for level in ("day", "month", "year")),
    ),
    score=score,
    splits={"dev": ("train",)},
)
