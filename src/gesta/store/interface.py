"""What every store can do, whatever it keeps its rows in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Protocol, Self

from gesta.model.incident import Derived, Granularity, Incident, Origin, Orphan, Part
from gesta.model.judgement import Judgement
from gesta.model.query import Layer, Query
from gesta.model.telling import Claim, Filing, Telling
from gesta.store.catalogue import Listed, Printed
from gesta.store.condition import Condition
from gesta.store.spelling import Spelled

Known = tuple[date, date]  # first and last day from which a report was known
MOST_VALUES: Final = 200  # values of a column that are counted, unless more are asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that was set aside: `origin` as the input named it, with line and column where known; `at` UTC, ISO 8601."""

    origin: str
    error: str
    why: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest:
    """One run of ingest, for the record: where from, when (UTC, ISO 8601), by which versions, how many filed, known before, set aside."""

    source: str
    started: str
    finished: str | None
    made: str
    filed: int
    known: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Rows with the same values in some columns: how many, how many of them flagged, and how many have which value of another column."""

    values: tuple[Any, ...]
    n: int
    flagged: int
    kinds: Mapping[str, int]


class Store(Protocol):
    """Filings, judgements and failures, and what was computed from them.

    A store is opened for reading or for writing; two writers at once are a StoreBusy for the second. What a writer adds is kept at once,
    batch by batch, and seen by readers from `publish` on, all of it together. StoreError names the file or address and what is wrong.
    """

    def __enter__(self) -> Self:
        """The store itself, open."""
        ...

    def __exit__(self, *_: object) -> None:
        """Closed. What was added and not published is kept for the next writer."""
        ...

    # Writing

    def add(self, records: Sequence[Mapping[str, Any] | Spelled], failures: Sequence[Failure] = ()) -> int:
        """Files the records that are new, in order, with their tellings and claims, and the failures: all of them or, on an error, none.

        Records whose report id is filed or taken down are passed over. `revision_of` is set to the last filing of the same url where the
        record names none. Answers how many were filed. A record may be `spelled` out before, which is cheapest when it was just read.
        """
        ...

    def add_ahead(self, records: Sequence[Mapping[str, Any] | Spelled], failures: Sequence[Failure] = ()) -> Callable[[], int]:
        """As `add`, but does not wait until they are kept: what it answers does, and says how many were filed.

        Batches are kept in order, and while one is being kept, the rows of the next are written. Whatever else the store is asked, but for
        `known`, waits for them. Where one cannot be kept, neither are those that were handed over after it: their answers raise that error,
        and whatever waits for them.
        """
        ...

    def recode(self, records: Sequence[Mapping[str, Any]]) -> int:
        """Puts new codings in place of the old ones of the same report ids; seq and known stay. Answers how many were replaced."""
        ...

    def judge(self, judgements: Sequence[Judgement]) -> int:
        """Appends those that are new, in order; answers how many."""
        ...

    def take_down(self, reports: Sequence[str], reason: str) -> int:
        """Removes text, record and rows of these reports and leaves their ids as tombstones; answers how many."""
        ...

    def note(self, name: str, value: str) -> None:
        """Keeps a text under a name for the next writer, in the place of the one before."""
        ...

    def publish(self, derived: Derived, ingest: Ingest | None = None) -> None:
        """Swaps in what linking computed; readers see it and all that was added, at once and as a whole."""
        ...

    def renew(
        self, parts: Iterable[Part], orphans: Sequence[Orphan], linked: str, ingest: Ingest | None = None, *, anew: bool = False
    ) -> None:
        """As `publish`, for some parts of what linking computes; what is computed of other items stays, unless `anew`.

        `linked` is what the next writer is told of it (`linked`). StoreCrowded, and nothing is done, where parts cannot be told apart.
        """
        ...

    def linked(self) -> str:
        """What `renew` was told last; "" where the next linking has to compute all: after `publish`, `recode`, `take_down`."""
        ...

    def compact(self) -> None:
        """The same rows take no more room than they need. StoreError where something waits to be published, or a reader is in the way."""
        ...

    # Reading, in the order of filing

    def filings(self, reports: Sequence[str] | None = None, *, texts: bool = True, known: Known | None = None) -> Iterator[Filing]:
        """The reports; of these ids, or known in these days, or all. Without `texts` their text is "", and is not read."""
        ...

    def days(self) -> Mapping[date, int]:
        """How many reports were known from each day on."""
        ...

    def added(self, after: int) -> tuple[int, frozenset[date]]:
        """The last seq; the days from which reports filed after that seq were known, and those that these are newer versions of."""
        ...

    def superseded(self) -> Mapping[str, date]:
        """The day from which a newer version of a report was known, by the id of the older one."""
        ...

    def origins(self, reports: Sequence[str] | None = None) -> Iterator[Origin]:
        """Whose copy each report is, as linking computed it last; of these reports, or all."""
        ...

    def tellings(self, reports: Sequence[str] | None = None, *, known: Known | None = None) -> Iterator[Telling]:
        """Every event of the reports of these ids, of those known in these days, or of all."""
        ...

    def claims(self, reports: Sequence[str] | None = None, *, known: Known | None = None) -> Iterator[Claim]:
        """Every figure of the same."""
        ...

    def records(self, reports: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
        """The records as they were filed; of these ids, or all."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Every judgement in the order it was appended, those undone too."""
        ...

    def failures(self) -> Iterator[Failure]:
        """Every document set aside."""
        ...

    def noted(self, name: str) -> str | None:
        """The text that is kept under the name, None for none."""
        ...

    def ingests(self) -> Iterator[Ingest]:
        """Every run that was published."""
        ...

    def derived(self) -> Derived:
        """What linking computed last."""
        ...

    def states(self, incidents: Sequence[str]) -> Iterator[Incident]:
        """Every state of knowledge of the incidents with these ids, of every granularity."""
        ...

    def parts(self, incident: str) -> Iterator[Incident]:
        """Every state of knowledge of the incidents and episodes that are part of this incident."""
        ...

    def homes(self, report: str, granularity: Granularity = "incident") -> Mapping[str, str]:
        """The incident that each event and figure of a report belongs to, by key; those that belong to none are left out."""
        ...

    def known(self, reports: Sequence[str]) -> set[str]:
        """Those of the ids that are filed, handed over to be, or taken down."""
        ...

    def tombstones(self) -> Iterator[tuple[str, str, str]]:
        """Report id, day it was taken down (ISO 8601), reason."""
        ...

    def ask(self, layer: Layer, query: Query) -> Any:
        """The rows of a layer that pass the filters, sorted, as a `pyarrow.Table`; the same columns and order from every store.

        incidents: the fields of `Incident`. events: of `Telling`, with `incident` and `revised` (the report has a newer version).
        claims: of `Claim`, with `incident`, `group`, `title`, `url`, `revised`. figures: of `Estimate`. actors: code, name, incidents,
        events, as_actor, as_recipient, as_claimant. timeline: day, incidents, events, reports, sources, deaths_low, deaths_best,
        deaths_high.
        `as_of` shows what was known at the end of that day, by the linking of now. Events and claims are filtered by the incident they are
        tied to where `incidents` or `min_sources` ask so, figures by their incident's columns. With `limit` the table's metadata has the
        next page's cursor (`gesta.store.next_page`). StoreError for an unknown sort, a cursor of another order, or a box that is none.
        """
        ...

    def tally(
        self, layer: Layer, query: Query, by: Sequence[str] = (), most: int = MOST_VALUES
    ) -> list[tuple[tuple[str | None, ...], int]]:
        """How many of the rows that pass the filters have which values in these columns, as text; the largest count first.

        A list alone counts for each of its values, a list among other columns by its first; rows without a value in the first column
        are left out. No column: one item, with all rows. For incidents, events, claims and figures; StoreError for others, and for a
        column that they have not.
        """
        ...

    def facets(self, layer: Layer, query: Query, names: Sequence[str], most: int = MOST_VALUES) -> tuple[int, list[list[tuple[str, int]]]]:
        """How many rows pass the filters, and for each of the columns what `tally` says of it alone."""
        ...

    def spread(self, layer: Layer, query: Query, by: Sequence[str], of: str, *, flag: str = "", most: int = MOST_VALUES) -> list[Spread]:
        """Rows that pass the filters by their values in some columns, a list by its first value, and within by the column `of`.

        The largest count first. `flag`: a column whose true values are counted. Rows without a value in the first column are left out.
        StoreError as `tally`.
        """
        ...

    # Of the store as a whole

    def listed(self, outlet: str = "", below: int | None = None, limit: int = 100) -> list[str]:
        """The ids of reports, the last filed first: of this outlet alone, filed before the seq `below`, at most so many."""
        ...

    def beginning(self, listed: Listed, text: str) -> list[str]:
        """The ids that begin so, in their order."""
        ...

    def printed(self) -> list[Printed]:
        """Who printed how many reports of their own, and how many that are whose copies."""
        ...

    def orphans(self) -> Iterator[Orphan]:
        """Items of judgements that are no longer found in what is filed, as linking saw it last."""
        ...

    def condition(self) -> Condition:
        """What keeps the store, how large it is, what waits or was left by a writer, and whether it can be written."""
        ...

    def names(self) -> Mapping[str, str]:
        """For each code of a country, body or group the name it is called by."""
        ...

    def sizes(self) -> Mapping[str, int]:
        """How many reports, judgements, and documents set aside."""
        ...

    def another(self) -> Self:
        """The same store as it is seen here, for another thread. It is closed by itself, before this one."""
        ...

    def published(self) -> str:
        """What tells this publishing of the store from every other, at no cost."""
        ...

    def coded_by(self) -> Mapping[str, str]:
        """Schema, and the versions of code, model, codebook and gazetteer that made its records."""
        ...

    def versions(self) -> Mapping[str, str]:
        """Schema, code, model and codebook versions, and a digest of the filings and judgements."""
        ...
