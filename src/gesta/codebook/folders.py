"""The files of a codebook: which of them a user's folder may hold, and one digest over them all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from gesta.codebook.crosswalks import TABLES
from gesta.codebook.ontology import CALLED, DATA, PLOVER_TYPES
from gesta.codebook.registers import FILES
from gesta.errors import CodebookError

EVENTS = "events"
LAID = frozenset({*CALLED, *(f"{stem}.csv" for stem in (*FILES, *TABLES)), *(f"{EVENTS}/{kind}.yaml" for kind in PLOVER_TYPES)})
NOTES = frozenset({".md", ".txt"})


def check_files(folder: Path) -> None:
    """CodebookError where there is no such folder, or a file in it that the codebook does not take: one that would say nothing.

    Notes (`.md`, `.txt`) and hidden files are left alone.
    """
    if not folder.is_dir():
        raise CodebookError(path=folder, why="there is no such folder" if not folder.exists() else "is no folder")
    for path in files_in(folder):
        name = path.relative_to(folder).as_posix()
        if name in LAID:
            continue
        if (DATA / name).exists():
            raise CodebookError(path=path, why="this file of the codebook is fixed: a folder cannot lie on top of it")
        near = get_close_matches(name, LAID, 1)
        raise CodebookError(path=path, why="no file of a codebook has this name", suggestion=near[0] if near else None)


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder and below it, by path, without notes and hidden ones."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix.lower() not in NOTES:
            yield path


def digest_of(overlay: Path | None = None) -> str:
    """12 hex digits over the shipped files but the gazetteer's, which has a version of its own, and over those of a user's folder."""
    found = hashlib.sha256()
    for path in [*sorted((DATA / EVENTS).glob("*.yaml")), *sorted(DATA.glob("*.yaml")), *sorted(DATA.glob("*.csv"))]:
        found.update(path.name.encode() + path.read_bytes())
    for path in files_in(overlay) if overlay is not None else ():
        found.update(b"\0" + path.relative_to(overlay or path).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:12]
