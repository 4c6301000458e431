"""One pipeline for all tests of the command line: the model is loaded once."""

from __future__ import annotations

import pytest

from gesta.pipeline import Pipeline


@pytest.fixture(scope="session")
def shipped() -> Pipeline:
    """The shipped model and codebook."""
    return Pipeline()
