"""Gzip data, member by member, with memory for one chunk whatever they unpack to."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

MAGIC = b"\x1f\x8b\x08"
CHUNK = 16 * 2**10
BROKEN, CUT = "its gzip data are broken", "its gzip data are cut off"


class Members:
    """The members of a gzip stream in order.

    `offset` is where the present one begins, `fault` what is wrong with it, None for nothing; `sought` is true when it was searched for
    inside one that was broken.

    A stream that can go back is searched for the next member from the broken one's first bytes on, another from the chunk on that was
    broken: there a sound member that lies wholly in that chunk is lost too.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._seekable = stream.seekable()
        self._raw = b""
        self._at = stream.tell() if self._seekable else 0  # where `_raw` begins
        self._unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self.offset = self._at
        self.fault: str | None = None
        self.sought = False

    def advance(self) -> bool:
        """The next member is at hand; False when there is none. What is no gzip between two members is passed over."""
        self.sought = self.fault is not None
        if self.sought and self._seekable:
            self._at = self.offset + len(MAGIC)
            self._stream.seek(self._at)
            self._raw = b""
        while self._fill(len(MAGIC)):
            found = self._raw.find(MAGIC)
            if found >= 0:
                self._drop(found)
                self.offset, self.fault = self._at, None
                self._unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)
                return True
            self._drop(len(self._raw) - len(MAGIC) + 1)
        return False

    def read(self, size: int) -> bytes:
        """At most `size` bytes of the present member, b"" at its end or where it breaks off (`fault` says so)."""
        while self.fault is None and not self._unpack.eof:
            if not self._fill(1):
                self.fault = CUT
                break
            try:
                out = self._unpack.decompress(self._raw, size)
            except zlib.error:
                self.fault = BROKEN
                break
            rest = self._unpack.unused_data if self._unpack.eof else self._unpack.unconsumed_tail
            self._drop(len(self._raw) - len(rest))
            if out:
                return out
        return b""

    def _fill(self, size: int) -> bool:
        """At least `size` raw bytes are held."""
        while len(self._raw) < size and (some := self._stream.read(CHUNK)):
            self._raw += some
        return len(self._raw) >= size

    def _drop(self, size: int) -> None:
        self._raw = self._raw[size:]
        self._at += size


class Unpacked(io.RawIOBase):
    """The members of a gzip stream as one stream of bytes. EOFError where it is cut off, zlib.error where it is broken."""

    def __init__(self, stream: BinaryIO) -> None:
        self._members = Members(stream)
        self._more = self._members.advance()

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fills the buffer as far as one read goes; 0 at the end."""
        while self._more:
            if some := self._members.read(len(buffer)):
                buffer[: len(some)] = some
                return len(some)
            if self._members.fault == CUT:
                raise EOFError(CUT)
            if self._members.fault:
                raise zlib.error(BROKEN)
            self._more = self._members.advance()
        return 0


def unpacked(stream: BinaryIO) -> io.BufferedReader:
    """The gzip stream unpacked, to be read like a file."""
    return io.BufferedReader(Unpacked(stream), CHUNK)
