"""Paths as given on the command line: folders opened, documents counted for the progress bar."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gesta.intake.sources import FEED_SUFFIXES, JSON_SUFFIXES, PACKED_SUFFIX, PARQUET_SUFFIX, STANDARD_INPUT, WARC_SUFFIX, files_in

UNCOUNTABLE = FEED_SUFFIXES | {WARC_SUFFIX, PARQUET_SUFFIX, PACKED_SUFFIX}


def expanded(paths: Sequence[str]) -> list[str]:
    """Files in the order given, a folder as the articles below it."""
    return [file for path in paths for file in opened(path)]


def opened(path: str) -> list[str]:
    """The articles of a folder, by path; a folder without any, and everything else, as itself."""
    is_folder = path != STANDARD_INPUT and Path(path).is_dir()
    return (is_folder and list(map(str, files_in(Path(path))))) or [path]


def documents(files: Sequence[str]) -> int | None:
    """How many articles the files hold, a line of JSON Lines for each; None where one cannot be counted unread (standard input, WARC)."""
    if any(file == STANDARD_INPUT or Path(file).suffix.lower() in UNCOUNTABLE for file in files):
        return None
    return sum(lines(Path(file)) if Path(file).suffix.lower() in JSON_SUFFIXES else 1 for file in files)


def lines(path: Path) -> int:
    """Lines that are not blank; 1 for a file that cannot be read (it will be one document set aside)."""
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1
