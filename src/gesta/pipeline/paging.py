"""Answers of a store a page at a time, and their rows as nouns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from gesta.model import Layer, Query
from gesta.store import Store, next_page

PAGE: Final = 5000  # rows that are held at a time
Noun = TypeVar("Noun")


def paged(store: Store, layer: Layer, asked: Query) -> Iterator[dict[str, Any]]:
    """The rows of an answer, in its order, up to the query's limit."""
    left = asked.limit
    asked = replace(asked, limit=min(PAGE, left) if left else PAGE)
    while True:
        page = store.ask(layer, asked)
        yield from page.to_pylist()
        left -= page.num_rows
        if not (after := next_page(page)) or left == 0:
            return
        asked = replace(asked, after=after, limit=min(PAGE, left) if left > 0 else PAGE)


def noun(kind: type[Noun], row: Mapping[str, Any]) -> Noun:
    """The noun that a row of a store holds; columns beyond its fields are passed over."""
    names = [f.name for f in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: tuple(value) if isinstance(value := row[name], list) else value for name in names})
