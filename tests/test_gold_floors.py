"""The gate's own arithmetic: floors rise, never fall, and a figure without a floor does not slip through."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from tests import gold_floors as gate

NAMED = st.dictionaries(st.sampled_from("abcd"), st.floats(0, 1))


@given(figures=NAMED, floors=NAMED)
def test_raising_never_lowers_a_floor_and_holds_afterwards(figures: dict[str, float], floors: dict[str, float]) -> None:
    lifted = gate.raised(figures, floors)
    assert all(lifted[name] >= floor for name, floor in floors.items())
    assert gate.below({n: v for n, v in figures.items() if v >= floors.get(n, 0)}, lifted) == []


def test_a_figure_below_its_floor_or_without_one_is_named() -> None:
    assert gate.below({"a": 0.5, "b": 0.49, "c": 1.0}, {"a": 0.5, "b": 0.5}) == ["b", "c"]


def test_the_table_marks_what_lies_below() -> None:
    lines = gate.table({"a": 0.5, "b": 0.4, "c": 1}, {"a": 0.5, "b": 0.5}).splitlines()
    assert [line.split("   ")[-1] for line in lines[2:]] == ["BELOW", "NO FLOOR"]
    assert lines[1].endswith("  a")


def test_floors_are_shares() -> None:
    floors = json.loads(gate.FLOORS.read_text("utf-8"))
    assert all(0 <= floor <= 1 for floor in floors.values())
