"""Which event a figure is the cost of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gesta.coding.costs import fits
from tests.coding.record_views import Code


@pytest.mark.parametrize(("name", "events"), [
    ("toll-after-strike", ["e1", "e2"]),  # the army put the death toll at 31 and said that rebels fired the drones
    ("two-acts-one-toll", ["e2"]),  # attacked a post in March, ambushed a convoy on Monday. The death toll stood at 12
    ("put-and-said", [None]),  # Israel put the toll at 31: no act is told that it could be of
])  # fmt: skip
def test_the_event_that_a_figure_is_the_cost_of(code: Code, name: str, events: list[str | None]) -> None:
    assert [figure.event for figure in code(name).figures] == events


def test_a_figure_has_the_places_of_its_event(code: Code) -> None:
    # A drone strike on a market in El Obeid killed 23 people on Sunday, doctors said.
    report = code("toll-after-strike")
    assert report.figures[0].places == report.events[0].places != ()


def test_the_dead_of_a_year_are_no_cost_of_a_fight_without_a_day(code: Code) -> None:
    # A drone strike on a market in El Obeid killed 23 people on Sunday, doctors said.
    report = code("toll-after-strike")
    figure, strike = replace(report.figures[0], era="background", time=report.events[0].time), replace(report.events[0], era="background")
    codes = {actor.id: actor.code for actor in report.actors}
    assert fits(figure, strike, codes)
    assert not fits(figure, replace(strike, time=None), codes)
