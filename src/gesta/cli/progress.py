"""How far a run is: one line on standard error that is redrawn, where that is a terminal; nothing elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from time import monotonic
from typing import TextIO

BREADTH = 30
REDRAW = 0.1
CLEAR = "\r\x1b[K"
SOONEST = 1.0
"""Seconds before which nothing is said of the time left: the first articles are no measure."""


class Progress:
    """Counts articles. `total` is None where the input cannot be counted before it is read.

    Where `done` is given, `total` is in its units (bytes) and it says how many of them are done; without it both are articles.
    """

    def __init__(self, total: int | None = None, stream: TextIO | None = None, done: Callable[[], int] | None = None) -> None:
        self._stream = stream or sys.stderr
        self._shown = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._total = total
        self._measured = done
        self._done = 0
        self._start = monotonic()
        self._last_drawn = 0.0
        self._drawn = False

    def step(self) -> None:
        """One more article is done."""
        self._done += 1
        if monotonic() - self._last_drawn >= REDRAW:
            self._last_drawn = monotonic()
            self.say(self.line())

    def say(self, words: str) -> None:
        """The words stand in the line, until it is drawn anew or cleared."""
        if self._shown:
            self._drawn = True
            self._stream.write(CLEAR + words)
            self._stream.flush()

    def clear(self) -> None:
        """The line is gone, so that something else can be written there."""
        if self._drawn:
            self._drawn = False
            self._stream.write(CLEAR)
            self._stream.flush()

    def line(self) -> str:
        """Bar, count, pace and time left as they stand."""
        elapsed = monotonic() - self._start
        pace = f"{self._done / max(elapsed, 1e-3):.1f} articles/s"
        if not self._total:
            return f"{self._done} articles  {pace}"
        share = min(1.0, (self._measured() if self._measured else self._done) / self._total)
        filled = int(BREADTH * share)
        count = f"{share:.0%}  {self._done} articles" if self._measured else f"{self._done}/{self._total}"
        left = f"  {clock(elapsed * (1 - share) / share)} left" if share and elapsed >= SOONEST else ""
        return f"[{'#' * filled}{'.' * (BREADTH - filled)}] {count}  {pace}{left}"


def clock(seconds: float) -> str:
    """Minutes and seconds, above an hour hours too: "0:05", "2:03:04"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
