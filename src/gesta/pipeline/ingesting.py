"""Many reports into a store, each once: filed batch by batch, so that a run that was killed goes on where it was."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from gesta.errors import InputError
from gesta.intake import Found, Record
from gesta.model import Article, Report, report_id, to_record
from gesta.pipeline.batches import batches
from gesta.pipeline.coder import Pipeline
from gesta.pipeline.version import __version__
from gesta.store import Failure, Ingest, Spelled, Store, collecting, spelled

BATCH = 500
"""Documents that are filed together: enough to make a transaction cheap, few enough to lose little."""
SECONDS = 5.0
"""What was read and coded is filed at least that often."""
BATCH_CHARACTERS = 20_000_000
LOOKED_UP = 32
"""Documents whose ids the store is asked for together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many documents: newly `filed`, `known` to the store before, set aside (`failed`)."""

    filed: int = 0
    known: int = 0
    failed: int = 0

    @property
    def seen(self) -> int:
        """All of them."""
        return self.filed + self.known + self.failed


class Ingestion:
    """One run into a store that is open for writing: one batch is kept while the next is read. What the store knows is not read again."""

    def __init__(self, store: Store, pipeline: Pipeline, *, batch: int = BATCH, seconds: float = SECONDS) -> None:
        self.started = now()
        self._tally = Tally()
        self._handed_over: tuple[Callable[[], int], int, int] | None = None
        self._store, self._pipeline = store, pipeline
        self._batch, self._seconds = batch, seconds
        self._records: list[Spelled] = []
        self._failures: list[Failure] = []
        self._size = 0
        self._since = monotonic()
        self._repeats = False  # whether the store had some of the last batch

    @property
    def tally(self) -> Tally:
        """What is kept, when the batch that was handed over is: StoreError, once, where it cannot be."""
        self._settle()
        return self._tally

    def _settle(self) -> None:
        if self._handed_over is not None:
            (kept, records, failures), self._handed_over = self._handed_over, None
            filed = kept()
            self._repeats = filed < records
            self._count(filed=filed, known=records - filed, failed=failures)

    def _count(self, *, filed: int = 0, known: int = 0, failed: int = 0) -> None:
        before = self._tally
        self._tally = Tally(filed=before.filed + filed, known=before.known + known, failed=before.failed + failed)

    def take(self, found: Iterable[Found]) -> Iterator[InputError | None]:
        """One item for each document, as it is done: None, or the error for which it was set aside.

        When the iteration has come to its end, all is kept; where it was left before, all but the last batch. StoreError where the store
        cannot take it.
        """
        with collecting() as collects:
            for result in self._pipeline.each(self._unknown(found)):
                if result is None:
                    self._count(known=1)
                    yield None
                    continue
                collects(not isinstance(result, dict))
                yield self._gather(result)
                if self._is_full():
                    self._hand_over()
            self._hand_over()
            self._settle()

    def _hand_over(self) -> None:
        """What was gathered is on its way into the store, and the batch before it is there."""
        if self._records or self._failures:
            kept = self._store.add_ahead(self._records, self._failures)
            self._settle()
            self._handed_over = (kept, len(self._records), len(self._failures))
        self._records, self._failures, self._size = [], [], 0
        gc.collect(0)
        self._since = monotonic()

    def row(self, source: str) -> Ingest:
        """The run for the store's own record, finished now."""
        return Ingest(
            source=source,
            started=self.started,
            finished=now(),
            made=f"gesta {__version__}",
            filed=self.tally.filed,
            known=self.tally.known,
            failed=self.tally.failed,
        )

    def _unknown(self, found: Iterable[Found]) -> Iterator[Found | None]:
        """What was found, None in the place of what the store has.

        Records are looked up where they are filed; before that only in a run that was given again, which spares spelling them out.
        """
        for some in batches(found, LOOKED_UP):
            ids = {id(item): report_id(item) for item in some if isinstance(item, Article)}
            if self._repeats:
                ids |= {id(item): item["report"]["id"] for item in some if isinstance(item, dict)}
            known = self._store.known(list(ids.values())) if ids else set()
            yield from (None if ids.get(id(item)) in known else item for item in some)

    def _gather(self, result: Report | Record | InputError) -> InputError | None:
        if isinstance(result, InputError):
            self._failures.append(failure(result))
            return result
        record = to_record(result) if isinstance(result, Report) else result
        self._records.append(spelled(record))
        self._size += len(record["report"]["text"])
        return None

    def _is_full(self) -> bool:
        gathered = len(self._records) + len(self._failures)
        return gathered >= self._batch or self._size >= BATCH_CHARACTERS or monotonic() - self._since >= self._seconds


def failure(error: InputError) -> Failure:
    """The row of a document that was set aside."""
    place = ":".join(str(part) for part in (error.path, error.line, error.column) if part is not None)
    return Failure(origin=place, error=type(error).__name__, why=error.why, at=now())


def now() -> str:
    """This second, UTC, ISO 8601."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()
