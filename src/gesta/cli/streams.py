"""What goes to standard output and to standard error."""

from __future__ import annotations

import io
import os
import sys
import traceback

import typer

from gesta.cli.exits import DONE
from gesta.render.visible import terminal_text


def prepare() -> None:
    """Standard output and error in UTF-8 whatever the locale says; what UTF-8 cannot carry is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def emit(text: str) -> None:
    """Writes data at once. A reader that has gone (`gesta … | head`) ends the command quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would try to write what is left when it ends, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(DONE) from None


def complain(error: BaseException | str) -> None:
    """One line on standard error that nothing in a file's name or text can break or steer; with GESTA_DEBUG set, the traceback too."""
    said = str(error) or type(error).__name__
    print(f"gesta: {terminal_text(' '.join(said.split()))}", file=sys.stderr)
    if isinstance(error, BaseException) and debugging():
        traceback.print_exception(error)


def debugging() -> bool:
    """True where GESTA_DEBUG is set to anything but nothing or 0."""
    return os.environ.get("GESTA_DEBUG", "") not in ("", "0")


def colourful() -> bool:
    """True where standard output is a terminal and nobody asked for NO_COLOR (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
