"""PostgreSQL with PostGIS: readers see the rows that were published before they began, the one writer those that will be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from typing import Any, Final, Self

from gesta.errors import StoreBusy, StoreCrowded, StoreError
from gesta.store import schema
from gesta.store.answers import arrow_table
from gesta.store.batches import Renewal, Row, in_parts, kept_columns
from gesta.store.changes import changes, digest
from gesta.store.condition import Condition
from gesta.store.migrations import refuse_unless_current, steps_from
from gesta.store.postgres_copy import copied, copy_statement
from gesta.store.postgres_tables import DIGEST, INDEXES, WAITING, statements, views, without_views
from gesta.store.schema import DERIVED, GONE, INGEST, KEPT, OF_ITEMS, Column, Table
from gesta.store.spelling import Columns

_LOCK: Final = 0x67657374_61  # "gesta": the advisory lock of the one writer in a database
_ROWS: Final = 5_000  # rows in one message of COPY, so that the text of a batch stays small
_FETCHED: Final = 2_000
# A plan for values that are not known takes each for a rare one: boxes and actors took up to a hundred times as long. With less memory
# bitmaps forget which rows of a page they mean. What compiling a plan gains is less than it costs.
_SETTINGS: Final = {"plan_cache_mode": "force_custom_plan", "work_mem": "'32MB'", "jit": "off"}
_WORK: Final = "SET search_path TO gesta_work, gesta, public"
_ALIVE: Final = {"keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "connect_timeout": 10}

_CONDITION: Final = f"""
SELECT current_setting('server_version'), (SELECT extversion FROM pg_extension WHERE extname = 'postgis'),
  pg_database_size(current_database()),
  EXISTS (SELECT 1 FROM gesta.filing, gesta.state WHERE "epoch" > visible),
  EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND (classid::bigint << 32) + objid::bigint = {_LOCK}),
  has_table_privilege('gesta.filing', 'INSERT')
"""


def without_password(address: str) -> str:
    """The address as it may be shown."""
    return re.sub(r"(?<=//)([^:@/]*):[^@/]*@", r"\1@", re.sub(r"([?&]password=)[^&]*", r"\1…", address))


class PostgresEngine:
    """One database. A reader is one transaction from open to close; a writer holds an advisory lock that goes with its connection."""

    spatial = True

    def __init__(self, address: str, *, write: bool, create: bool) -> None:
        """StoreError where the server, the database or the store is not there; StoreBusy where another writes."""
        self._shown, self._write, self._names = without_password(address), write, count(1)
        self._address = address
        self._other: Any = None
        self._connection = self._connected()
        try:
            self._open(create=create and write)
        except BaseException:
            self.close()
            raise

    def _connected(self) -> Any:
        psycopg = self._driver()
        how = {"autocommit": True, "cursor_factory": psycopg.RawCursor, "application_name": "gesta", "client_encoding": "utf8"}
        try:
            return psycopg.connect(self._address, **how, **_ALIVE)
        except (psycopg.Error, UnicodeError) as error:
            raise StoreError(path=self._shown, why=f"cannot be reached: {_told(error)}") from error

    def _driver(self) -> Any:
        try:
            import psycopg
        except ImportError as error:
            why = "PostgreSQL needs the package psycopg; install it with: pip install 'gesta[postgres]'"
            raise StoreError(path=self._shown, why=why) from error
        return psycopg

    # Opening

    def _open(self, *, create: bool) -> None:
        if self._write and not self.rows(f"SELECT pg_try_advisory_lock({_LOCK})")[0][0]:
            raise StoreBusy(path=self._shown, why="another process is writing to it; wait until it is done")
        for name, value in _SETTINGS.items():
            self.rows(f"SET {name} = {value}")
        if not self._write:
            self.rows("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        version, visible = self._state()
        if version is None and create:
            self._create()
            version, visible = schema.SCHEMA, 0
        if version is None or not (self._write or visible):
            raise StoreError(
                path=self._shown, why="there is no store" + ("; one is being made, nothing of it is published yet" if version else "")
            )
        refuse_unless_current(self._shown, version, writes=self._write)
        if self._write:
            self._migrate(version)
        self.rows(_WORK if self._write else "SET search_path TO gesta_seen, gesta, public")
        self._epoch = visible + 1

    def _state(self) -> tuple[int | None, int]:
        """Schema version and the last publishing; None where there is no store."""
        if self.rows("SELECT to_regclass('gesta.state')")[0][0] is None:
            return None, 0
        version, visible = self.rows("SELECT version, visible FROM gesta.state")[0]
        return version, visible

    def _create(self) -> None:
        if self.rows("SHOW server_encoding")[0][0] != "UTF8":
            raise StoreError(path=self._shown, why="the database's encoding is not UTF8; make one with: createdb -E UTF8 -T template0 NAME")
        if not self.rows("SELECT 1 FROM pg_extension WHERE extname = 'postgis'"):
            try:
                self.rows("CREATE EXTENSION postgis")
            except StoreError as error:
                why = f"the database has no PostGIS, and it cannot be added ({error.why})"
                raise StoreError(path=self._shown, why=f"{why}; let an administrator run: CREATE EXTENSION postgis") from error
        with self.writing():
            for statement in statements():
                self.rows(statement)
            self.rows("INSERT INTO gesta.state VALUES ($1, 0, false)", [schema.SCHEMA])

    def _migrate(self, version: int) -> None:
        if steps := steps_from(self._shown, version):
            with self.writing():
                self.rows("SET LOCAL search_path TO gesta, public")
                for statement in without_views():
                    self.rows(statement)
                for step in steps:
                    step(self.rows)
                for table in DERIVED:
                    self.rows(f"ALTER TABLE gesta.{table.name} ADD COLUMN IF NOT EXISTS {DIGEST}")
                for (index,) in self.rows("SELECT indexname FROM pg_indexes WHERE schemaname = 'gesta'"):
                    self.rows(f'DROP INDEX gesta."{index}"')
                for statement in (*INDEXES, *views()):
                    self.rows(statement)
                self.rows("UPDATE gesta.state SET version = $1", [schema.SCHEMA])

    def another(self) -> Self:
        """See `Engine.another`. Another connection: it shows what was published last when it was made."""
        if self._write:
            raise StoreError(path=self._shown, why="is not open for reading")
        return type(self)(self._address, write=False, create=False)

    def published(self) -> str:
        """See `Engine.published`. The number of the table tells a store from one that was made anew in its place."""
        ((table,),) = self.rows("SELECT 'gesta.state'::regclass::oid::bigint")
        return f"{table}-{self._epoch}"

    def condition(self) -> Condition:
        """See `Engine.condition`."""
        ((server, postgis, size, waiting, writing, may_write),) = self.rows(_CONDITION)
        return Condition(
            keeper={"PostgreSQL": server.split()[0], "PostGIS": postgis or "none"},
            size=size,
            waiting=waiting,
            writing=writing,
            denied=None if may_write else "the role has no right to write to the tables",
        )

    def close(self) -> None:
        """The connections and the lock are gone."""
        if self._write:
            self._unlock()
        for connection in filter(None, (self._other, self._connection)):
            connection.close()

    def _unlock(self) -> None:
        """Gives the lock back: a server that is left notices only when it has tidied up, and refuses the next writer until then."""
        with suppress(self._driver().Error):
            self._connection.rollback()
            self._connection.execute("SELECT pg_advisory_unlock_all()")

    # Statements

    @contextmanager
    def _errors(self, connection: Any = None) -> Iterator[None]:
        """Errors of the database as StoreError."""
        psycopg, connection = self._driver(), connection or self._connection
        try:
            yield
        except psycopg.Error as error:
            if connection.closed or connection.broken:
                why = f"the connection was lost; what was added before is kept, go on by starting again ({_told(error)})"
                raise StoreError(path=self._shown, why=why) from error
            raise StoreError(path=self._shown, why=_told(error)) from error

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """See `Engine.rows`."""
        with self._errors():
            cursor = self._connection.execute(sql, list(values))
            found: list[Row] = cursor.fetchall() if cursor.description else []
        return found

    def beside(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """See `Engine.beside`. By a second connection, made when it is first needed."""
        if self._other is None:
            self._other = self._connected()
            self._other.execute(_WORK)
        with self._errors(self._other):
            found: list[Row] = self._other.execute(sql, list(values)).fetchall()
        return found

    def ready(self) -> None:
        """See `Engine.ready`."""
        if not self._write:
            raise StoreError(path=self._shown, why="was opened for reading")

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """See `Engine.stream`. The server keeps a writer's rows aside, since its transactions are shorter."""
        psycopg = self._driver()
        with self._errors(), psycopg.RawServerCursor(self._connection, f"s{next(self._names)}", withhold=self._write) as cursor:
            cursor.execute(sql, list(values))
            while found := cursor.fetchmany(_FETCHED):
                yield from found

    def table(self, sql: str, values: Sequence[Any], columns: Sequence[Column]) -> Any:
        """See `Engine.table`."""
        found = self.rows(sql, values)
        return arrow_table(columns, list(zip(*found, strict=True)) or [()] * len(columns))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """See `Engine.writing`."""
        self.ready()
        with self._errors(), self._connection.transaction():
            yield

    def append(self, table: Table, rows: Iterable[Row]) -> None:
        """See `Engine.append`."""
        for part in in_parts(rows, _ROWS):
            self.take(table, copied(table, kept_columns(table, part), self._stamps(table, part)))

    def prepared(self, table: Table, columns: Columns) -> bytes:
        """See `Engine.prepared`."""
        rows = list(zip(*columns, strict=True)) if table in DERIVED else columns[0]
        return copied(table, columns, self._stamps(table, rows))

    def _stamps(self, table: Table, rows: Any) -> list[int]:
        return list(map(digest, rows)) if table in DERIVED else [self._epoch] * len(rows)

    def take(self, table: Table, prepared: bytes) -> None:
        """See `Engine.take`."""
        with self._errors(), self._connection.cursor() as cursor, cursor.copy(copy_statement(table)) as copy:
            copy.write(prepared)

    def withdraw(self, tables: Sequence[Table], which: Sequence[int] | Sequence[str], *, by: str = "seq", erase: bool = False) -> None:
        """See `Engine.withdraw`."""
        kind = "bigint" if by == "seq" else "text"
        for table in tables:
            rows = f'gesta.{table.name} {{}} WHERE "{by}" = ANY($1::{kind}[])'
            self.rows(f'DELETE FROM {rows.format("")} AND "epoch" = {self._epoch}', [list(which)])
            self.rows(f'UPDATE {rows.format(f"SET gone = {self._epoch}")} AND "gone" IS NULL', [list(which)])
        if erase and which:
            self.rows("UPDATE gesta.state SET erase = true")

    # Publishing

    def publish(self, rows: Mapping[Table, Iterable[Row]] | None, ingest: Row | None) -> None:
        """See `Engine.publish`. One transaction: who reads meanwhile sees the state before, to the end."""
        with self.writing():
            for table in DERIVED if rows is not None else ():
                self._compute(table, (rows or {}).get(table, ()))
            self._bring(ingest)
        self._epoch += 1
        self._tidy()

    def renew(self, renewals: Iterable[Renewal], also: Callable[[], None], ingest: Row | None, *, anew: bool) -> None:
        """See `Engine.renew`."""
        with self.writing():
            for table in DERIVED if anew else ():
                self.rows(f"DELETE FROM gesta.{table.name}")
            for renewal in renewals:
                for name, some in (("items", renewal.items), ("seqs", renewal.seqs)):
                    self.rows(f"CREATE TEMP TABLE {name} ON COMMIT DROP AS SELECT unnest($1::bigint[]) AS n", [list(some)])
                    self.rows(f"ANALYZE {name}")
                self.rows(f"CREATE TEMP TABLE gone ON COMMIT DROP AS {GONE}")
                self.rows("ANALYZE gone")
                for table, rows in renewal.rows.items():
                    self._compute(table, rows, f"WHERE {OF_ITEMS[table]}")
                self.rows("DROP TABLE items, seqs, gone")
            also()
            self._bring(ingest)
        self._epoch += 1
        self._tidy()

    def _compute(self, table: Table, rows: Iterable[Row], which: str = "") -> None:
        """The table holds these rows, beside those that are not `which`; written are those alone that it did not hold."""
        held = self.stream(f'SELECT "n", "digest" FROM gesta.{table.name} {which}')
        gone, come = changes(((number, found) for number, found in held), rows)
        self.rows(f'DELETE FROM gesta.{table.name} WHERE "n" = ANY($1::bigint[])', [gone])
        if which and self.rows(f'SELECT 1 FROM gesta.{table.name} WHERE "n" = ANY($1::bigint[]) LIMIT 1', [[row[0] for row in come]]):
            raise StoreCrowded(path=self._shown, why="rows of two names would stand at one place")
        self.append(table, come)

    def _bring(self, ingest: Row | None) -> None:
        """Readers see from the end of this transaction on what was written."""
        if ingest:
            self.append(INGEST, [ingest])
        for table in KEPT:
            self.rows(f'DELETE FROM gesta.{table.name} WHERE "gone" IS NOT NULL')
        self.rows(f"UPDATE gesta.state SET visible = {self._epoch}")

    def compact(self) -> None:
        """See `Engine.compact`. Tables are written anew; StoreBusy where a reader holds one for more than five seconds."""
        self.ready()
        if any(self.rows(f'SELECT 1 FROM gesta.{table.name} WHERE "epoch" = {self._epoch} LIMIT 1') for table in KEPT):
            raise StoreError(path=self._shown, why="something was added that is not published; run the ingest again that was interrupted")
        self.rows("SET lock_timeout = '5s'")
        try:
            for table in (*KEPT, *DERIVED):
                self.rows(f"VACUUM (FULL, ANALYZE) gesta.{table.name}")
        except StoreError as error:
            raise StoreBusy(path=self._shown, why=f"a reader holds a table; try again when it is closed ({error.why})") from error
        finally:
            self.rows("SET lock_timeout = 0")

    def _tidy(self) -> None:
        """Statistics are of now. Where a report was taken down, its tables are written anew without it, as soon as no reader holds them."""
        for index in WAITING:
            self.rows("SELECT gin_clean_pending_list($1::regclass)", [index])
        self.rows("ANALYZE " + ", ".join(f"gesta.{table.name}" for table in (*KEPT, *DERIVED)))
        if self.rows("SELECT erase FROM gesta.state")[0][0]:
            self.rows("SET lock_timeout = '5s'")
            with suppress(StoreError):
                self.rows("VACUUM (FULL) gesta.filing, gesta.telling, gesta.claim, gesta.named")
                self.rows("UPDATE gesta.state SET erase = false")
            self.rows("SET lock_timeout = 0")


def _told(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
