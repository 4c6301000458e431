"""Builds the web page with npm while the package is built, so that `gesta serve` has it to show."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("src/gesta/api/page/index.html")


class PageHook(BuildHookInterface[Any]):
    """After it the page lies in `src/gesta/api/page`, newer than its sources.

    Where there is no npm, or it cannot fetch what the page is made of, a line says so and the package is built without: `gesta serve`
    then has the API and a plain page that says why.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the files are gathered."""
        root = Path(self.root)
        web, built = root / "web", root / BUILT
        if not web.is_dir() or (built.exists() and built.stat().st_mtime >= newest(web)):
            return
        npm = shutil.which("npm")
        if npm is None:
            self.left_out("there is no npm")
            return
        for step in (("ci", "--no-audit", "--no-fund"), ("run", "build")):
            done = subprocess.run([npm, *step], cwd=web, capture_output=True, encoding="utf-8", check=False)
            if done.returncode:
                self.left_out(f"npm {step[0]} failed\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
                return

    def left_out(self, reason: str) -> None:
        """Says that the page was not built."""
        print(f"left out: the web page is not built, {reason}", file=sys.stderr)


def newest(web: Path) -> float:
    """When a source of the page was last changed, in seconds of the epoch."""
    shared = (web.parent / "src/gesta/render/data" / name for name in ("palette.css", "world.json.gz"))
    below = (path for folder in ("src", "public") for path in (web / folder).rglob("*"))
    return max(path.stat().st_mtime for path in (*shared, *web.iterdir(), *below) if path.is_file())
