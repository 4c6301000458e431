"""What all tests share: the paths of the project, and where their stores lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.store.addresses import address, addresses, cluster

__all__ = ["ROOT", "address", "addresses", "cluster"]

# No test fails by a clock: machines are busy.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> list[Path]:
    """The sample reports, in order of name."""
    return sorted(p for p in (ROOT / "samples").iterdir() if p.suffix in {".txt", ".md", ".html", ".jsonl"} and p.stem != "README")
