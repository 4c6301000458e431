"""What the bar of a long run goes by: its documents, or the bytes of its files that are read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from gesta.cli.inputs import documents
from gesta.cli.progress import Progress

COUNTED = 100_000_000
"""Bytes of the files up to which their documents are counted first: for the lines of more than that nobody should wait."""


def progress_over(sources: Sequence[str], meter: Meter) -> Progress:
    """A bar by documents where they can be counted beforehand, else by the bytes of the files, else none."""
    count = documents(sources) if meter.total is not None and meter.total < COUNTED else None
    return Progress(count) if count else Progress(meter.total, done=meter.done)


class Meter:
    """`total` bytes of all the files, None where one of the sources is no file; `done` of them are read."""

    def __init__(self, sources: Sequence[str]) -> None:
        paths = [Path(source) for source in sources]
        self.total = sum(path.stat().st_size for path in paths) if all(map(Path.is_file, paths)) else None
        self._before = 0
        self._file: io.FileIO | None = None
        self._size = 0

    def opened(self, path: Path) -> BinaryIO:
        """The file, open; the one before it counts as read."""
        self._before, self._file = self.done(), io.FileIO(path)
        self._size = path.stat().st_size
        return io.BufferedReader(self._file)

    def done(self) -> int:
        """Bytes read so far."""
        if self._file is None or self._file.closed:
            return self._before + self._size
        return self._before + (self._file.tell() if self._file.seekable() else 0)
