"""`gesta.open`: a store to ask from Python, its answers as Arrow tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, Final, Self

from gesta.errors import GestaError
from gesta.model import BoundingBox, Layer, Query
from gesta.model.casefile import Casefile
from gesta.model.ledger import Bias
from gesta.pipeline.casefiles import biases_of, casefile
from gesta.pipeline.paging import paged
from gesta.store import Store, open_store

DAYS: Final = ("start", "end", "as_of")


class Dossier:
    """One store, open for reading.

    Each filter is a field of `gesta.model.Query`, by keyword; days may be ISO 8601, and one value may stand where several can.

    >>> import gesta  # doctest: +SKIP
    >>> with gesta.open("war.gesta") as dossier:  # doctest: +SKIP
    ...     frame = dossier.claims(sides="ARM", effects="killed", background=True).to_pandas()
    """

    def __init__(self, store: Store) -> None:
        """Takes the store over and closes it at the end."""
        self.store = store

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """The store is closed."""
        self.close()

    def close(self) -> None:
        """The store is closed."""
        self.store.__exit__(None, None, None)

    def another(self) -> Dossier:
        """The same store for another thread; it is closed by itself."""
        return Dossier(self.store.another())

    def incidents(self, **filters: Any) -> Any:
        """Incidents as a `pyarrow.Table`."""
        return self.store.ask("incidents", query(**filters))

    def events(self, **filters: Any) -> Any:
        """Events as they are told, one row for each report that tells one."""
        return self.store.ask("events", query(**filters))

    def claims(self, **filters: Any) -> Any:
        """Figures as they are told: one row a claim, never summed."""
        return self.store.ask("claims", query(**filters))

    def figures(self, **filters: Any) -> Any:
        """Estimates by rule."""
        return self.store.ask("figures", query(**filters))

    def actors(self, **filters: Any) -> Any:
        """Who acts, suffers and speaks how often."""
        return self.store.ask("actors", query(**filters))

    def timeline(self, **filters: Any) -> Any:
        """Incidents, events, reports and deaths by day."""
        return self.store.ask("timeline", query(**filters))

    def incident(self, name: str, as_of: str | date | None = None) -> Casefile:
        """All that is known of one incident, by its id or the beginning of it; NotFound where there is none, or more than one."""
        return casefile(self.store, name, day(as_of) if as_of else None)

    def bias(self) -> list[Bias]:
        """For each pair of parties, their counts of their own losses beside those of their adversary."""
        return biases_of(self.store)

    def rows(self, layer: Layer, asked: Query) -> Iterator[dict[str, Any]]:
        """The rows of an answer, held a page at a time."""
        return paged(self.store, layer, asked)


def open_dossier(address: str | Path, *, memory: int = 0) -> Dossier:
    """The store at an address, to be asked; `memory` bounds what DuckDB takes (MB). StoreError where there is none or it cannot be read."""
    return Dossier(open_store(address, memory=memory))


def query(**filters: Any) -> Query:
    """A `Query` of friendly values: days as ISO 8601, one value where several may stand. GestaError names a filter that there is not."""
    known = {f.name: f for f in fields(Query)}
    if unknown := filters.keys() - known.keys():
        raise GestaError(f"there is no filter {sorted(unknown)[0]!r}; there are {', '.join(known)}")
    return Query(**{name: value_of(name, value, known) for name, value in filters.items()})


def value_of(name: str, value: Any, known: Mapping[str, Any]) -> Any:
    """The value as the field holds it."""
    if name in DAYS:
        return day(value) if value is not None else None
    if name == "bbox":
        return BoundingBox(*value) if value is not None else None
    if isinstance(known[name].default, tuple):
        return (value,) if isinstance(value, str) else tuple(value)
    return value


def code(value: str) -> str:
    """A code in capitals; a name of several words stays as it is written."""
    return value if " " in value else value.upper()


def day(value: str | date) -> date:
    """A day from ISO 8601; GestaError where it is none."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise GestaError(f"{value!r} is no day such as 2022-09-13") from None
