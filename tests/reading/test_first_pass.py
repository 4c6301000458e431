"""The first pass weighs words: what is political in one passage is so in the whole, and no name moves it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.reading.first_pass import PASSAGE, FirstPass, passages, shipped, state_names

FOUGHT = "Government troops shelled rebel positions near the border with Chad on Monday, killing 12 soldiers, the defence ministry said."
BAKED = "The bakery opens at seven and sells bread, rolls and a plum cake that our neighbours like."


@pytest.mark.parametrize(("text", "spared"), [(FOUGHT, False), (BAKED, True), ("", True), (f"{BAKED}\n\n" * 20 + FOUGHT, False)])
def test_fighting_is_read_and_bread_is_not(text: str, spared: bool) -> None:
    assert shipped().spares(text) == spared


def test_one_state_weighs_what_another_does() -> None:
    assert shipped().score(FOUGHT) == shipped().score(FOUGHT.replace("Chad", "Sudan"))


def test_capitals_weigh_what_small_letters_do() -> None:
    assert shipped().score(FOUGHT.upper()) == shipped().score(FOUGHT)


def test_a_passage_is_no_more_political_for_its_length() -> None:
    weighed = FirstPass({"war": 1.0, "": -1.5}, frozenset())
    assert weighed.score("war") == weighed.score("war of the roses") == -0.5


@given(st.lists(st.sampled_from(["war", "Sudan", "7", "in", "\n"]), max_size=200))
def test_passages_hold_every_word_once(words: list[str]) -> None:
    found = list(passages(" ".join(words), state_names()))
    assert all(0 < len(passage) <= PASSAGE for passage in found)
    assert sum(map(len, found)) == sum(word != "\n" for word in words)
