"""What the tests of coding share: the codebook, and the coding of frozen readings. No model is loaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from gesta.codebook import Codebook
from gesta.coding import code_article
from gesta.model import Article, Made, Reading, Report
from tests.coding.parses import article, reading

MADE = Made(record=1, gesta="0", model="frozen", codebook="c", gazetteer="g")


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The shipped codebook, loaded once."""
    return Codebook.load()


@pytest.fixture(scope="session")
def code_reading(codebook: Codebook) -> Callable[[Article, Reading], Report]:
    """Codes an article from its reading."""
    return lambda about, read: code_article(about, read, codebook, MADE)


@pytest.fixture(scope="session")
def code(code_reading: Callable[[Article, Reading], Report]) -> Callable[[str], Report]:
    """Codes a frozen article by its name, each once."""
    return cache(lambda name: code_reading(article(name), reading(name)))
