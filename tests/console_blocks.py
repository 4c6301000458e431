"""The ```console blocks of documents: a line that begins with `$ ` is run in bash, what follows it is what it printed.

console_blocks.py README.md …      writes what the commands print now into the files
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


def commands(block: str) -> list[str]:
    """The commands of a block, in order."""
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


@cache
def store_of_samples() -> str:
    """A store of the sample reports, made once and gone with the process."""
    folder = tempfile.mkdtemp(prefix="gesta-samples-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = f"{folder}/samples.gesta"
    subprocess.run([sys.executable, "-m", "gesta", "ingest", "samples", "--store", path], cwd=ROOT, capture_output=True, check=True)
    return path


def asks(command: str) -> bool:
    """Whether a command asks a store and names none."""
    first = re.match(r"gesta (\w+)", command)
    return first is not None and first[1] not in ("code", "show", "report", "doctor", "codebook") and "--store" not in command


def printed(command: str) -> str:
    """What the command writes to standard output, run from the top folder with the `gesta` beside this Python, 100 columns wide."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"} | ({"GESTA_STORE": store_of_samples()} if asks(command) else {})
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=environment | {"PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def run(block: str) -> str:
    """The block as it should stand: each command and what it prints."""
    return "".join(f"$ {command}\n{printed(command).rstrip()}\n" for command in commands(block))


def main() -> None:
    """Writes each document anew."""
    for path in map(Path, sys.argv[1:]):
        path.write_text(BLOCK.sub(lambda found: f"```console\n{run(found[1])}```", path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
