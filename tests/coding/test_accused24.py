"""Accusations and threats by the claimant's own words, whatever verb the reporter has for saying them."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, told


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        # Kinshasa called the raid a blatant violation of its sovereignty by Rwanda.
        ("called-a-violation", ("COD", "RWA")),
        # What Kigali called constant provocations by Congo's army went on for months.
        ("what-they-called", ("RWA", "COD")),
        # Sudan's army branded the RSF as the aggressor.
        ("branded-as", ("SDN", "RSF")),
        # Caracas described Colombia's exercises as an act of aggression.
        ("described-exercises", ("VEN", "COL")),
        # The African Union said Rwanda's advance constituted a breach of international law.
        ("constituted-a-breach", ("AU", "RWA")),
        # Iran's foreign minister said that Israel was behind the sabotage at the port.
        ("was-behind", ("IRN", "ISR")),
    ],
)
def test_who_says_what_is_wrong_of_another_accuses(code: Code, name: str, sides: tuple[str, str]) -> None:
    # To say so is the act: nobody else says it.
    assert Told("ACCUSE", (sides[0],), (sides[1],)) in told(code(name))


@pytest.mark.parametrize(
    ("name", "accusations"),
    [
        # Rwanda denied that it was interfering in Congo. / Nigeria said Niger was not spreading lies. / India called the talks a success.
        ("denied-interfering", 0),
        ("not-lies", 0),
        ("called-a-success", 0),
        # Mali accused Algeria of violating its airspace.
        ("accused-of-violating", 1),
    ],
)
def test_what_is_denied_or_told_once_is_no_further_accusation(code: Code, name: str, accusations: int) -> None:
    assert [e.type for e in code(name).events].count("ACCUSE") == accusations


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        # "If Congo crosses the line, our response will be merciless," the Rwandan army said.
        ("if-crosses", ("RWA", "COD")),
        # "Should Eritrea attack, we will hit back," Ethiopia's prime minister said.
        ("should-they", ("ETH", "ERI")),
        # Iran's army chief said any mistake by Israel would be met with a crushing response.
        ("met-with-a-response", ("IRN", "ISR")),
    ],
)
def test_who_says_what_follows_if_another_acts_threatens(code: Code, name: str, sides: tuple[str, str]) -> None:
    assert Told("THREATEN", (sides[0],), (sides[1],)) in told(code(name))


# If the rains fail, the government will act. / If Sweden joined the pact, Norway would welcome it.
@pytest.mark.parametrize("name", ["if-the-rains", "if-they-join"])
def test_other_conditions_are_no_threats(code: Code, name: str) -> None:
    assert "THREATEN" not in [e.type for e in code(name).events]


def test_the_dead_of_fighting_that_is_no_act_of_its_own_are_not_lost(code: Code) -> None:
    # Armenia says that 207 of its people were killed in the fighting of September 12 to 14. … The two countries fought a war in 2020.
    acts = [(e.era, e.why.partition("+")[0]) for e in code("killed-in-the-fighting").events]
    assert acts == [("current", "ASSAULT.kill"), ("background", "ASSAULT.fight")]


def test_a_dated_act_of_the_past_is_not_the_one_that_is_told(code: Code) -> None:
    # Mali had been shaken by the Chadian invasion. Officers still speak of the 1986 Chadian invasion of Libya.
    report = code("invasion-of-1986")
    assert "the 1986 Chadian invasion of Libya" in [report.article.text[e.evidence.start : e.evidence.end] for e in report.events]


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        # The assassination of a Kenyan minister by al-Shabaab shocked Nairobi.
        ("minister-assassinated", "targeted"),
        # Saudi warplanes took off on Monday. The Saudi strikes on Sanaa killed nine people.
        ("strikes-beside-warplanes", "aerial"),
        # Al-Shabaab gunmen captured the town of Jowhar.
        ("gunmen-take-a-town", None),
    ],
)
def test_the_mode_of_an_assault_whose_words_name_no_means(code: Code, name: str, mode: str | None) -> None:
    assert [e.mode for e in code(name).events if e.type == "ASSAULT"] == [mode]
