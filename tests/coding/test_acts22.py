"""Acts in the words and forms in which news tells them: what takes place between two, what is prepared, lobbied for, sealed."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # A meeting took place between French and Algerian officers on Sunday.
        ("acts-talks-took-place", [("CONSULT", ("FRA", "DZA"), ())]),
        # The French foreign minister is on a visit to Algeria. / The French tourist …
        ("acts-on-a-visit", [("CONSULT", ("FRA", "DZA"), ())]),
        ("acts-tourist-on-a-visit", []),
        # Italy lobbied Chad to lift the curfew.
        ("acts-lobbied", [("REQUEST", ("ITA",), ("TCD",))]),
        # France and Algeria sealed (shelved) an agreement on gas.
        ("acts-sealed", [("AGREE", ("FRA", "DZA"), ())]),
        ("acts-shelved", []),
        # France said that Mali should free the hostages.
        ("acts-said-should", [("REQUEST", ("FRA",), ("MLI",))]),
    ],
)
def test_who_takes_part_in_what_is_told(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "factuality", "actor"),
    [
        # Libyan rebels were preparing for (carried out) an assault on Sirte.
        ("acts-preparing-for", "planned", None),
        ("acts-carried-out", "actual", "LBY.REB"),
        # Turkey is determined to destroy the Syrian army.
        ("acts-determined-to", "planned", "TUR"),
        # Chad braced for an attack by Sudanese rebels.
        ("acts-braced", "planned", "SDN.REB"),
    ],
)
def test_what_is_prepared_is_only_planned(code: Code, name: str, factuality: str, actor: str | None) -> None:
    report = code(name)
    assert [e.factuality for e in report.events] == [factuality]
    assert told(report)[0].actors == ((actor,) if actor else ())
