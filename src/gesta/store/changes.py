"""Which of the rows that were computed anew a table holds already: those alone are written that changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any, Final

import orjson

from gesta.store.batches import Row

_APART: Final = 1 << 20  # between the numbers of rows that are new together, so that others find room between them later


def digest(row: Row) -> int:
    """64 bits, signed, of a hash of all but the number of a computed row: wide enough that two rows of one are the same."""
    return int.from_bytes(blake2b(_written(row[1:]), digest_size=8).digest(), "big", signed=True)


def _written(values: Row) -> bytes:
    try:
        return orjson.dumps(values)
    except TypeError:  # half of a surrogate pair, a number beyond 64 bits
        return json.dumps(values, default=str).encode()


def apart(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows under numbers of their own order, with room between them."""
    return ((place * _APART, *row[1:]) for place, row in enumerate(rows, start=1))


def changes(held: Iterable[tuple[int, int | None]], rows: Iterable[Row]) -> tuple[list[int], list[Row]]:
    """The numbers of the rows that go, and the rows that come, under numbers that put all that stand then in the order of `rows`.

    `held` are number and digest of what the table holds, upwards. A row that is held stays, under its number, where it stands in its
    order and there is room before it for those that come.
    """
    numbers: dict[int, int] = {}
    every = []
    for number, found in held:
        every.append(number)
        if found is not None:
            numbers[found] = number
    kept: set[int] = set()
    come: list[Row] = []
    waiting: list[Row] = []
    last = 0
    for row in rows:
        number = numbers.get(digest(row), 0)
        if number - last > len(waiting):
            come += _between(last, number, waiting)
            waiting, last = [], number
            kept.add(number)
        else:
            waiting.append(row)
    come += _between(last, last + _APART * (len(waiting) + 1), waiting)
    return [number for number in every if number not in kept], come


def _between(first: int, behind: int, rows: list[Row]) -> Iterator[tuple[Any, ...]]:
    step = (behind - first) // (len(rows) + 1)
    return ((first + step * place, *row[1:]) for place, row in enumerate(rows, start=1))
