"""A moving window over a stream of bytes: look ahead, take, skip, and go back where the stream can."""

from __future__ import annotations

from collections.abc import Callable

CHUNK = 64 * 2**10


class Window:
    """Bytes of a stream from `position` on. Only what was asked for with `ahead` or `line_start` is held.

    `read(n)` gives at most n bytes and b"" at the end; `seek(position)`, where the stream can go back, moves it.
    """

    def __init__(self, read: Callable[[int], bytes], seek: Callable[[int], object] | None = None, position: int = 0) -> None:
        self._read, self._seek = read, seek
        self._held = bytearray()
        self.position = position

    def ahead(self, size: int) -> bytes:
        """The next bytes, `size` of them or what there is before the end; the position stays."""
        self._hold(size)
        return bytes(self._held[:size])

    def skip(self, size: int) -> int:
        """How many of `size` bytes could be passed over before the end."""
        left = size
        while left > 0:
            self._hold(min(left, CHUNK))
            gone = min(left, len(self._held))
            if not gone:
                break
            del self._held[:gone]
            self.position += gone
            left -= gone
        return size - left

    def skip_blank(self) -> bool:
        """Line ends and spaces are passed over; False when nothing follows."""
        while some := self.ahead(CHUNK):
            blank = len(some) - len(some.lstrip())
            self.skip(blank)
            if blank < len(some):
                return True
        return False

    def skip_to(self, *marks: bytes) -> bool:
        """The window begins at the next of the marks; False when there is none before the end."""
        longest = max(map(len, marks))
        while some := self.ahead(CHUNK):
            found = min((at for mark in marks if (at := some.find(mark)) >= 0), default=None)
            if found is not None:
                self.skip(found)
                return True
            self.skip(len(some) if len(some) < CHUNK else CHUNK - longest + 1)
        return False

    def back(self, position: int) -> bool:
        """The window begins at this earlier position; False, and nothing changed, where the stream cannot go back."""
        if self._seek is None:
            return False
        self._seek(position)
        self._held.clear()
        self.position = position
        return True

    def _hold(self, size: int) -> None:
        """At least `size` bytes are held, or all that are left."""
        while len(self._held) < size and (some := self._read(max(CHUNK, size - len(self._held)))):
            self._held += some
