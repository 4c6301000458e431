"""Records that `gesta code` printed are taken as they are, unless somebody changed them."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gesta.errors import DamagedArchive, MalformedRecord
from gesta.intake import NewsNames, articles, documents
from gesta.intake.sources import read_stream
from gesta.model import Article, Report, report_id, text_hash, to_record
from gesta.model.record import from_record
from gesta.pipeline import json_line
from tests.intake.bodies import BODY
from tests.render.render_reports import border

Write = Callable[[str | bytes], Path]


def sound() -> Report:
    """The report of the tests of render, under the id that its article has."""
    return replace(border(), id=report_id(border().article), text_sha256=text_hash(border().article.text))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writer(content: str | bytes) -> Path:
        path = tmp_path / "a.jsonl"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return writer


def test_a_record_comes_back_as_the_report_it_was(write: Write, names: NewsNames) -> None:
    [found] = documents(write(json_line(sound())), names=names)
    assert found == to_record(sound())
    assert from_record(to_record(sound())) == from_record(found)


def test_what_a_later_version_adds_is_kept(write: Write, names: NewsNames) -> None:
    record = to_record(sound()) | {"later": 1}
    record["events"][0] |= {"later": [1], "factuality": "later"}
    assert list(documents(write(json.dumps(record)), names=names)) == [record]


def test_articles_and_records_may_stand_in_one_file(write: Write, names: NewsNames) -> None:
    found = list(documents(write(f"{json.dumps({'text': BODY})}\n{json_line(sound())}\n{{\n"), names=names))
    assert [type(f) for f in found] == [Article, dict, MalformedRecord]


def test_where_articles_are_wanted_a_record_is_refused_with_a_hint(write: Write, names: NewsNames) -> None:
    [error] = articles(write(json_line(sound())), names=names)
    assert "gesta ingest" in str(error)


def changed(**about: Any) -> str:
    record = to_record(sound())
    return json.dumps(record | {"report": record["report"] | about})


def spoiled(layer: str, name: str, value: Any) -> str:
    record = to_record(sound())
    record[layer][0][name] = value
    return json.dumps(record)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (changed(text=sound().article.text + "!"), "its id is not that of its address and text"),
        (changed(text_sha256="0"), "its hash is not that of its text"),
        (changed(text=None), "it has no text"),
        (json.dumps(to_record(sound()) | {"made": {"record": 2}}), "version 2; this gesta reads up to 1"),
        (spoiled("events", "evidence", None), "events[0].evidence is missing or wrong"),
        (spoiled("events", "evidence", [5, 4]), "events[0].evidence is missing or wrong"),
        (spoiled("actors", "mentions", [[0, 10**6]]), "actors[0].mentions is missing or wrong"),
        (spoiled("figures", "best", True), "figures[0].best is missing or wrong"),
        (spoiled("figures", "victims", {"code": 5, "who": "military"}), "figures[0].victims.code is missing or wrong"),
        (spoiled("places", "lat", "12"), "places[0].lat is missing or wrong"),
        (json.dumps(to_record(sound()) | {"events": [{"id": "e1"}]}), "events[0].key is missing or wrong"),
        (json.dumps(to_record(sound()) | {"events": 1}), "events is no list"),
        (json.dumps(to_record(sound()) | {"events": [1]}), "events[0] is missing or wrong"),
        (changed(authors="Ana"), "report.authors is no list of texts"),
        (changed(title=5), "report.title is no text"),
        (changed(published="soon"), "is no date"),
    ],
)
def test_a_record_that_was_changed_is_set_aside(write: Write, names: NewsNames, line: str, why: str) -> None:
    [error] = documents(write("\n" + line), names=names)
    assert isinstance(error, MalformedRecord)
    assert error.line == 2
    assert why in str(error)


def test_packed_lines_are_read_and_a_cut_is_named(tmp_path: Path, names: NewsNames) -> None:
    data = gzip.compress(b"".join(json.dumps({"text": f"Report {n}. {BODY}"}).encode() + b"\n" for n in range(2000)))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(data)
    assert sum(isinstance(f, Article) for f in documents(tmp_path, names=names)) == 2000
    path.write_bytes(data[: len(data) // 2])
    *found, last = documents(path, names=names)
    assert len(found) > 100
    assert isinstance(last, DamagedArchive)
    assert "cut off" in str(last)


class Endless(io.RawIOBase):
    """Lines of one kind, with a bad one in the middle, for as many bytes as asked for; none of them is kept."""

    def __init__(self, line: bytes, count: int) -> None:
        self._lines = self._made(line, count)
        self._rest = b""

    @staticmethod
    def _made(line: bytes, count: int) -> Iterator[bytes]:
        yield from (line if n != count // 2 else b'{"text": "cut\n' for n in range(count))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        some = self._rest or next(self._lines, b"")
        size = min(len(some), len(buffer))
        buffer[:size], self._rest = some[:size], some[size:]
        return size


def test_a_long_file_with_a_bad_line_in_the_middle_is_read_in_the_memory_of_a_line(names: NewsNames) -> None:
    line = (json.dumps({"text": "17", "language": "en"}) + " " * 2**20 + "\n").encode()
    tracemalloc.start()
    found = [type(f).__name__ for f in read_stream(Endless(line, 300), "-", "", names, force=True)]  # type: ignore[arg-type]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (len(found), found.index("MalformedRecord")) == (300, 150)
    assert peak < 20 * 2**20
