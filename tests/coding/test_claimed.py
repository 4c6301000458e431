"""Several acts of speaking in one sentence, responsibility that is claimed, whom "it" means after an act, who speaks for a militia."""

from __future__ import annotations

from tests.coding.record_views import Code, said, told, tolls


def test_who_goes_on_by_another_act_of_speaking_makes_two_statements(code: Code) -> None:
    # The bishop of Gao said that nothing could excuse the raid and urged both armies to leave the town alone.
    assert [(stance, words) for _, stance, words in said(code("said-and-urged"))] == [
        ("assess", "nothing could excuse the raid"),
        ("demand", "both armies to leave the town alone"),
    ]
    # The Kenyan army acknowledged that its soldiers had been near the market but maintained that they had fired at nobody.
    assert [words for _, _, words in said(code("acknowledged-but-maintained"))] == [
        "its soldiers had been near the market",
        "they had fired at nobody",
    ]


def test_another_speaker_behind_and_is_another(code: Code) -> None:
    # Armenia warned that it would answer any attack, and Azerbaijan denied that it had moved guns to the border.
    assert said(code("warned-and-another-denied")) == [
        (("ARM",), "threaten", "it would answer any attack"),
        (("AZE",), "deny", "it had moved guns to the border"),
    ]


def test_it_is_the_group_that_claimed_responsibility(code: Code) -> None:
    # The Islamic State group claimed responsibility … It said that nine Kenyan soldiers had died.
    assert [who for who, _, _ in said(code("claimed-in-its-channel"))] == [("ISIS",), ("ISIS",)]


def test_a_coordinator_of_a_militia_speaks_for_it(code: Code) -> None:
    # Jean Zowa, a coordinator of the Fano militia in Ethiopia, said …
    assert [who for who, _, _ in said(code("coordinator-of-militia"))] == [("FANO",)]


def test_of_the_dead_so_many_were_of_a_kind(code: Code) -> None:
    # A bomb killed 12 people … Of the dead, five were policemen.
    assert [(t.best, t.code) for t in tolls(code("of-the-dead-five"))] == [(12, "KEN.CVL"), (5, "KEN")]


def test_who_claims_responsibility_does_not_tell_what_stands_before(code: Code) -> None:
    # A bomb killed six Kenyan soldiers in Garissa, and Al-Shabaab claimed responsibility (read as all of it said by Al-Shabaab).
    report = code("bomb-and-claim")
    assert [words for _, _, words in said(report)] == ["responsibility"]
    assert [t.by for t in told(report)] == [()]
