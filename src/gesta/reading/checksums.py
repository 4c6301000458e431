"""The model's files held against the list that was shipped with them: what is missing, cut off or changed is named."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from gesta.reading.encoder import MODEL_FOLDER

LIST: Final = "checksums.csv"
COLUMNS: Final = ("file", "bytes", "sha256")
PROSE: Final = frozenset({LIST, "MODEL_CARD.md"})


class Shipped(NamedTuple):
    """One line of the list."""

    file: str
    bytes: int
    sha256: str


def measured(folder: Path) -> Iterator[Shipped]:
    """The files of a model as they are, by name; its card, which no code reads, is left out."""
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.name not in PROSE:
            data = path.read_bytes()
            yield Shipped(path.name, len(data), hashlib.sha256(data).hexdigest())


def write_checksums(folder: Path = MODEL_FOLDER) -> None:
    """`checksums.csv` of the folder says what its files are now."""
    with (folder / LIST).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerows([COLUMNS, *measured(folder)])


def listed(folder: Path = MODEL_FOLDER) -> list[Shipped]:
    """What was shipped. OSError where there is no list, ValueError where it is none."""
    with (folder / LIST).open(encoding="utf-8", newline="") as file:
        return [Shipped(row["file"], int(row["bytes"]), row["sha256"]) for row in csv.DictReader(file, strict=True)]


def faults(folder: Path = MODEL_FOLDER) -> list[str]:
    """What of the model is not as it was shipped, a phrase for each file; OSError where a file or the list cannot be read."""
    there = {found.file: found for found in measured(folder)}
    return [fault for wanted in listed(folder) if (fault := fault_of(wanted, there.get(wanted.file)))]


def fault_of(wanted: Shipped, found: Shipped | None) -> str | None:
    """What is wrong with one file, None for nothing."""
    if found is None:
        return f"{wanted.file} is missing"
    if found.bytes < wanted.bytes:
        return f"{wanted.file} is cut off: {found.bytes:,} of {wanted.bytes:,} bytes"
    return None if found == wanted else f"{wanted.file} was changed: its SHA-256 is not the one that was shipped"
