"""A store over any engine that speaks SQL: what is kept is the same everywhere, only how it is kept differs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import astuple
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Self

from gesta.errors import StoreError
from gesta.model.incident import Derived, Estimate, Granularity, Incident, Origin, Orphan, Part, Tie
from gesta.model.judgement import Judgement
from gesta.model.query import Layer, Query
from gesta.model.telling import Claim, Filing, Telling
from gesta.store import catalogue, schema
from gesta.store.answers import answer
from gesta.store.asking import ANSWERS, question
from gesta.store.batches import Noun, Row, derived_rows, judgement_body, judgement_of, noun, renewal
from gesta.store.condition import Condition
from gesta.store.engine import Engine
from gesta.store.filer import Filer, next_number
from gesta.store.interface import MOST_VALUES, Failure, Ingest, Known, Spread
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
from gesta.store.spelling import Filed, Spelled, spelled
from gesta.store.tallies import faceted, spread, tallied
from gesta.store.wording import first_item, from_json, numbered, numbers, restored, storable


class RelationalStore:
    """The `Store` over an engine."""

    def __init__(self, engine: Engine) -> None:
        """Takes the engine over and closes it at the end."""
        self._raw = engine
        self._filer = Filer(engine)

    @property
    def _engine(self) -> Engine:
        """The engine, when all that was added is kept."""
        return self._filer.engine

    def __enter__(self) -> Self:
        """The store, open."""
        return self

    def __exit__(self, *error: object) -> None:
        """Closed, and all that was added is kept; raises the error of what was not, where there is none yet."""
        with suppress(StoreError) if any(error) else nullcontext():
            try:
                self._filer.close()
            finally:
                self._raw.close()

    # Writing

    def add(self, records: Sequence[Mapping[str, Any] | Spelled], failures: Sequence[Failure] = ()) -> int:
        """See `Store.add`."""
        return self.add_ahead(records, failures)()

    def add_ahead(self, records: Sequence[Mapping[str, Any] | Spelled], failures: Sequence[Failure] = ()) -> Callable[[], int]:
        """See `Store.add_ahead`."""
        return self._filer.file(records, failures)

    def _append(self, gathered: Mapping[Table, Sequence[Row]]) -> None:
        for table, rows in gathered.items():
            if rows:
                self._engine.append(table, rows)

    def _next(self, sql: str, column: str) -> int:
        return next_number(self._engine.rows, sql, column)

    def recode(self, records: Sequence[Mapping[str, Any]]) -> int:
        """See `Store.recode`."""
        self._forget_linking()
        anew = {record["report"]["id"]: record for record in records}
        sql = 'SELECT "id", "seq", "known", "revision_of" FROM filing WHERE "number" = ANY($1::bigint[])'
        held = {
            restored(report): Filed(seq=s, known=k, revision_of=r and restored(r))
            for report, s, k, r in self._engine.rows(sql, [numbers(anew)])
        }
        self._filer.replace([(spelled(anew[report]), as_filed) for report, as_filed in held.items()])
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
        self._forget_linking()
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
            self._keep_note(name, value)

    def _keep_note(self, name: str, value: str) -> None:
        self._engine.withdraw([NOTE], [storable(name)], by="name")
        self._append({NOTE: [(name, value)]})

    def publish(self, derived: Derived, ingest: Ingest | None = None) -> None:
        """See `Store.publish`."""
        self._forget_linking()
        seqs = {restored(report): seq for report, seq in self._engine.stream('SELECT "id", "seq" FROM filing')}
        self._engine.publish(derived_rows(derived, seqs), self._run_row(ingest))

    def renew(
        self, parts: Iterable[Part], orphans: Sequence[Orphan], linked: str, ingest: Ingest | None = None, *, anew: bool = False
    ) -> None:
        """See `Store.renew`."""

        def also() -> None:
            if not anew:
                self._engine.rows(f"DELETE FROM {ORPHAN.name}")
            self._append({ORPHAN: [*derived_rows(Derived(orphans=tuple(orphans)), {})[ORPHAN]]})
            self._keep_note(_LINKED, linked)

        self._engine.renew(map(renewal, parts), also, self._run_row(ingest), anew=anew)

    def linked(self) -> str:
        """See `Store.linked`."""
        return self.noted(_LINKED) or ""

    def _run_row(self, ingest: Ingest | None) -> Row | None:
        return (self._next("SELECT n FROM ingest", "n"), *astuple(ingest)) if ingest else None

    def _forget_linking(self) -> None:
        """Whatever comes of what is done next, all is linked anew after it."""
        if self.linked():
            self.note(_LINKED, "")

    def compact(self) -> None:
        """See `Store.compact`."""
        self._engine.compact()

    # Reading

    def _nouns(self, kind: type[Noun], table: Table, order: str, met: str = "", *values: Any, without: str = "") -> Iterator[Noun]:
        """The rows of a table that meet a condition; a text column that they are read `without` is "" in each."""
        names = ", ".join("''" if name == without else f'"{name}"' for name in kind.__dataclass_fields__)  # type: ignore[attr-defined]
        # DuckDB would read every column of every row to find the few that are met by their number.
        few = "" if self._engine.spatial or not met else f'WHERE rowid IN (SELECT rowid FROM "{table.name}" WHERE {met})'
        of = few or (f"WHERE {met}" if met else "")
        by = ", ".join(f'"{name}"' for name in order.split())
        yield from map(noun(kind, table), self._engine.stream(f'SELECT {names} FROM "{table.name}" {of} ORDER BY {by}', values))

    def filings(self, reports: Sequence[str] | None = None, *, texts: bool = True, known: Known | None = None) -> Iterator[Filing]:
        """See `Store.filings`."""
        met = (_KNOWN, *known) if known else () if reports is None else (_NUMBERED, numbers(reports))
        return self._nouns(Filing, FILING, "seq", *met, without="" if texts else "text")

    def days(self) -> Mapping[date, int]:
        """See `Store.days`."""
        return dict(self._engine.rows('SELECT "known", count(*) FROM filing GROUP BY 1'))

    def added(self, after: int) -> tuple[int, frozenset[date]]:
        """See `Store.added`."""
        before = f'SELECT g."known" FROM filing AS f JOIN filing AS g ON g."id" = f."revision_of" WHERE f."seq" > {int(after)}'
        found = self._engine.rows(f'SELECT DISTINCT "known" FROM filing WHERE "seq" > {int(after)} UNION {before}')
        return self._next("SELECT seq FROM filing", "seq") - 1, frozenset(day for (day,) in found)

    def superseded(self) -> Mapping[str, date]:
        """See `Store.superseded`."""
        sql = 'SELECT "revision_of", min("known") FROM filing WHERE "revision_of" IS NOT NULL GROUP BY 1'
        return {restored(report): day for report, day in self._engine.rows(sql)}

    def origins(self, reports: Sequence[str] | None = None) -> Iterator[Origin]:
        """See `Store.origins`."""
        met = () if reports is None else (_OF_NUMBERED, numbers(reports))
        return self._nouns(Origin, ORIGIN, "n", *met)

    def tellings(self, reports: Sequence[str] | None = None, *, known: Known | None = None) -> Iterator[Telling]:
        """See `Store.tellings`."""
        return self._nouns(Telling, TELLING, "n", *self._of(reports, known))

    def claims(self, reports: Sequence[str] | None = None, *, known: Known | None = None) -> Iterator[Claim]:
        """See `Store.claims`."""
        return self._nouns(Claim, CLAIM, "n", *self._of(reports, known))

    def _of(self, reports: Sequence[str] | None, known: Known | None) -> tuple[Any, ...]:
        """The condition that items are of these reports, or of those known in these days, and its values; none for all."""
        if known is None:
            return () if reports is None else (_OF_NUMBERED, numbers(reports))
        # DuckDB knows of each of its groups of rows the first and last day, PostgreSQL has an index of filings.
        return (f'"seq" IN (SELECT "seq" FROM filing WHERE {_KNOWN})' if self._engine.spatial else _KNOWN, *known)

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
            ties=tuple(self._nouns(Tie, TIE, "granularity report layer key incident")),
            estimates=tuple(self._nouns(Estimate, ESTIMATE, "n")),
            orphans=tuple(self.orphans()),
        )

    def states(self, incidents: Sequence[str]) -> Iterator[Incident]:
        """See `Store.states`."""
        return self._nouns(Incident, INCIDENT, "n", _NUMBERED, numbers(incidents))

    def parts(self, incident: str) -> Iterator[Incident]:
        """See `Store.parts`."""
        return self._nouns(Incident, INCIDENT, "n", '"part_of" = $1', storable(incident))

    def homes(self, report: str, granularity: Granularity = "incident") -> Mapping[str, str]:
        """See `Store.homes`."""
        found = self._engine.rows(f'SELECT "seq" FROM filing WHERE {_NUMBERED}', [numbers([report])])
        if not found:
            return {}
        sql = 'SELECT "key", "incident" FROM tie WHERE "granularity" = $1 AND "item" >= $2 AND "item" < $3 ORDER BY 1'
        first, behind = (first_item(seq) for seq in (found[0][0], found[0][0] + 1))
        return {restored(key): restored(incident) for key, incident in self._engine.rows(sql, [granularity, first, behind])}

    def known(self, reports: Sequence[str]) -> set[str]:
        """See `Store.known`."""
        return self._filer.known(reports)

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

    def facets(self, layer: Layer, query: Query, names: Sequence[str], most: int = MOST_VALUES) -> tuple[int, list[list[tuple[str, int]]]]:
        """See `Store.facets`."""
        sql, values = faceted(layer, query, names, spatial=self._engine.spatial, most=most)
        (_, _, every), *rows = self._engine.rows(sql, values)
        found: list[list[tuple[str, int]]] = [[] for _ in names]
        for place, value, n in rows:
            found[place].append((restored(value), n))
        return every, found

    def spread(self, layer: Layer, query: Query, by: Sequence[str], of: str, *, flag: str = "", most: int = MOST_VALUES) -> list[Spread]:
        """See `Store.spread`."""
        sql, values = spread(layer, query, by, of, flag, spatial=self._engine.spatial, most=most)
        return [
            Spread(
                values=tuple(restored(value) if isinstance(value, str) else value for value in row[:-3]), n=row[-3], flagged=row[-2],
                kinds=dict(map(_counted, sorted(row[-1].split(",")))),
            )
            for row in self._engine.rows(sql, values)
        ]  # fmt: skip

    # Of the store as a whole

    def listed(self, outlet: str = "", below: int | None = None, limit: int = 100) -> list[str]:
        """See `Store.listed`."""
        return [restored(row[0]) for row in self._engine.rows(*catalogue.listed(storable(outlet), below, limit))]

    def beginning(self, listed: catalogue.Listed, text: str) -> list[str]:
        """See `Store.beginning`."""
        return [restored(row[0]) for row in self._engine.rows(catalogue.BEGINNING[listed], [storable(text)])]

    def printed(self) -> list[catalogue.Printed]:
        """See `Store.printed`."""
        return [
            catalogue.Printed(outlet=restored(outlet), of=of if of is None else restored(of), reports=n, first=first, last=last)
            for outlet, of, n, first, last in self._engine.rows(catalogue.PRINTED)
        ]

    def orphans(self) -> Iterator[Orphan]:
        """See `Store.orphans`."""
        return self._nouns(Orphan, ORPHAN, "n")

    def condition(self) -> Condition:
        """See `Store.condition`."""
        return self._engine.condition()

    def names(self) -> Mapping[str, str]:
        """See `Store.names`."""
        return {restored(code): restored(name) for code, name in self._engine.rows(catalogue.NAMES)}

    def sizes(self) -> Mapping[str, int]:
        """See `Store.sizes`."""
        return {name: self._engine.rows(f"SELECT count(*) FROM {table}")[0][0] for name, table in catalogue.SIZES.items()}

    def another(self) -> Self:
        """See `Store.another`."""
        return type(self)(self._engine.another())

    def published(self) -> str:
        """See `Store.published`."""
        return self._engine.published()

    def versions(self) -> Mapping[str, str]:
        """See `Store.versions`."""
        return {**self.coded_by(), "digest": self._digest()}

    def coded_by(self) -> Mapping[str, str]:
        """See `Store.coded_by`."""
        made = [from_json(text) for (text,) in self._engine.rows('SELECT DISTINCT "made" FROM filing ORDER BY 1')]
        names = ("record", "gesta", "model", "codebook", "gazetteer")
        found = {name: dict.fromkeys(str(m[name]) for m in made if m.get(name) is not None) for name in names}
        return {"schema": str(schema.SCHEMA), **{name: ", ".join(values) for name, values in found.items()}}

    def _digest(self) -> str:
        """Over what was filed, taken down and judged, in order: two stores of one digest give the same incidents."""
        sum_ = hashlib.sha256()
        for sql in _DIGESTED:
            for row in self._engine.stream(sql):
                sum_.update("\t".join(map(str, row)).encode() + b"\n")
        return sum_.hexdigest()


@lru_cache(maxsize=10_000)
def _counted(pair: str) -> tuple[str, int]:
    """A value and its count; days and places have the same ones over and over."""
    value, _, n = pair.rpartition(" ")
    return value, int(n)


_NUMBERED = '"number" = ANY($1::bigint[])'
_OF_NUMBERED = f'"seq" IN (SELECT "seq" FROM filing WHERE {_NUMBERED})'
_KNOWN = '"known" BETWEEN $1 AND $2'
_LINKED = "linked"  # the note that says what was linked
_DIGESTED = (
    'SELECT "seq", "id", "known", coalesce("revision_of", \'\'), md5("record") FROM filing ORDER BY "seq"',
    'SELECT "seq", "id" FROM tombstone ORDER BY "seq"',
    'SELECT "n", "id" FROM judgement ORDER BY "n"',
)
