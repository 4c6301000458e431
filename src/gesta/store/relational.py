"""A store over any engine that speaks SQL: what is kept is the same everywhere, only how it is kept differs."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import astuple
from datetime import UTC, datetime
from typing import Any, Protocol, Self

from gesta.model.incident import Derived, Estimate, Incident, Origin, Orphan, Tie
from gesta.model.judgement import Judgement
from gesta.model.query import Layer, Query
from gesta.model.telling import Claim, Filing, Telling
from gesta.store import schema
from gesta.store.answers import answer
from gesta.store.asking import ANSWERS, question
from gesta.store.batches import Filed, Noun, Row, day_of, derived_rows, judgement_body, judgement_of, noun, rows_of
from gesta.store.interface import MOST_VALUES, Failure, Ingest
from gesta.store.schema import (
    CLAIM,
    ESTIMATE,
    FAILURE,
    FILING,
    INCIDENT,
    INGEST,
    JUDGEMENT,
    NOTE,
    OF_REPORTS,
    ORIGIN,
    ORPHAN,
    TELLING,
    TIE,
    TOMBSTONE,
    Column,
    Table,
)  # fmt: skip
from gesta.store.tallies import tallied
from gesta.store.wording import from_json, numbered, restored, storable

_PART = 125  # records whose rows are written before the engine takes them


class Engine(Protocol):
    """What a store needs of a database. Errors of the database come out as StoreError."""

    def close(self) -> None:
        """Nothing is held any more."""
        ...

    spatial: bool  # whether points are found by PostGIS

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """The rows of a statement; `$1` and so on stand for the values. Inside `writing` they show what it wrote."""
        ...

    def stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The same, a few at a time, as they stood when the first was asked for; outside `writing`."""
        ...

    def table(self, sql: str, values: Sequence[Any], columns: Sequence[Column]) -> Any:
        """The rows of a statement as a `pyarrow.Table` of these columns."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """A transaction: all that is done inside it is kept, or on an error nothing."""
        ...

    def append(self, table: Table, rows: Iterable[Row], *, kept: bool = False) -> None:
        """The rows stand in the table; inside `writing`. `kept`: their text is as every engine can keep it."""
        ...

    def withdraw(self, tables: Sequence[Table], which: Sequence[int] | Sequence[str], *, by: str = "seq", erase: bool = False) -> None:
        """The rows with these values, by default those of these filings, are gone from the tables, for readers from the next publishing on.

        Inside `writing`. `erase`: their bytes go with that publishing too.
        """
        ...

    def publish(self, rows: Mapping[Table, Iterable[Row]], ingest: Row | None) -> None:
        """Derived tables hold these rows alone, and readers that open the store from now on see all that was written."""
        ...


class RelationalStore:
    """The `Store` over an engine."""

    def __init__(self, engine: Engine) -> None:
        """Takes the engine over and closes it at the end."""
        self._engine = engine

    def __enter__(self) -> Self:
        """The store, open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Closed."""
        self._engine.close()

    # Writing

    def add(self, records: Sequence[Mapping[str, Any]], failures: Sequence[Failure] = ()) -> int:
        """See `Store.add`."""
        ids = [record["report"]["id"] for record in records]
        known = self.known(ids)
        new = {i: record for i, record in zip(ids, records, strict=True) if i not in known}
        with self._engine.writing():
            self._file(list(new.values()))
            self._fail(failures)
        return len(new)

    def _file(self, records: Sequence[Mapping[str, Any]]) -> None:
        if not records:
            return
        urls = [storable(url) for record in records if (url := record["report"].get("url"))]
        last = {restored(url): report for url, report in self._engine.rows(_LAST_OF_URL, [urls])}
        today, seq = datetime.now(UTC).date(), self._next('SELECT "seq" FROM filing UNION ALL SELECT "seq" FROM tombstone', "seq")
        filed = []
        for place, record in enumerate(records):
            url = record["report"].get("url")
            filed.append((record, Filed(seq=seq + place, known=day_of(record, today), revision_of=last.get(url) if url else None)))
            if url:
                last[url] = record["report"]["id"]
        self._insert(filed)

    def _insert(self, filed: Sequence[tuple[Mapping[str, Any], Filed]]) -> None:
        """The rows of the records stand in the tables. While the engine takes those of one part the next one is written in rows."""
        with uncollected(), ThreadPoolExecutor(max_workers=1) as taking:
            taken: Future[None] | None = None
            for first in range(0, len(filed), _PART):
                gathered: dict[Table, list[Row]] = {table: [] for table in OF_REPORTS}
                for record, as_filed in filed[first : first + _PART]:
                    for table, rows in rows_of(record, as_filed).items():
                        gathered[table] += rows
                if taken:
                    taken.result()
                taken = taking.submit(self._append, gathered, kept=True)
            if taken:
                taken.result()

    def _append(self, gathered: Mapping[Table, Sequence[Row]], *, kept: bool = False) -> None:
        for table, rows in gathered.items():
            if rows:
                self._engine.append(table, rows, kept=kept)

    def _fail(self, failures: Sequence[Failure]) -> None:
        if not failures:
            return
        origins = [storable(failure.origin) for failure in failures]
        seen = {(f.origin, f.error, f.why) for f in self._nouns(Failure, FAILURE, "n", "origin", origins)}
        new = {(f.origin, f.error, f.why): f for f in failures if (f.origin, f.error, f.why) not in seen}
        if new:
            first = self._next("SELECT n FROM failure", "n")
            self._engine.append(FAILURE, [(first + i, *astuple(failure)) for i, failure in enumerate(new.values())])

    def _next(self, sql: str, column: str) -> int:
        last: int = self._engine.rows(f'SELECT coalesce(max("{column}"), 0) FROM ({sql}) AS numbered')[0][0]
        return last + 1

    def recode(self, records: Sequence[Mapping[str, Any]]) -> int:
        """See `Store.recode`."""
        anew = {record["report"]["id"]: record for record in records}
        sql = 'SELECT "id", "seq", "known", "revision_of" FROM filing WHERE "number" = ANY($1::bigint[])'
        held = {restored(report): Filed(seq=s, known=k, revision_of=r) for report, s, k, r in self._engine.rows(sql, [numbers(anew)])}
        with self._engine.writing():
            self._engine.withdraw(OF_REPORTS, [as_filed.seq for as_filed in held.values()])
            self._insert([(anew[report], as_filed) for report, as_filed in held.items()])
        return len(held)

    def judge(self, judgements: Sequence[Judgement]) -> int:
        """See `Store.judge`."""
        known = {row[0] for row in self._engine.rows("SELECT id FROM judgement")}
        new = {j.id: j for j in judgements if j.id not in known}
        with self._engine.writing():
            first = self._next("SELECT n FROM judgement", "n")
            self._append({JUDGEMENT: [(first + i, j.id, judgement_body(j)) for i, j in enumerate(new.values())]})
        return len(new)

    def take_down(self, reports: Sequence[str], reason: str) -> int:
        """See `Store.take_down`."""
        found = list(
            self._engine.rows('SELECT "seq", "id" FROM filing WHERE "number" = ANY($1::bigint[]) ORDER BY "seq"', [numbers(reports)])
        )
        day = datetime.now(UTC).date().isoformat()
        with self._engine.writing():
            self._engine.withdraw(OF_REPORTS, [seq for seq, _ in found], erase=True)
            self._append({TOMBSTONE: [(seq, numbered(report), report, day, reason) for seq, report in found]})
        return len(found)

    def note(self, name: str, value: str) -> None:
        """See `Store.note`."""
        with self._engine.writing():
            self._engine.withdraw([NOTE], [storable(name)], by="name")
            self._append({NOTE: [(name, value)]})

    def publish(self, derived: Derived, ingest: Ingest | None = None) -> None:
        """See `Store.publish`."""
        row = (self._next("SELECT n FROM ingest", "n"), *astuple(ingest)) if ingest else None
        seqs = {restored(report): seq for report, seq in self._engine.stream('SELECT "id", "seq" FROM filing')}
        self._engine.publish(derived_rows(derived, seqs), row)

    # Reading

    def _nouns(self, kind: type[Noun], table: Table, order: str, only: str = "", among: Sequence[str] | None = None) -> Iterator[Noun]:
        """The rows of a table; where `among` is given those alone whose column `only` has one of these values."""
        names = ", ".join(f'"{name}"' for name in kind.__dataclass_fields__)  # type: ignore[attr-defined]
        of, values = ("", []) if among is None else (f'WHERE "{only}" = ANY($1::text[])', [list(among)])
        yield from map(noun(kind, table), self._engine.stream(f'SELECT {names} FROM "{table.name}" {of} ORDER BY "{order}"', values))

    def filings(self, reports: Sequence[str] | None = None) -> Iterator[Filing]:
        """See `Store.filings`."""
        return self._nouns(Filing, FILING, "seq", "id", reports)

    def origins(self, reports: Sequence[str] | None = None) -> Iterator[Origin]:
        """See `Store.origins`."""
        return self._nouns(Origin, ORIGIN, "n", "report", reports)

    def tellings(self) -> Iterator[Telling]:
        """See `Store.tellings`."""
        return self._nouns(Telling, TELLING, "n")

    def claims(self) -> Iterator[Claim]:
        """See `Store.claims`."""
        return self._nouns(Claim, CLAIM, "n")

    def records(self, reports: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
        """See `Store.records`."""
        of = "" if reports is None else 'WHERE "number" = ANY($1::bigint[])'
        rows = self._engine.stream(f'SELECT "record" FROM filing {of} ORDER BY "seq"', [] if reports is None else [numbers(reports)])
        return (from_json(record) for (record,) in rows)

    def judgements(self) -> Iterator[Judgement]:
        """See `Store.judgements`."""
        return (judgement_of(body) for (body,) in self._engine.stream('SELECT "body" FROM judgement ORDER BY "n"'))

    def failures(self) -> Iterator[Failure]:
        """See `Store.failures`."""
        return self._nouns(Failure, FAILURE, "n")

    def noted(self, name: str) -> str | None:
        """See `Store.noted`."""
        found = self._engine.rows('SELECT "value" FROM note WHERE "name" = $1', [storable(name)])
        return restored(found[0][0]) if found else None

    def ingests(self) -> Iterator[Ingest]:
        """See `Store.ingests`."""
        return self._nouns(Ingest, INGEST, "n")

    def derived(self) -> Derived:
        """See `Store.derived`."""
        return Derived(
            origins=tuple(self._nouns(Origin, ORIGIN, "n")),
            incidents=tuple(self._nouns(Incident, INCIDENT, "n")),
            ties=tuple(self._nouns(Tie, TIE, "n")),
            estimates=tuple(self._nouns(Estimate, ESTIMATE, "n")),
            orphans=tuple(self._nouns(Orphan, ORPHAN, "n")),
        )

    def states(self, incidents: Sequence[str]) -> Iterator[Incident]:
        """See `Store.states`."""
        return self._nouns(Incident, INCIDENT, "n", "id", incidents)

    def known(self, reports: Sequence[str]) -> set[str]:
        """See `Store.known`."""
        sql = " UNION ALL ".join(f'SELECT "id" FROM {table} WHERE "number" = ANY($1::bigint[])' for table in ("filing", "tombstone"))
        return {restored(row[0]) for row in self._engine.rows(sql, [numbers(reports)])}.intersection(reports)

    def tombstones(self) -> Iterator[tuple[str, str, str]]:
        """See `Store.tombstones`."""
        rows = self._engine.rows('SELECT "id", "day", "reason" FROM tombstone ORDER BY "day", "seq"')
        return ((report, day, restored(reason)) for report, day, reason in rows)

    def ask(self, layer: Layer, query: Query) -> Any:
        """See `Store.ask`."""
        asked = question(layer, query, spatial=self._engine.spatial)
        columns = ANSWERS[layer]
        tail = next((c for c in columns if c.name == asked.sort.tail), Column(name="n", kind="int"))
        found = self._engine.table(asked.sql, asked.values, (*columns, Column(name="_tail", kind=tail.kind)))
        return answer(found, asked)

    def tally(
        self, layer: Layer, query: Query, by: Sequence[str] = (), most: int = MOST_VALUES
    ) -> list[tuple[tuple[str | None, ...], int]]:
        """See `Store.tally`."""
        sql, values = tallied(layer, query, by, spatial=self._engine.spatial, most=most)
        rows = self._engine.rows(sql, values)
        return [(tuple(value if value is None else restored(value) for value in row[:-1]), row[-1]) for row in rows]

    def versions(self) -> Mapping[str, str]:
        """See `Store.versions`."""
        made = [from_json(text) for (text,) in self._engine.rows('SELECT DISTINCT "made" FROM filing ORDER BY 1')]
        names = ("record", "gesta", "model", "codebook", "gazetteer")
        found = {name: dict.fromkeys(str(m[name]) for m in made if m.get(name) is not None) for name in names}
        return {"schema": str(schema.SCHEMA), **{name: ", ".join(values) for name, values in found.items()}, "digest": self._digest()}

    def _digest(self) -> str:
        """Over what was filed, taken down and judged, in order: two stores of one digest give the same incidents."""
        sum_ = hashlib.sha256()
        for sql in _DIGESTED:
            for row in self._engine.stream(sql):
                sum_.update("\t".join(map(str, row)).encode() + b"\n")
        return sum_.hexdigest()


@contextmanager
def uncollected() -> Iterator[None]:
    """Python's collector rests: rows make thousands of tuples and no circle, and looking for one cost a quarter of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def numbers(reports: Iterable[str]) -> list[int]:
    """What stands for the ids in joins."""
    return [numbered(report) for report in reports]


_LAST_OF_URL = (
    'SELECT "url", "id" FROM filing AS f WHERE "url" = ANY($1::text[]) AND "seq" = '
    '(SELECT max("seq") FROM filing AS g WHERE g."url" = f."url")'
)
_DIGESTED = (
    'SELECT "seq", "id", "known", coalesce("revision_of", \'\'), md5("record") FROM filing ORDER BY "seq"',
    'SELECT "seq", "id" FROM tombstone ORDER BY "seq"',
    'SELECT "n", "id" FROM judgement ORDER BY "n"',
)
