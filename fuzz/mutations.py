"""Inputs made of others by chance, where atheris is not installed or not wanted: it sees no coverage, but tries several times as many."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Final

LONGEST: Final = 1 << 16
INTERESTING: Final = (
    b"\0",
    b"\xff",
    b"\n",
    b"\r\n",
    b"\xc3\xa9",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x91\xa9",
    b"-1",
    b"4294967296",
    b"<",
    b'"',
    b"\\",
)


class Mutator:
    """Makes inputs of seeds, of these words, and of what it made before."""

    def __init__(self, seeds: Sequence[bytes], words: Sequence[bytes], seed: int) -> None:
        self._chance = random.Random(seed)
        self._kept = list(seeds) or [b""]
        self._seeds = len(self._kept)
        self._words = (*words, *INTERESTING)
        self._ways: tuple[Callable[[bytes], bytes], ...] = (
            self._flip, self._cut, self._double, self._insert, self._cross, self._truncate, self._repeat, self._number,
        )  # fmt: skip

    def next(self) -> bytes:
        """Another input; now and then it is kept to be changed further, in the place of one that was made."""
        data = self._chance.choice(self._kept)
        for _ in range(1 + int(self._chance.expovariate(0.4))):
            data = self._chance.choice(self._ways)(data)[:LONGEST]
        if self._chance.random() < 0.05:
            if len(self._kept) < self._seeds + 1_000:
                self._kept.append(data)
            else:
                self._kept[self._chance.randrange(self._seeds, len(self._kept))] = data
        return data

    def _at(self, data: bytes) -> int:
        return self._chance.randrange(len(data) + 1)

    def _span(self, data: bytes) -> tuple[int, int]:
        start = self._at(data)
        return start, min(len(data), start + 1 + int(self._chance.expovariate(0.05)))

    def _flip(self, data: bytes) -> bytes:
        at = self._at(data)
        return data[:at] + bytes([self._chance.randrange(256)]) + data[at + 1 :]

    def _cut(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:start] + data[end:]

    def _double(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:end] + data[start:]

    def _insert(self, data: bytes) -> bytes:
        at = self._at(data)
        return data[:at] + self._chance.choice(self._words) + data[at:]

    def _cross(self, data: bytes) -> bytes:
        other = self._chance.choice(self._kept)
        return data[: self._at(data)] + other[self._at(other) :]

    def _truncate(self, data: bytes) -> bytes:
        return data[: self._at(data)]

    def _repeat(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:start] + data[start:end] * self._chance.choice((2, 10, 300)) + data[end:]

    def _number(self, data: bytes) -> bytes:
        at = self._at(data)
        return data[:at] + str(self._chance.choice((0, -1, 2**31, 2**63, 10**30))).encode() + data[at + self._chance.randrange(6) :]
