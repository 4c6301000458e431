"""WARC: each web page that an archive holds becomes an article, in order, one record in memory at a time.

Read are `response` records with status 200 and `resource` records, where they hold HTML (ISO 28500). Pictures, scripts, requests,
redirects, metadata and revisits, which have no text of their own, are passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO

from gesta.errors import DamagedArchive, EmptyInput, InputError, TooLarge
from gesta.intake.dates import stamp
from gesta.intake.limits import DOCUMENT_LIMIT
from gesta.intake.newsnames import NewsNames
from gesta.intake.response import PAGES, Response, page_article, unchunked, unpacked_body
from gesta.intake.warc_frames import HEADERS_END, Frame, frames
from gesta.intake.webpage import is_web_page
from gesta.model import Article

FIELD = re.compile(r"^([!-9;-~]+)[ \t]*:[ \t]*(.*(?:\r?\n[ \t].*)*)", re.MULTILINE)
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})")
SNIFFED = 8192
OK = 200


def read_warc(stream: BinaryIO, head: bytes, origin: str, names: NewsNames, *, force: bool) -> Iterator[Article | InputError]:
    """The articles of a WARC file, packed or not.

    What is broken, cut off or no article comes in its place as the error that names file, offset and address. EmptyInput when the archive
    holds no page at all.
    """
    empty = True
    for frame in frames(stream, head):
        found = archived(frame, origin, names, force=force)
        if found is not None:
            empty = False
            yield found
    if empty:
        yield EmptyInput(why="no web page in this archive: it holds no response with HTML and status 200", path=origin)


def archived(frame: Frame, origin: str, names: NewsNames, *, force: bool) -> Article | InputError | None:
    """The article of a record, the error that says why there is none, or None for a record that is no page."""
    fields = fields_of(frame.headers)
    uri = fields.get("warc-target-uri", "").strip("<>")
    place = f"{origin}@{frame.offset}" + (f" {uri}" if uri else "")
    if frame.fault is not None:
        return DamagedArchive(why=frame.fault, path=place)
    if fields.get("warc-type") not in ("response", "resource"):
        return None
    try:
        response = answered(frame, fields, uri, place)
        return page_article(response, place, names, force=force) if response is not None else None
    except InputError as error:
        return error


def answered(frame: Frame, fields: dict[str, str], uri: str, place: str) -> Response | None:
    """The response in a record, None where it is no web page. DamagedArchive where it should be one over HTTP and is not."""
    retrieved = stamp(fields.get("warc-date", ""))
    response = Response(url=uri, status=200, body=frame.data, retrieved=retrieved if isinstance(retrieved, datetime) else None)
    if fields.get("warc-type") == "resource":
        response = replace(response, headers={"content-type": fields.get("content-type", "")})
    elif not uri.lower().startswith(("http:", "https:")):
        return None
    else:
        response = over_http(response, place)
    if response.status != OK or not is_page(response):
        return None
    if len(frame.data) < frame.size:
        raise TooLarge(why=f"the record has {frame.size:,} bytes; at most {DOCUMENT_LIMIT // 2**20} MiB are read", path=place)
    return replace(response, body=unpacked_body(response.body, response.headers.get("content-encoding", ""), place))


def over_http(response: Response, place: str) -> Response:
    """The response with status and headers taken out of its body."""
    status, end = STATUS.match(response.body), HEADERS_END.search(response.body)
    if status is None or end is None:
        raise DamagedArchive(why="the record does not hold an answer over HTTP", path=place)
    headers = fields_of(response.body[: end.end()])
    body = response.body[end.end() :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = unchunked(body)
    return replace(response, status=int(status[1]), headers=headers, body=body)


def is_page(response: Response) -> bool:
    """True for a web page: by its type, without one by how it begins."""
    return response.kind in PAGES or (not response.kind and is_web_page(response.body[:SNIFFED].decode("latin-1")))


def fields_of(headers: bytes) -> dict[str, str]:
    """Header fields by their names in small letters; of a name that stands twice the last. Folded lines are joined."""
    return {name.lower(): " ".join(value.split()) for name, value in FIELD.findall(headers.decode("utf-8", "replace"))}
