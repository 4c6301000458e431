"""Where the records of a WARC file begin and end, also in one that is broken or cut off. What is in them is `gesta.intake.warc`'s.

The framing is our own because a damaged record must be named and must cost nothing else: after a fault the next record is searched for,
in gzip at the next member, otherwise where the next line begins a record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from gesta.intake.gzipped import MAGIC, Members
from gesta.intake.limits import ARCHIVED_LIMIT, RECORD_HEADERS
from gesta.intake.window import Window

SIGNATURE = b"WARC/"
NEXT = tuple(b"WARC/%b%b" % (version, end) for version in (b"1.0", b"1.1", b"0.17", b"0.18") for end in (b"\r\n", b"\n"))
HEADERS_END = re.compile(rb"\r?\n\r?\n")
LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
LINE_END = re.compile(rb"[ \t]*(?:\r?\n|\Z)")


class Frame(NamedTuple):
    """One record: where it begins (a byte of the file; in gzip where its member begins), its headers and block, what is wrong with it.

    `data` is all of the block, or its first 64 KiB where it is larger than what is kept of one; `size` is what its headers say.
    """

    offset: int
    headers: bytes
    data: bytes
    size: int
    fault: str | None = None


def frames(stream: BinaryIO, head: bytes) -> Iterator[Frame]:
    """Every record of the file, in order; `head` is how it begins. Memory: one record at most, and none that is too large."""
    if head.startswith(MAGIC):
        yield from packed_frames(Members(stream))
    else:
        start = stream.tell() if stream.seekable() else 0
        window = Window(stream.read, stream.seek if stream.seekable() else None, start)
        while window.skip_blank():
            yield framed(window, window.position)


def packed_frames(members: Members) -> Iterator[Frame]:
    """The records of a gzip file, of which each member holds one, or in files that were packed as a whole all of them."""
    while members.advance():
        window = Window(members.read)
        more = window.skip_blank()
        if members.sought and window.ahead(len(SIGNATURE)) != SIGNATURE:
            continue  # bytes inside a broken member that only look like the beginning of another
        while more:
            frame = framed(window, members.offset)
            more = window.skip_blank()  # at the end of the member its checksum is looked at
            yield frame._replace(fault=members.fault) if members.fault and not more else frame
        if members.fault and not window.position:
            yield Frame(members.offset, b"", b"", 0, members.fault)


def framed(window: Window, offset: int) -> Frame:
    """The record at the window's beginning; the window moves behind it, or to the next record where this one is broken."""
    head = window.ahead(RECORD_HEADERS)
    end = HEADERS_END.search(head)
    length = LENGTH.search(head, 0, end.end()) if end else None
    if not head.startswith(SIGNATURE) or end is None or length is None:
        window.skip(1)
        to_next(window)
        return Frame(offset, b"", b"", 0, fault_of(head, end is None))
    headers, size = head[: end.end()], int(length[1])
    kept = window.ahead(len(headers) + (size if size <= ARCHIVED_LIMIT else RECORD_HEADERS))[len(headers) :]
    start = window.position
    gone = window.skip(len(headers) + size) - len(headers)
    after = window.ahead(len(SIGNATURE))
    if gone == size and (LINE_END.match(after) or after == SIGNATURE):  # some writers leave the empty lines out
        return Frame(offset, headers, kept, size)
    if gone < size:
        fault = f"the record is cut off: its headers say {size} bytes, {gone} are there"
    else:
        fault = f"the record is broken: {size} bytes, as its headers say, are not its end"
    if window.back(start + len(headers)) or gone == size:
        to_next(window)
    return Frame(offset, headers, b"", size, fault)


def fault_of(head: bytes, endless: bool) -> str:
    """What is wrong with bytes where a record should begin."""
    if not head.startswith(SIGNATURE):
        return "no WARC record begins here"
    if endless:
        return "the headers of the record have no end" if len(head) == RECORD_HEADERS else "the record is cut off in its headers"
    return "the headers of the record do not say its length"


def to_next(window: Window) -> None:
    """The window begins at the next line that begins a record, or at the end."""
    window.skip_to(*NEXT)
