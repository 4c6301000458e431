"""What the network says makes the same reading whether it goes through spaCy's Doc or not."""

from __future__ import annotations

import pytest

from gesta.codebook import Codebook
from gesta.model import Article, Span
from gesta.reading import Reader

LONG_NAMES = (
    "South Korea and Saudi Arabia agreed on Monday, officials in New Delhi said.\n\nThe rebels of Sri\nLanka said they had not been asked."
)
QUOTED = 'DAKAR --\n\n"We struck the depot," the general said. "It burned, and nobody was hurt," he added, according to Reuters.  (AP)\n'


@pytest.fixture(scope="module")
def reader() -> Reader:
    book = Codebook.load()
    return Reader(threads=1, cues=book.ontology.stances, states=book.registers.countries.values())


@pytest.mark.parametrize(
    "article",
    [
        Article(text=LONG_NAMES),
        Article(text=QUOTED, dateline=Span(0, 8), credit_lines=(Span(QUOTED.index("(AP)"), len(QUOTED) - 1),)),
        Article(text="\n\n  Shells   fell. \n Nobody fled"),
        Article(text=" \n "),
    ],
)
def test_a_reading_is_the_same_with_and_without_a_doc(reader: Reader, article: Article) -> None:
    ((doc, text),) = reader.nlp.pipe(reader.docs([article]), as_tuples=True)
    assert next(reader.read([article])) == reader.reading(doc, text)


@pytest.mark.parametrize(
    ("text", "apolitical"),
    [
        ("The striker shot wide and the goalkeeper kicked the ball into the stand.", True),
        ("Rebels shot two soldiers near the border.", False),
        ("The striker shot wide and the goalkeeper kicked the ball into the stand. " * 12, False),  # long enough for its own words to tell
    ],
)
def test_a_short_text_on_other_matters_is_known_by_its_words(reader: Reader, text: str, apolitical: bool) -> None:
    assert next(reader.read([Article(text=text)])).apolitical is apolitical
