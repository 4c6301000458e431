"""The marks of sides."""

from __future__ import annotations

import dataclasses
import re

from gesta.model import Victims
from gesta.render.sides import Sides
from tests.render.render_reports import border


def test_the_same_side_has_the_same_mark_and_its_civilians_the_hollow_one() -> None:
    sides = Sides([border()])
    assert [re.sub("<[^>]*>", "", sides.mark(code) or "-") for code in ("ARM", "ARM.CVL", "AZE", "RUS", "USA", None)] == list("●○■▲--")


def test_thirty_six_sides_have_marks_of_their_own_and_the_next_has_none() -> None:
    report = border()
    codes = [f"S{n:02}" for n in range(37)]
    figures = tuple(dataclasses.replace(report.figures[0], victims=Victims(code=code, who="unknown")) for code in codes)
    sides = Sides([dataclasses.replace(report, figures=figures, events=())])
    marks = [sides.mark(code) for code in codes]
    assert len(set(marks)) == 37
    assert [code for code, mark in zip(codes, marks, strict=True) if mark is None] == ["S36"]
