"""`--parts`: articles coded into a folder of Parquet, here or on many machines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gesta.batch.cluster import Job, Ray
from gesta.batch.folder import Folder
from gesta.batch.run import Engine, Run
from gesta.batch.working import Here, Settings
from gesta.cli.exits import DONE, FAILED, SOME_FAILED
from gesta.cli.outcome import explained
from gesta.cli.progress import Progress
from gesta.cli.streams import complain
from gesta.errors import InputError
from gesta.pipeline import Pipeline, usual_size
from gesta.render.phrases import counted

KEPT = "what was coded so far is kept in the folder; the same command goes on from there"


class EngineName(StrEnum):
    """What codes the articles."""

    LOCAL = "local"
    RAY = "ray"


Parts = Annotated[
    str | None,
    typer.Option(
        "--parts",
        metavar="FOLDER",
        help="Code into Parquet files in this folder, on disk or in object storage (s3://…).",
        show_default=False,
    ),
]
ByEngine = Annotated[EngineName, typer.Option("--engine", help="local: this machine. ray: a Ray cluster; with --parts.")]
Address = Annotated[
    str | None,
    typer.Option(
        "--address", metavar="ADDRESS", help="The Ray cluster: auto or HOST:PORT; a new one here if not given.", show_default=False
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the command line says of coding into parts."""

    parts: str
    engine: EngineName
    address: str | None
    processes: int | None
    pipeline: str | None
    force: bool
    codebook: Path | None
    first_pass: bool


def check(parts: str | None, engine: EngineName, others: bool = False) -> None:
    """BadParameter where the options do not go together; `others` are given that parts have no use for."""
    if engine is EngineName.RAY and parts is None:
        raise typer.BadParameter("a cluster writes a folder of parts: name it with --parts FOLDER", param_hint="--engine")
    if parts is not None and others:
        raise typer.BadParameter("parts hold records alone: leave --format and --leftovers away", param_hint="--parts")


def coded_into_parts(sources: Sequence[str], order: Order, say: Callable[[InputError], None] | None = complain) -> Run:
    """The run that coded the sources, at its end. `say` is told what was set aside; how far it is stands on standard error."""
    folder = Folder(order.parts)
    processes = 1 if order.engine is EngineName.RAY else order.processes or usual_size()
    coder = Pipeline(order.pipeline, force=order.force, codebook=order.codebook, first_pass=order.first_pass, processes=processes)
    folder.begin({"made": asdict(coder.made), "force": order.force, "first_pass": order.first_pass})
    run = Run(sources, folder)
    progress = Progress(sum(source.file.size for source in run.todo), done=lambda: run.read)
    with explained(progress, KEPT):
        for done in run.results(engine_of(order, coder, folder)):
            if say and done.failed:
                progress.clear()
                for error in done.failed:
                    say(error)
            for _ in range(done.coded + len(done.failed)):
                progress.step()
    progress.clear()
    if say:
        for missing in run.missing:
            say(missing)
    return run


def engine_of(order: Order, coder: Pipeline, folder: Folder) -> Engine:
    """The engine that was asked for."""
    if order.engine is EngineName.LOCAL:
        return Here(coder, folder)
    settings = Settings.of(order.codebook, pipeline=order.pipeline, threads=1, force=order.force, first_pass=order.first_pass)
    return Ray(Job(settings=settings, folder=order.parts, made=coder.made), order.address, order.processes)


def summary(run: Run) -> str:
    """What became of the files, in words."""
    files = f"{run.finished} of {counted(len(run.files), 'file')} finished"
    return f"{counted(run.coded, 'report')} coded, {run.failed} set aside; {files}{f', {run.before} before' if run.before else ''}"


def exit_code(run: Run) -> int:
    """DONE when all is coded, SOME_FAILED when something was set aside or is not finished, FAILED when nothing could be coded."""
    stems = {source.stem for source in run.files}
    if not (run.missing or run.failed or stems & run.folder.failed()):
        return DONE
    return SOME_FAILED if run.coded or run.before else FAILED
