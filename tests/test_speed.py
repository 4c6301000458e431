"""The exponent that the table of speeds shows is that of the growth, and its articles are as long as they say."""

from __future__ import annotations

import pytest
from benchmarks.speed import LENGTHS, article_of, exponent
from hypothesis import given
from hypothesis import strategies as st


@given(st.floats(0.5, 3), st.floats(0.01, 100))
def test_the_exponent_is_that_of_the_growth(power: float, scale: float) -> None:
    assert exponent(LENGTHS, [scale * size**power for size in LENGTHS]) == pytest.approx(power)


@pytest.mark.parametrize("words", [500, 5_000])
def test_articles_are_as_long_as_they_say(words: int) -> None:
    assert words <= len(article_of(words).text.split()) < words + 200
