"""DuckDB: a store is one file, which readers open as it is; a writer works on a copy that publishing puts in its place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from operator import itemgetter
from pathlib import Path
from tempfile import gettempdir
from typing import Any, Final, Self

from gesta.errors import StoreCrowded, StoreError
from gesta.store import schema
from gesta.store.answers import arrow_schema, arrow_table
from gesta.store.batches import Renewal, Row, in_parts, kept_columns
from gesta.store.condition import Condition, of_file
from gesta.store.lock import WriterLock
from gesta.store.migrations import refuse_unless_current, steps_from
from gesta.store.schema import DERIVED, GONE, INCIDENT, INGEST, JOINED, KEYED, OF_ITEMS, SOURCED, SOURCES, TABLES, TIE, Column, Table
from gesta.store.spelling import Columns
from gesta.store.wording import SEPARATOR

_TYPES: Final = {"text": "VARCHAR", "json": "VARCHAR", "int": "BIGINT", "float": "DOUBLE", "bool": "BOOLEAN", "date": "DATE"}
_META: Final = "CREATE TABLE IF NOT EXISTS gesta_store (name VARCHAR, value VARCHAR)"
_FETCHED: Final = 1_000  # rows at a time
_CHECKPOINT: Final = "256MB"  # of log before the file itself is written: DuckDB's own 16 MB are a few hundred reports
_FREED: Final = "1MB"  # let go at once by a bounded reader, from which all that is free goes back to the system: DuckDB's own is 512 MB
_ROWS: Final = 100_000  # rows in one INSERT, so that not all of them are held twice


def ddl(table: Table) -> str:
    """The statement that makes the table."""
    made = ", ".join(f'"{c.name}" {_TYPES[c.kind]}{"[]" if c.many else ""}' for c in table.columns)
    more = "".join(f', "{name}" {kind}' for name, kind in _own(table).items())
    return f'CREATE TABLE "{table.name}" ({made}{more})'


def _own(table: Table) -> dict[str, str]:
    """The columns that a table has in DuckDB alone, with their types."""
    sources = dict.fromkeys(SOURCES.values() if table in SOURCED else (), _TYPES["int"])
    return sources | dict.fromkeys(JOINED.values() if table in KEYED else (), _TYPES["text"])


def _joined_keys(table: Table) -> dict[str, str]:
    """The columns of joined keys, with what fills them."""
    mark = f"'{SEPARATOR}'"
    made = {name: f'{mark} || array_to_string("{keys}", {mark}) || {mark}' for keys, name in JOINED.items()}
    return made if table in KEYED else {}


class DuckEngine:
    """One file. A reader sees it as it was when opened; a writer works on FILE.work, which a killed one leaves to the next."""

    spatial = False

    def __init__(self, path: Path, *, write: bool, create: bool, memory: int = 0) -> None:
        """StoreError where there is no store, or none of this gesta's schema; StoreBusy where another writes.

        `memory`: MB that DuckDB may take, for all readers of this engine together; 0: what it takes by itself. Bounded, it
        takes half of the processors for one question as well: of many readers each has a part of them already, and what is small is not
        worth sharing out; and what a question freed goes back to the system.
        """
        self._memory = memory
        self._path, self._work = path, path.with_name(f"{path.name}.work")
        self._write = write
        self._opened: Path | None = None
        self._connection: Any = None
        self._other: Any = None  # a second connection, for what is asked while a batch is being kept
        self._alone = False  # whether DuckDB is held to one thread
        self._lock: WriterLock | None = None
        self._seen = ""
        if not (path.exists() or (write and (create or self._work.exists()))):
            started = "; one is being made, and nothing of it is published yet" if self._work.exists() else ""
            raise StoreError(path=path, why=f"there is no store{started}")
        if write:
            self._lock = WriterLock(path)
        try:
            self._open()
        except BaseException:
            self.close()
            raise

    # Opening

    def _open(self) -> None:
        """Opens what is there to be read: a writer's own unfinished work before what is published."""
        if self._write and (self._work.exists() or not self._path.exists()):
            self._open_work()
        else:
            self._seen = stamp(self._path)
            self._connection = self._attached(self._path, "(READ_ONLY)")
            refuse_unless_current(self._path, self._schema(), writes=self._write)
            if self._write and self._schema() != schema.SCHEMA:
                self._disconnect()
                self._open_work()

    def _open_work(self) -> None:
        """Opens FILE.work for writing, made of FILE where there is none, with the tables of now."""
        fresh = not self._work.exists() and not self._path.exists()
        if fresh:
            # DuckDB writes the head of a new file in several steps.
            self._placed(self._work, lambda path: self._attached(path, "").close(), "made")
        elif not self._work.exists():
            self._placed(self._work, lambda path: shutil.copyfile(self._path, path), "copied for writing")
        self._connection = self._attached(self._work, "")
        with self._transaction():
            if fresh or not self._tables():
                self._run(_META)
                self._run("INSERT INTO gesta_store VALUES ('schema', $1)", [str(schema.SCHEMA)])
                for table in TABLES:
                    self._run(ddl(table))
            if steps := steps_from(self._path, self._schema()):
                for step in steps:
                    step(self._run)
                for table in KEYED:
                    for column, kind in _own(table).items():
                        self._run(f'ALTER TABLE "{table.name}" ADD COLUMN IF NOT EXISTS "{column}" {kind}')
                    filled = ", ".join(f'"{name}" = {keys}' for name, keys in _joined_keys(table).items())
                    self._run(f'UPDATE "{table.name}" SET {filled}')
                self._source()
            self._run("UPDATE gesta_store SET value = $1 WHERE name = 'schema'", [str(schema.SCHEMA)])
        self._opened = self._work
        self._other = self._connection.cursor()
        self._other.execute("USE store")

    def _attached(self, path: Path, how: str) -> Any:
        """An instance of DuckDB of its own: two of one path would share one, and see the older file."""
        import duckdb

        config: dict[str, Any] = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
        bounded: dict[str, Any] = {
            "memory_limit": f"{self._memory}MB",
            "temp_directory": str(Path(gettempdir()) / f"gesta-{os.getpid()}"),
            "threads": max(1, (os.cpu_count() or 1) // 2),
            # What questions freed goes back while nobody asks: a server's readers keep the file open from one publishing to the next.
            "allocator_background_threads": "true",
            "allocator_bulk_deallocation_flush_threshold": _FREED,
        }
        connection = duckdb.connect(config=config | (bounded if self._memory else {}))
        try:
            connection.execute(f"ATTACH '{str(path).replace(chr(39), chr(39) * 2)}' AS store {how}")
            connection.execute("USE store")
            connection.execute(f"SET wal_autocheckpoint = '{_CHECKPOINT}'")
            connection.execute("SET enable_progress_bar = false")  # in a notebook it would stand between the answers
        except duckdb.Error as error:
            connection.close()
            raise StoreError(path=self._path, why=f"is no store, or a damaged one: {_first_line(error)}") from error
        return connection

    def _tables(self) -> set[str]:
        return {row[0] for row in self._run("SELECT table_name FROM duckdb_tables() WHERE database_name = 'store'")}

    def _schema(self) -> int | None:
        """The schema of the open file; None where it is no store."""
        if "gesta_store" not in self._tables():
            return None
        return int(self._run("SELECT value FROM gesta_store WHERE name = 'schema'")[0][0])

    def _placed(self, target: Path, make: Callable[[Path], object], what: str) -> None:
        """What `make` writes stands at the path, whole or not at all, however early it is killed."""
        partial = target.with_name(f"{target.name}.partial")
        try:
            partial.unlink(missing_ok=True)
            make(partial)
            os.replace(partial, target)
        except OSError as error:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            raise StoreError(path=self._path, why=f"cannot be {what}: {error.strerror}") from error

    def another(self) -> Self:
        """See `Engine.another`. Another connection to the same instance, so that all share what it has read."""
        if self._write or self._connection is None:
            raise StoreError(path=self._path, why="is not open for reading")
        twin = copy(self)
        twin._connection, twin._other = self._connection.cursor(), None
        twin._run("USE store")
        return twin

    def published(self) -> str:
        """See `Engine.published`. It is that of the file when it was opened."""
        return self._seen

    def condition(self) -> Condition:
        """See `Engine.condition`."""
        return of_file(self._path)

    def close(self) -> None:
        """The file and the lock are free."""
        self._disconnect()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _disconnect(self) -> None:
        for connection in (self._other, self._connection):
            if connection is not None:
                connection.close()
        self._connection = self._other = None
        self._alone = False

    # Statements

    def _run(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a statement, all of them: DuckDB refuses the next one on a connection that still owes rows."""
        return self._rows_of(self._connection, sql, values)

    def _rows_of(self, connection: Any, sql: str, values: Sequence[Any]) -> list[Row]:
        import duckdb

        if connection is None:
            raise StoreError(path=self._path, why="the store is closed")
        try:
            found: list[Row] = connection.execute(sql, list(values)).fetchall()
        except duckdb.Error as error:
            raise StoreError(path=self._path, why=_first_line(error)) from error
        return found

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """See `Engine.rows`."""
        return self._run(sql, values)

    def beside(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """See `Engine.beside`."""
        return self._rows_of(self._other, sql, values)

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """See `Engine.stream`. Another connection to the same instance, so that others may ask and write between two rows."""
        import duckdb

        self._threads(alone=False)
        try:
            with self._connection.cursor() as cursor:
                cursor.execute("USE store")
                cursor.execute(sql, list(values))
                while found := cursor.fetchmany(_FETCHED):
                    yield from found
        except duckdb.Error as error:
            raise StoreError(path=self._path, why=_first_line(error)) from error

    def table(self, sql: str, values: Sequence[Any], columns: Sequence[Column]) -> Any:
        """See `Engine.table`."""
        import duckdb

        self._threads(alone=False)
        try:
            found = self._connection.sql(sql, params=list(values))
            return found.to_arrow_table().cast(arrow_schema(columns))
        except duckdb.Error as error:
            raise StoreError(path=self._path, why=_first_line(error)) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._run("BEGIN")
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            with suppress(StoreError):
                self._run("ROLLBACK")
            raise

    @contextmanager
    def writing(self) -> Iterator[None]:
        """See `Engine.writing`."""
        self.ready()
        self._threads(alone=True)
        with self._transaction():
            yield

    def _threads(self, *, alone: bool) -> None:
        """A batch is too small to be worth sharing out: more threads took three times as long for its rows."""
        if alone != self._alone:
            self._run("SET threads = 1" if alone else "RESET threads")
            self._alone = alone

    def ready(self) -> None:
        """See `Engine.ready`. FILE.work is open."""
        if not self._write:
            raise StoreError(path=self._path, why="was opened for reading")
        if self._opened != self._work:
            self._disconnect()
            self._open_work()

    def append(self, table: Table, rows: Iterable[Row]) -> None:
        """See `Engine.append`."""
        for part in in_parts(rows, _ROWS):
            self.take(table, arrow_table(table.columns, kept_columns(table, part)))

    def prepared(self, table: Table, columns: Columns) -> Any:
        """See `Engine.prepared`."""
        return arrow_table(table.columns, columns)

    def take(self, table: Table, prepared: Any) -> None:
        """See `Engine.take`.

        DuckDB finds `prepared` among the names of this function. Registered, it became a view first: a quarter of the time.
        """
        import duckdb

        joined = "".join(f', {keys} AS "{name}"' for name, keys in _joined_keys(table).items())
        try:
            self._connection.execute(f'INSERT INTO "{table.name}" BY NAME SELECT *{joined} FROM prepared')
        except duckdb.Error as error:
            raise StoreError(path=self._path, why=_first_line(error)) from error

    def withdraw(self, tables: Sequence[Table], which: Sequence[int] | Sequence[str], *, by: str = "seq", erase: bool = False) -> None:
        """See `Engine.withdraw`."""
        for table in tables:
            self._run(f'DELETE FROM "{table.name}" WHERE "{by}" = ANY($1)', [list(which)])
        if erase and which:
            self._run("INSERT INTO gesta_store VALUES ('erase', '1')")

    # Publishing

    def publish(self, rows: Mapping[Table, Iterable[Row]] | None, ingest: Row | None) -> None:
        """See `Engine.publish`. What was taken down leaves no byte: the file is written anew without it."""
        self.ready()
        self._threads(alone=False)
        with self._transaction():
            for table in DERIVED if rows is not None else ():
                self._run(f'DROP TABLE IF EXISTS "{table.name}"')
                self._run(ddl(table))
                self.append(table, (rows or {}).get(table, ()))
            self._lay()
            self._source()
            if ingest:
                self.append(INGEST, [ingest])
        self._put_in_place()

    def renew(self, renewals: Iterable[Renewal], also: Callable[[], None], ingest: Row | None, *, anew: bool) -> None:
        """See `Engine.renew`."""
        self.ready()
        self._threads(alone=False)
        with self._transaction():
            for table in DERIVED if anew else ():
                self._run(f'DROP TABLE IF EXISTS "{table.name}"')
                self._run(ddl(table))
            for renewal in renewals:
                with self._listed(items=renewal.items, seqs=renewal.seqs):
                    self._replace(renewal.rows, anew=anew)
            if anew:
                self._lay()
                self._source()
            also()
            if ingest:
                self.append(INGEST, [ingest])
        self._put_in_place()

    @contextmanager
    def _listed(self, **numbers: Sequence[int]) -> Iterator[None]:
        """The numbers stand in tables of one column `n`."""
        import duckdb
        import pyarrow as pa

        for name, some in numbers.items():
            self._connection.register(name, pa.table({"n": pa.array(some, pa.int64())}))
        try:
            yield
        finally:
            with suppress(duckdb.Error):  # of a transaction that failed
                for name in numbers:
                    self._connection.unregister(name)

    def _replace(self, rows: Mapping[Table, Sequence[Row]], *, anew: bool) -> None:
        """The rows stand in the place of those of the listed items and reports."""
        if not anew:
            self._run(f"CREATE OR REPLACE TEMP TABLE gone AS {GONE}")
            for table, met in OF_ITEMS.items():
                self._run(f'DELETE FROM "{table.name}" WHERE {met}')
        for table, some in rows.items():
            with self._listed(come=[row[0] for row in some]):
                if self._run(f'SELECT 1 FROM "{table.name}" WHERE "n" IN (SELECT n FROM come) LIMIT 1'):
                    raise StoreCrowded(path=self._path, why="rows of two names would stand at one place")
            self.append(table, sorted(some, key=_laid_order(table)))
        if not anew:
            self._source('WHERE r."number" IN (SELECT n FROM items)')

    def compact(self) -> None:
        """See `Engine.compact`. The file is written anew."""
        if self._work.exists():
            raise StoreError(path=self._path, why="something was added that is not published; run the ingest again that was interrupted")
        self.ready()
        with self._transaction():
            self._lay()
        self._rewrite()
        self._put_in_place()

    def _put_in_place(self) -> None:
        """FILE.work is the published file."""
        if self._run("SELECT 1 FROM gesta_store WHERE name = 'erase'"):
            self._rewrite()
        self._run("CHECKPOINT store")
        self._disconnect()
        self._opened = None
        _sync(self._work)
        try:
            os.replace(self._work, self._path)
        except OSError as error:
            raise StoreError(path=self._path, why=f"cannot be published: {error.strerror}; all is kept in {self._work.name}") from error
        finally:
            self._open()
        _sync(self._path.parent)

    def _lay(self) -> None:
        """Ties lie as their items were filed, so that those of a page are found in a few places; incidents as they are known now by day."""
        orders = {"tie": '"layer", "granularity", "item"', "incident": '"known_to" IS NOT NULL, "granularity", "start", "n"'}
        for table, order in orders.items():
            self._run(f"CREATE TABLE laid AS SELECT * FROM {table} ORDER BY {order}")
            self._run(f"DROP TABLE {table}")
            self._run(f"ALTER TABLE laid RENAME TO {table}")

    def _source(self, which: str = "") -> None:
        """Events and figures have the sources of the incidents that they are tied to now; those alone are written that change."""
        items = 'AND "item" IN (SELECT n FROM items)' if which else ""
        kinds = ", ".join(f'max("sources") FILTER ("granularity" = \'{kind}\') AS "{name}"' for kind, name in SOURCES.items())
        for table, layer in SOURCED.items():
            tied = f'SELECT "item", {kinds} FROM tie WHERE "layer" = \'{layer}\' {items} GROUP BY "item"'
            found = f'SELECT r.rowid AS "row", t.* FROM "{table.name}" AS r LEFT JOIN ({tied}) AS t ON t."item" = r."number" {which}'
            changes = " OR ".join(f'f."{name}" IS DISTINCT FROM r."{name}"' for name in SOURCES.values())
            values = ", ".join(f'"{name}" = f."{name}"' for name in SOURCES.values())
            self._run(f'UPDATE "{table.name}" AS r SET {values} FROM ({found}) AS f WHERE f."row" = r.rowid AND ({changes})')

    def _rewrite(self) -> None:
        """FILE.work holds the rows that stand, and no byte of those that are gone."""
        fresh = self._work.with_name(f"{self._work.name}.partial")
        fresh.unlink(missing_ok=True)
        self._run(f"ATTACH '{str(fresh).replace(chr(39), chr(39) * 2)}' AS fresh")
        self._run("COPY FROM DATABASE store TO fresh")
        self._run("DELETE FROM fresh.gesta_store WHERE name = 'erase'")
        self._run("CHECKPOINT fresh")
        self._disconnect()
        _sync(fresh)
        os.replace(fresh, self._work)
        self._connection = self._attached(self._work, "")


def _laid_order(table: Table) -> Callable[[Row], Any]:
    """By what rows lie beside one another, as `_lay` has them."""
    names = {TIE: ("layer", "granularity", "item"), INCIDENT: ("granularity", "n")}.get(table, ("n",))
    return itemgetter(*map(table.names.index, names))


def stamp(path: Path) -> str:
    """What tells one publishing of a file from another; "" where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_ino}-{found.st_mtime_ns}-{found.st_size}"


def _sync(path: Path) -> None:
    """What was written to the file or folder is on the disk."""
    with suppress(PermissionError):  # where a folder cannot be opened, as on Windows
        file = os.open(path, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
