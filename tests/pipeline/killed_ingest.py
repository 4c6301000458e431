"""One run of ingest in a process of its own, that the tests may kill."""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

import duckdb
import pyarrow

from gesta.errors import StoreBusy
from gesta.intake import registered
from gesta.intake.fetching import Fetcher
from gesta.pipeline import Pipeline
from gesta.pipeline.ingesting import Ingestion
from gesta.pipeline.relinking import relink
from gesta.pipeline.sources import documents_of
from gesta.store import Store, open_store

Kept = tuple[Any, ...]
# What every run would load anew is loaded once, in the process that the runs are forked from.
LOADED = (duckdb, pyarrow, registered())


def ingest(address: str, source: str, batch: int) -> None:
    """The source is filed in the store and the store is linked, from wherever it was."""
    with open_store(address, write=True, create=True) as store:
        run = Ingestion(store, Pipeline(), batch=batch)
        for _ in run.take(documents_of([source], Fetcher("0"))):
            pass
        relink(store, run.row(source))


def after_the_last(address: str, source: str, batch: int) -> None:
    """As `ingest`, once the server has seen that the run before it was killed."""
    while True:
        try:
            return ingest(address, source, batch)
        except StoreBusy:
            time.sleep(0.01)


def forked(order: list[Any]) -> None:
    """One run of ingest with these arguments in a process of its own; its id, then its exit status, each on a line of standard output."""
    pid = os.fork()
    if not pid:
        after_the_last(*order)
        os._exit(0)
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def kept(store: Store) -> Kept:
    """All that a store keeps, but for the times at which it was done."""
    failures = [(failure.origin, failure.error, failure.why) for failure in store.failures()]
    return (*map(tuple, (store.filings(), store.tellings(), store.claims(), failures)), store.derived(), store.versions()["digest"])


if __name__ == "__main__":
    for line in sys.stdin:
        forked(json.loads(line))
