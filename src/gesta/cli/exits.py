"""Exit codes and looks, the same for every command."""

from __future__ import annotations

from typing import Any, Final

DONE = 0
FAILED = 1
USAGE = 2
SOME_FAILED = 3
INTERRUPTED = 130

EPILOG = "Exit codes: 0 done, 1 failed, 2 wrong use, 3 some documents were set aside, 130 interrupted."
"""What every command's help says of them."""

PLAIN: Final[dict[str, Any]] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}
"""What typer is asked to leave out: completion of shells, boxes and tracebacks of its own."""
