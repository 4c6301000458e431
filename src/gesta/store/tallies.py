"""How many rows of a layer have which values: one statement that DuckDB and PostgreSQL both understand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from gesta.errors import StoreError
from gesta.model.incident import Estimate, Incident
from gesta.model.query import Layer, Query
from gesta.model.telling import Claim, Telling
from gesta.store.asking import SOURCES
from gesta.store.conditions import Conditions
from gesta.store.schema import Column, columns

#: The layers whose rows are counted, and the columns they are counted by.
COUNTED: Final = {"incidents": columns(Incident), "events": columns(Telling), "claims": columns(Claim), "figures": columns(Estimate)}


def tallied(layer: Layer, query: Query, by: Sequence[str], *, spatial: bool, most: int) -> tuple[str, Sequence[Any]]:
    """The statement and its values: the values of the columns as text and how many rows have them, the largest count first.

    One list alone counts for each of its values, a list among other columns by its first. No column at all: one row, the number of rows.
    StoreError for a layer that is not counted and a column that it has not.
    """
    known = countable(layer, by)
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


def countable(layer: Layer, by: Sequence[str]) -> Mapping[str, Column]:
    """The columns of a layer by name; StoreError for a layer that is not counted, and where one of `by` is none of them."""
    known = {column.name: column for column in COUNTED.get(layer, ())}
    if wrong := [name for name in by if name not in known]:
        raise StoreError(why=f"{layer} cannot be counted by {wrong[0]!r}")
    if not known:
        raise StoreError(why=f"{layer} are not counted; {', '.join(COUNTED)} are")
    return known


def faceted(layer: Layer, query: Query, names: Sequence[str], *, spatial: bool, most: int) -> tuple[str, Sequence[Any]]:
    """The statement that counts the values of each of some columns over the same rows, which are looked for once.

    Its rows are the place of the column, a value as text, and how many rows have it; place -1 is all rows. StoreError as `tallied`.
    """
    known = countable(layer, names)
    where, source = Conditions(spatial=spatial), SOURCES[layer]
    met, kept = source.filters(query, where), ", ".join(f'r."{name}"' for name in names) or "1"
    parts = ['SELECT -1 AS "place", \'all\' AS "value", count(*) AS "n" FROM chosen']
    for place, name in enumerate(names):
        value = f'unnest("{name}")' if known[name].many else f'"{name}"'
        values = f'SELECT {value} AS "v" FROM chosen'
        order = f'ORDER BY "n" DESC, "v" LIMIT {int(most)}'
        counts = f'SELECT "v", count(*) AS "n" FROM ({values}) AS q WHERE "v" IS NOT NULL GROUP BY "v" {order}'
        parts.append(f'SELECT {place}, "v"::text, "n" FROM ({counts}) AS f{place}')
    chosen = f"SELECT {kept} FROM {source.table} AS r WHERE {met}"
    return f"WITH chosen AS MATERIALIZED ({chosen}) {' UNION ALL '.join(parts)} ORDER BY 1, 3 DESC, 2", where.values


def spread(layer: Layer, query: Query, by: Sequence[str], of: str, flag: str, *, spatial: bool, most: int) -> tuple[str, Sequence[Any]]:
    """The statement that counts rows by columns, a list by its first value, and for each how many have which value of the column `of`.

    Its rows are the values, how many rows, in how many of them the column `flag` is true ("": none), and the values of `of` with their
    counts, "ASSAULT 3,CONSULT 1": DuckDB's lists cost three times as much to read. The largest count first. Rows without a value in the
    first column are left out. StoreError as `tallied`.
    """
    known = countable(layer, [*by, of, *([flag] if flag else [])])
    where, source = Conditions(spatial=spatial), SOURCES[layer]
    met = source.filters(query, where)
    named = ", ".join(f'r."{name}"{"[1]" if known[name].many else ""} AS "v{i}"' for i, name in enumerate(by))
    keys = ", ".join(f'"v{i}"' for i in range(len(by)))
    flagged = f'CASE WHEN r."{flag}" THEN 1 ELSE 0 END' if flag else "0"
    some = f'SELECT {named}, r."{of}" AS "kind", {flagged} AS "flag" FROM {source.table} AS r WHERE {met}'
    counts = f'SELECT {keys}, "kind", count(*) AS "n", sum("flag") AS "m" FROM ({some}) AS q WHERE "v0" IS NOT NULL GROUP BY {keys}, "kind"'
    return (
        f'SELECT {keys}, sum("n")::bigint AS "n", sum("m")::bigint, string_agg("kind" || \' \' || "n"::text, \',\') '
        f'FROM ({counts}) AS c GROUP BY {keys} ORDER BY "n" DESC, {keys} LIMIT {int(most)}'
    ), where.values
