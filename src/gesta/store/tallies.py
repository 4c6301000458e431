"""How many rows of a layer have which values: one statement that DuckDB and PostgreSQL both understand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from gesta.errors import StoreError
from gesta.model.incident import Estimate, Incident
from gesta.model.query import Layer, Query
from gesta.model.telling import Claim, Telling
from gesta.store.asking import SOURCES
from gesta.store.conditions import Conditions
from gesta.store.schema import columns

#: The layers whose rows are counted, and the columns they are counted by.
COUNTED: Final = {"incidents": columns(Incident), "events": columns(Telling), "claims": columns(Claim), "figures": columns(Estimate)}


def tallied(layer: Layer, query: Query, by: Sequence[str], *, spatial: bool, most: int) -> tuple[str, Sequence[Any]]:
    """The statement and its values: the values of the columns as text and how many rows have them, the largest count first.

    One list alone counts for each of its values, a list among other columns by its first. No column at all: one row, the number of rows.
    StoreError for a layer that is not counted and a column that it has not.
    """
    known = {column.name: column for column in COUNTED.get(layer, ())}
    if wrong := [name for name in by if name not in known]:
        raise StoreError(why=f"{layer} cannot be counted by {wrong[0]!r}")
    if not known:
        raise StoreError(why=f"{layer} are not counted; {', '.join(COUNTED)} are")
    where, source = Conditions(spatial=spatial), SOURCES[layer]
    met = source.filters(query, where)
    if not by:
        return f"SELECT count(*) FROM {source.table} AS r WHERE {met}", where.values
    many = [known[name].many for name in by]
    parts = [f'unnest(r."{n}")' if m and len(by) == 1 else f'r."{n}"[1]' if m else f'r."{n}"' for n, m in zip(by, many, strict=True)]
    named = ", ".join(f'{part} AS "v{i}"' for i, part in enumerate(parts))
    texts = ", ".join(f'"v{i}"::text' for i in range(len(by)))
    groups = ", ".join(f'"v{i}"' for i in range(len(by)))
    some = f"SELECT {named} FROM {source.table} AS r WHERE {met}"
    return (
        f'SELECT {texts}, count(*) AS "n" FROM ({some}) AS q WHERE "v0" IS NOT NULL GROUP BY {groups} '
        f'ORDER BY "n" DESC, {groups} LIMIT {int(most)}'
    ), where.values
