"""Bytes to text: UTF-8, or the encoding that a byte order mark, the page itself or the statistics of its bytes name. Else refused."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from gesta.errors import NotText
from gesta.intake.cleaning import REPLACEMENT, controls
from gesta.intake.limits import MOST_CONTROLS
from gesta.model import Notice

MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
SIGNATURES = (
    (b"%PDF-", "a PDF document"), (b"PK\x03\x04", "a ZIP archive (perhaps an office document)"), (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"), (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)  # fmt: skip
DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})""", re.IGNORECASE
)
HEAD = 4096
WESTERN_SHARE = 0.05


def decoded(data: bytes, origin: str, said: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """The text of the bytes, without a byte order mark, and a notice where its encoding was not UTF-8. NotText for binary data.

    `said` is the encoding that the headers of an answer over HTTP name, if any; it goes before what the page itself says.
    """
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise NotText(why=f"this is {name}, not text", path=origin)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return marked(data[len(mark) :], encoding, origin)
    if b"\0" in data:
        raise NotText(why="this is binary data: it holds NUL bytes", path=origin)
    text, notices = told_or_guessed(data, origin, said)
    if controls(text) > MOST_CONTROLS * len(text):
        raise NotText(why="this is binary data: it is full of control characters", path=origin)
    return text, notices


def marked(data: bytes, encoding: str, origin: str) -> tuple[str, tuple[Notice, ...]]:
    """The text in the encoding that a byte order mark names; NotText when the bytes are none."""
    try:
        return data.decode(encoding), () if encoding == "utf-8" else (read_as(encoding, "its byte order mark says so"),)
    except UnicodeDecodeError as error:
        raise NotText(
            why=f"its byte order mark says {encoding}, its bytes are none: {error.reason} at byte {error.start}", path=origin
        ) from error


def told_or_guessed(data: bytes, origin: str, said: str | None = None) -> tuple[str, tuple[Notice, ...]]:
    """The text in UTF-8, else as its transport or the page declares, else by its bytes; NotText when nothing fits."""
    text = in_encoding(data, "utf-8")
    if text is not None:
        return text, ()
    found = DECLARED.search(data[:HEAD])
    declared = known(said or "") or (known(found[1].decode("ascii", "replace")) if found else None)
    text = in_encoding(data, declared) if declared else None
    if declared and text is not None:
        return text, (read_as(declared, "the page says so"),)
    broken = data.decode("utf-8", "replace")
    faults = broken.count(REPLACEMENT)
    if sum(c > "\x7f" for c in broken) > 2 * faults:
        return broken, (Notice(code="charset", text=f"The input is UTF-8 with {faults} broken byte sequences, replaced by U+FFFD."),)
    return guessed(data, origin)


def guessed(data: bytes, origin: str) -> tuple[str, tuple[Notice, ...]]:
    """Windows-1252 where few bytes are not ASCII, else what charset-normalizer finds.

    English has a quotation mark and an accent here and there: too few bytes for statistics.
    """
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    western = in_encoding(data, "cp1252") if high <= WESTERN_SHARE * len(data) else None
    if western is not None:
        return western, (read_as("cp1252", "almost all of it is ASCII"),)
    best = from_bytes(data).best()
    if best is None:
        raise NotText(why="this is no text in any encoding that is known", path=origin)
    return str(best), (read_as(best.encoding, "its bytes look like it"),)


def in_encoding(data: bytes, encoding: str) -> str | None:
    """The text, None when the bytes are not valid in this encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def known(name: str) -> str | None:
    """Python's name of a text encoding; None for an unknown one and for codecs that are no character encoding."""
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except (LookupError, ValueError, UnicodeError):
        return None
    return found.name


def read_as(encoding: str, why: str) -> Notice:
    """The notice that names the encoding."""
    return Notice(code="charset", text=f"The input is not UTF-8; it was read as {encoding}: {why}.")
