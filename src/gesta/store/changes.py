"""Which of the rows that were computed anew a table holds already: those alone are written that changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b

import orjson

from gesta.store.batches import Row


def digest(row: Row) -> int:
    """64 bits, signed, of a hash of all but the number of a computed row: wide enough that two rows of one are the same."""
    return int.from_bytes(blake2b(_written(row[1:]), digest_size=8).digest(), "big", signed=True)


def _written(values: Row) -> bytes:
    try:
        return orjson.dumps(values)
    except TypeError:  # half of a surrogate pair, a number beyond 64 bits
        return json.dumps(values, default=str).encode()


def changes(held: Iterable[tuple[int, int | None]], rows: Iterable[Row]) -> tuple[list[int], list[Row]]:
    """The numbers of the rows that go, and the rows that come; `held` are number and digest of what the table holds."""
    gone = dict(held)
    come = []
    for row in rows:
        if row[0] in gone and gone[row[0]] == digest(row):
            del gone[row[0]]
        else:
            come.append(row)
    return list(gone), come
