"""Who says it: relative clauses of saying, sources told again. Each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, said


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        # The UN criticised the raid. Israel has carried out strikes on what it says are Hamas targets in Rafah.
        ("claims21-on-what-it-says", [("ISR",)]),
        # The UN said 20 had died. Ethiopian troops killed 20 people they said were rebels.
        ("claims21-people-they-said", [("UN",), ("ETH",)]),
        # The UN chief said the siege must end. Chad's president, Idriss Ali, closed a camp he said was used by smugglers.
        ("claims21-what-he-called", [("UN",), ("TCD",)]),
        # The African Union said the dam was safe. Kenyan troops surrounded a dam it said was full.
        ("claims21-not-it", [("AU",), ("AU",)]),
    ],
)
def test_a_relative_clause_of_saying_is_told_by_the_subject_above_it(code: Code, name: str, sources: list[tuple[str | None, ...]]) -> None:
    assert [codes for codes, _, _ in said(code(name))] == sources


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        # Rebels attacked a post near Bamako, local media reported, citing a military source. The source said six soldiers died …
        ("claims21-source-in-passing", [(None,), ("MLI",)]),
        # A police spokesman in Lagos said gunmen had stormed a church in Nigeria. The source added that 12 people had died.
        ("claims21-source-is-spokesman", [("NGA",), ("NGA",)]),
        # According to a military source, the Libyan army retook Sirte. The source added that 40 militants were killed.
        ("claims21-source-after-according", [("LBY",), ("LBY",)]),
        # Official sources in Quito have noted that one soldier was killed, adding that the minister was unhurt.
        ("claims21-sources-adding", [("ECU",), ("ECU",)]),
        # A medical source said 12 people died in Darfur. The source added that most were children. Sudan's army denied it.
        ("claims21-source-medical", [(None,), (None,), ("SDN",)]),
        # Kenya's president, William Ruto, said the talks had failed. The source said no date was set for new talks.
        ("claims21-source-named-man", [("KEN",), (None,)]),
        # Turkey shelled Afrin. A Kurdish security source said Turkey's army had killed four men.
        ("claims21-source-of-people", [(None,)]),
    ],
)
def test_the_source_is_the_one_spoken_of_before(code: Code, name: str, sources: list[tuple[str | None, ...]]) -> None:
    assert [codes for codes, _, _ in said(code(name))] == sources
