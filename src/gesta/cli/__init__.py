"""The command line: data on standard output, progress and complaints on standard error, and an exit code that says how it went."""

from __future__ import annotations

from gesta.cli.app import main

__all__ = ["main"]
