from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gesta.reading.windows import MOST_PIECES, WORDS, cut_windows

WORD_LISTS = st.lists(st.sampled_from(["troops", "Kharkiv", ".", '"', "said", "The"]), max_size=500)


@given(WORD_LISTS, st.lists(st.integers(0, 499), max_size=12), st.integers(1, 12))
def test_windows_cover_the_words_and_fit(words: list[str], paragraphs: list[int], pieces: int) -> None:
    windows = cut_windows(words, [place for place in paragraphs if place < len(words)], lambda _: pieces)
    assert [place for first, end in windows for place in range(first, end)] == list(range(len(words)))
    assert all(0 < end - first <= WORDS and (end - first) * pieces <= MOST_PIECES for first, end in windows)


def test_a_paragraph_that_fits_is_not_cut() -> None:
    words = ["word"] * 200
    assert cut_windows(words, [70, 110], lambda _: 1) == [(0, 110), (110, 200)]


def test_a_long_paragraph_is_cut_after_a_full_stop_and_its_quote() -> None:
    words = ["a"] * 100 + [".", '"', "Then"] + ["b"] * 60
    assert cut_windows(words, [], lambda _: 1) == [(0, 102), (102, 163)]
