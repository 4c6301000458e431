"""What is made while the package is built: the web page, with npm, and the coding room as machine code where that is asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUILT = Path("src/gesta/api/page/index.html")
#: Asks for a wheel of this machine and this Python, when it is set to 1. Without it the wheel is Python alone.
COMPILED = "GESTA_COMPILED"
#: What mypyc compiles: coding, the words that it walks over, what it looks up, and what of reading is no numpy. Compiled together, they
#: read one another's fields directly. Left out are rows of tables (mypyc takes a class variable of a dataclass for a field).
ROOMS = (
    "gesta/coding",
    *(f"gesta/model/{name}.py" for name in ("reading", "record", "spans")),
    *(f"gesta/codebook/{name}.py" for name in ("name_index", "ontology", "registers", "vocabulary")),
    *(f"gesta/codebook/gazetteer_{name}.py" for name in ("names", "parts", "places", "scoring", "spelling", "words")),
    *(
        f"gesta/reading/{name}.py"
        for name in (
            "attribution_rules",
            "casing",
            "inputs",
            "lemmas",
            "long_names",
            "names",
            "tagging",
            "told",
            "tokens",
            "windows",
            "wordpieces",
        )
    ),
)


class BuildHook(BuildHookInterface[Any]):
    """After it the page lies in `src/gesta/api/page`, newer than its sources; a wheel has the compiled rooms if they were asked for.

    Where there is no npm, or it cannot fetch what the page is made of, a line says so and the package is built without: `gesta serve`
    then has the API and a plain page that says why. A compiler that is missing or fails ends the build.
    """

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the build needs beside hatchling."""
        return ["mypy>=2.0", "setuptools", "types-PyYAML"] if self.compiles else []

    @property
    def compiles(self) -> bool:
        """True for a wheel that is to have compiled rooms; an editable installation has none, its sources may change."""
        return os.environ.get(COMPILED) == "1" and self.target_name == "wheel"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the files are gathered."""
        self.page(Path(self.root))
        if self.compiles and version == "standard":
            build_data["force_include"].update(compiled(Path(self.root)))
            build_data.update(pure_python=False, infer_tag=True)

    def page(self, root: Path) -> None:
        """The page is built, unless it is newer than its sources."""
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


def compiled(root: Path) -> dict[str, str]:
    """The compiled modules and the library that they share, each with its place in the wheel. The sources stay as they are."""
    work = root / "build" / "compiled"
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(root / "src", work, ignore=shutil.ignore_patterns("*.so", "*.pyd", "*.onnx", "data", "page", "__pycache__"))
    environment = {**os.environ, "MYPYC_OPT_LEVEL": "2", "MYPYC_DEBUG_LEVEL": "0"}
    subprocess.run([sys.executable, "-m", "mypyc", "--ignore-missing-imports", *ROOMS], cwd=work, env=environment, check=True)
    made = (path for path in work.rglob("*") if path.suffix in {".so", ".pyd"} and "build" not in path.relative_to(work).parts)
    return {str(path): str(path.relative_to(work)) for path in made}
