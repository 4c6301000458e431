"""Parquet: each row for itself, and the parts of a folder as what they hold."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from gesta.errors import DamagedArchive, EmptyInput, InputError, MalformedRecord, NotEnglish, NotText
from gesta.intake import Found, documents, documents_in
from gesta.model import Article
from tests.intake.bodies import BODY, GERMAN
from tests.pipeline.coded_records import coded, line


def packed(table: pa.Table) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def rows(*values: dict[str, Any]) -> bytes:
    return packed(pa.Table.from_pylist(list(values)))


def found(data: bytes) -> list[Found]:
    return list(documents_in(data, "a.parquet"))


def test_columns_are_the_fields_of_json_lines() -> None:
    (article,) = found(
        rows(
            {"text": BODY, "title": "T", "id": 17, "published": date(2023, 5, 4), "authors": ["A B"], "url": "https://o.example", "more": 2}
        )
    )
    assert isinstance(article, Article)
    assert (article.text, article.title, article.source_id, article.published) == (BODY, "T", "17", date(2023, 5, 4))
    assert (article.authors, article.url) == (("A B",), "https://o.example")


def test_a_time_of_publication() -> None:
    (article,) = found(rows({"text": BODY, "published": datetime(2023, 5, 4, 10, 30)}))
    assert isinstance(article, Article)
    assert article.published == datetime(2023, 5, 4, 10, 30)


def test_a_bad_row_costs_itself_alone() -> None:
    first, second, third, fourth = found(rows({"text": BODY}, {"text": None}, {"text": GERMAN}, {"text": BODY}))
    assert isinstance(first, Article)
    assert isinstance(fourth, Article)
    assert isinstance(second, MalformedRecord)
    assert isinstance(third, NotEnglish)
    assert (second.path, second.line, third.line) == ("a.parquet", 2, 3)


def test_text_that_is_no_utf8() -> None:
    raw = pa.array([BODY.encode(), b"\xff\xfe caf\xe9", BODY.encode()], pa.binary())
    text = pa.Array.from_buffers(pa.string(), 3, raw.buffers())
    first, second, third = found(packed(pa.table({"text": text})))
    assert isinstance(first, Article)
    assert isinstance(second, NotText)
    assert isinstance(third, Article)


def test_a_file_that_is_cut_off_or_no_table_of_reports() -> None:
    whole = rows(*({"text": f"{BODY} {n}"} for n in range(9)))
    assert [type(item) for item in found(whole[: len(whole) // 2])] == [DamagedArchive]
    assert [type(item) for item in found(b"PAR1PAR1")] == [DamagedArchive]
    assert [type(item) for item in found(rows({"body": BODY}))] == [MalformedRecord]
    assert [type(item) for item in found(packed(pa.table({"text": pa.array([], pa.string())})))] == [EmptyInput]


def test_a_page_that_is_broken_leaves_the_rows_before_it() -> None:
    table = pa.Table.from_pylist([{"text": f"{BODY} {n}"} for n in range(128)])
    out = io.BytesIO()
    pq.write_table(table, out, row_group_size=64, compression="zstd")
    data = bytearray(out.getvalue())
    start = pq.ParquetFile(io.BytesIO(data)).metadata.row_group(1).column(0)
    data[start.dictionary_page_offset + 40 : start.dictionary_page_offset + 200] = b"\0" * 160
    items = found(bytes(data))
    assert len(items) == 65
    assert all(isinstance(item, Article) for item in items[:64])
    assert isinstance(items[-1], DamagedArchive)


def test_parts_give_back_records_and_failures(tmp_path: Path) -> None:
    record = coded(1)
    (taken,) = found(rows({"source": "a", "place": 1, "record": line(record)}))
    assert taken == record
    changed = coded(2)
    changed["report"]["text"] += "!"
    (refused,) = found(rows({"source": "a", "place": 1, "record": line(changed)}))
    assert isinstance(refused, MalformedRecord)
    failure = {"source": "b.jsonl", "place": 3, "error": "MalformedRecord", "path": "b.jsonl", "line": 3, "column": 7, "why": "no JSON"}
    (error,) = found(rows(failure))
    assert isinstance(error, MalformedRecord)
    assert str(error) == "b.jsonl:3:7: no JSON"
    (unknown,) = found(rows(failure | {"error": "Unheard", "line": None, "column": None}))
    assert type(unknown) is InputError


def test_by_an_address_of_storage(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(rows({"text": BODY}, {"text": ""}))
    (tmp_path / ".hidden.parquet").write_bytes(b"")
    one, two = documents(f"file://{tmp_path}")
    assert isinstance(one, Article)
    assert isinstance(two, InputError)
    assert (two.path, two.line) == (f"{tmp_path}/a.parquet", 2)
    (none,) = documents(f"file://{tmp_path}/b.parquet")
    assert isinstance(none, InputError)
    (unknown,) = documents("nowhere://user:secret@bucket/a.parquet")
    assert isinstance(unknown, InputError)
    assert "secret" not in str(unknown)
