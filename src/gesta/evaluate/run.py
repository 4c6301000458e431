"""One task run: its corpus found, scored document by document, its figures set beside their floors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gesta.evaluate.bootstrap import intervals, summed
from gesta.evaluate.corpus import fingerprint, found
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.floors import Floors, refusal
from gesta.evaluate.results import Figure, Result
from gesta.evaluate.task import Scored, Task


def evaluate(task: Task, data: Path, split: str, equipment: Equipment, floors: Mapping[str, Floors]) -> Result | None:
    """The task's result on its corpus below `data`; None where there is none. MalformedRecord for a line that is no record."""
    paths = found(task, data, split)
    if not paths:
        return None
    scored = list(task.score(paths, equipment))
    return judged(task, split, paths, scored, floors)


def judged(task: Task, split: str, paths: tuple[Path, ...], scored: list[Scored], floors: Mapping[str, Floors]) -> Result:
    """Figures, intervals and floors of what was scored."""
    mark, known = fingerprint((*paths, *task.annotations)), floors.get(f"{task.name}/{split}")
    refused = refusal(known, mark)
    held = known.figures if known is not None and refused is None else {}
    counts = summed(scored)
    figures = tuple(
        Figure(measure=measure, value=measure.value(counts), interval=interval, floor=held.get(measure.name))
        for measure, interval in zip(task.measures, intervals(scored, task.measures), strict=True)
    )
    return Result(
        task=task.name,
        about=task.about,
        split=split,
        corpus=tuple(f"{path.parent.name}/{path.name}" for path in paths),
        fingerprint=mark,
        documents=len(scored),
        figures=figures,
        misses=tuple(miss for each in scored for miss in each.misses),
        refused=refused,
        notes=tuple(task.chart(counts)),
    )
