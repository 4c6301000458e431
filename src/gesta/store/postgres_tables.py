"""The tables of a store in PostgreSQL, what readers and writers see of them, and rows as COPY takes them."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from gesta.store.conditions import LASTS
from gesta.store.schema import CLAIM, DERIVED, INCIDENT, KEPT, TABLES, TELLING, Column, Table

_TYPES: Final = {
    "text": 'text COLLATE "C"',
    "json": 'text COLLATE "C"',
    "int": "bigint",
    "float": "double precision",
    "bool": "boolean",
    "date": "date",
}
_PLACED: Final = (TELLING, CLAIM, INCIDENT)
_LASTING: Final = ((TELLING, "n"), (CLAIM, "n"), (INCIDENT, "id"))
_KEYS: Final = ("actor_keys", "claimant_keys", "place_keys")
_WAIT: Final = "gin_pending_list_limit = 131072"  # kB
WAITING: Final = tuple(f"gesta.{t.name}_{k}" for t in _PLACED for k in _KEYS)
_WGS84: Final = 4326
_NULL: Final = "\\N"
# What finds rows again. Readers filter by time, parties, claimants, places, points; the others join.
INDEXES: Final = (
    *(f'CREATE UNIQUE INDEX ON gesta.{t.name} ("{t.unique[0]}") WHERE "gone" IS NULL' for t in KEPT if t.unique),
    'CREATE INDEX ON gesta.filing ("url") WHERE "url" IS NOT NULL',
    'CREATE INDEX ON gesta.filing ("revision_of") WHERE "revision_of" IS NOT NULL',
    *(f'CREATE INDEX ON gesta.{name} ("seq")' for name in ("filing", "telling", "claim", "named", "origin")),
    *(f'CREATE INDEX ON gesta.{name} ("number")' for name in ("filing", "tombstone", "telling", "claim", "incident", "estimate", "tie")),
    *(f'CREATE INDEX ON gesta.{name} ("start", "n")' for name in ("telling", "claim")),
    *(f'CREATE INDEX ON gesta.{t.name} ("start", "{tail}") WHERE {LASTS.format("")}' for t, tail in _LASTING),
    # Readers see rows that are gone for the writer, so the unique indexes above are none of theirs.
    *(f'CREATE INDEX ON gesta.{name} ("n")' for name in ("telling", "claim", "incident", "estimate")),
    'CREATE INDEX ON gesta.claim ("event_number")',
    'CREATE INDEX ON gesta.tie ("item")',
    'CREATE INDEX ON gesta.incident ("start", "id")',
    'CREATE INDEX ON gesta.estimate ("subject", "n")',
    'CREATE INDEX ON gesta.estimate ("granularity", "subject", "n")',
    # What is added waits in a list of its own until it is published: row by row it would take as long as all the rest.
    *(f'CREATE INDEX {t.name}_{k} ON gesta.{t.name} USING gin ("{k}") WITH ({_WAIT})' for t in _PLACED for k in _KEYS),
    *(f'CREATE INDEX ON gesta.{t.name} USING gist ("points")' for t in _PLACED),
)


def statements() -> list[str]:
    """What makes an empty store in a database that has none."""
    return [
        "CREATE SCHEMA gesta",
        "CREATE TABLE gesta.state (version integer NOT NULL, visible integer NOT NULL, erase boolean NOT NULL)",
        *(ddl(table) for table in TABLES),
        *INDEXES,
        *without_views(),
        *views(),
    ]


def ddl(table: Table) -> str:
    """The statement that makes a table. `epoch` is the publishing that brings a row, `gone` the one that takes it away."""
    made = [f'"{c.name}" {_TYPES[c.kind]}{"[]" if c.many else ""}'.replace(' COLLATE "C"[]', '[] COLLATE "C"') for c in table.columns]
    if table in _PLACED:
        made.append(f'"points" geometry(MultiPoint, {_WGS84})')
    if table not in DERIVED:
        made += ['"epoch" integer NOT NULL', '"gone" integer']
    # lz4 packs the long texts several times as fast as PostgreSQL's own method.
    made = [m.replace(' COLLATE "C"', ' COMPRESSION lz4 COLLATE "C"') if m.startswith(('"text"', '"record"')) else m for m in made]
    return f"CREATE TABLE gesta.{table.name} ({', '.join(made)})"


def views() -> list[str]:
    """Readers see what was published; a writer sees what will be."""
    seen = 'WHERE "epoch" <= (SELECT visible FROM gesta.state) AND ("gone" IS NULL OR "gone" > (SELECT visible FROM gesta.state))'
    made = [f"CREATE SCHEMA gesta_{name}" for name in ("seen", "work")]
    for table in KEPT:
        made.append(f"CREATE VIEW gesta_seen.{table.name} AS SELECT * FROM gesta.{table.name} {seen}")
        made.append(f'CREATE VIEW gesta_work.{table.name} AS SELECT * FROM gesta.{table.name} WHERE "gone" IS NULL')
    return made


def without_views() -> list[str]:
    """What takes the views away, so that their tables can be changed."""
    return [f"DROP SCHEMA IF EXISTS gesta_{name} CASCADE" for name in ("seen", "work")]


# COPY


def copy_columns(table: Table) -> str:
    """The columns in the order of `copied`."""
    names = [f'"{name}"' for name in table.names]
    return ", ".join([*names, *(['"points"'] if table in _PLACED else []), *(['"epoch"'] if table not in DERIVED else [])])


def copied(table: Table, values: Sequence[Sequence[Any]], epoch: int) -> bytes:
    """Values, column by column, as rows of COPY's text format in UTF-8."""
    written = [_written(column, held) for column, held in zip(table.columns, values, strict=True)]
    if table in _PLACED:
        lats, lons = (values[table.names.index(name)] for name in (("lat", "lon") if table is INCIDENT else ("lats", "lons")))
        points = list(zip(lats, lons, strict=True))
        multipoints = {pair: _multipoint(*map(_all, pair)) for pair in set(points)}
        written.append(list(map(multipoints.__getitem__, points)))
    if table not in DERIVED:
        written.append([str(epoch)] * len(values[0]))
    # Row by row: one rare letter makes every letter of a string wider, and a batch of texts is long.
    return b"".join([f"{row}\n".encode() for row in map("\t".join, zip(*written, strict=True))])


def _written(column: Column, values: Sequence[Any]) -> list[str]:
    write: Callable[[Any], str] = _array if column.many else _WRITERS.get(column.kind, str)
    if column.kind not in ("int", "float", "json") or column.many:
        # Few values make up most columns: each is written once. (Numbers are mostly all different, and quickly written.)
        texts = {value: _NULL if value is None else write(value) for value in set(values)}
        return list(map(texts.__getitem__, values))
    return list(map(write, values)) if None not in values else [_NULL if value is None else write(value) for value in values]


def _escaped(text: str) -> str:
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if text.isprintable():
        return text
    return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")


def _escaped_json(text: str) -> str:
    """JSON has no control character that is not escaped already."""
    return text.replace("\\", "\\\\")


_WRITERS: Final[Mapping[str, Callable[[Any], str]]] = {"text": _escaped, "json": _escaped_json}


def _array(values: tuple[Any, ...]) -> str:
    """An array as PostgreSQL writes it, escaped."""
    return _escaped("{" + ",".join(map(_element, values)) + "}")


def _element(value: Any) -> str:
    if value is None:
        return "NULL"
    if not isinstance(value, str):
        return str(value)
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _all(value: Any) -> tuple[float | None, ...]:
    return value if isinstance(value, tuple) else (value,)


def _multipoint(lats: tuple[float | None, ...], lons: tuple[float | None, ...]) -> str:
    """EWKB in hex, little-endian; NULL where no point is known."""
    points = [(lat, lon) for lat, lon in zip(lats, lons, strict=True) if lat is not None and lon is not None]
    if not points:
        return _NULL
    head = struct.pack("<BIII", 1, 0x20000004, _WGS84, len(points))
    return (head + b"".join(struct.pack("<BIdd", 1, 1, lon, lat) for lat, lon in points)).hex()
