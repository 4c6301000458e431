"""Documents from a file, a folder or standard input, and which reader each goes to. One that cannot be read is a value."""

from __future__ import annotations

import io
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePath
from typing import BinaryIO

from gesta.errors import DamagedArchive, EmptyInput, InputError, TooLarge
from gesta.intake.coded import Record
from gesta.intake.decoding import decoded
from gesta.intake.draft import Draft
from gesta.intake.feeds import is_feed, read_feed
from gesta.intake.finishing import finished
from gesta.intake.frontmatter import draft_from, has_front_matter
from gesta.intake.gzipped import MAGIC, unpacked
from gesta.intake.jsonlines import is_record, parsed_line
from gesta.intake.limits import DOCUMENT_LIMIT
from gesta.intake.markdown import titled
from gesta.intake.newsnames import NewsNames
from gesta.intake.parquet import PARQUET, read_parquet
from gesta.intake.plaintext import read_plain_text
from gesta.intake.rows import found_in
from gesta.intake.samplemark import without_mark
from gesta.intake.saved import is_saved_article, read_saved_article
from gesta.intake.warc import read_warc
from gesta.intake.warc_frames import SIGNATURE
from gesta.intake.webpage import is_web_page, read_web_page
from gesta.model import Article

JSON_SUFFIXES = frozenset({".jsonl", ".ndjson"})
HTML_SUFFIXES = frozenset({".html", ".htm"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
FEED_SUFFIXES = frozenset({".rss", ".atom"})
WARC_SUFFIX, PARQUET_SUFFIX, PACKED_SUFFIX = ".warc", ".parquet", ".gz"
SUFFIXES = JSON_SUFFIXES | HTML_SUFFIXES | MARKDOWN_SUFFIXES | FEED_SUFFIXES | {".txt", WARC_SUFFIX, PARQUET_SUFFIX}
PACKED = JSON_SUFFIXES | {WARC_SUFFIX}
STANDARD_INPUT = "-"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
SNIFFED = 8192
Found = Article | Record | InputError
Opener = Callable[[Path], BinaryIO]


def read_path(path: str | Path, names: NewsNames, *, force: bool, opened: Opener | None = None) -> Iterator[Found]:
    """Every article of a file, of the known files in a folder and below it (sorted, hidden ones left out), or of standard input (`-`)."""
    if str(path) == STANDARD_INPUT:
        yield from read_stream(sys.stdin.buffer, STANDARD_INPUT, "", names, force=force)
    elif Path(path).is_dir():
        files = files_in(Path(path))
        if not files:
            yield EmptyInput(why=f"no article in this folder: it holds no file {', '.join(sorted(SUFFIXES))}", path=path)
        for file in files:
            yield from read_file(file, names, force=force, opened=opened)
    else:
        yield from read_file(Path(path), names, force=force, opened=opened)


def files_in(folder: Path) -> list[Path]:
    """The files with a known suffix in a folder and below, by path; hidden ones are left out, and READMEs, which tell about a folder."""
    found: list[Path] = []
    for above, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (path for name in files if not name.startswith(".") and is_article_file(path := Path(above, name)))
    return sorted(found)


def is_article_file(path: Path) -> bool:
    """True for a known suffix, also a packed one (`.warc.gz`, `.jsonl.gz`), unless the file is a README."""
    inner, is_packed = suffix_of(path)
    return inner in (PACKED if is_packed else SUFFIXES) and path.stem.upper() != "README"


def suffix_of(path: PurePath) -> tuple[str, bool]:
    """The suffix in small letters without `.gz`, and whether that stood there."""
    suffix = path.suffix.lower()
    return (path.with_suffix("").suffix.lower(), True) if suffix == PACKED_SUFFIX else (suffix, False)


def read_file(path: Path, names: NewsNames, *, force: bool, opened: Opener | None = None) -> Iterator[Found]:
    """The articles of one file; an InputError where it cannot be opened."""
    try:
        stream = opened(path) if opened else path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield InputError(why=getattr(error, "strerror", None) or str(error), path=path)
        return
    with stream:
        yield from read_stream(stream, str(path), suffix_of(path)[0], names, force=force)


def read_stream(stream: BinaryIO, origin: str, suffix: str, names: NewsNames, *, force: bool) -> Iterator[Found]:
    """The articles of a stream of bytes, packed with gzip or not. WARC, JSON Lines, Parquet are read record by record, the rest whole."""
    ahead = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = ahead.peek(SNIFFED)
    if suffix == WARC_SUFFIX or looked_into(head).startswith(SIGNATURE):
        yield from read_warc(ahead, head, origin, names, force=force)
    elif suffix == PARQUET_SUFFIX or head.startswith(PARQUET):
        yield from read_parquet(ahead, origin, names, force=force)
    elif head.startswith(MAGIC):
        try:
            yield from read_unpacked(unpacked(ahead), origin, suffix, names, force=force)
        except (EOFError, zlib.error) as error:
            yield DamagedArchive(why=str(error), path=origin)
    else:
        yield from read_unpacked(ahead, origin, suffix, names, force=force)


def looked_into(head: bytes) -> bytes:
    """The first bytes themselves, or what they unpack to."""
    if not head.startswith(MAGIC):
        return head
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(SIGNATURE))
    except zlib.error:
        return b""


def read_unpacked(stream: BinaryIO, origin: str, suffix: str, names: NewsNames, *, force: bool) -> Iterator[Found]:
    """The articles of JSON Lines, of a feed, or of one document."""
    head = list(head_of(stream))
    first = head[-1].removeprefix(BYTE_ORDER_MARK) if head else b""
    if suffix in JSON_SUFFIXES or (suffix not in HTML_SUFFIXES and is_record(first.decode("utf-8", "replace"))):
        yield from read_lines(chain(head, lines_of(stream)), origin, names, force=force)
        return
    data = b"".join(head) + stream.read(DOCUMENT_LIMIT + 1)
    if len(data) <= DOCUMENT_LIMIT and (suffix in FEED_SUFFIXES or is_feed(data[:SNIFFED].decode("utf-8", "replace"))):
        yield from read_feed(data, origin, names, force=force)
    else:
        yield read_document(data, origin, suffix, names, force=force)


def head_of(stream: BinaryIO) -> Iterator[bytes]:
    """The lines up to the first that is not blank."""
    for line in lines_of(stream):
        yield line
        if line.removeprefix(BYTE_ORDER_MARK).strip():
            return


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Lines with their line feed. Of a line longer than a document may be, only so much is kept that its length shows."""
    while line := stream.readline(DOCUMENT_LIMIT + 1):
        if len(line) > DOCUMENT_LIMIT and not line.endswith(b"\n"):
            while (rest := stream.readline(DOCUMENT_LIMIT)) and not rest.endswith(b"\n"):
                pass
        yield line


def read_document(data: bytes, origin: str, suffix: str, names: NewsNames, *, force: bool) -> Found:
    """The article of one document."""
    try:
        if len(data) > DOCUMENT_LIMIT:
            raise TooLarge(why=f"the document has more than {DOCUMENT_LIMIT // 2**20} MiB", path=origin)
        text, notices = decoded(data, origin)
        text = cleaned_lines(text)
        if not text.strip():
            raise EmptyInput(why="the document is empty", path=origin)
        return finished(read_text(text, origin, suffix).with_notices(*notices), names, force=force)
    except InputError as error:
        return error


def cleaned_lines(text: str) -> str:
    """The text with line feeds for line ends, by which the readers find their lines."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_text(text: str, origin: str, suffix: str) -> Draft:
    """The draft by the reader that suffix and content call for."""
    if suffix in HTML_SUFFIXES or (suffix not in MARKDOWN_SUFFIXES and is_web_page(text)):
        return read_web_page(text, origin)
    if has_front_matter(text):
        draft = draft_from(text, origin)
        title, said = titled(draft.text, draft.title)
        return draft.with_body(title, said)
    said, synthetic = without_mark(text)
    return replace(read_fieldless(said, origin, suffix), synthetic=synthetic)


def read_fieldless(text: str, origin: str, suffix: str) -> Draft:
    """The draft of a document that has no place for fields: a saved web article, Markdown without front matter, plain text."""
    if is_saved_article(text):
        return read_saved_article(text, origin)
    if suffix in MARKDOWN_SUFFIXES:
        title, said = titled(text, None)
        return Draft(text=said, title=title, origin=origin)
    return read_plain_text(text, origin)


def read_lines(lines: Iterable[bytes], origin: str, names: NewsNames, *, force: bool) -> Iterator[Found]:
    """An article, or an error that names the line, for every line that is not blank; EmptyInput when all are."""
    empty = True
    for number, line in enumerate(lines, 1):
        data = line.removeprefix(BYTE_ORDER_MARK) if number == 1 else line
        if data.strip():
            empty = False
            yield read_line(data, origin, number, names, force=force)
    if empty:
        yield EmptyInput(why="the document is empty", path=origin)


def read_line(data: bytes, origin: str, number: int, names: NewsNames, *, force: bool) -> Found:
    """The article, or the record that is coded already, of one line of JSON Lines."""
    if len(data) > DOCUMENT_LIMIT:
        return TooLarge(why=f"the line has more than {DOCUMENT_LIMIT // 2**20} MiB", path=origin, line=number)
    return found_in(lambda: parsed_line(data, origin, number), origin, number, names, force=force)
