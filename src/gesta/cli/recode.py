"""`gesta recode`: a store coded anew."""

from __future__ import annotations

import typer

from gesta.cli.exits import DONE, SOME_FAILED
from gesta.cli.options import CodebookFolder, PipelineName, Processes, StoreAddress
from gesta.cli.streams import complain, emit
from gesta.pipeline import Pipeline, usual_size
from gesta.pipeline.recoding import recode as code_anew
from gesta.render.phrases import counted
from gesta.store import open_store


def recode(store: StoreAddress, pipeline: PipelineName = None, codebook: CodebookFolder = None, processes: Processes = None) -> None:
    """Code a store anew with the model and codebook of now. Reports keep their places, judgements are found again or listed as orphaned."""
    with open_store(store, write=True) as opened:
        done = code_anew(opened, Pipeline(pipeline, codebook=codebook, processes=processes or usual_size()))
    for error in done.failed:
        complain(error)
    for orphan in done.linked.orphans:
        complain(f"judgement {orphan.judgement}: {orphan.ref}: {orphan.why}")
    emit(f"{counted(done.recoded, 'report')} coded anew, {counted(len(done.linked.orphans), 'item')} of judgements orphaned\n")
    raise typer.Exit(SOME_FAILED if done.failed else DONE)
