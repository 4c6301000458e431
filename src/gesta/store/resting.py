"""Python's collector at rest over thousands of values in which there is no circle."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def collecting() -> Iterator[Callable[[bool], None]]:
    """Says whether Python's collector may work from now on; at the end it does if it did at the beginning.

    Of records that are coded already it would go through thousands of dicts, again and again: that took twice as long as reading, checking
    and filing them. While they are written in rows, looking for circles among the tuples cost a quarter of the time.
    """
    collects = gc.isenabled()

    def may(work: bool) -> None:
        if collects:
            (gc.enable if work else gc.disable)()

    try:
        yield may
    finally:
        may(True)
