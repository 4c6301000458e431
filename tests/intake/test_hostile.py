"""Documents made to do harm: bounded in memory, one clear error, and what stands beside them is read."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from gesta.errors import InputError, NotText, TooLarge
from gesta.intake import NewsNames
from gesta.intake.limits import DOCUMENT_LIMIT
from gesta.intake.response import unpacked_body
from gesta.intake.sources import read_document, read_stream
from gesta.model import Article
from tests.intake.archives import archive, page
from tests.intake.bodies import BODY

MEGABYTE = 2**20
LINE = json.dumps({"text": BODY}).encode() + b"\n"


@contextmanager
def within(megabytes: int) -> Iterator[None]:
    """What is done inside takes no more memory of Python's than that at once."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * MEGABYTE
    finally:
        tracemalloc.stop()


def bomb(megabytes: int, layers: int = 1) -> bytes:
    """Gzip data that unpack to so many zeros, packed so many times."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    data = b"".join(packer.compress(b"0" * MEGABYTE) for _ in range(megabytes)) + packer.flush()
    for _ in range(layers - 1):
        data = gzip.compress(data, 9, mtime=0)
    return data


class Endless(io.RawIOBase):
    """A line that does not end for so many bytes, then a sound one."""

    def __init__(self, size: int) -> None:
        self._left, self._rest = size, b"\n" + LINE

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        if self._left:
            count = min(len(buffer), self._left)
            self._left -= count
            buffer[:count] = b"x" * count
            return count
        some, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(some)] = some
        return len(some)


def test_a_packed_file_that_unpacks_to_a_giant_is_refused_in_the_memory_of_one_document(names: NewsNames) -> None:
    packed = bomb(64)
    with within(80):
        (found,) = read_stream(io.BytesIO(packed), "f.gz", "", names, force=True)
    assert isinstance(found, TooLarge)


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip"])
def test_bodies_packed_several_times_are_bounded(coding: str) -> None:
    packed = bomb(64, layers=coding.count("gzip"))
    with within(120), pytest.raises(InputError):
        unpacked_body(packed, coding, "f")


def test_a_line_without_an_end_costs_itself_alone(names: NewsNames) -> None:
    stream = io.BufferedReader(Endless(200 * MEGABYTE))
    with within(160):
        found = list(read_stream(stream, "f.jsonl", ".jsonl", names, force=True))
    assert [type(one) for one in found] == [TooLarge, Article]


def test_a_bomb_in_an_archive_costs_itself_alone(names: NewsNames) -> None:
    html, packed = ("Content-Type", "text/html"), ("Content-Encoding", "gzip")
    made = archive(("https://a.example/1", [html, packed], bomb(64)), ("https://a.example/2", [html], page(2)))
    read_document(page(1), "f", "", names, force=True)  # so that what a page needs is loaded, which is not its memory
    with within(120):
        found = list(read_stream(io.BytesIO(made), "f.warc", ".warc", names, force=True))
    assert [isinstance(one, InputError) for one in found] == [True, False]


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 60_000,
        f"<p class='{'a ' * 500_000}'>",
        "&amp;" * 400_000 + "&nosuch;" * 100_000,
        "<!--" * 100_000,
        "<script>" * 20_000,
        "<table><tr><td>" * 10_000,
        "<![CDATA[" * 50_000,
    ],
    ids=["deep", "attribute", "entities", "comments", "scripts", "tables", "cdata"],
)
def test_markup_made_to_do_harm_is_an_article_or_one_error(names: NewsNames, hostile: str) -> None:
    whole = f"<!doctype html><html><body><article><p>{BODY}</p>{hostile}</article></body></html>"
    found = read_document(whole.encode(), "f.html", ".html", names, force=True)
    assert isinstance(found, Article | InputError)
    assert "fault of gesta" not in str(found)


@pytest.mark.parametrize("value", ["='b'", "", "='<'"])
def test_an_element_with_a_hundred_thousand_attributes_is_refused_at_once(names: NewsNames, value: str) -> None:
    many = " ".join(f"a{n}{value}" for n in range(100_000))
    found = read_document(f"<!doctype html><html><body><p {many}>{BODY}</p></body></html>".encode(), "f", "", names, force=True)
    assert isinstance(found, TooLarge)
    assert "more than 5,000 attributes" in str(found)


def test_a_long_attribute_and_many_short_ones_in_many_elements_are_read(names: NewsNames) -> None:
    whole = (
        f"<!doctype html><html><body class='{'a ' * 20_000}'>{'<b a=1 b=2 c=3></b>' * 4_000}<article><p>{BODY}</p></article></body></html>"
    )
    assert isinstance(read_document(whole.encode(), "f", "", names, force=True), Article)


def test_a_zip_is_not_opened_whatever_names_are_in_it(names: NewsNames) -> None:
    entry = b"PK\x03\x04" + bytes(22) + (9).to_bytes(2, "little") + bytes(2) + b"../../etc" + b"x"
    assert isinstance(read_document(entry, "f.txt", ".txt", names, force=True), NotText)


def test_a_document_of_exactly_the_limit_is_still_looked_at(names: NewsNames) -> None:
    assert isinstance(read_document(b" " * DOCUMENT_LIMIT, "f.txt", ".txt", names, force=True), InputError)
    assert isinstance(read_document(b" " * (DOCUMENT_LIMIT + 1), "f.txt", ".txt", names, force=True), TooLarge)
