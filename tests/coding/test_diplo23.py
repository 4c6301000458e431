"""Diplomacy and who says what: "both sides", namesakes, given names, offices by place, praise of a deal. Each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, said, told



@pytest.mark.parametrize(
    ("name", "event"),
    [
        # Peru accused Ecuador of sending patrols. [Brazil is named more often.] Brazil's foreign minister urged both to return to talks.
        ("both-that-act-on-each-other", Told("REQUEST", ("BRA",), ("PER", "ECU"))),
        # US envoy Tom Perriello praised the deal between Rwanda and Congo. Both governments had closed the border in March.
        ("both-governments-just-named", Told("COERCE", ("RWA", "COD"), ())),
        # Israel accused Lebanon of moving rockets. Egypt and Qatar drafted a proposal. Qatar urged both countries to show restraint.
        ("brokers-are-no-pair", Told("REQUEST", ("QAT",), ("ISR", "LBN"))),
    ],
)
def test_both_sides_are_those_that_act_on_each_other(code: Code, name: str, event: Told) -> None:
    assert event in told(code(name))


def test_he_is_not_one_of_the_diplomats(code: Code) -> None:
    """Foreign Minister Adel al-Jubeir said that Iranian diplomats had 48 hours to leave. He accused Tehran of meddling."""
    assert told(code("he-is-no-diplomats"))[-1] == Told("ACCUSE", ("SAU",), ("IRN",))
