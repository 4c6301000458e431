"""Records into the tables: while the engine keeps one batch, the rows of the next are written."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from functools import partial
from queue import SimpleQueue
from typing import Any

from gesta.store.batches import Row, in_parts
from gesta.store.engine import Engine
from gesta.store.interface import Failure
from gesta.store.resting import collecting
from gesta.store.schema import FAILURE, OF_REPORTS, Table
from gesta.store.spelling import Filed, Spelled, columns_of, spelled
from gesta.store.wording import numbers, restored, storable

_PART = 500  # records whose rows are written before the engine takes them: each statement costs it as much as a hundred records
_SWITCH = 0.0002  # seconds
Record = Mapping[str, Any]
Part = dict[Table, Any]  # what was prepared for each table
Parts = SimpleQueue[Any]  # of Part; an error says that there will be no more, None that these are all


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """What is on its way: the url of each report."""

    kept: Future[None]
    urls: Mapping[str, str | None]


class Filer:
    """Files batches in order, one transaction each, in a thread of its own. After one that failed the next begins anew."""

    def __init__(self, engine: Engine) -> None:
        """The engine is used through `engine` alone from now on."""
        self._raw = engine
        self._thread: ThreadPoolExecutor | None = None
        self._pending: deque[_Batch] = deque()
        self._seq: int | None = None  # the next filing's, once it is known

    @property
    def engine(self) -> Engine:
        """The engine, at rest: all that was handed over is kept. Raises the error of what could not be, once."""
        self._wait(0)
        return self._raw

    def _wait(self, most: int) -> None:
        """At most so many batches are on their way. Raises the error of the first that could not be kept; then none is."""
        try:
            while len(self._pending) > most:
                self._pending[0].kept.result()
                self._pending.popleft()
        except BaseException:
            wait([batch.kept for batch in self._pending])
            self._pending.clear()
            self._seq = None
            raise

    def close(self) -> None:
        """All that was handed over is kept, the thread is gone; raises the error of what could not be kept."""
        if self._thread is not None:
            self._thread.shutdown()
            self._thread = None
        self._wait(0)

    def known(self, reports: Sequence[str]) -> set[str]:
        """Those of the ids that are filed, on their way to be, or taken down."""
        ahead = {report for batch in self._pending for report in batch.urls}
        return (ahead | {restored(row[0]) for row in self._rows(_KNOWN, [numbers(reports)])}).intersection(reports)

    def _rows(self, sql: str, values: Sequence[Any]) -> list[Row]:
        return self._raw.beside(sql, values) if self._pending else self._raw.rows(sql, values)

    def file(self, records: Sequence[Record | Spelled], failures: Sequence[Failure]) -> Callable[[], int]:
        """Those that are new are on their way into the tables. What is answered waits until they are kept, and says how many there were."""
        self._raw.ready()
        with undisturbed():
            # All rows are gone before Python's collector works again, which would go through each of them.
            kept, filed = self._file(records, failures)

        def number() -> int:
            if kept.exception() is not None:
                self._wait(0)  # it is raised here, and not a second time by what comes after
            kept.result()
            return filed

        return number

    def _file(self, records: Sequence[Record | Spelled], failures: Sequence[Failure]) -> tuple[Future[None], int]:
        """What says when they are kept, and how many are new."""
        read = [record if isinstance(record, Spelled) else spelled(record) for record in records]
        self._wait(1)
        known = self.known([record.id for record in read])
        new = {record.id: record for record in read if record.id not in known}
        return self._hand_over(self._as_filed(list(new.values())), partial(self._fail, failures)), len(new)

    def replace(self, filed: Sequence[tuple[Spelled, Filed]]) -> None:
        """The rows of these records stand in the place of those of the same filings."""
        self._raw.ready()
        self._hand_over(filed, lambda: self._raw.withdraw(OF_REPORTS, [as_filed.seq for _, as_filed in filed]))
        self._wait(0)

    def _as_filed(self, records: Sequence[Spelled]) -> list[tuple[Spelled, Filed]]:
        """Number, day and version before of each, as if all that is on its way were filed."""
        urls = [record.url for record in records if record.url]
        last = {restored(u): restored(report) for u, report in self._rows(_BY_URL, [list(map(storable, urls))])} if urls else {}
        last |= {url: report for batch in self._pending for report, url in batch.urls.items() if url}
        today, filed = datetime.now(UTC).date(), []
        if self._seq is None:
            self._seq = next_number(self._rows, 'SELECT "seq" FROM filing UNION ALL SELECT "seq" FROM tombstone', "seq")
        for place, record in enumerate(records):
            before = last.get(record.url) if record.url else None
            filed.append((record, Filed(seq=self._seq + place, known=record.known or today, revision_of=before)))
            if record.url:
                last[record.url] = record.id
        self._seq += len(records)
        return filed

    def _hand_over(self, filed: Sequence[tuple[Spelled, Filed]], first: Callable[[], None]) -> Future[None]:
        """The rows of the records are written, and taken part by part while the next are; `first` is done in the same transaction."""
        if self._thread is None:
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="gesta-filing")
        parts: Parts = SimpleQueue()
        before = self._pending[-1].kept if self._pending else None
        urls = {record.id: record.url for record, _ in filed}
        try:
            kept = self._thread.submit(self._keep, before, first, parts)
            self._pending.append(_Batch(kept=kept, urls=urls))
            with undisturbed():
                for some in in_parts(filed, _PART):
                    parts.put({table: self._raw.prepared(table, columns) for table, columns in columns_of(some).items()})
        except BaseException as error:
            parts.put(error)
            self._wait(0)
            raise
        parts.put(None)
        return kept

    def _keep(self, before: Future[None] | None, first: Callable[[], None], parts: Parts) -> None:
        """All the parts, in one transaction: none where one could not be written, or the batch before was not kept."""
        if before is not None:
            before.result()
        with self._raw.writing():
            first()
            part: Part | BaseException
            for part in iter(parts.get, None):
                if isinstance(part, BaseException):
                    raise part
                for table, prepared in part.items():
                    self._raw.take(table, prepared)

    def _fail(self, failures: Sequence[Failure]) -> None:
        """Those that are new stand in their table."""
        if not failures:
            return
        found = self._raw.rows('SELECT "origin", "error", "why" FROM failure WHERE "origin" = ANY($1::text[])', [_origins(failures)])
        seen = {tuple(map(restored, row)) for row in found}
        new = {(f.origin, f.error, f.why): f for f in failures if (f.origin, f.error, f.why) not in seen}
        if new:
            first = next_number(self._raw.rows, "SELECT n FROM failure", "n")
            self._raw.append(FAILURE, [(first + i, *astuple(failure)) for i, failure in enumerate(new.values())])


def next_number(rows: Callable[[str, Sequence[Any]], list[Row]], sql: str, column: str) -> int:
    """One more than the largest in the column of these rows; 1 where there is none."""
    last: int = rows(f'SELECT coalesce(max("{column}"), 0) FROM ({sql}) AS numbered', [])[0][0]
    return last + 1


@contextmanager
def undisturbed() -> Iterator[None]:
    """Rows are written without what costs most beside them.

    Python's collector rests, and the thread that keeps what is written does not wait 5 ms (Python's own interval) for each of the few
    instructions that it needs between two statements.
    """
    interval = sys.getswitchinterval()
    with collecting() as collects:
        collects(False)
        sys.setswitchinterval(_SWITCH)
        try:
            yield
        finally:
            sys.setswitchinterval(interval)


_KNOWN = " UNION ALL ".join(f'SELECT "id" FROM {table} WHERE "number" = ANY($1::bigint[])' for table in ("filing", "tombstone"))
_BY_URL = 'SELECT "url", "id" FROM filing WHERE "url" = ANY($1::text[]) ORDER BY "seq"'


def _origins(failures: Sequence[Failure]) -> list[str]:
    return [storable(failure.origin) for failure in failures]
