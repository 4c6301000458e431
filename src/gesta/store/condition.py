"""In what condition a store is: who keeps it, whether something of it waits, whether it can be written."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gesta.store.lock import is_held


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What can be told of a store without changing it.

    `keeper`: what keeps the rows, by name, with versions. `size`: bytes. `waiting`: something was added that no reader sees yet.
    `writing`: a process writes to it now. `beside`: files that a writer left, or needs now, beside a store in a file, with their bytes.
    `denied`: why it cannot be written from here, None where it can.
    """

    keeper: Mapping[str, str]
    size: int
    waiting: bool
    writing: bool
    beside: Mapping[str, int] = field(default_factory=dict)
    denied: str | None = None


def of_file(path: Path) -> Condition:
    """Of a store in a file, sound or not, also where only what a first writer left is there."""
    import duckdb

    left = beside(path)
    return Condition(
        keeper={"DuckDB": duckdb.__version__},
        size=path.stat().st_size if path.is_file() else 0,
        waiting=f"{path.name}.work" in left,
        writing=is_held(path),
        beside=left,
        denied=denied(path.parent),
    )


def beside(path: Path) -> dict[str, int]:
    """The files of a writer that lie beside a store, with their bytes; its lock, which always stays, is none of them."""
    ours = tuple(f"{path.name}{suffix}" for suffix in (".work", ".partial", ".wal"))
    try:
        return {found.name: found.stat().st_size for found in sorted(path.parent.iterdir()) if found.name.startswith(ours)}
    except OSError:
        return {}


def denied(folder: Path) -> str | None:
    """Why no file can be made and written in a folder; None where one can. It is tried, since rights alone do not tell of a full disk."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"\0" * 4096)
    except OSError as error:
        return error.strerror or str(error)
    return None
