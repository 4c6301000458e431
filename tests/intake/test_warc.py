"""WARC files, whole and damaged: each page is an article, each fault an error that names its place, and nothing else is lost."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zlib
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.errors import DamagedArchive, EmptyInput, InputError, NoArticle, TooLarge
from gesta.intake.draft import Draft
from gesta.intake.warc_frames import Frame, frames
from gesta.intake.webpage import read_web_page
from gesta.model import Article
from tests.intake.archives import archive, page, pages

Read = Callable[..., list[Article | InputError]]
HTML = [("Content-Type", "text/html; charset=utf-8")]
THREE = [pages(3), pages(3, gzip=False)]


def numbers(found: list[Article | InputError]) -> list[str]:
    """The number of each article, the kind of each error."""
    return [f.text.split(".")[0].removeprefix("Report ") if isinstance(f, Article) else type(f).__name__ for f in found]


def offsets(data: bytes) -> list[int]:
    """Where the records of a sound archive begin."""
    return [f.offset for f in frames(io.BytesIO(data), data)]


@pytest.mark.parametrize("data", THREE, ids=["gzip", "plain"])
def test_each_page_is_an_article_with_its_address(read: Read, data: bytes) -> None:
    found = read(data, "a.warc.gz")
    assert numbers(found) == ["1", "2", "3"]
    [first, *_] = found
    assert isinstance(first, Article)
    assert (first.url, first.retrieved) == ("https://post.example/1", datetime(2023, 4, 3, 10, tzinfo=UTC))
    assert first.origin.endswith(f"a.warc.gz@{offsets(data)[1]} https://post.example/1")


def test_an_archive_is_known_by_its_content(read: Read) -> None:
    assert numbers(read(pages(2), "a")) == ["1", "2"]
    assert numbers(read(gzip.compress(pages(2, gzip=False)), "whole.gz")) == ["1", "2"]


@pytest.mark.parametrize("data", THREE, ids=["gzip", "plain"])
def test_a_cut_archive_gives_all_before_the_cut_and_an_error(read: Read, data: bytes) -> None:
    for cut in range(offsets(data)[3] + 30, len(data) - 8, 97):
        found = read(data[:cut], "a.warc")
        assert numbers(found) == ["1", "2", "DamagedArchive"]
        assert "cut off" in str(found[-1])
        assert f"@{offsets(data)[3]}" in str(found[-1])


@pytest.mark.parametrize("data", THREE, ids=["gzip", "plain"])
def test_a_bad_record_in_the_middle_costs_nothing_else(read: Read, data: bytes) -> None:
    start, end = offsets(data)[2:4]
    for garbage in (b"", b"\0" * 300, b"no record at all\r\n" * 20, data[start + 1 : start + 40]):
        found = read(data[:start] + garbage + data[end:], "a.warc")
        assert numbers(found)[0] == "1"
        assert numbers(found)[-1] == "3"
        assert all(kind == "DamagedArchive" for kind in numbers(found)[1:-1])


def test_a_broken_byte_in_a_member_costs_that_member(read: Read) -> None:
    data = pages(3)
    start, end = offsets(data)[2:4]
    for at in range(start + 12, end, 41):
        found = read(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :], "a.warc.gz")
        assert numbers(found) == ["1", "DamagedArchive", "3"]


@pytest.mark.parametrize("length", [10, 5_000, 10**9])
def test_a_wrong_length_costs_that_record(read: Read, length: int) -> None:
    data = pages(3, gzip=False)
    start = offsets(data)[2]
    before = data.index(b"Content-Length: ", start)
    wrong = data[:before] + b"Content-Length: %d" % length + data[data.index(b"\r\n", before) :]
    assert numbers(read(wrong, "a.warc")) == ["1", "DamagedArchive", "3"]


@given(st.binary(max_size=200), st.integers(0, 6000))
def test_whatever_the_bytes_are_frames_end(junk: bytes, at: int) -> None:
    for data in THREE:
        spoiled = data[:at] + junk + data[at + 7 :]
        found = list(frames(io.BytesIO(spoiled), spoiled))
        assert all(isinstance(f, Frame) for f in found)
        assert [f.offset for f in found] == sorted(f.offset for f in found)


def test_only_pages_are_read(read: Read) -> None:
    data = archive(
        ("https://post.example/a.png", [("Content-Type", "image/png")], b"\x89PNG"),
        ("https://post.example/empty", HTML, b""),
        ("https://post.example/menu", HTML, b"<html><body><ul><li>News</li></ul></body></html>"),
        ("https://post.example/1", [], page(1)),
    )
    assert numbers(read(data, "a.warc.gz")) == ["EmptyInput", "NoArticle", "1"]
    assert [type(f) for f in read(archive(("https://post.example/1", HTML, page()), status="404 Not Found"), "a.warc")] == [EmptyInput]


def test_a_page_without_an_article_is_named_with_its_address(refused: Callable[..., InputError]) -> None:
    error = refused(archive(("https://post.example/menu", HTML, b"<html><body><ul><li>News</li></ul></body></html>")), "a.warc")
    assert isinstance(error, NoArticle)
    assert "https://post.example/menu: there is no article" in str(error)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([*HTML, ("Content-Encoding", "gzip")], gzip.compress(page())),
        ([*HTML, ("Content-Encoding", "deflate")], zlib.compress(page())),
        ([*HTML, ("Content-Encoding", "gzip")], page()),
        ([*HTML, ("Transfer-Encoding", "chunked")], b"%x\r\n%b\r\n0\r\n\r\n" % (len(page()), page())),
        ([*HTML, ("Transfer-Encoding", "chunked")], page()),
        ([("Content-Type", "text/html; charset=cp1252")], page().replace(b"T1", "T—1".encode("cp1252"))),
    ],
)
def test_codings_of_the_body(read: Read, headers: list[tuple[str, str]], body: bytes) -> None:
    assert numbers(read(archive(("https://post.example/1", headers, body)), "a.warc")) == ["1"]


def test_a_page_speaks_for_its_own_host_alone(read: Read) -> None:
    own, other = (
        page().replace(b"<head>", f'<head><link rel="canonical" href="https://{host}/x">'.encode())
        for host in ("www.post.example", "times.example")
    )
    found = read(archive(("https://post.example/1", HTML, own), ("https://post.example/2", HTML, other)), "a.warc")
    assert [f.url for f in found if isinstance(f, Article)] == ["https://www.post.example/x", "https://post.example/2"]


def test_bombs_and_giants_are_refused_in_little_memory(read: Read) -> None:
    bomb = gzip.compress(b"<html><body><p>" + b"a" * 80_000_000)
    giant = b"<html><body>" + b"a" * 40_000_000
    data = archive(
        ("https://post.example/b", [*HTML, ("Content-Encoding", "gzip")], bomb),
        ("https://post.example/g", HTML, giant),
        ("https://post.example/1", HTML, page()),
    )
    del bomb, giant
    tracemalloc.start()
    found = read(data, "a.warc.gz")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(f) for f in found[:2]] == [TooLarge, TooLarge]
    assert numbers(found)[2:] == ["1"]
    assert peak < 90_000_000


def test_an_archive_of_many_pages_is_read_in_the_memory_of_one() -> None:
    data = pages(60, gzip=False)
    stream = io.BufferedReader(io.BytesIO(data * 200))
    tracemalloc.start()
    assert sum(1 for frame in frames(stream, data) if frame.fault is None) == 61 * 200
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


def test_a_file_that_only_calls_itself_so(refused: Callable[..., InputError]) -> None:
    assert isinstance(refused(b"Shells fell on Larov.", "a.warc"), DamagedArchive)
    assert isinstance(refused(b"", "a.warc"), EmptyInput)


def test_records_that_follow_one_another_without_an_empty_line(read: Read) -> None:
    data = pages(3, gzip=False)
    assert numbers(read(data.replace(b"\r\n\r\nWARC/1.0", b"WARC/1.0"), "a.warc")) == ["1", "2", "3"]


def test_a_page_that_a_parser_cannot_stand_costs_nothing_else(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumbling(text: str, origin: str) -> Draft:
        if "Report 2" in text:
            raise AttributeError("no such node")
        return read_web_page(text, origin)

    monkeypatch.setattr("gesta.intake.response.read_web_page", stumbling)
    found = read(pages(3), "a.warc")
    assert numbers(found) == ["1", "CodingFailed", "3"]
    assert "a fault of gesta: AttributeError: no such node" in str(found[1])
