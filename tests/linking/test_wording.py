"""Words as numbers: house style folded, quotations marked, runs hashed the same everywhere."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.linking.candidates import candidates, fingerprints
from gesta.linking.wording import shingles, wording


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("the defence ministry", "The Defense Ministry"),
        ("neighbouring organisations recognised it", "neighboring organizations recognized it"),
        ("U.S. troops’ 6,600 kilometres", "US troops' 6600 kilometers"),
        ("Bakı, Kəlbəcər, Şuşa", "BAKI, KƏLBƏCƏR, SUSA"),
        ("travelled to the centre", "traveled to the center"),
    ],
)
def test_house_style_does_not_matter(here: str, there: str) -> None:
    assert wording(here).words.tolist() == wording(there).words.tolist()


@pytest.mark.parametrize("text", ["He said “we lost nine” today", 'He said "we lost nine" today', "He said ‘we lost nine’ today"])
def test_quoted_words_are_marked(text: str) -> None:
    assert wording(text).quoted.tolist() == [False, False, True, True, True, False]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    assert wording("“We lost nine.\nHe left").quoted.tolist() == [True, True, True, False, False]


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read = wording(text)
    assert len(read.words) == len(read.quoted)
    assert len(shingles(read.words, 5)) == max(0, len(read) - 4)


@given(st.lists(st.integers(0, 5), min_size=13, max_size=40), st.integers(0, 9), st.integers(0, 9))
def test_a_shared_run_of_thirteen_words_shares_a_fingerprint(run: list[int], before: int, after: int) -> None:
    shared = " ".join("abcdef"[n] for n in run)
    first = fingerprints(wording(" ".join(["left"] * before) + " " + shared))
    second = fingerprints(wording(shared + " " + " ".join(["right"] * after)))
    assert np.isin(first.hashes, second.hashes).any()


def test_a_passage_that_thousands_print_is_compared_with_few() -> None:
    passage = fingerprints(wording(" ".join(f"w{n}" for n in range(60))))
    found = candidates([passage] * 300)
    assert max(map(len, found)) <= 16
    assert found[299][0] == 0
