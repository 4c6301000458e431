"""One pipeline for all tests of the room."""

from __future__ import annotations

import pytest

from gesta.evaluate import Equipment


@pytest.fixture(scope="session")
def equipment() -> Equipment:
    return Equipment()
