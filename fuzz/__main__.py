"""Tries odd input on every door of gesta, one process at a time, and prints what came of it.

    python -m fuzz [NAME...] [--minutes 5] [--engine atheris|chance|both] [--folder DIR]

A crash is anything that is raised but for the errors that are documented, an input that takes more than 5 s of the processor, or more than
1 GB of memory. Corpora and the inputs that crashed lie in DIR (XDG_CACHE_HOME/gesta/fuzz), never in the repository. Exit code 1 on a crash.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

MEMORY: Final = 1_000_000_000
STUCK: Final = 60.0  # seconds of the processor without a word
GRACE: Final = 90.0  # seconds beyond the time given, for loading
CACHE: Final = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gesta" / "fuzz"
NAMES: Final = (
    "files", "pages", "archives", "feeds", "lines", "frontmatter", "bodies", "dates", "addresses", "records", "rawrecords", "registers",
    "ontology", "filters", "requests",
)  # fmt: skip


def told(folder: Path) -> dict[str, Any]:
    """What a trial said last."""
    path = folder / "told.json"
    return json.loads(path.read_text("utf-8")) if path.exists() else {"tried": 0, "in_all": 0, "crashes": {}, "slowest": 0.0, "peak": 0}


def processor(process: subprocess.Popen[bytes]) -> float:
    """Seconds of the processor that a process took; 0.0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def tried(name: str, folder: Path, seconds: float, engine: str) -> dict[str, Any]:
    """What a trial of a target in a process of its own found; what kills the process, or stops it, is a crash too."""
    folder.mkdir(parents=True, exist_ok=True)
    before = told(folder)["in_all"]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "fuzz.trial", name, str(folder), str(seconds), engine], stdout=log, stderr=log)
        why = watched(process, folder, seconds)
    found = told(folder)
    found["tried"] = found["in_all"] - before
    if why or process.returncode:
        found["crashes"][why or f"ended with {process.returncode}, see {folder / 'log'}"] = "log"
    if found["peak"] > MEMORY:
        found["crashes"][f"{found['peak'] / 1e9:.1f} GB of memory"] = "log"
    return found


def watched(process: subprocess.Popen[bytes], folder: Path, seconds: float) -> str | None:
    """Waits for the end of a trial; why it had to be ended, None where it had not."""
    last, since, started = -1, 0.0, time.monotonic()
    while process.poll() is None:
        time.sleep(1.0)
        count, used = told(folder)["in_all"], processor(process)
        if count != last:
            last, since = count, used
        elif used - since > STUCK or time.monotonic() - started > seconds * 10 + GRACE:
            process.kill()
            process.wait()
            return "an input that never ended"
    return None


def rows(names: Sequence[str], folder: Path, seconds: float, engines: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Each target's figures, printed as they come."""
    print(f"{'target':12} {'engine':8} {'inputs':>10} {'in all':>11} {'a second':>9} {'slowest':>8} {'memory':>8}  crashes", flush=True)
    for name in names:
        for engine in engines:
            found = tried(name, folder / name, seconds / len(engines), engine)
            print(
                f"{name:12} {engine:8} {found['tried']:10,} {found['in_all']:11,} {found['tried'] / (seconds / len(engines)):9,.0f} "
                f"{found['slowest']:6.2f} s {found['peak'] / 1e6:5,.0f} MB  {len(found['crashes'])}",
                flush=True,
            )
            for where, kept in found["crashes"].items():
                print(f"{'':12} {where}  ({folder / name / kept})", flush=True)
            yield found


def main() -> None:
    """Runs the targets and says how many inputs were tried and what crashed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}; all if none is given")
    parser.add_argument("--minutes", type=float, default=5.0, help="for each target")
    parser.add_argument(
        "--engine", choices=("atheris", "chance", "both"), default="both" if importlib.util.find_spec("atheris") else "chance"
    )
    parser.add_argument("--folder", type=Path, default=CACHE)
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"there is no target {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    engines = ("atheris", "chance") if options.engine == "both" else (options.engine,)
    found = list(rows(options.names or NAMES, options.folder, options.minutes * 60, engines))
    crashes = sum(len(each["crashes"]) for each in found)
    print(f"\n{sum(each['tried'] for each in found):,} inputs, {crashes} crashes")
    sys.exit(1 if crashes else 0)


if __name__ == "__main__":
    main()
