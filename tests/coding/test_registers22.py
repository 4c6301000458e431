"""Whom names of forces, bodies and persons in office stand for: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, codes


def sources(code: Code, name: str) -> list[tuple[str | None, ...]]:
    """Codes of the sources of each statement."""
    report = code(name)
    return [codes(report, s.sources) for s in report.statements]


@pytest.mark.parametrize(
    ("name", "code_of_source"),
    [
        # UKMTO said on Monday that a tanker was hit by a missile off Hodeidah.
        ("maritime-agency-of-the-navy", "GBR"),
        # The Colombian Red Cross said two villagers were killed near Toribio. (It is not the International Committee.)
        ("colombian-red-cross", "COLOMBIAN RED CROSS"),
        # SLORC said its troops had captured a rebel camp near Manerplaw.
        ("junta-of-the-nineties", "MMR"),
        # Ahmed said that his brother was killed by a shell in Homs. (A given name is no officer's surname.)
        ("nobodys-ahmed", None),
    ],
)
def test_who_speaks_is_known_by_name(code: Code, name: str, code_of_source: str | None) -> None:
    assert sources(code, name) == [(code_of_source,)]
