"""What was made of a word, kept for the next time it comes: words repeat, but an archive never runs out of new ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
MOST: Final = 1 << 16  # words: those of some ten thousand reports


class Remembered(dict[Key, Value]):
    """Values by key, each made when first asked for. With `most` of them all are forgotten, and made anew as they are asked for."""

    def __init__(self, make: Callable[[Key], Value], most: int = MOST) -> None:
        super().__init__()
        self._make: Final = make
        self._most: Final = most

    def __missing__(self, key: Key) -> Value:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._make(key)
        return value
