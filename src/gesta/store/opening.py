"""A store by its address."""

from __future__ import annotations

from pathlib import Path

from gesta.store.condition import Condition, of_file
from gesta.store.duck import DuckEngine, stamp
from gesta.store.engine import Engine
from gesta.store.interface import Store
from gesta.store.postgres import PostgresEngine
from gesta.store.relational import RelationalStore

_SERVED = ("postgresql://", "postgres://")


def is_served(address: str | Path) -> bool:
    """Whether a server keeps the store, and no file."""
    return str(address).startswith(_SERVED)


def published(address: str | Path) -> str:
    """What tells this publishing of a store in a file from every other, without opening it; "" where there is none, or a server's."""
    return "" if is_served(address) else stamp(Path(address))


def condition_of(address: str | Path) -> Condition | None:
    """In what condition a store in a file is, also one that cannot be opened; None for a server's, which only an open store tells."""
    return None if is_served(address) else of_file(Path(address))


def open_store(address: str | Path, *, write: bool = False, create: bool = False, memory: int = 0) -> Store:
    """The store at a path (DuckDB) or at `postgresql://…`, open for reading or writing.

    `create`: one is made where there is none; only with `write`. StoreError where there is none, where it is none, or where it cannot be
    read; StoreBusy where another process writes to it; StoreTooNew where a newer gesta made it. `memory` bounds what DuckDB takes, in MB.
    """
    return RelationalStore(engine_at(address, write=write, create=create, memory=memory))


def engine_at(address: str | Path, *, write: bool = False, create: bool = False, memory: int = 0) -> Engine:
    """The engine of the store at an address; errors as `open_store`."""
    if is_served(address):
        return PostgresEngine(str(address), write=write, create=create)
    return DuckEngine(Path(address), write=write, create=create, memory=memory)
