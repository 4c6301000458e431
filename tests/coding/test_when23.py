"""When it happened, whether it is the news, and whether it happened at all: sentences read on 13 September 2022, a Tuesday."""

from __future__ import annotations

import pytest

from gesta.model import Event, Report
from tests.coding.record_views import Code


def act(report: Report, kind: str) -> Event:
    """The first event of a type."""
    return next(e for e in report.events if e.type == kind)


@pytest.mark.parametrize(
    ("name", "kind", "told_as"),
    [
        ("when-is-due", "AGREE", "planned"),  # The Omani foreign minister is due to visit Kuwait on Monday.
        ("when-ready", "AGREE", "planned"),  # Burundi is ready to negotiate with Rwanda.
        # Seven Kenyan soldiers survived an attempt by gunmen to storm a Kenyan army base in Wajir.
        ("when-attempt", "ASSAULT", "actual"),
        ("when-another-attempt", "ASSAULT", "planned"),  # Gunmen will make another attempt to seize the Kenyan town of Wajir.
        ("when-no-sanctions", "SANCTION", "negated"),  # Norway has imposed no sanctions on Belarus.
        ("when-no-soldiers", "ASSAULT", "negated"),  # No Iranian soldiers entered Iraq.
        ("when-no-longer", "SUPPORT", "negated"),  # Jordan no longer supports the rebels in Syria.
        ("when-no-civilians", "ASSAULT", "actual"),  # A Sudanese army strike on the town of Wad Madani killed no civilians.
        ("when-nobody-hurt", "ASSAULT", "actual"),  # Nobody was hurt in the attack on the Kenyan embassy in Juba.
        ("when-no-part", "ASSAULT", "negated"),  # Italy did not take part in the invasion of Iraq.
        ("when-justify", "ASSAULT", "actual"),  # Rwanda used the report to justify its invasion of eastern Congo.
        ("when-reportedly", "ASSAULT", "actual"),  # Ethiopian soldiers reportedly killed nine farmers in Gambella.
        ("when-perhaps", "ASSAULT", "possible"),  # Ethiopian soldiers perhaps killed nine farmers in Gambella.
    ],
)
def test_what_happened_was_planned_or_did_not_happen(code: Code, name: str, kind: str, told_as: str) -> None:
    assert act(code(name), kind).factuality == told_as
