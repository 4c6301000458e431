"""`gesta ingest`: many reports into a store."""

from __future__ import annotations

from itertools import chain
from typing import Annotated

import typer

from gesta.cli.exits import DONE, FAILED, SOME_FAILED
from gesta.cli.inputs import expanded
from gesta.cli.metering import Meter, progress_over
from gesta.cli.options import CodebookFolder, FirstPass, Force, PipelineName, Processes, StoreAddress
from gesta.cli.outcome import explained
from gesta.cli.parting import Address, ByEngine, EngineName, Order, Parts, check, coded_into_parts
from gesta.cli.streams import complain, emit
from gesta.errors import InputError
from gesta.intake.fetching import Fetcher
from gesta.pipeline import Pipeline, __version__, usual_size
from gesta.pipeline.ingesting import Ingestion, Tally
from gesta.pipeline.relinking import relink
from gesta.pipeline.sources import documents_of
from gesta.render.phrases import counted
from gesta.store import open_store

KEPT = "what was filed so far is kept; the same command goes on from there"
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders, WARC, feeds, JSON Lines, coded records, web addresses, or - for standard input.",
        show_default=False,
    ),
]


def ingest(
    sources: Sources,
    store: StoreAddress,
    force: Force = False,
    pipeline: PipelineName = None,
    codebook: CodebookFolder = None,
    first_pass: FirstPass = False,
    processes: Processes = None,
    parts: Parts = None,
    engine: ByEngine = EngineName.LOCAL,
    address: Address = None,
) -> None:
    """File reports in a store, each once, and link its incidents. A run that was stopped goes on where it was when it is given again."""
    check(parts, engine)
    files, absent = expanded(sources), list[InputError]()
    if parts is not None:
        order = Order(
            parts=parts, engine=engine, address=address, processes=processes,
            pipeline=pipeline, force=force, codebook=codebook, first_pass=first_pass,
        )  # fmt: skip
        coded = coded_into_parts(sources, order, say=None)
        files, absent = coded.parts(), coded.missing
    meter = Meter(files)
    progress = progress_over(files, meter)
    with open_store(store, write=True, create=True) as opened, explained(progress, KEPT):
        coder = Pipeline(pipeline, force=force, codebook=codebook, first_pass=first_pass, processes=processes or usual_size())
        run = Ingestion(opened, coder)
        found = documents_of(files, Fetcher(__version__), force=force, names=coder.names, opened=meter.opened)
        for error in run.take(chain(absent, found)):
            if error is not None:
                progress.clear()
                complain(error)
            progress.step()
        progress.say("linking what was filed")
        linked = relink(opened, run.row(" ".join(sources)))
    progress.clear()
    emit(f"{summary(run.tally)}; {counted(linked.incidents, 'incident')} in the store\n")
    raise typer.Exit(exit_code(run.tally))


def summary(tally: Tally) -> str:
    """What became of the documents, in words."""
    known = f", {tally.known} known already" if tally.known else ""
    failed = f", {tally.failed} set aside" if tally.failed else ""
    return f"{counted(tally.filed, 'report')} filed{known}{failed}"


def exit_code(tally: Tally) -> int:
    """DONE when nothing was set aside, SOME_FAILED when some was, FAILED when there was nothing else."""
    if not tally.failed:
        return DONE
    return SOME_FAILED if tally.filed or tally.known else FAILED
