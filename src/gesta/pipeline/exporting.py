"""A store in other people's columns: what is asked of it becomes cases, cases become rows, names behind codes come from the codebook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from itertools import chain
from typing import Any, Final

from gesta.codebook import Codebook
from gesta.export.acled import COLUMNS as ACLED
from gesta.export.acled import acled_rows
from gesta.export.cases import Case, LookUps, Party, Printing, State
from gesta.export.ged import COLUMNS as GED
from gesta.export.ged import ged_rows
from gesta.export.polecat import ICEWS, POLECAT, icews_rows, polecat_rows
from gesta.export.redaction import Redaction, private_names
from gesta.model import Claim, Estimate, Incident, Layer, Query, Telling
from gesta.pipeline.paging import noun, paged
from gesta.store import Store

PAGE: Final = 500  # incidents at a time
LONGEST_EXCERPT: Final = 300  # characters of a report that an export may carry; its text is its publisher's
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What one export holds: columns in order, rows as they come, and how a file of it is written."""

    columns: tuple[str, ...]
    rows: Iterable[Row]
    suffix: str = "csv"

    @property
    def delimiter(self) -> str:
        """What stands between two cells."""
        return "\t" if self.suffix == "tsv" else ","


def look_ups(codebook: Codebook) -> LookUps:
    """The tables that codes are spelled out by, from the codebook's registers and crosswalks."""
    registers, walks = codebook.registers, codebook.crosswalks
    states = {
        code: State(
            code=code,
            name=country.name,
            iso_numeric=area.iso_numeric,
            gw=country.gw,
            ucdp_region=area.ucdp_region,
            acled_region=area.acled_region,
        )
        for code, country in registers.countries.items()
        if (area := walks.areas.get(code))
    }
    parties = {
        code: Party(code=code, name=c.name, kind="country", sector="GOV", country=code, gw=c.gw, cow=c.cow)
        for code, c in registers.countries.items()
    }
    return LookUps(
        parties=parties
        | {code: Party(**row_of_party(row)) for table in (registers.bodies, registers.groups) for code, row in table.items()},
        states=states,
        acled={name: (row.event, "; ".join(row.disorder)) for name, row in walks.acled.items()},
        intensity=walks.intensity,
        quad={f"{root:02}": quad for root in range(1, 21) if (quad := walks.quad_class(f"{root:02}"))},
    )


def row_of_party(row: Any) -> dict[str, Any]:
    """The fields of a party that a register's row has."""
    return {name: getattr(row, name, None) for name in ("code", "name", "kind", "sector", "country")}


@dataclass(frozen=True)
class Exporter:
    """Tables of one store by one query. `redact` hides people without a public office; `with_text` leaves excerpts whole."""

    store: Store
    codebook: Codebook
    query: Query = field(default_factory=Query)
    redact: bool = False
    with_text: bool = False

    @cached_property
    def look_ups(self) -> LookUps:
        """What stands behind the codes."""
        return look_ups(self.codebook)

    @cached_property
    def printings(self) -> Mapping[str, Printing]:
        """Every report by id: who printed it when, under which title and address."""
        filings = self.store.filings()
        return {f.id: Printing(report=f.id, outlet=f.outlet, known=f.known, title=f.title, url=f.url) for f in filings}

    def table(self, name: str) -> Table:
        """The table of this name: one of TABLES. KeyError for any other."""
        made = TABLES[name](self)
        return replace(made, rows=map(self.fit_to_leave, made.rows))

    def fit_to_leave(self, row: Row) -> Row:
        """The row with excerpts of at most 300 characters, and with people without a public office hidden where asked."""
        if not self.with_text and len(row.get("evidence") or "") > LONGEST_EXCERPT:
            row = row | {"evidence": row["evidence"][: LONGEST_EXCERPT - 1] + "…"}
        return self.redaction.row(row) if self.redact else row

    @cached_property
    def redaction(self) -> Redaction:
        """Everybody without a public office whom any report names."""
        return Redaction(chain.from_iterable(private_names(record) for record in self.store.records()))

    def asked(self, layer: Layer) -> Iterator[Row]:
        """The rows of a layer that the query asks for, read page by page."""
        return paged(self.store, layer, self.query)

    def cases(self) -> Iterator[Case]:
        """The incidents with their estimates, tellings and printings."""
        for batch in batched(self.asked("incidents"), PAGE):
            ids = tuple(row["id"] for row in batch)
            about = Query(incidents=ids, as_of=self.query.as_of, granularity=self.query.granularity, background=True)
            estimates, tellings = self.by_incident("figures", about, "subject"), self.by_incident("events", about, "incident")
            for row in batch:
                told = tuple(noun(Telling, telling) for telling in tellings.get(row["id"], ()))
                yield Case(
                    incident=noun(Incident, row),
                    estimates=tuple(noun(Estimate, estimate) for estimate in estimates.get(row["id"], ())),
                    tellings=told,
                    printings=tuple(self.printings[report] for report in dict.fromkeys(t.report for t in told) if report in self.printings),
                )

    def by_incident(self, layer: Layer, query: Query, column: str) -> dict[str, list[Row]]:
        """The rows of a layer by the incident that this column names."""
        found: dict[str, list[Row]] = {}
        for row in paged(self.store, layer, query):
            found.setdefault(row[column], []).append(row)
        return found

    def tellings(self) -> Iterator[Telling]:
        """The events that the query asks for."""
        return (noun(Telling, row) for row in self.asked("events"))


def batched(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """Runs of rows."""
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def names(kind: type, *more: str) -> tuple[str, ...]:
    """The columns of a noun's table."""
    return (*(f.name for f in fields(kind)), *more)


TABLES: Final[Mapping[str, Callable[[Exporter], Table]]] = {
    "incidents": lambda e: Table(columns=names(Incident), rows=e.asked("incidents")),
    "events": lambda e: Table(columns=names(Telling, "incident", "revised"), rows=e.asked("events")),
    "claims": lambda e: Table(columns=names(Claim, "incident", "group", "title", "url", "revised"), rows=e.asked("claims")),
    "estimates": lambda e: Table(columns=names(Estimate), rows=e.asked("figures")),
    "ged": lambda e: Table(columns=GED, rows=ged_rows(e.cases(), e.look_ups)),
    "acled": lambda e: Table(columns=ACLED, rows=acled_rows(e.cases(), e.look_ups)),
    "polecat": lambda e: Table(columns=POLECAT, rows=polecat_rows(e.tellings(), e.look_ups, e.store.versions()["gesta"]), suffix="tsv"),
    "icews": lambda e: Table(columns=ICEWS, rows=icews_rows(e.tellings(), e.look_ups), suffix="tsv"),
}
