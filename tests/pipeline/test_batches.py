"""Batches keep order and size; those that come next are worked on while one is used; what is raised is raised at its place."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.model import Article
from gesta.pipeline.batches import BATCH_ARTICLES, BATCH_CHARACTERS, ahead, batches


@given(st.lists(st.integers(0, BATCH_CHARACTERS), max_size=100))
def test_batches_hold_everything_in_order_and_end_in_time(sizes: list[int]) -> None:
    articles = [Article(text="x" * (size // 1000), source_id=str(n)) for n, size in enumerate(sizes)]
    made = list(batches(articles))
    assert [item for batch in made for item in batch] == articles
    assert all(0 < len(batch) <= BATCH_ARTICLES for batch in made)


def test_a_batch_ends_with_the_article_that_makes_it_large() -> None:
    large, small = Article(text="x" * BATCH_CHARACTERS), Article(text="x")
    assert [len(batch) for batch in batches([small, large, small])] == [2, 1]


def test_batches_are_made_as_they_are_asked_for() -> None:
    asked: list[int] = []

    def endless() -> Iterator[Article]:
        while True:
            asked.append(1)
            yield Article(text="x")

    next(batches(endless()))
    assert len(asked) == BATCH_ARTICLES


@given(st.lists(st.integers()), st.integers(1, 4))
def test_working_ahead_is_map(numbers: list[int], workers: int) -> None:
    assert list(ahead(lambda n: n + 1, numbers, workers)) == [n + 1 for n in numbers]


def test_so_many_items_are_worked_on_at_once() -> None:
    together = threading.Barrier(2)

    def work(number: int) -> int:
        together.wait(5)
        return number

    assert list(ahead(work, [1, 2, 3, 4], 2)) == [1, 2, 3, 4]


def test_no_more_is_asked_for_than_a_few_items_ahead() -> None:
    numbers = iter(range(100))
    next(ahead(lambda n: n, numbers, 2))
    assert next(numbers) <= 6


def test_an_error_comes_at_its_place() -> None:
    results = ahead(lambda n: 1 // n, [1, 0, 1], 1)
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
