"""Markdown: the marks go, the words stay, in linear time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.intake.markdown import plain_text
from gesta.model import Article
from tests.intake.bodies import BODY


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('a [town](https://x.example/t_(north) "T") fell', "a town fell"),
        ("a [town](#), a [second][ref]\n\n[ref]: https://x.example", "a town, a second"),
        ('"We have 49 [troops] killed," he said', '"We have 49 [troops] killed," he said'),
        ("[sic] (49) and [note](not a link)", "[sic] (49) and [note](not a link)"),
        ("*one* **two** ***three*** _four_ __five__ ~~six~~", "one two three four five six"),
        ("5*3*2, 5 * 3, snake_case, a* b", "5*3*2, 5 * 3, snake_case, a* b"),
        ("**Larov**’s mayor", "Larov’s mayor"),
        ("before ![smoke](s.jpg) after", "before  after"),
        ("[![smoke](s.jpg)](https://x.example)\n\nafter", "after"),
        ("> He said:\n> no.\n\n>> Twice.", "He said:\nno.\n\nTwice."),
        ("## Background ##\nThe war began.", "Background\n\nThe war began."),
        ("Heading\n-------\nThe war began.", "Heading\n\nThe war began."),
        ("one\n\n* * *\n\n\n\ntwo", "one\n\ntwo"),
        ("- We warn you, he said.\n1. Five killed", "- We warn you, he said.\n1. Five killed"),
        (r"\*not emphasis\* and \[no link\](x)", "*not emphasis* and [no link](x)"),
        ("fish &amp; chips, caf&eacute;, &unknown;", "fish & chips, café, &unknown;"),
        ("<https://x.example>", "https://x.example"),
        ("5 < 6 and <b>bold</b>", "5 < 6 and <b>bold</b>"),
        ("first line\nsecond line", "first line\nsecond line"),
    ],
)
def test_text(source: str, text: str) -> None:
    assert plain_text(source) == (None, text)


def test_a_heading_at_the_beginning_is_the_title() -> None:
    assert plain_text("# Shells *hit* Larov\n\nFour died.\n\n# Later") == ("Shells hit Larov", "Four died.\n\nLater")
    assert plain_text("Shells hit Larov\n===\nFour died.") == ("Shells hit Larov", "Four died.")


def test_given_title_wins_and_other_heading_stays(article: Callable[..., Article]) -> None:
    found = article(f"---\ntitle: Given\n---\n# Other\n\n{BODY}", "a.md")
    assert (found.title, found.text) == ("Given", f"Other\n\n{BODY}")
    assert article(f"---\ntitle: Given\n---\n# GIVEN\n\n{BODY}", "b.md").text == BODY


def test_markdown_file_without_front_matter(article: Callable[..., Article]) -> None:
    found = article(f"# Shells hit Larov\n\n{BODY}", "a.markdown")
    assert (found.title, found.text) == ("Shells hit Larov", BODY)


@pytest.mark.parametrize(
    "unit", ["](", "[a](", "![](", "*a ", "[]", "](<", '](a "', "> ", "&amp", "](a(b)", "_a", "- ", "[a]( ", "a #", "*![a](b)", "\\"]
)
def test_time_grows_with_length_alone(unit: str) -> None:
    started = time.process_time()
    plain_text("[d]: x\n\n" + unit * (200_000 // len(unit)))
    assert time.process_time() - started < 4  # a fifth of a second on an idle machine; quadratic time would be minutes


def test_a_megabyte_of_brackets() -> None:
    started = time.process_time()
    assert plain_text("[" * 1_000_000)[1] == "[" * 1_000_000
    assert time.process_time() - started < 20


@given(st.text(st.sampled_from("[]()!*_~\\<>&#;`\"' \nab1=-|"), max_size=120))
def test_nothing_is_invented(source: str) -> None:
    title, text = plain_text(source)
    letters = [c for c in f"{title or ''}{text}" if c in "ab1"]
    assert len(letters) <= sum(c in "ab1" for c in source)


@given(st.text(st.characters(categories=["L", "N", "Zs"], include_characters='.,;"“”’()\n'), max_size=200))
def test_running_text_stays_as_it_is(source: str) -> None:
    paragraphs = [p.strip("\n") for p in source.replace("\r", "").split("\n\n") if p.strip()]
    assert "".join(plain_text(source)[1].split()) == "".join("".join(paragraphs).split())
