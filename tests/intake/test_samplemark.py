"""A sample that has no field to say so says in its first or last line that it is synthetic."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gesta.errors import InputError
from gesta.intake import NewsNames, articles
from gesta.model import Article
from tests.intake.bodies import BODY

MARK = "Synthetic sample written for gesta."
LINK = "https://www.theguardian.com/world/larov"


@pytest.mark.parametrize("mark", [MARK, MARK.upper(), MARK.rstrip("."), f"*{MARK}*", f"[{MARK}]", f"  {MARK}  \n\n"])
@pytest.mark.parametrize("head", ["", "Shells hit Larov\n\n", f"Shells hit Larov\n\n{LINK}\n\nAna Moreau\n\nMay 4, 2023\n\n"])
def test_closing_line(article: Callable[..., Article], head: str, mark: str) -> None:
    found = article(f"{head}{BODY}\n\n{mark}")
    assert found.synthetic
    assert found.text.startswith(BODY)
    assert MARK.rstrip(".").casefold() in found.text.casefold()


@pytest.mark.parametrize("name", ["article.txt", "article.md"])
def test_first_line_stands_before_the_title_and_not_in_the_text(article: Callable[..., Article], name: str) -> None:
    title = "# Shells hit Larov" if name.endswith("md") else "Shells hit Larov"
    found = article(f"{MARK}\n\n{title}\n\n{BODY}\n", name)
    assert (found.synthetic, found.title, found.text) == (True, "Shells hit Larov", BODY)


def test_first_line_before_a_saved_article(article: Callable[..., Article]) -> None:
    found = article(f"{MARK}\nShells hit Larov\n\n{LINK}\n\nAna Moreau\n\n{BODY}")
    assert (found.synthetic, found.title, found.url, found.text) == (True, "Shells hit Larov", LINK, BODY)


@pytest.mark.parametrize("text", [BODY, f"{BODY} {MARK}", f"{BODY}\n\n{MARK}\n\n{BODY}", f"{BODY}\n\nNo {MARK}"])
def test_words_elsewhere_mark_nothing(article: Callable[..., Article], text: str) -> None:
    found = article(text)
    assert (found.synthetic, found.text) == (False, text)


def test_every_sample_is_marked(samples: list[Path], names: NewsNames) -> None:
    found = [article for path in samples for article in articles(path, names=names)]
    assert len(found) >= 19
    assert [str(article) for article in found if isinstance(article, InputError)] == []
    assert [article.origin for article in found if isinstance(article, Article) and not article.synthetic] == []
