"""WARC files made for the tests, packed record by record or not at all."""

from __future__ import annotations

import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.intake.bodies import BODY

DATE = "2023-04-03T10:00:00Z"


def page(number: int = 1) -> bytes:
    """A web page with an article that begins with its number."""
    head = f"<!doctype html><html><head><title>T{number}</title></head>"
    return f"{head}<body><article><p>Report {number}. {BODY}</p></article></body></html>".encode()


def archive(*answers: tuple[str, list[tuple[str, str]], bytes], status: str = "200 OK", gzip: bool = True) -> bytes:
    """A WARC with a warcinfo record and one response for each (address, headers, body)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("made.warc", {"software": "gesta tests"}))
    for url, headers, body in answers:
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), http_headers=http, warc_headers_dict={"WARC-Date": DATE}
        )
        writer.write_record(record)
    return out.getvalue()


def pages(count: int, gzip: bool = True) -> bytes:
    """A WARC with so many sound pages."""
    return archive(
        *((f"https://post.example/{n}", [("Content-Type", "text/html; charset=utf-8")], page(n)) for n in range(1, count + 1)), gzip=gzip
    )
