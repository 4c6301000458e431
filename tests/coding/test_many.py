"""A test of many cases tries all, and names those that fail."""

from __future__ import annotations

import pytest

from tests.coding.many import holds_for_each


def test_all_that_fail_are_named_with_their_errors() -> None:
    tried: list[str] = []

    def holds(name: str) -> None:
        tried.append(name)
        assert len(name) == 1, name
        assert {"a": 1}[name]

    with pytest.raises(ExceptionGroup, match=r"^two, b$") as found:
        holds_for_each(["a", "two", "b", "a"], holds)
    assert tried == ["a", "two", "b", "a"]
    assert [(type(e), e.__notes__) for e in found.value.exceptions] == [(AssertionError, ["of two"]), (KeyError, ["of b"])]
