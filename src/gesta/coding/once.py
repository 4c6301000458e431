"""What is asked of a word again and again is looked for once, and kept with the reading."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Final, TypeVar

from gesta.model import Reading

Found = TypeVar("Found")
#: What lies kept of a word that was not looked at yet.
UNKNOWN: Final = object()


def once_a_word(find: Callable[[Reading, int], Found]) -> Callable[[Reading, int], Found]:
    """The function, which looks once at each word of a reading; what it answers must follow from the parse alone."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(reading: Reading, i: int) -> Found:
        known = reading.kept.get(name)
        if known is None:
            known = reading.kept[name] = [UNKNOWN] * len(reading.words)
        found = known[i]
        if found is UNKNOWN:
            found = known[i] = find(reading, i)
        return found  # type: ignore[no-any-return]

    return kept


def once_a_reading(find: Callable[[Reading], Found]) -> Callable[[Reading], Found]:
    """The function, which looks once at each reading; what it answers must follow from the parse alone."""
    name = f"{find.__module__}.{find.__qualname__}"

    @wraps(find)
    def kept(reading: Reading) -> Found:
        known = reading.kept.get(name)
        if known is None:
            known = reading.kept[name] = [find(reading)]
        return known[0]  # type: ignore[no-any-return]

    return kept
