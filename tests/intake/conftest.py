"""A small register for the tests of intake, so that they do not move when the shipped one grows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gesta.errors import InputError
from gesta.intake import NewsNames, articles
from gesta.model import Article

HOSTS = {"theguardian.com": "The Guardian", "cnn.com": "CNN", "afp.com": "Agence France-Presse"}
SPELLINGS = {
    "Reuters": "Reuters",
    "AFP": "Agence France-Presse",
    "Agence France-Presse": "Agence France-Presse",
    "AP": "Associated Press",
    "Associated Press": "Associated Press",
    "The Associated Press": "Associated Press",
    "Xinhua": "Xinhua",
    "CNN": "CNN",
    "The Guardian": "The Guardian",
    "The Hill": "The Hill",
    "The Washington Post": "The Washington Post",
    "Washington Post": "The Washington Post",
    "Al Jazeera": "Al Jazeera",
    "Ha'aretz": "Haaretz",
    "Interfax": "Interfax",
}


@pytest.fixture(scope="session")
def names() -> NewsNames:
    """Fifteen spellings, three hosts."""
    return NewsNames(
        spellings=SPELLINGS,
        at_host=lambda host: HOSTS.get(host.removeprefix("www.")),
        adjectives=frozenset({"Turkish", "Israeli", "Russian", "Saudi", "Iranian"}),
    )


@pytest.fixture
def read(tmp_path: Path, names: NewsNames) -> Callable[..., list[Article | InputError]]:
    """Writes one file and reads it."""

    def reader(content: str | bytes, name: str = "article.txt", *, force: bool = False) -> list[Article | InputError]:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        return list(articles(path, force=force, names=names))

    return reader


@pytest.fixture
def article(read: Callable[..., list[Article | InputError]]) -> Callable[..., Article]:
    """Writes one file and returns the one article in it."""

    def one(content: str | bytes, name: str = "article.txt", *, force: bool = False) -> Article:
        [found] = read(content, name, force=force)
        assert isinstance(found, Article), found
        return found

    return one


@pytest.fixture
def refused(read: Callable[..., list[Article | InputError]]) -> Callable[..., InputError]:
    """Writes one file and returns the one error that it gives."""

    def one(content: str | bytes, name: str = "article.txt", *, force: bool = False) -> InputError:
        [found] = read(content, name, force=force)
        assert isinstance(found, InputError), found
        return found

    return one
