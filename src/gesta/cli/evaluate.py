"""`gesta evaluate`: gesta scored on annotated corpora, on the gold articles, or on a user's own gold."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gesta.cli.exits import DONE, FAILED
from gesta.cli.options import CodebookFolder
from gesta.cli.streams import complain, emit
from gesta.errors import InputError
from gesta.evaluate import TASKS, Equipment, Result, Task, own
from gesta.evaluate import evaluate as scored
from gesta.evaluate.floors import SHIPPED, Floors, load, raised, save
from gesta.evaluate.table import misses_text, text_of
from gesta.render.visible import terminal_text

NAMES = ", ".join(TASKS)


class Form(StrEnum):
    """What figures are printed as."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    tasks: Annotated[list[str] | None, typer.Argument(metavar="TASK", help=f"Which tasks; all if none is named: {NAMES}.")] = None,
    data: Annotated[
        Path, typer.Option("--data", metavar="FOLDER", envvar="GESTA_DATA", help="The folder of the corpora (docs/evaluation.md).")
    ] = Path("../shared/data"),
    split: Annotated[str, typer.Option("--split", help="Which part of the corpora: dev, test or train.")] = "dev",
    shape: Annotated[Form, typer.Option("--format", help="table: to read. json: one figure a line.")] = Form.TABLE,
    worst: Annotated[int, typer.Option("--worst", metavar="N", min=0, help="Also list the N worst cases of each task.")] = 0,
    lift: Annotated[bool, typer.Option("--raise", help="Lift the floors to what is reached; none is lowered.")] = False,
    floors: Annotated[Path, typer.Option("--floors", metavar="FILE", help="The file of floors.", show_default=False)] = SHIPPED,
    gold: Annotated[
        Path | None,
        typer.Option("--gold", metavar="FILE", help="A CSV table of your own instead (docs/evaluation.md).", show_default=False),
    ] = None,
    codebook: CodebookFolder = None,
) -> None:
    """Score gesta on annotated corpora: each figure with its interval, its floor and what others reached. Exit 1 below a floor."""
    known, equipment = load(floors), Equipment(codebook=codebook)
    results = []
    wanted = [own.task(gold)] if gold is not None else chosen(tasks or [])
    for task in wanted:
        result = result_of(task, data, split, equipment, known)
        if result is None:
            continue
        results.append(result)
        show(result, shape, worst)
    if lift:
        save(floors, raised(known, results))
    below = any(figure.below for result in results for figure in result.figures)
    raise typer.Exit(FAILED if (below and not lift) or not results or (tasks and len(results) < len(wanted)) else DONE)


def result_of(task: Task, data: Path, split: str, equipment: Equipment, floors: Mapping[str, Floors]) -> Result | None:
    """The task's result; None, and a line on standard error that says why, where its corpus is not there or holds a line that is none."""
    try:
        result = scored(task, data, split, equipment, floors)
    except InputError as error:
        complain(error)
        return None
    if result is None:
        wanted = " or ".join(task.corpus).format(split=split)
        complain(f"left out: {task.name}: no {wanted}" + ("" if Path(wanted).is_absolute() else f" below {data}"))
    return result


def chosen(names: Sequence[str]) -> list[Task]:
    """The tasks of these names, all where none is given; a name that is none is wrong use."""
    for name in names:
        if name not in TASKS:
            raise typer.BadParameter(f"no task is called {name!r}; there are {NAMES}", param_hint="TASK")
    return [TASKS[name] for name in names or TASKS]


def show(result: Result, shape: Form, worst: int) -> None:
    """A task's figures on standard output, and why its floors are not compared on standard error."""
    if result.refused:
        complain(f"{result.task}: {result.refused}")
    if shape is Form.JSON:
        rows = [*result.rows(), *({"worst": miss} for miss in result.missed(worst))]
        emit("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    else:
        emit("".join(f"{terminal_text(line)}\n" for line in (*text_of(result), *misses_text(result.worst(worst)), "")))
