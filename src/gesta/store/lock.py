"""One writer at a time: a lock on a file beside the store that goes when its process goes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from gesta.errors import StoreBusy, StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class WriterLock:
    """Held from construction to `release`. StoreBusy where another process, or another store of this one, holds it."""

    def __init__(self, store: Path) -> None:
        """Makes `STORE.lock` where there is none; StoreError where that cannot be made."""
        self.path = store.with_name(f"{store.name}.lock")
        try:
            self._file: int | None = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise StoreError(path=store, why=f"cannot be written: {error.strerror}") from error
        try:
            _hold(self._file)
        except OSError:
            os.close(self._file)
            raise StoreBusy(path=store, why="another process is writing to it; wait until it is done") from None

    def release(self) -> None:
        """Free for the next writer. The file stays: removing it would let two writers hold two files of one name."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def is_held(store: Path) -> bool:
    """True while a process writes to the store. A writer that begins in the very moment of asking is told to wait."""
    try:
        file = os.open(store.with_name(f"{store.name}.lock"), os.O_RDWR)
    except OSError:
        return False
    try:
        _hold(file)
    except OSError:
        return True
    finally:
        os.close(file)
    return False


def _hold(file: int) -> None:
    """OSError where the lock is held."""
    if sys.platform == "win32":
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
