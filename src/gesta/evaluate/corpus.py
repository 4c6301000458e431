"""Files of corpora: which are there for a split, what they hold, and the fingerprint that a floor is bound to."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from gesta.errors import MalformedRecord
from gesta.evaluate.task import Task


def found(task: Task, data: Path, split: str) -> tuple[Path, ...]:
    """The files (or folders) of the task's corpus for a split; empty where none is there.

    A corpus whose name has no place for a split is looked for as `name.SPLIT.suffix`, then as it is: whoever holds a test half may keep it
    under the same name in another folder.
    """
    names = task.splits.get(split, (split,))
    out: tuple[Path, ...] = ()
    for pattern in task.corpus:
        wanted = [data / pattern.format(split=name) for name in names]
        if "{split}" not in pattern:
            stem, _, suffix = pattern.rpartition("/")[2].partition(".")
            folder = (data / pattern).parent
            beside = [folder / f"{stem}.{name}.{suffix}" for name in names]
            wanted = [path for path in beside if path.exists()] or wanted
        there = tuple(dict.fromkeys(path for path in wanted if path.exists()))
        if there and not task.together:
            return there
        out += there
    return out


def fingerprint(paths: tuple[Path, ...]) -> str:
    """The first 16 hex digits of a sha256 over the files' bytes, a folder's files by name; unpacked, so that packing does not count."""
    digest = sha256()
    for path in paths:
        files = sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
        for file in files:
            digest.update((file.name if path.is_dir() else "").encode() + b"\0" + unpacked(file))
    return digest.hexdigest()[:16]


def unpacked(path: Path) -> bytes:
    """The bytes of a file, of a gzipped one those inside."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not; MalformedRecord names file, line and column of one that is none."""
    for number, line in enumerate(unpacked(path).decode("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise MalformedRecord(path=path, line=number, column=error.colno, why=f"no JSON: {error.msg}") from error
        if not isinstance(record, dict):
            raise MalformedRecord(path=path, line=number, column=1, why="a JSON object is wanted")
        yield record
