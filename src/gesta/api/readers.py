"""A store held open for many who read at once, always as it was last published."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Final

from gesta.pipeline.dossier import Dossier, open_dossier

KEPT: Final = 4  # dossiers that stay open when nobody asks
Stamp = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A dossier, with the stamp of the file that it shows and the digest of what is in it."""

    dossier: Dossier
    stamp: Stamp
    digest: str


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
        except BaseException:
            opened.dossier.close()
            raise
        if self._idle.full():
            opened.dossier.close()
        else:
            self._idle.put(opened)

    def _taken(self) -> Opened:
        """An idle dossier that shows the store of now, else a new one."""
        now = stamp(self.address)
        while True:
            try:
                opened = self._idle.get_nowait()
            except Empty:
                dossier = open_dossier(self.address)
                return Opened(dossier=dossier, stamp=now, digest=dossier.store.versions()["digest"])
            if opened.stamp is not None and opened.stamp == now:
                return opened
            opened.dossier.close()

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
