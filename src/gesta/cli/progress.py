"""How far a run is: one line on standard error that is redrawn, where that is a terminal; nothing elsewhere."""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import TextIO

BREADTH = 30
REDRAW = 0.1
CLEAR = "\r\x1b[K"


class Progress:
    """Counts articles. `total` is None where the input cannot be counted before it is read."""

    def __init__(self, total: int | None = None, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._shown = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._total = total
        self._done = 0
        self._start = monotonic()
        self._last_drawn = 0.0
        self._drawn = False

    def step(self) -> None:
        """One more article is done."""
        self._done += 1
        if self._shown and monotonic() - self._last_drawn >= REDRAW:
            self._last_drawn, self._drawn = monotonic(), True
            self._stream.write(CLEAR + self.line())
            self._stream.flush()

    def clear(self) -> None:
        """The line is gone, so that something else can be written there."""
        if self._drawn:
            self._drawn = False
            self._stream.write(CLEAR)
            self._stream.flush()

    def line(self) -> str:
        """Bar, count and pace as they stand."""
        pace = f"{self._done / max(monotonic() - self._start, 1e-3):.1f} articles/s"
        if not self._total:
            return f"{self._done} articles  {pace}"
        filled = min(BREADTH, BREADTH * self._done // self._total)
        return f"[{'#' * filled}{'.' * (BREADTH - filled)}] {self._done}/{self._total}  {pace}"
