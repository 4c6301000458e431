"""Figures of gold articles beside their floors: `gold_floors.py ../shared/gold [--raise]` is `gesta evaluate gold guardian symmetry`."""

from __future__ import annotations

import sys
from pathlib import Path

from gesta.cli.app import run

TASKS = ("gold", "guardian", "symmetry")

if __name__ == "__main__":
    folder, *options = sys.argv[1:]
    sys.exit(run(["evaluate", *TASKS, "--data", str(Path(folder).parent / "data"), *options]))
