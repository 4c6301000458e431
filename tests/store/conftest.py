"""A fresh store for each test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gesta.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Callable[..., Store]:
    """Opens the store of this test, which is made by the first writer."""

    def opened(*, write: bool = False) -> Store:
        return open_store(tmp_path / "conflict.gesta", write=write, create=write)

    return opened
