"""Whose people a number counts, and who says so: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, tolls


@pytest.mark.parametrize(
    ("name", "by"),
    [
        # The US secretary of state said aid would continue. Intense shelling near Donetsk left at least 10 people dead, regional officials
        # said.
        ("regional-officials-where-it-happened", ("UKR",)),
        # … Two soldiers were wounded near Donetsk, US officials said.
        ("officials-of-whoever-spoke", ("USA",)),
        ("spokesman-for-the-miners", (None,)),  # A spokesman for the miners said Peruvian soldiers had arrested 22 of them in Puno.
        ("spokesman-for-a-police", ("PER",)),  # A spokesman for the Peruvian police said officers had arrested 22 miners in Puno.
        ("activist-groups-of-a-country", (None,)),  # Ethiopian activist groups say drone strikes killed at least 21 civilians in Amhara.
    ],
)
def test_who_claims_a_number(code: Code, name: str, by: tuple[str | None, ...]) -> None:
    assert [t.by for t in tolls(code(name))] == [by]
