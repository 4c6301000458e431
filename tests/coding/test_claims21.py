"""Who says it: relative clauses of saying, sources told again, offices by the words beside them, parties. Each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, codes, said


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        # The UN criticised the raid. Israel has carried out strikes on what it says are Hamas targets in Rafah.
        ("claims21-on-what-it-says", [("ISR",)]),
        # The UN chief said the siege must end. Chad's president, Idriss Ali, closed a camp he said was used by smugglers.
        ("claims21-what-he-called", [("UN",), ("TCD",)]),
        # The African Union said the dam was safe. Kenyan troops surrounded a dam it said was full.
        ("claims21-not-it", [("AU",), ("AU",)]),
    ],
)
def test_a_relative_clause_of_saying_is_told_by_the_subject_above_it(code: Code, name: str, sources: list[tuple[str | None, ...]]) -> None:
    assert [found for found, _, _ in said(code(name))] == sources


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        # Rebels attacked a post near Bamako, local media reported, citing a military source. The source said six soldiers died …
        ("claims21-source-in-passing", [(None,), ("MLI",)]),
        # A police spokesman in Lagos said gunmen had stormed a church in Nigeria. The source added that 12 people had died.
        ("claims21-source-is-spokesman", [("NGA",), ("NGA",)]),
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
    assert [found for found, _, _ in said(code(name))] == sources


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        # Moscow-installed authorities said four people were killed in Donetsk. Ukraine denied it.
        ("claims21-installed-authorities", [("RUS",), ("UKR",)]),
        # Four people were killed in Kherson, the Moscow-installed governor, Piotr Krantz, said. Ukraine said its guns had hit a depot.
        ("claims21-installed-governor", [("RUS",), ("UKR",)]),
        ("claims21-appointed-by-court", [(None,)]),  # A court-appointed lawyer said the men were beaten by police in Minsk.
        # Israel bombed Gaza City. Texas Senator John Hall said Israel had a right to defend itself.
        ("claims21-texas-senator", [("USA",)]),
        # Israel struck Beirut. Quebec lawmaker Jean Roy said the strikes must stop. Canada condemned them.
        ("claims21-quebec-lawmaker", [("CAN",)]),
        # Four people died near Jenin, a Ramallah hospital director said. Israel said its troops had come under fire.
        ("claims21-hospital-in-place", [(None,), ("ISR",)]),
        # Israel bombed Gaza City. Republican Senator Mark Dole said Israel had a right to defend itself.
        ("claims21-republican-senator", [("USA",)]),
        # Israel bombed Gaza City. A senior state department official said the talks would go on.
        ("claims21-state-department", [("USA",)]),
        # … a UN spokesman told reporters in Juba. South Sudan denied the claim. "We call for calm," spokesman Stephen Hill said.
        ("claims21-un-spokesman-named", [("UN",), ("SSD",), ("UN",)]),
        # A Kenyan army spokesman said ten men were killed in Somalia. In Ankara, spokesman Ali Kaya said Turkey would help.
        ("claims21-spokesman-in-capital", [("KEN",), ("TUR",)]),
        # Then-Secretary of State Mike Pompeo said Iran had armed the Houthis. Iran denied it.
        ("claims21-then-secretary", [("USA",), ("IRN",)]),
        # Nigeria's workers will strike on Monday. The union's president, Joe Ajaero, said the government had failed.
        ("claims21-unions-president", [(None,)]),
        # Nigeria's army left Baga. The army's spokesman, Sani Usman, said 20 rebels were killed.
        ("claims21-armys-spokesman", [("NGA",)]),
        # Scottish Labour leader Anas Sarwar said Israel must let in aid. Israel said it would not.
        ("claims21-labour-leader", [("LABOUR",)]),
        # The Labour ministry in Paris said talks had failed. Britain did not comment.
        ("claims21-labour-ministry", [("FRA",)]),
    ],
)
def test_an_office_is_of_whom_the_words_beside_it_tell(code: Code, name: str, sources: list[tuple[str | None, ...]]) -> None:
    assert [found for found, _, _ in said(code(name))] == sources


def test_who_rings_somebody_to_offer_help_offers_it(code: Code) -> None:
    # Uganda's foreign minister called his Congolese counterpart to offer help with the evacuation, his office said.
    rung = code("claims21-called-to-offer")
    assert [(e.type, codes(rung, e.actors)) for e in rung.events] == [("AGREE", ("UGA",))]
    called = code("claims21-called-to-fight")  # The Taliban called its fighters to leave the city.
    assert [(e.type, codes(called, e.recipients)) for e in called.events] == [("REQUEST", ("TALIBAN",))]


def test_a_source_with_a_hyphen_closes_its_sentence(code: Code) -> None:
    # Gunmen killed three herders near Bossangoa, the Paris-based group said.
    assert [words for _, _, words in said(code("claims21-based-group-closes"))] == ["Gunmen killed three herders near Bossangoa"]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("claims21-first-surname", ("COL",)),  # Colombian President Virgilio Barco Vargas called for calm. Barco said the rebels had lied.
        # Colonel Luis Rojas Prado, commander of Ecuador's first brigade, said … Rojas said the army would answer.
        ("claims21-colonel-first-surname", ("ECU",)),
        # Egypt's defence minister, Ahmed Mohamed Zaki, called for calm. "We fled," said Mohamed, who sold fruit in Arish.
        ("claims21-given-name-between", (None,)),
    ],
)
def test_who_has_two_surnames_is_called_by_the_first(code: Code, name: str, source: tuple[str | None, ...]) -> None:
    assert said(code(name))[-1][0] == source
