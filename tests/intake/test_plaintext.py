"""Plain text: a title only where the shape leaves no doubt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gesta.model import Article
from tests.intake.bodies import BODY


def test_title(article: Callable[..., Article]) -> None:
    found = article(f"Shells hit Larov, ministry says\n\n{BODY}\n")
    assert (found.title, found.text) == ("Shells hit Larov, ministry says", BODY)


def test_title_and_byline(article: Callable[..., Article]) -> None:
    found = article(f"Shells hit Larov\n\nBy Ana Moreau\n\n{BODY}")
    assert (found.title, found.authors) == ("Shells hit Larov", ("Ana Moreau",))


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Shells hit Larov.\n\n{BODY}",
        f"Shells hit Larov\n{BODY}",
        f"{'Shells hit Larov ' * 12}\n\n{BODY}",
        f"Advertisement\n\nRead more\n\n{BODY}",
        "Shells hit Larov",
        "Larov\n\nSelm\n\nUmm Dara",
        f"* * *\n\n{BODY}",
    ],
)
def test_no_title(article: Callable[..., Article], text: str) -> None:
    found = article(text)
    assert (found.title, found.text) == (None, text)


def test_markup_in_plain_text_stays(article: Callable[..., Article]) -> None:
    text = f"He *said* [this](x) <b>loudly</b>.\n\n{BODY}"
    assert article(text).text == text
