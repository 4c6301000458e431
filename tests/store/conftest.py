"""A fresh store for each test, in DuckDB and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gesta.store import Store, open_store


@pytest.fixture
def store(address: str) -> Callable[..., Store]:
    """Opens the store of this test, which the first writer makes."""

    def opened(*, write: bool = False) -> Store:
        return open_store(address, write=write, create=write)

    return opened
