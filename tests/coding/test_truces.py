"""Ceasefires and their breaches, and who a medium quotes."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code


@pytest.mark.parametrize("name", ["truce-agreed-and-violated", "truce-breached"])
def test_a_breach_violates_the_truce_told_before(code: Code, name: str) -> None:
    # … agreed a ceasefire on Sunday. Azerbaijan violated the ceasefire … / Hours later … shelled Badme in breach of the truce.
    report = code(name)
    assert [(link.kind, link.source, link.target) for link in report.links] == [("violates", "e2", "e1")]


def test_who_is_no_party_to_a_truce_cannot_violate_it(code: Code) -> None:
    # Chad and Sudan agreed a truce on Sunday. Kenya violated the truce on Monday.
    assert not code("truce-of-others").links


def test_whom_a_medium_quotes_claims_what_is_quoted(code: Code) -> None:
    # Reuters quoted the Sudanese army as saying that the RSF had shelled Omdurman.
    report = code("quoted-as-saying")
    codes = {a.id: a.code for a in report.actors}
    outer, inner = report.statements
    assert [[codes[a] for a in s.sources] for s in (outer, inner)] == [["REUTERS"], ["SDN"]]
    assert (inner.within, [e.statements for e in report.events]) == (outer.id, [(inner.id,)])
