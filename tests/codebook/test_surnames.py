"""Whom a bare surname means: the head of a state or group before its other officers, and nobody where it is a common given name."""

from __future__ import annotations

from datetime import date

import pytest

from gesta.codebook.registers import Registers

REGISTERS = Registers.load()


@pytest.mark.parametrize(
    ("surname", "day", "code"),
    [
        ("Saleh", date(2008, 6, 1), "YEM"),
        ("Qassem", date(2025, 3, 1), "HEZBOLLAH"),
        ("Albanese", date(2024, 3, 1), "AUS"),
        ("al-Maliki", date(2012, 3, 1), "IRQ"),
    ],
)
def test_of_several_of_a_surname_the_head_of_state_or_group_is_meant(surname: str, day: date, code: str) -> None:
    found = REGISTERS.holder(surname, day)
    assert found is not None
    assert found.code == code


def test_the_others_of_a_surname_are_known_by_their_full_names() -> None:
    found = REGISTERS.holder("Hazem Qassem", date(2025, 3, 1))
    assert found is not None
    assert found.code == "HAMAS"


@pytest.mark.parametrize(("surname", "day"), [("Suleiman", date(2005, 6, 1)), ("Abdi", date(2023, 6, 1)), ("Barzani", date(2023, 6, 1))])
def test_two_of_a_surname_of_whom_none_or_both_are_heads_are_nobody(surname: str, day: date) -> None:
    assert REGISTERS.holder(surname, day) is None


@pytest.mark.parametrize("name", ["Ahmed", "Mohammed", "Hassan", "Omar", "Martin"])
def test_a_name_that_many_bear_as_given_name_is_no_surname(name: str) -> None:
    assert REGISTERS.holder(name, date(2020, 6, 1)) is None
    assert REGISTERS.holder(name, date(2007, 6, 1)) is None
