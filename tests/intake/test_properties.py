"""For any text at all: an article whose spans lie in its text, or an InputError."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gesta.errors import InputError
from gesta.intake import NewsNames, article_from_text, articles
from gesta.intake.cleaning import cleaned
from gesta.intake.sources import read_document
from gesta.model import Article

FRAGMENTS = st.sampled_from(
    [
        "LAROV, Nov 16 (Xinhua) -- ", "LAROV (Reuters) - ", "LAROV — ", "by Ana Moreau\n", "\n\n", "The mayor told AFP so. ", "(AP)",
        "Source: AFP\n", "Reuters contributed to this report", "the daily ", " news agency", "With reporting by ", "[a](b)", "---\n",
        "title: x\n", "\r\n", "\x1b[0m", "\ud800", "é", "e\u0301", "👩🏽‍🚒", "\u202b", "\u2028", "<html>", "{\"text\": ", "2022-13-45",
        "© 2023 CNN", "https://a.example\n", "The ", "told ", "\u0130",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(), max_size=300), st.lists(st.one_of(FRAGMENTS, st.text(st.characters(), max_size=12)), max_size=14).map("".join)
)


@given(text=TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_spans_lie_in_the_text(names: NewsNames, text: str) -> None:
    try:
        found = article_from_text(text, force=True, names=names)
    except InputError:
        return
    assert found.text == cleaned(text)[0]
    for span in (*filter(None, [found.dateline]), *found.credit_lines, *(n.span for n in found.notices if n.span)):
        assert 0 <= span.start < span.end <= len(found.text)
        assert found.text[slice(*span)].strip() == found.text[slice(*span)]
    assert all(name and name == name.strip() for name in (*found.credits, *found.authors))
    json.dumps([found.text, found.title, *found.credits], ensure_ascii=False).encode("utf-8")


@given(text=TEXTS, suffix=st.sampled_from(["", ".txt", ".md", ".html"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_document_is_an_article_or_an_error(names: NewsNames, text: str, suffix: str) -> None:
    found = read_document(text.encode("utf-8", "surrogatepass"), "-", suffix, names, force=True)
    assert isinstance(found, (Article, InputError))


@given(data=st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_an_article_or_an_error(names: NewsNames, data: bytes) -> None:
    assert isinstance(read_document(data, "-", "", names, force=True), (Article, InputError))


@given(text=st.text(st.characters(categories=["L", "N", "P", "S", "M", "Zs"], include_characters="\n"), max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_json_lines_keep_the_text_verbatim(names: NewsNames, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": text}), "utf-8")
    [found] = articles(path, force=True, names=names)
    assert isinstance(found, InputError) or found.text == text


@pytest.mark.parametrize(
    "unit",
    [
        "LAROV (", "told ", "the daily ", "(Reuters", " contributed to this report", "a, b and ", "Reuters ", "\n", "— ", "X ",
        "By A B, ", " ", "A" + " " * 397 + "B\n", "daily Larov{} reported ", "also ", "with inputs ", "Source: ", "this report ",
        "© ", ". ", "-- ", "\x1b", "\r",
    ],
)  # fmt: skip
def test_time_grows_with_length_alone(names: NewsNames, unit: str) -> None:
    text = "Larov " + "".join(unit.format(i) if "{}" in unit else unit for i in range(200_000 // len(unit)))
    started = time.process_time()
    found = article_from_text(text, force=True, names=names)
    assert time.process_time() - started < 8  # under one second on an idle machine; quadratic time would be minutes
    assert found.text.startswith("Larov ")
