"""Crosswalks to other people's codes are complete for what gesta codes."""

from __future__ import annotations

import pytest

from gesta.codebook import Codebook
from gesta.codebook.crosswalks import load_crosswalks

WALKS = load_crosswalks()


def coded() -> list[tuple[str, str | None]]:
    types = Codebook.load().ontology.types.values()
    return [(t.cameo, t.acled) for t in types] + [(m.cameo or t.cameo, m.acled) for t in types for m in t.modes.values()]


def test_every_acled_type_that_is_coded_has_its_event_type() -> None:
    assert {acled for _, acled in coded() if acled} - WALKS.acled.keys() == set()


def test_every_cameo_code_that_is_coded_has_its_goldstein_value() -> None:
    assert [cameo for cameo, _ in coded() if WALKS.intensity(cameo) is None] == []


@pytest.mark.parametrize(("cameo", "value"), [("194", -10.0), ("1952", -10.0), ("036", 4.0), ("999", None), (None, None)])
def test_a_finer_code_has_the_value_of_the_one_above(cameo: str | None, value: float | None) -> None:
    assert WALKS.intensity(cameo) == value


@pytest.mark.parametrize(("cameo", "quad"), [("036", 1), ("0871", 2), ("112", 3), ("14", 4), ("194", 4), (None, None)])
def test_quad_class_follows_the_root(cameo: str | None, quad: int | None) -> None:
    assert WALKS.quad_class(cameo) == quad


def test_every_state_has_its_number_and_regions() -> None:
    states = Codebook.load().registers.countries
    assert states.keys() - WALKS.areas.keys() == set()
    numbers = [area.iso_numeric for area in WALKS.areas.values() if area.iso_numeric]
    assert len(numbers) == len(set(numbers)) >= 190
    assert {area.ucdp_region for area in WALKS.areas.values()} == {"Africa", "Americas", "Asia", "Europe", "Middle East"}
