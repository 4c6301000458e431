"""A store held open for many who read at once, always as it was last published."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from queue import Empty, Full, LifoQueue
from time import monotonic
from typing import Final

from starlette.exceptions import HTTPException

from gesta.errors import NotFound, StoreError
from gesta.pipeline.dossier import Dossier, open_dossier
from gesta.store import published

KEPT: Final = 12  # dossiers that stay open when nobody asks: one for each thread that answers, and some for answers that are long
FRESH: Final = 2.0  # seconds for which a server's store is taken to be as it was
MEMORY: Final = 500  # MB that DuckDB takes, for all readers of one publishing together


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A dossier, with what tells the publishing that it shows from others, and when it was opened (monotonic)."""

    dossier: Dossier
    state: str
    at: float

    def shows(self, now: str) -> bool:
        """True where it is as the store was last published, which is `now`; of a server's store, "", where it was so a moment ago."""
        return self.state == now if now else monotonic() - self.at < FRESH


class Readers:
    """Dossiers of one store, one for each who reads at the moment; those that show an older publishing are opened anew.

    All dossiers of one publishing of a file share what was read of it.
    """

    def __init__(self, address: str) -> None:
        """Nothing is opened yet."""
        self.address = address
        self._idle: LifoQueue[Opened] = LifoQueue(KEPT)
        self._first: Opened | None = None
        self._seen: Opened | None = None
        self._lock = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Opened]:
        """A dossier for one reader at a time. StoreError where the store cannot be opened."""
        opened = self._seen = self._taken()
        try:
            yield opened
        except (NotFound, HTTPException):
            self._back(opened)
            raise
        except BaseException:
            opened.dossier.close()
            raise
        self._back(opened)

    def _back(self, opened: Opened) -> None:
        try:
            self._idle.put_nowait(opened)
        except Full:
            opened.dossier.close()

    def _taken(self) -> Opened:
        """An idle dossier that shows the store of now, else a new one."""
        now = published(self.address)
        while True:
            try:
                opened = self._idle.get_nowait()
            except Empty:
                return self._another(now) if now else opened_now(self.address)
            if opened.shows(now):
                return opened
            opened.dossier.close()

    def _another(self, now: str) -> Opened:
        """One more dossier of the file as it was last published."""
        with self._lock:
            if self._first is None or not self._first.shows(now):
                self._let_go()
                self._first = opened_now(self.address)
            first = self._first
            return Opened(dossier=first.dossier.another(), state=first.state, at=monotonic())

    def _let_go(self) -> None:
        if self._first is not None:
            self._first.dossier.close()
            self._first = None

    def glance(self) -> str:
        """The same as `state`, but "" where that could not be said at once: a server's store is not asked for it."""
        return published(self.address) or (self._seen.state if self._seen is not None and self._seen.shows("") else "")

    def state(self) -> str:
        """What tells the store as it is from the store as it was; "" where it cannot be read."""
        try:
            if now := published(self.address):
                return now
            with self.reading() as opened:
                return opened.state
        except StoreError:
            return ""

    def close(self) -> None:
        """No dossier is open any more."""
        while not self._idle.empty():
            self._idle.get_nowait().dossier.close()
        with self._lock:
            self._let_go()


def opened_now(address: str) -> Opened:
    """The store as it is published."""
    dossier = open_dossier(address, memory=MEMORY)
    return Opened(dossier=dossier, state=dossier.store.published(), at=monotonic())
