"""Authors: lists, lines, headlines."""

from __future__ import annotations

import pytest

from gesta.intake import NewsNames, article_from_text
from gesta.intake.bylines import byline, people, title_byline
from tests.intake.bodies import BODY


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ana Moreau", ("Ana Moreau",)),
        ("By Ana Moreau and Tom Reed", ("Ana Moreau", "Tom Reed")),
        ("Ana Moreau, Tom Reed, and Li Wei", ("Ana Moreau", "Tom Reed", "Li Wei")),
        ("Ana Moreau; Tom Reed & Li Wei", ("Ana Moreau", "Tom Reed", "Li Wei")),
        ("John Roe, Jr., Ana Moreau", ("John Roe, Jr.", "Ana Moreau")),
        ("  ", ()),
    ],
)
def test_lists(said: str, names: tuple[str, ...]) -> None:
    assert people(said) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("by Zhu Jianhui", ("Zhu Jianhui",)),
        ("By Ana Moreau and Tom Reed in Larov", ("Ana Moreau", "Tom Reed")),
        ("Ana Moreau in Larov and agencies", ("Ana Moreau",)),
        ("John van der Berg, Mary O’Neil and Mevlüt Çağlar", ("John van der Berg", "Mary O’Neil", "Mevlüt Çağlar")),
        ("Ana Moreau said no.", ()),
        ("By the numbers", ()),
        ("Larov", ()),
        ("Two towns were struck overnight", ()),
        ("Read More", ()),
        ("By Our Correspondent", ()),
        ("Who is Ana Moreau?", ()),
    ],
)
def test_lines(line: str, names: tuple[str, ...]) -> None:
    assert byline(line) == names


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Northland backing helped rebels to take Larov by Ana Moreau", ("Ana Moreau",)),
        ("Four villages in the east attacked by Ana Moreau", ()),
        ("Speech on the siege of Larov by Pavel Orlan", ()),  # the article speaks of him
        ("Siege of Larov broken by army", ()),
        (None, ()),
    ],
)
def test_headlines(title: str | None, names: tuple[str, ...]) -> None:
    assert title_byline(title, "Pavel Orlan spoke.") == names


def test_byline_at_the_head_of_the_text(names: NewsNames) -> None:
    assert article_from_text(f"By Ana Moreau\n\n{BODY}", names=names).authors == ("Ana Moreau",)
    assert article_from_text(f"By Ana Moreau\n\n{BODY}", names=names, authors=("Tom Reed",)).authors == ("Tom Reed",)
    assert article_from_text(f"By Ana Moreau, Associated Press\n\n{BODY}", names=names).authors == ("Ana Moreau",)
