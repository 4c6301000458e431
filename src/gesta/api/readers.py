"""A store held open for many who read at once, always as it was last published."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Full, LifoQueue
from time import monotonic
from typing import Final

from starlette.exceptions import HTTPException

from gesta.errors import NotFound, StoreError
from gesta.pipeline.dossier import Dossier, open_dossier

KEPT: Final = 12  # dossiers that stay open when nobody asks: one for each thread that answers, and some for answers that are long
FRESH: Final = 2.0  # seconds for which a server's store is taken to be as it was
Stamp = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A dossier, with the stamp of the file that it shows, what tells its state from others, and when it was opened (monotonic)."""

    dossier: Dossier
    stamp: Stamp
    state: str
    at: float

    def shows(self, now: Stamp) -> bool:
        """True where it is as the store was last published; of a server's store where it was so a moment ago."""
        return self.stamp == now if now is not None else self.stamp is None and monotonic() - self.at < FRESH


class Readers:
    """Dossiers of one store, one for each who reads at the moment; those that show an older publishing are opened anew."""

    def __init__(self, address: str) -> None:
        """Nothing is opened yet."""
        self.address = address
        self._idle: LifoQueue[Opened] = LifoQueue(KEPT)

    @contextmanager
    def reading(self) -> Iterator[Opened]:
        """A dossier for one reader at a time. StoreError where the store cannot be opened."""
        opened = self._taken()
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
        now = stamp(self.address)
        while True:
            try:
                opened = self._idle.get_nowait()
            except Empty:
                dossier = open_dossier(self.address)
                state = "-".join(map(str, now)) if now else dossier.store.versions()["digest"]
                return Opened(dossier=dossier, stamp=now, state=state, at=monotonic())
            if opened.shows(now):
                return opened
            opened.dossier.close()

    def state(self) -> str:
        """What tells the store as it is from the store as it was; "" where it cannot be read."""
        try:
            with self.reading() as opened:
                return opened.state
        except StoreError:
            return ""

    def close(self) -> None:
        """No dossier is open any more."""
        while not self._idle.empty():
            self._idle.get_nowait().dossier.close()


def stamp(address: str) -> Stamp:
    """What tells one publishing of a file from another; None for a server, which says so itself."""
    if "://" in address:
        return None
    try:
        found = Path(address).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
