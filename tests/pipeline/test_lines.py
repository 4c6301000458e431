"""One record is one line, in any reader of JSON Lines, and reads back as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.model import Article, Made, Report, from_record, report_id, text_hash
from gesta.pipeline import json_line

MADE = Made(record=1, gesta="0", model="0", codebook="0", gazetteer="0")


def report_of(text: str) -> Report:
    article = Article(text=text)
    return Report(made=MADE, id=report_id(article), text_sha256=text_hash(text), article=article)


@given(st.text())
def test_a_line_is_one_line_in_utf8_and_reads_back(text: str) -> None:
    line = json_line(report_of(text))
    assert line.splitlines() == [line]
    assert json.loads(line.encode("utf-8"))["report"]["text"] == text
    assert from_record(json.loads(line)) == report_of(text)


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85", "\ud800", "\n"])
def test_what_would_break_a_line_or_utf8_is_escaped(char: str) -> None:
    line = json_line(report_of(f"a{char}b"))
    assert char not in line
    assert json.loads(line)["report"]["text"] == f"a{char}b"


def test_readable_text_stays_readable() -> None:
    assert "Kəlbəcər 🙂" in json_line(report_of("Kəlbəcər 🙂"))
