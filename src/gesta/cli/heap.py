"""The heap of a process that runs for months: one arena, given back to the system between rounds."""

from __future__ import annotations

import ctypes
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
    """Free memory goes back to the system; nothing happens where the C library is another than glibc."""
    call("malloc_trim", 0)


def call(name: str, *values: int) -> None:
    """Calls a function of the C library, if this is Linux and it has one of that name."""
    if sys.platform == "linux" and (function := getattr(ctypes.CDLL(None), name, None)) is not None:
        function(*values)
