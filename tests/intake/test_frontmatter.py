"""Front matter: strict, safe, every fault with line and column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gesta.errors import InputError, MalformedFrontMatter
from gesta.intake.frontmatter import draft_from
from gesta.model import Article
from tests.intake.bodies import BODY


def document(fields: str) -> str:
    return f"---\n{fields}\n---\n\n{BODY}\n"


def test_fields_and_body(article: Callable[..., Article]) -> None:
    found = article(
        document(
            "title: 'Shells hit Larov: four dead'\noutlet: Northgate Gazette\npublished: 2023-05-04\nurl: https://northgate.example/larov\n"
            "authors: [Ana Moreau, Tom Reed]\nlanguage: en\nid: 007\nsynthetic: true\ncredits: [Reuters]\nretrieved: 2023-05-05T08:00:00Z"
        )
    )
    assert (found.title, found.outlet, found.published) == ("Shells hit Larov: four dead", "Northgate Gazette", date(2023, 5, 4))
    assert (found.url, found.authors, found.source_id) == ("https://northgate.example/larov", ("Ana Moreau", "Tom Reed"), "007")
    assert (found.synthetic, found.credits, found.retrieved) == (True, ("Reuters",), datetime(2023, 5, 5, 8, tzinfo=UTC))
    assert found.text == BODY
    assert found.notices == ()


def test_authors_in_one_line(article: Callable[..., Article]) -> None:
    assert article(document("authors: Ana Moreau, Tom Reed and Li Wei")).authors == ("Ana Moreau", "Tom Reed", "Li Wei")


def test_scalars_are_text(article: Callable[..., Article]) -> None:
    found = article(document("outlet: NO\ntitle: 1e3\nid: 0x10"))
    assert (found.outlet, found.title, found.source_id) == ("NO", "1e3", "0x10")


def test_null_and_empty_are_unknown(article: Callable[..., Article]) -> None:
    found = article(document("outlet: null\ntitle: ''\nurl: ~\nauthors: []"))
    assert (found.outlet, found.title, found.url, found.authors) == (None, None, None, ())


def test_impossible_date_is_unknown_with_a_notice(article: Callable[..., Article]) -> None:
    found = article(document("published: 2022-13-45"))
    assert found.published is None
    assert [n.code for n in found.notices] == ["bad-date", "no-date"]
    assert "2022-13-45" in found.notices[0].text


def test_a_date_keeps_its_time(article: Callable[..., Article]) -> None:
    published = article(document("published: 2022-09-13T18:45:00+02:00")).published
    assert isinstance(published, datetime)
    assert published.isoformat() == "2022-09-13T18:45:00+02:00"


def test_misspelt_field_is_named(article: Callable[..., Article]) -> None:
    found = article(document("publised: 2022-09-13"))
    assert found.published is None
    assert "did you mean 'published'" in next(n.text for n in found.notices if n.code == "unknown-field")


@pytest.mark.parametrize(
    ("fields", "line", "column", "why"),
    [
        ("title: x\ncredits: &all [Reuters]", 3, 10, "an anchor (&all)"),
        ("title: x\ncredits: *all", 3, 10, "an alias (*all)"),
        ("<<: *all", 2, 5, "an alias (*all)"),
        ("title: !!python/object/apply:os.system ['id']", 2, 8, "a tag (tag:yaml.org,2002:python/object/apply:os.system)"),
        ("title: !!str x", 2, 8, "a tag"),
        ("title: Ceasefire: talks stall", 2, 17, "mapping values are not allowed here"),
        ("title: [a, b]", 2, 8, "title is one line of text, not a list"),
        ("title: {a: b}", 2, 8, "nested"),
        ("authors: [[Ana Moreau]]", 2, 11, "nested"),
        ("title: a\ntitle: b", 3, 1, "stands twice"),
        ("title: 'open\noutlet: x", 2, 8, "quotation mark is not closed"),
        ("synthetic: perhaps", 2, 12, "true or false"),
        ("- a list", 2, 1, "name: value"),
        ("title: a\x07b", 2, 9, "U+0007"),
        ("? [a]\n: b", 2, 3, "one word"),
    ],
)
def test_faults_have_a_place(refused: Callable[..., InputError], fields: str, line: int, column: int, why: str) -> None:
    error = refused(document(fields))
    assert isinstance(error, MalformedFrontMatter)
    assert (error.line, error.column) == (line, column)
    assert why in error.why


def test_alias_bomb_is_refused_where_it_begins(refused: Callable[..., InputError]) -> None:
    bomb = "a: &a [x, x]\n" + "\n".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert refused(document(bomb)).line == 2


def test_deep_nesting_stops_the_parser_at_once(refused: Callable[..., InputError]) -> None:
    assert "nested" in refused(document("authors: " + "[" * 10_000)).why


def test_unclosed_and_overlong(refused: Callable[..., InputError]) -> None:
    assert "not closed" in refused(f"---\ntitle: x\n\n{BODY}").why
    assert "at most" in refused(document("title: " + "x" * 20_000)).why


def test_line_counts_from_the_top_of_the_file(refused: Callable[..., InputError]) -> None:
    assert refused(f"\n\n---\ntitle: [a]\n---\n{BODY}").line == 4


@given(
    title=st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60),
    authors=st.lists(st.text(st.characters(codec="utf-8", categories=["L"]), min_size=1, max_size=12), max_size=4, unique=True),
    day=st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
def test_what_yaml_writes_is_read_back(title: str, authors: list[str], day: date) -> None:
    fields = {"title": title, "authors": authors, "published": day.isoformat(), "synthetic": "true"}
    draft = draft_from(f"---\n{yaml.safe_dump(fields, allow_unicode=True)}---\nBody", "-")
    assert (draft.title, draft.authors) == (" ".join(title.split()) or None, tuple(authors))
    assert (draft.published, draft.synthetic, draft.text) == (day.isoformat(), True, "Body")
