"""An answer over HTTP, from an archive or just fetched, and the article in it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.message import Message
from urllib.parse import urlsplit

from gesta.errors import CodingFailed, EmptyInput, InputError, TooLarge
from gesta.intake.decoding import decoded
from gesta.intake.draft import Draft
from gesta.intake.finishing import finished
from gesta.intake.limits import DOCUMENT_LIMIT
from gesta.intake.newsnames import NewsNames
from gesta.intake.webpage import read_web_page
from gesta.model import Article

PAGES = frozenset({"text/html", "application/xhtml+xml"})
CODINGS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
PLAIN = frozenset({"", "identity"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What was answered: the address that answered in the end, status, headers by their names in small letters, the body unpacked."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    retrieved: datetime | None = None

    @property
    def kind(self) -> str:
        """The media type, in small letters and without parameters; "" where none is given."""
        return content_type(self.headers).get_content_type() if self.headers.get("content-type") else ""

    @property
    def charset(self) -> str | None:
        """The encoding that the headers name."""
        return content_type(self.headers).get_content_charset()


def content_type(headers: Mapping[str, str]) -> Message:
    """The Content-Type header, parsed as mail does it."""
    message = Message()
    message["content-type"] = headers.get("content-type", "")
    return message


def page_article(response: Response, origin: str, names: NewsNames, *, force: bool, known: Draft | None = None) -> Article | InputError:
    """The article of a web page that was answered, with the address that answered; an InputError where there is none.

    The page's own canonical address is taken where it is on the same host: nobody can speak for another's. `known` gives what is known from
    elsewhere (a feed): it counts where the page itself says nothing.
    """
    try:
        text, notices = decoded(response.body, origin, response.charset)
        if not text.strip():
            raise EmptyInput(why="the page is empty", path=origin)
        draft = read_web_page(text, origin)
        fallback = known or Draft(text="")
        draft = replace(
            draft,
            url=draft.url if draft.url and same_host(draft.url, response.url) else response.url,
            title=draft.title or fallback.title,
            authors=draft.authors or fallback.authors,
            published=draft.published or fallback.published,
            publisher=draft.publisher or fallback.publisher,
            source_id=fallback.source_id,
            retrieved=response.retrieved,
        )
        return finished(draft.with_notices(*notices), names, force=force)
    except InputError as error:
        return error
    except Exception as error:  # pages come from anywhere: one that a parser cannot stand must not take its archive along
        return CodingFailed.by(error, origin)


def same_host(one: str, other: str) -> bool:
    """True when both addresses are on one host, with or without `www.`."""
    try:
        first, second = (urlsplit(url).hostname or "" for url in (one, other))
    except ValueError:
        return False
    return first.removeprefix("www.") == second.removeprefix("www.")


def unchunked(body: bytes) -> bytes:
    """The body without the marks of chunked transfer; as it is where it has none, as archives keep some that say they have."""
    out: list[bytes] = []
    at = 0
    while (end := body.find(b"\r\n", at, at + 100)) >= 0:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            return b"".join(out)
        out.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(out) if out and at >= len(body) else body


def unpacked_body(body: bytes, coding: str, origin: str) -> bytes:
    """The body without its content coding; as it is where it is packed only by its headers. TooLarge above a document's limit."""
    coding = coding.strip().lower()
    if coding in PLAIN or not body:
        return body
    if coding not in CODINGS:
        raise InputError(why=f"the page is packed as {coding!r}, which is not read", path=origin)
    for wbits in (CODINGS[coding], -zlib.MAX_WBITS)[: 2 if coding == "deflate" else 1]:
        unpack = zlib.decompressobj(wbits)
        try:
            out = unpack.decompress(body, DOCUMENT_LIMIT + 1)
        except zlib.error:
            continue
        if len(out) > DOCUMENT_LIMIT:
            raise TooLarge(why=f"the page has more than {DOCUMENT_LIMIT // 2**20} MiB unpacked", path=origin)
        if not unpack.eof:
            raise InputError(why="the page is packed and cut off", path=origin)
        return out
    return body
