"""The conventions by which figures of many reports become estimates: named choices of `data/conventions.yaml`, with their sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gesta.codebook.tables import Placed, read_yaml
from gesta.codebook.vocabulary import Vocabulary, vocabulary
from gesta.errors import CodebookError

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """`acled_orders`: the least that gesta reads in a plural without a number (24 for "dozens") to what ACLED writes for it (12).

    `stale_days`: after so many days a third party's lower number is out of date. `news_days`: news that names a day so long ago, or less,
    gives the count of its own day. `correction`: the least share of an earlier number of the
    same claimant that a later one must be to correct it downwards, 0 to 1. `about`: how far "about" reaches from a number, as its share.
    """

    acled_orders: Mapping[int, int]
    stale_days: int
    news_days: int
    correction: float
    about: float


@cache
def load_conventions(path: Path = DATA / "conventions.yaml") -> Conventions:
    """The conventions of a file; CodebookError, with file, line and column, for an unknown or missing key and a value that is no number."""
    raw = read_yaml(path)
    if not isinstance(raw, Placed):
        raise CodebookError(path=path, why="no conventions")
    raw.checked(path, needed := ("acled", "standing"), needed)
    acled = _group(path, raw, "acled", ("source", "words"))
    standing = _group(path, raw, "standing", ("source", "stale_days", "news_days", "correction_percent", "about_percent"))
    words = _group(path, acled, "words", vocabulary("numbers").forms("orders"), needed=False)
    return Conventions(
        acled_orders=orders({word: _number(path, words, word) for word in words}, vocabulary("numbers")),
        stale_days=_number(path, standing, "stale_days"),
        news_days=_number(path, standing, "news_days"),
        correction=_number(path, standing, "correction_percent", most=100) / 100,
        about=_number(path, standing, "about_percent", most=100) / 100,
    )


def orders(words: Mapping[str, int], numbers: Vocabulary) -> dict[int, int]:
    """What gesta reads in each word, and in the word before a magnitude ("tens of thousands"), to what the convention makes of it."""
    found = {least: words[word] for word, least in numbers.numbers("orders").items() if word in words}
    for factor in numbers.numbers("order_of").values():
        for word, least in numbers.numbers("order_of_base").items():
            if word in words:
                found.setdefault(least * factor, words[word] * factor)
    return found


def _group(path: Path, raw: Placed, key: str, known: Iterable[str], *, needed: bool = True) -> Placed:
    found = raw[key]
    if not isinstance(found, Placed):
        raise raw.fault(path, key, f"{key} has no keys of its own")
    return found.checked(path, known, known if needed else ())


def _number(path: Path, raw: Placed, key: str, most: int | None = None) -> int:
    value: Any = raw[key]
    if not isinstance(value, str) or not value.isdecimal() or (most is not None and int(value) > most):
        raise raw.fault(path, key, f"{key} is {value!r}, no whole number" + (f" up to {most}" if most is not None else ""))
    return int(value)
