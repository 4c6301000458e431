"""JSON Lines: each line for itself."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date

import pytest

from gesta.errors import EmptyInput, InputError, MalformedRecord, NotEnglish, NotText, TooLarge
from gesta.intake import NewsNames
from gesta.intake import sources as sources_module
from gesta.intake.sources import read_stream
from gesta.model import Article
from tests.intake.bodies import BODY, GERMAN

Read = Callable[..., list[Article | InputError]]


def line(**fields: object) -> str:
    return json.dumps({"text": BODY, **fields}, ensure_ascii=False)


def test_fields(article: Callable[..., Article]) -> None:
    found = article(
        line(
            id=17,
            title="T",
            published="2023-05-04",
            outlet="O",
            url="https://o.example",
            authors=["A B"],
            language="en",
            synthetic=True,
            extra={"a": 1},
        ),
        "a.jsonl",
    )
    assert (found.source_id, found.title, found.published, found.outlet, found.url) == (
        "17",
        "T",
        date(2023, 5, 4),
        "O",
        "https://o.example",
    )
    assert (found.authors, found.language, found.synthetic, found.text) == (("A B",), "en", True, BODY)
    assert found.origin.endswith("a.jsonl:1")


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ('{"text": ', "no JSON"),
        ('{"title": "no text"}', "no `text`"),
        ('{"text": 5}', "not a string"),
        ('["text"]', "a JSON array"),
        ("null", "a JSON null"),
        ('{"text": "x", "title": {"a": 1}}', "title is neither"),
        ('{"text": "x", "authors": [1]}', "authors is neither"),
        ('{"text": "x", "synthetic": "perhaps"}', "true or false"),
        ('{"text": ' + "[" * 100_000, "nested too deeply"),
        ('{"text": "x", "n": ' + "9" * 5000 + "}", "thousands of digits"),
    ],
)
def test_a_malformed_line_costs_itself_alone(read: Read, bad: str, why: str) -> None:
    first, second, third = read(f"{line(id='a')}\n\n{bad}\n{line(id='b')}\n", "a.jsonl")
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert (first.source_id, third.source_id) == ("a", "b")
    assert isinstance(second, MalformedRecord)
    assert second.line == 3
    assert why in second.why


@pytest.mark.parametrize(
    ("bad", "column", "why"), [('{"id": 2, "text": ', 19, "expecting value"), ('{"text": "cut', 10, "unterminated string")]
)
def test_a_cut_line_is_reported_where_it_ends(read: Read, bad: str, column: int, why: str) -> None:
    _, found = read(f"{line()}\n{bad}\r\n", "a.jsonl")
    assert isinstance(found, MalformedRecord)
    assert (found.line, found.column) == (2, column)
    assert why in found.why


def test_other_errors_name_the_line_too(read: Read) -> None:
    found = read("\n".join([line(), json.dumps({"text": "  "}), json.dumps({"text": GERMAN})]) + "\n" + line(title="x"), "a.ndjson")
    assert [type(f) for f in found] == [Article, EmptyInput, NotEnglish, Article]
    assert [f.line for f in found if isinstance(f, InputError)] == [2, 3]


def test_a_line_that_is_not_utf_8(read: Read) -> None:
    found = read(line().encode() + b"\n" + b'{"text": "caf\xe9"}\n' + line().encode(), "a.jsonl")
    assert [type(f) for f in found] == [Article, NotText, Article]


def test_text_is_taken_as_it_stands(article: Callable[..., Article]) -> None:
    text = f"  <b>Larov</b> [fell](x) *today*\n\n{BODY}\n"
    assert article(json.dumps({"text": text}), "a.jsonl").text == text


def test_lone_surrogates_become_replacement_characters(article: Callable[..., Article]) -> None:
    found = article('{"text": "Shells \\ud800 hit"}', "a.jsonl")
    assert found.text == "Shells \ufffd hit"
    assert "replaced-characters" in [n.code for n in found.notices]


def test_byte_order_mark_and_windows_line_ends(read: Read) -> None:
    assert all(isinstance(f, Article) for f in read("\ufeff" + line() + "\r\n" + line() + "\r\n", "a.jsonl"))


def test_recognised_by_content_even_when_the_first_line_is_broken(read: Read) -> None:
    assert [type(f) for f in read(f'{{"text": "cut\n{line()}', "a.txt")] == [MalformedRecord, Article]


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_empty(refused: Callable[..., InputError], content: str) -> None:
    assert isinstance(refused(content, "a.jsonl"), EmptyInput)


def test_a_line_that_is_too_long_is_passed_over(names: NewsNames, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources_module, "DOCUMENT_LIMIT", 1000)
    stream = io.BytesIO("\n".join([line(id="a"), line(title="x" * 5000), line(id="b")]).encode())
    found = list(read_stream(stream, "-", ".jsonl", names, force=False))
    assert [type(f) for f in found] == [Article, TooLarge, Article]
    assert isinstance(found[1], TooLarge)
    assert found[1].line == 2


def test_a_stream_is_read_line_by_line(names: NewsNames) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            data = (line() + "\n").encode()[: len(buffer)]
            buffer[: len(data)] = data
            return len(data)

    found = read_stream(io.BufferedReader(Endless(), buffer_size=len(line().encode()) + 1), "-", "", names, force=False)
    assert isinstance(next(found), Article)
