"""What intake reads: files of any kind, pages, archives, feeds, lines, front matter."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from fuzz.target import Attempt, Target, sound
from gesta.errors import InputError
from gesta.intake import registered
from gesta.intake.feeds import read_feed
from gesta.intake.response import unchunked, unpacked_body
from gesta.intake.sources import read_line, read_stream, read_text
from gesta.intake.warc import read_warc
from gesta.intake.webpage import read_web_page

ROOT: Final = Path(__file__).parent.parent.parent
PAGE: Final = (
    b'<!doctype html><html lang="en"><head><title>Shells hit Larov</title><meta property="article:published_time" content="2023-04-03">'
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":"Shells hit Larov","datePublished":"2023-04-03T10:00:00Z",'
    b'"author":[{"name":"Ana Moreau"}],"articleBody":"Shells fell."}</script></head><body><nav><a href="/">Home</a></nav><article>'
    b"<h1>Shells hit Larov</h1><p>LAROV (AFP) - At least four people were killed on Thursday when shells fell on the market of Larov.</p>"
    b"<figure><img src=x><figcaption>The market.</figcaption></figure><p>The army denied that its forces had fired at the town.</p>"
    b"<footer>Reuters contributed to this report.</footer></article></body></html>"
)
RSS: Final = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title><ttl>15</ttl><item><title>Shells</title>'
    b"<link>https://post.example/1</link><pubDate>Mon, 03 Apr 2023 10:00:00 GMT</pubDate><author>a@b.example (Ana Moreau)</author>"
    b"<description>&lt;p&gt;At least four people were killed when shells fell on Larov.&lt;/p&gt;</description></item></channel></rss>"
)
ATOM: Final = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><id>1</id><title type="html">Shells &amp;amp; fire</title>'
    b'<link href="/1"/><updated>2023-04-03T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
    b"<p>Shells fell on the market of Larov on Thursday.</p></div></content></entry></feed>"
)
FRONT: Final = (
    b"---\ntitle: 'Shells'\nauthors: [Ana Moreau, \"B C\"]\npublished: 2023-04-03\nurl: https://post.example/1\nsynthetic: true\n---\n"
)
LINES: Final = (
    b'{"id": 7, "text": "At least four people were killed in Larov.", "title": "Shells", "published": "2023-04-03", "outlet": "Post"}\n',
    b'{"text": "Shells fell on \\ud83d\\udc69 Larov.", "authors": ["Ana Moreau"], "url": "https://post.example/1", "language": "en"}\n',
)


def warc_record(kind: str, uri: str, block: bytes) -> bytes:
    """One record of an archive."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2023-04-03T10:00:00Z\r\n"
    return head.encode() + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"


def answered(body: bytes, headers: str = "Content-Type: text/html") -> bytes:
    """An answer over HTTP."""
    return f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body


def archives() -> Iterator[bytes]:
    """Archives, packed record by record, whole, and not at all."""
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    records = (
        warc_record("warcinfo", "", b"software: gesta\r\n"),
        warc_record("response", "https://post.example/1", answered(PAGE)),
        warc_record("response", "https://post.example/2", answered(chunked, "Content-Type: text/html\r\nTransfer-Encoding: chunked")),
        warc_record("response", "https://post.example/3", answered(gzip.compress(PAGE, 9, mtime=0), "Content-Encoding: gzip")),
        warc_record("resource", "https://post.example/4", PAGE),
    )
    yield b"".join(records[:2])
    yield b"".join(records)
    yield b"".join(gzip.compress(record, 9, mtime=0) for record in records)
    yield gzip.compress(b"".join(records), 9, mtime=0)


def texts() -> Iterator[bytes]:
    """Our own articles, with and without front matter."""
    yield FRONT + b"# Shells\n\nAt least four people were killed on Thursday when shells fell on the market of Larov.\n"
    for path in sorted((ROOT / "tests" / "articles").glob("*.md"))[:4]:
        yield path.read_bytes()[:2_000]


def everything() -> Iterator[bytes]:
    """A file of each kind, behind a byte that names its suffix."""
    kinds: tuple[tuple[int, Iterable[bytes]], ...] = (
        (0, (PAGE, RSS, *LINES, *archives())), (1, texts()), (2, (PAGE,)), (3, LINES), (4, (RSS, ATOM)), (5, archives()), (6, texts()),
        (0, (gzip.compress(PAGE, 9, mtime=0), gzip.compress(b"".join(LINES), 9, mtime=0))),
    )  # fmt: skip
    return (bytes([number]) + data for number, some in kinds for data in some)


SUFFIXES: Final = ("", ".md", ".html", ".jsonl", ".rss", ".warc", ".txt")


def files() -> Attempt:
    """A file of any kind, read to its end."""
    names = registered()

    def attempt(data: bytes) -> None:
        suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ""
        for found in read_stream(io.BytesIO(data[1:]), "f", suffix, names, force=True):
            sound(found)

    return attempt


def each(read: Callable[[bytes], Iterable[object]]) -> Attempt:
    """Everything that the reader gives is an article or an error that is documented."""

    def attempt(data: bytes) -> None:
        for found in read(data):
            sound(found)

    return attempt


def archive() -> Attempt:
    """An archive."""
    names = registered()
    return each(lambda data: read_warc(io.BytesIO(data), data[:8192], "f", names, force=True))


def feed() -> Attempt:
    """A feed."""
    names = registered()
    return each(lambda data: read_feed(data, "f", names, force=True))


def lines() -> Attempt:
    """Lines of JSON Lines, each for itself."""
    names = registered()
    return each(
        lambda data: (read_line(line, "f", number, names, force=True) for number, line in enumerate(data.splitlines(), 1) if line.strip())
    )


def page() -> Attempt:
    """A web page to its article."""

    def attempt(data: bytes) -> None:
        try:
            read_web_page(data.decode("utf-8", "replace"), "f")
        except InputError as error:
            sound(error)

    return attempt


def front_matter() -> Attempt:
    """A document with fields above it."""

    def attempt(data: bytes) -> None:
        try:
            read_text(data.decode("utf-8", "replace"), "f", ".md")
        except InputError as error:
            sound(error)

    return attempt


CODINGS: Final = ("gzip", "deflate", "gzip, gzip", "br", "identity", "")


def bodies() -> Iterator[bytes]:
    """Bodies of answers, behind a byte that names their coding."""
    yield bytes([0]) + gzip.compress(PAGE, 9, mtime=0)
    yield bytes([2]) + gzip.compress(gzip.compress(PAGE, 9, mtime=0), 9, mtime=0)
    yield bytes([64]) + b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)


def body() -> Attempt:
    """The body of an answer over HTTP, unpacked and put together."""

    def attempt(data: bytes) -> None:
        first, rest = (data[0], data[1:]) if data else (0, b"")
        try:
            unpacked_body(unchunked(rest) if first & 64 else rest, CODINGS[first % 64 % len(CODINGS)], "f")
        except InputError as error:
            sound(error)

    return attempt


TAGS: Final = (
    b"<p>",
    b"</p>",
    b"<div>",
    b"<script>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"&amp;",
    b"&#x0;",
    b"<table>",
    b"<article>",
    b"<figure>",
)
HEADERS: Final = (b"WARC/1.0\r\n", b"Content-Length: ", b"\r\n\r\n", b"HTTP/1.1 200 OK", b"chunked", b"gzip", b"\x1f\x8b\x08", b"response")

TARGETS: Final = (
    Target(name="files", about="a file of any kind by suffix and content", seeds=everything, ready=files, words=(*TAGS, *HEADERS)),
    Target(name="pages", about="a web page", seeds=lambda: (PAGE,), ready=page, words=TAGS),
    Target(name="archives", about="a WARC archive", seeds=archives, ready=archive, words=HEADERS),
    Target(name="feeds", about="RSS and Atom", seeds=lambda: (RSS, ATOM), ready=feed, words=(*TAGS, b"<item>", b"<!ENTITY a 'b'>", b"&a;")),
    Target(name="lines", about="JSON Lines", seeds=lambda: LINES, ready=lines, words=(b'"text": ', b"[[", b"{{", b"\\ud800", b"1e999")),
    Target(
        name="frontmatter",
        about="Markdown with YAML",
        seeds=texts,
        ready=front_matter,
        words=(b"---\n", b"&a ", b"*a", b"!!t", b"|\n", b"? "),
    ),
    Target(name="bodies", about="bodies over HTTP", seeds=bodies, ready=body, words=(b"\r\n0\r\n\r\n", b"ffffffff\r\n", b"\x1f\x8b\x08")),
)
