"""The crew is as large as the cores that the machine lets this process use, and the container."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gesta.pipeline import cores, crew


@pytest.fixture
def group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The process's group, inside another one; the machine has four cores."""
    own = tmp_path / "groups" / "outer" / "inner"
    own.mkdir(parents=True)
    (tmp_path / "own").write_text("1:cpu:/elsewhere\n0::/outer/inner\n", encoding="utf-8")
    monkeypatch.setattr(cores, "CGROUPS", tmp_path / "groups")
    monkeypatch.setattr(cores, "OWN", tmp_path / "own")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2, 3}, raising=False)
    return own


@pytest.mark.parametrize(
    ("given", "outer", "size"),
    [
        ("max 100000", "max 100000", 4),
        ("200000 100000", "max 100000", 2),
        ("150000 100000", "max 100000", 2),
        ("10000 100000", "max 100000", 1),
        ("max 100000", "300000 100000", 3),
        ("900000 100000", "900000 100000", 4),
        ("nonsense", "200000 0", 4),
    ],
)
def test_the_smallest_bound_counts(group: Path, given: str, outer: str, size: int) -> None:
    (group / "cpu.max").write_text(given, encoding="ascii")
    (group.parent / "cpu.max").write_text(outer, encoding="ascii")
    assert crew.usual_size() == size


def test_where_no_group_sets_a_bound_the_machine_does(group: Path) -> None:
    assert crew.usual_size() == 4


def test_of_a_group_that_is_not_seen_from_inside_the_outermost_counts(group: Path) -> None:
    group.rmdir()
    (cores.CGROUPS / "cpu.max").write_text("100000 100000", encoding="ascii")
    assert crew.usual_size() == 1
