"""`gesta watch`: feeds into a store, for as long as it runs."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from threading import Event
from types import FrameType
from typing import Annotated

import typer

from gesta.cli.exits import DONE
from gesta.cli.heap import give_back, one_arena
from gesta.cli.ingest import exit_code, summary
from gesta.cli.options import CodebookFolder, Force, PipelineName, StoreAddress
from gesta.cli.streams import complain, emit
from gesta.errors import StoreBusy, StoreError
from gesta.intake.addresses import is_web_address
from gesta.intake.fetching import Fetcher
from gesta.intake.language import identifier
from gesta.intake.webpage import forget_pages
from gesta.pipeline import Pipeline, __version__
from gesta.pipeline.watching import Watch
from gesta.render.phrases import counted

Feeds = Annotated[list[str], typer.Argument(metavar="FEED", help="Web addresses of RSS or Atom feeds.", show_default=False)]
STOPS = (signal.SIGINT, signal.SIGTERM)
PATIENCE = 60.0
"""Seconds until a store that was busy or lost is tried again."""


def watch(
    feeds: Feeds,
    store: StoreAddress,
    every: Annotated[float, typer.Option("--every", metavar="MINUTES", min=1, help="How often a feed is polled at most.")] = 15,
    once: Annotated[bool, typer.Option("--once", help="Poll what is due and end.")] = False,
    force: Force = False,
    pipeline: PipelineName = None,
    codebook: CodebookFolder = None,
) -> None:
    """Poll feeds and file their new articles, until it is stopped. Ctrl-C or SIGTERM: what was fetched is filed first."""
    for feed in feeds:
        if not is_web_address(feed):
            raise typer.BadParameter(f"{feed} is no web address; gesta ingest reads a feed from a file")
    one_arena()
    if not once:
        # Sooner or later a text comes that is not plainly English: 78 MB that are taken on the first day, not some day.
        with suppress(OSError):  # it is unpacked on the disk, which may have no room today
            identifier()
    with stopping() as stop:
        fetcher = Fetcher(__version__, pause=stop.wait)
        coder = Pipeline(pipeline, force=force, codebook=codebook)
        watched = Watch(feeds, store, coder, fetcher, every=every * 60, stopped=stop.is_set, apart=not once)
        while not stop.is_set():
            is_without = not polled(watched, once=once)
            if once:
                raise typer.Exit(exit_code(watched.tally))
            forget_pages()
            give_back()
            stop.wait(PATIENCE if is_without else watched.seconds)
    raise typer.Exit(DONE)


def polled(watched: Watch, *, once: bool) -> bool:
    """One round, told on standard output; False where the store is busy or lost for now, which ends a single or the first round."""
    try:
        for error in watched.round():
            complain(error)
    except StoreError as error:
        if once or not (watched.rounds or isinstance(error, StoreBusy)):
            raise
        complain(error)
        return False
    if watched.polled:
        emit(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC  {counted(watched.polled, 'feed')} polled, {summary(watched.tally)}\n")
    return True


@contextmanager
def stopping() -> Iterator[Event]:
    """An event that is set by the first of the signals that stop; the second ends the command at once."""
    stop = Event()

    def asked(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, asked) for number in STOPS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
