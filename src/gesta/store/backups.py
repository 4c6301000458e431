"""A backup: one file that is itself a store, and its checksum beside it. It moves a store between a file and a server too."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from gesta.errors import StoreError
from gesta.store.batches import in_parts
from gesta.store.duck import DuckEngine
from gesta.store.engine import Engine
from gesta.store.opening import engine_at, is_served
from gesta.store.postgres import without_password
from gesta.store.schema import TABLES

_ROWS: Final = 2_000  # rows in one part: those of reports carry their texts
_READ: Final = 1 << 20  # bytes


def back_up(address: str | Path, path: Path) -> str:
    """What is published of the store stands in a new file, and its SHA-256 in `FILE.sha256`, as `sha256sum` writes it; answers that sum.

    Readers and a writer go on meanwhile, and what they do is no part of it. The file is there whole or not at all. StoreError where there
    is a file already, no store, or no room.
    """
    if path.exists():
        raise StoreError(path=path, why="there is a file already, and a backup overwrites none")
    with _placed(path) as partial:
        if is_served(address):
            _copied_to(address, partial)
        else:
            engine_at(address).close()
            shutil.copyfile(address, partial)
        found = sum_of(partial)
        sum_file(path).write_text(f"{found}  {path.name}\n", encoding="utf-8")
    return found


def restore(path: Path, address: str | Path) -> None:
    """The backup stands as a store at the address, published, all of it or nothing, however early it is killed.

    StoreError where the file is not what its checksum says or has none, and where there is a store already.
    """
    _verify(path)
    if not is_served(address):
        _copied_from(path, Path(address))
        return
    source: Engine = DuckEngine(path, write=False, create=False)
    try:
        _into_server(source, address)
    finally:
        source.close()


def sum_file(path: Path) -> Path:
    """Where the checksum of a backup stands."""
    return path.with_name(f"{path.name}.sha256")


def sum_of(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while some := file.read(_READ):
            found.update(some)
    return found.hexdigest()


def _verify(path: Path) -> None:
    if not path.is_file():
        raise StoreError(path=path, why="there is no backup")
    try:
        wanted = sum_file(path).read_text(encoding="utf-8").split()[:1]
    except OSError as error:
        raise StoreError(path=path, why=f"its checksum {sum_file(path).name} cannot be read: {error.strerror}") from error
    if [sum_of(path)] != wanted:
        raise StoreError(path=path, why=f"the file is not what {sum_file(path).name} says: it is damaged, or another one")


@contextmanager
def _placed(path: Path) -> Iterator[Path]:
    """A file to write, which stands at the path when all went well, and nowhere when not."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        yield partial
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(partial, path)
    except OSError as error:
        raise StoreError(path=path, why=f"cannot be written: {error.strerror}") from error
    finally:
        for left in (partial, *(partial.with_name(f"{partial.name}.{end}") for end in ("lock", "work", "work.wal"))):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _copied_to(address: str | Path, path: Path) -> None:
    source = engine_at(address)
    try:
        target = DuckEngine(path, write=True, create=True)
        try:
            with target.writing():
                _copy(source, target)
            target.publish(None, None)
        finally:
            target.close()
    finally:
        source.close()


def _copied_from(path: Path, target: Path) -> None:
    if target.exists() or target.with_name(f"{target.name}.work").exists():
        raise StoreError(path=target, why="there is a store already, and restoring overwrites none")
    with _placed(target) as partial:
        shutil.copyfile(path, partial)
        DuckEngine(partial, write=False, create=False).close()


def _into_server(source: Engine, address: str | Path) -> None:
    target = engine_at(address, write=True, create=True)
    try:
        if any(target.rows(f"SELECT 1 FROM {table.name} LIMIT 1") for table in TABLES):
            raise StoreError(path=without_password(str(address)), why="there is a store already, and restoring overwrites none")
        with target.writing():  # in which publishing is no transaction of its own: whoever is killed leaves an empty store
            _copy(source, target)
            target.publish(None, None)
    finally:
        target.close()


def _copy(source: Engine, target: Engine) -> None:
    """All rows as they are kept; inside `writing`."""
    for table in TABLES:
        names = ", ".join(f'"{name}"' for name in table.names)
        for part in in_parts(source.stream(f'SELECT {names} FROM {table.name} ORDER BY "{table.names[0]}"'), _ROWS):
            target.take(table, target.prepared(table, list(zip(*(map(_kept, row) for row in part), strict=True))))


def _kept(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
