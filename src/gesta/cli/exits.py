"""Exit codes, the same for every command."""

from __future__ import annotations

DONE = 0
FAILED = 1
USAGE = 2
SOME_FAILED = 3
INTERRUPTED = 130
