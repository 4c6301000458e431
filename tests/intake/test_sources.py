"""Files, folders and standard input; what is no text, no English, nothing, or too much is set aside."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from gesta.errors import EmptyInput, GestaError, InputError, NoLanguage, NotEnglish, NotText, TooLarge
from gesta.intake import DOCUMENT_LIMIT, TEXT_LIMIT, NewsNames, article_from_text, articles
from gesta.model import Article
from tests.intake.bodies import BODY, GERMAN


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", EmptyInput),
        (b"\xef\xbb\xbf\n\t \r\n", EmptyInput),
        (b"---\ntitle: x\n---\n\n", EmptyInput),
        (b"1,234 - 5.6 (78%)", NoLanguage),
        (GERMAN.encode(), NotEnglish),
        (b"\x00\x01\x02binary", NotText),
        (b"%PDF-1.7 shells fell", NotText),
        (b"PK\x03\x04 shells fell", NotText),
        (b"\x89PNG\r\n", NotText),
        (bytes(range(1, 32)) * 20, NotText),
        (b"\xff\xfe\x41", NotText),
        (b"shells fell on Larov. " * (TEXT_LIMIT // 20), TooLarge),
        (b"x" * (DOCUMENT_LIMIT + 1), TooLarge),
    ],
)
def test_what_cannot_be_coded_is_a_value(refused: Callable[..., InputError], content: bytes, kind: type[InputError]) -> None:
    error = refused(content)
    assert type(error) is kind
    assert isinstance(error, GestaError)
    assert error.path.endswith("article.txt")


def test_the_limit_is_stated(refused: Callable[..., InputError]) -> None:
    assert f"{TEXT_LIMIT:,}" in refused("shells fell " * 500_000).why


def test_text_up_to_the_limit_is_read(names: NewsNames) -> None:
    text = "Shells fell on the market of Larov, the ministry said. " * 36_000
    assert article_from_text(text, names=names).text == text


def test_a_missing_file_is_a_value(names: NewsNames, tmp_path: Path) -> None:
    [error] = articles(tmp_path / "none.txt", names=names)
    assert isinstance(error, InputError)
    assert "No such file" in error.why
    assert isinstance(next(articles("a\0b", names=names)), InputError)


def test_a_folder_is_read_in_order(names: NewsNames, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.txt", "b/a.md", "a.HTML", "notes.pdf", "README.md", ".secret.txt", ".hidden/x.txt", "d.jsonl"):
        (tmp_path / name).write_text(BODY)
    (tmp_path / "a.HTML").write_text(f"<html><body><p>{BODY}</p></body></html>")
    (tmp_path / "d.jsonl").write_text("\n".join(json.dumps({"text": BODY}) for _ in range(2)))
    found = list(articles(tmp_path, names=names))
    assert all(isinstance(f, Article) for f in found)
    shown = [f.origin.removeprefix(f"{tmp_path}/") for f in found if isinstance(f, Article)]
    assert shown == ["a.HTML", "b/a.md", "c.txt", "d.jsonl:1", "d.jsonl:2"]


def test_one_bad_file_costs_nothing_else(names: NewsNames, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0")
    (tmp_path / "b.txt").write_text(BODY)
    (tmp_path / "c.txt").write_text("---\ntitle: [\n---\n")
    (tmp_path / "d.txt").write_text(BODY)
    assert [isinstance(f, Article) for f in articles(str(tmp_path), names=names)] == [False, True, False, True]


def test_a_folder_without_articles_says_so(names: NewsNames, tmp_path: Path) -> None:
    [error] = articles(tmp_path, names=names)
    assert isinstance(error, EmptyInput)
    assert ".jsonl" in error.why


@pytest.mark.parametrize(
    ("content", "title", "text", "origin"),
    [
        (BODY, None, BODY, "-"),
        (json.dumps({"title": "T", "text": BODY}), "T", BODY, "-:1"),
        (f"---\ntitle: T\n---\n{BODY}", "T", BODY, "-"),
        (f"<!doctype html><html><head><title>T</title></head><body><p>{BODY}</p></body></html>", "T", " ".join(BODY.split()), "-"),
        (f"T\n\nhttps://northgate.example/a\n\n{BODY}", "T", BODY, "-"),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, names: NewsNames, content: str, title: str | None, text: str, origin: str) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    [found] = articles("-", names=names)
    assert isinstance(found, Article)
    assert (found.title, found.text, found.origin) == (title, text, origin)


def test_the_shipped_register_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\nurl: https://www.theguardian.com/world/larov\n---\n{BODY}")
    [found] = articles(tmp_path / "a.txt")
    assert isinstance(found, Article)
    assert found.outlet == "The Guardian"
