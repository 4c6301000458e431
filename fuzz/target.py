"""One door of gesta that is given odd input."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gesta.errors import CodingFailed, InputError

Attempt = Callable[[bytes], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`seeds` are sound inputs to begin with. `ready` makes what is tried: it returns for every input, or raises for a fault of gesta."""

    name: str
    about: str
    seeds: Callable[[], Iterable[bytes]]
    ready: Callable[[], Attempt]
    words: tuple[bytes, ...] = ()
    share: float = 1.0


class Fault(Exception):
    """An answer that is none of those that are documented."""


def sound(found: object) -> None:
    """Fault, with its cause, where a document was set aside for a fault of gesta and not of its own."""
    if isinstance(found, CodingFailed):
        raise Fault(f"a fault of gesta: {found}") from found.__cause__
    if isinstance(found, InputError):
        str(found)


class Choices:
    """Decisions made by bytes, so that whoever changes the bytes changes the decisions; after the last byte all are the first."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def __bool__(self) -> bool:
        """True while there are bytes."""
        return self._at < len(self._data)

    def number(self, below: int) -> int:
        """From 0 to `below` - 1."""
        size = 1 if below <= 256 else 2
        taken = self._data[self._at : self._at + size]
        self._at += size
        return int.from_bytes(taken, "big") % below if below else 0

    def rest(self, most: int = 1 << 20) -> bytes:
        """The bytes that are left, at most so many."""
        taken = self._data[self._at : self._at + most]
        self._at += len(taken)
        return taken

    def part(self) -> bytes:
        """Some bytes, as many as the next one says."""
        return self.rest(self.number(256))
