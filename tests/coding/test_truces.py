"""Ceasefires and their breaches, and who a medium quotes."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code


@pytest.mark.parametrize("name", ["truce-agreed-and-violated", "truce-breached"])
def test_a_breach_violates_the_truce_told_before(code: Code, name: str) -> None:
    # … agreed a ceasefire on Sunday. Azerbaijan violated the ceasefire … / Hours later … shelled Badme in breach of the truce.
    report = code(name)
    assert [(link.kind, link.source, link.target) for link in report.links] == [("violates", "e2", "e1")]


@pytest.mark.parametrize(("name", "links"), [
    # … called on Chad and Sudan on Sunday to agree to a ceasefire. Chad and Sudan agreed to a truce on Monday. The ceasefire took effect …
    ("truce-called-for-and-kept", [("responds_to", "e2", "e1"), ("implements", "e3", "e2")]),
    # … agreed to a truce on Friday. … extended the truce by a week on Sunday. The truce collapsed on Tuesday.
    ("truce-extended-and-ended", [("extends", "e2", "e1"), ("ends", "e3", "e2")]),
    # Mali and Niger agreed to a truce … Kenya and Somalia agreed to a truce … Niger broke off the truce on Tuesday.
    ("truce-of-two-pairs", [("ends", "e3", "e1")]),
    # Rwanda promised on Sunday to withdraw its troops from Goma. Rwandan troops pulled out of Goma on Tuesday.
    ("promise-kept", [("implements", "e2", "e1")]),
    ("promise-of-another", []),  # Uganda promised to withdraw …, Rwandan troops pulled out
])  # fmt: skip
def test_stages_of_a_ceasefire_and_promises_that_are_kept_are_linked(code: Code, name: str, links: list[tuple[str, str, str]]) -> None:
    assert [(link.kind, link.source, link.target) for link in code(name).links] == links


def test_the_truce_has_the_sides_of_the_truce_told_before(code: Code) -> None:
    # Chad and Sudan agreed to a truce on Monday. The ceasefire took effect on Tuesday.
    last = code("truce-called-for-and-kept").events[-1]
    assert (last.type, last.mode, len(last.actors), last.why.endswith("+truce")) == ("RETREAT", "ceasefire", 2, True)


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
