"""Plain text: a title only where the shape leaves no doubt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from gesta.model import Article
from tests.intake.bodies import BODY


def test_title(article: Callable[..., Article]) -> None:
    found = article(f"Shells hit Larov, ministry says\n\n{BODY}\n")
    assert (found.title, found.text) == ("Shells hit Larov, ministry says", BODY)


@pytest.mark.parametrize("head", ["By Ana Moreau\n\nMay 4, 2023", "4 May 2023\n\nBy Ana Moreau", "Ana Moreau\nMay 4, 2023"])
def test_title_byline_and_date(article: Callable[..., Article], head: str) -> None:
    found = article(f"Shells hit Larov\n\n{head}\n\nLAROV, May 4 (Xinhua) -- {BODY}")
    assert (found.title, found.authors, found.published) == ("Shells hit Larov", ("Ana Moreau",), date(2023, 5, 4))
    assert (found.text, found.outlet) == (f"LAROV, May 4 (Xinhua) -- {BODY}", "Xinhua")


def test_a_line_of_capitals_is_no_author(article: Callable[..., Article]) -> None:
    found = article(f"Shells hit Larov\n\nLarov District\n\n{BODY}")
    assert (found.title, found.authors) == (None, ())


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
