"""The heap of a process that runs for months: one arena, given back to the system between rounds."""

from __future__ import annotations

import ctypes
import gc
import sys
from typing import Final

M_ARENA_MAX: Final = -8  # of mallopt(3)


def one_arena() -> None:
    """From here on threads take memory from one place, so that what a round freed serves the next.

    By default the C library gives each thread its own, and what was freed there is not used again elsewhere: `gesta watch` grew by 0.5 MB
    a round. Nothing changes where the C library is another than glibc.
    """
    call("mallopt", M_ARENA_MAX, 1)


def give_back() -> None:
    """Circles of values that nothing refers to are gone, and free memory is back with the system, where the C library is glibc.

    Python looks for circles late and the linking of a round leaves some: what lies between them keeps whole arenas. What was there when the
    models were loaded is frozen and not gone through.
    """
    gc.collect()
    call("malloc_trim", 0)


def call(name: str, *values: int) -> None:
    """Calls a function of the C library, if this is Linux and it has one of that name."""
    if sys.platform == "linux" and (function := getattr(ctypes.CDLL(None), name, None)) is not None:
        function(*values)
