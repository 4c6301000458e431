"""Rows as PostgreSQL's COPY takes them in its binary format: nothing is escaped here and nothing parsed there."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import repeat
from typing import Any, Final

from gesta.errors import StoreError
from gesta.store.postgres_tables import PLACED, WGS84
from gesta.store.schema import DERIVED, INCIDENT, Column, Kind, Table
from gesta.store.spelling import Columns, Repeated, Values

_HEAD: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_TAIL: Final = b"\xff\xff"
_EPOCH: Final = date(2000, 1, 1).toordinal()  # PostgreSQL counts days from there
_OIDS: Final[Mapping[Kind, int]] = {"text": 25, "json": 25, "int": 20, "float": 701, "bool": 16, "date": 1082}
_WIDTH: Final = struct.Struct("!i")
_INT: Final = struct.Struct("!iq")
_INTEGER: Final = struct.Struct("!ii")
_FLOAT: Final = struct.Struct("!id")
_NULL: Final = _WIDTH.pack(-1)
_FALSE, _TRUE = (_WIDTH.pack(1) + value for value in (b"\0", b"\1"))


def copy_statement(table: Table) -> str:
    """The statement that takes what `copied` gives."""
    names = [f'"{name}"' for name in table.names]
    of = ", ".join([*names, *(['"points"'] if table in PLACED else []), '"digest"' if table in DERIVED else '"epoch"'])
    return f"COPY gesta.{table.name} ({of}) FROM STDIN (FORMAT BINARY)"


def copied(table: Table, values: Columns, stamps: Sequence[int]) -> bytes:
    """Values, column by column, and of each row its epoch or digest, as all that `copy_statement` waits for.

    StoreError for a number that has no place in 64 bits.
    """
    try:
        cells = [_cells(column, held) for column, held in zip(table.columns, values, strict=True)]
    except struct.error as error:
        raise StoreError(path=table.name, why=f"a number is out of range: {error}") from error
    if table in PLACED:
        lats, lons = (values[table.names.index(name)] for name in (("lat", "lon") if table is INCIDENT else ("lats", "lons")))
        cells.append(_multipoints(lats, lons))
    cells.append(list(map(_int if table in DERIVED else _epoch, stamps)))
    rows = zip(repeat(struct.pack("!h", len(cells))), *cells)
    return b"".join((_HEAD, *map(b"".join, rows), _TAIL))  # row by row: all the cells at once took three times as long


def _cells(column: Column, values: Values) -> list[bytes]:
    if isinstance(values, Repeated):
        return list(map(_cells(column, values.values).__getitem__, values.places))
    write = _array(column.kind) if column.many else _WRITERS[column.kind]
    if column.kind not in ("int", "float", "json") or column.many:
        # Few values make up most columns: each is written once. (Numbers are mostly all different, and quickly written.)
        written = {value: _NULL if value is None else write(value) for value in set(values)}
        return list(map(written.__getitem__, values))
    return list(map(write, values)) if None not in values else [_NULL if value is None else write(value) for value in values]


def _text(text: str | bytes) -> bytes:
    written = text.encode() if isinstance(text, str) else text
    return _WIDTH.pack(len(written)) + written


def _int(number: int) -> bytes:
    return _INT.pack(8, number)


def _epoch(number: int) -> bytes:
    return _INTEGER.pack(4, number)


def _float(number: float) -> bytes:
    return _FLOAT.pack(8, number)


def _bool(value: bool) -> bytes:
    return _TRUE if value else _FALSE


def _date(day: date) -> bytes:
    return _INTEGER.pack(4, day.toordinal() - _EPOCH)


_WRITERS: Final[Mapping[Kind, Callable[[Any], bytes]]] = {
    "text": _text,
    "json": _text,
    "int": _int,
    "float": _float,
    "bool": _bool,
    "date": _date,
}


def _array(kind: Kind) -> Callable[[tuple[Any, ...]], bytes]:
    """What writes an array of one dimension, counted from 1; an empty one has none."""
    write, oid = _WRITERS[kind], _OIDS[kind]
    empty = struct.pack("!iiii", 12, 0, 0, oid)

    def written(values: tuple[Any, ...]) -> bytes:
        if not values:
            return empty
        elements = b"".join([_NULL if value is None else write(value) for value in values])
        return struct.pack("!iiiiii", 20 + len(elements), 1, None in values, oid, len(values), 1) + elements

    return written


def _multipoints(lats: Values, lons: Values) -> list[bytes]:
    if isinstance(lats, Repeated) and isinstance(lons, Repeated) and lats.places is lons.places:
        return list(map(_multipoints(lats.values, lons.values).__getitem__, lats.places))
    points = list(zip(lats, lons, strict=True))
    multipoints = {pair: _multipoint(*map(_all, pair)) for pair in set(points)}
    return list(map(multipoints.__getitem__, points))


def _all(value: Any) -> tuple[float | None, ...]:
    return value if isinstance(value, tuple) else (value,)


def _multipoint(lats: tuple[float | None, ...], lons: tuple[float | None, ...]) -> bytes:
    """EWKB, little-endian; NULL where no point is known."""
    points = [(lat, lon) for lat, lon in zip(lats, lons, strict=True) if lat is not None and lon is not None]
    if not points:
        return _NULL
    head = struct.pack("<BIII", 1, 0x20000004, WGS84, len(points))
    return _text(head + b"".join(struct.pack("<BIdd", 1, 1, lon, lat) for lat, lon in points))
