"""Who is meant by "its spokesman", "each other", a subject of several; what a report does not let anybody say."""

from __future__ import annotations

from tests.coding.record_views import Code, Told, said, told


def test_its_spokesman_speaks_for_the_body_before(code: Code) -> None:
    # Hamas denied that it carried out the strike. Its spokesman, Fathi Qurashi, accused Israel of bombing villages.
    assert [sources for sources, _, _ in said(code("its-spokesman"))] == [("HAMAS",), ("HAMAS",)]


def test_sides_that_blame_each_other_are_both_accusers_and_accused(code: Code) -> None:
    # Mali and Niger blamed each other for the strike on Kidal.
    report = code("blamed-each-other")
    assert said(report)[0][0] == ("MLI", "NER")
    assert Told("ACCUSE", ("MLI", "NER"), ("MLI", "NER")) in told(report)


def test_what_is_said_of_several_is_said_by_them(code: Code) -> None:
    # Venezuela and Norway, the guarantors of the process, called on Colombia to stay at the table.
    assert said(code("guarantors-called")) == [(("VEN", "NOR"), "demand", "Colombia to stay at the table")]


def test_a_claim_that_was_not_made_is_no_statement(code: Code) -> None:
    # Hamas has not claimed responsibility for the attack, but Israel said the group threw explosives at a patrol.
    assert [sources for sources, _, _ in said(code("not-claimed"))] == [("ISR",)]
    # Hamas claimed responsibility for the attack on Monday.
    assert [sources for sources, _, _ in said(code("claimed-the-attack"))] == [("HAMAS",)]


def test_recalling_negotiators_is_no_speech(code: Code) -> None:
    # President Gustavo Petro recalled his negotiators from Caracas and said the rebels had left the talks.
    assert [words for _, _, words in said(code("recalled-envoy"))] == ["the rebels had left the talks"]


def test_an_act_that_the_adversary_denies_is_put_to_nobody_in_the_reporters_voice(code: Code) -> None:
    # A strike on a market in the Sudanese city of El Obeid killed 23 people on Sunday, doctors said. Sudan said the Rapid Support Forces
    # shelled its army. The Rapid Support Forces denied the attack.
    first, second, *_ = told(code("both-deny"))
    assert first == Told("ASSAULT", (), ("SDN.CVL",), (None,))
    assert second == Told("ASSAULT", ("RSF",), ("SDN",), ("SDN",))


def test_an_outlets_name_inside_a_longer_name_is_no_outlet(code: Code) -> None:
    # The Colombian military said a column of the National Liberation Army threw explosives at a patrol near El Carmen.
    assert Told("ASSAULT", ("ELN",), ("COL",), ("COL",)) in told(code("column-of-group"))


def test_of_two_titles_the_one_that_says_whose_it_is_counts(code: Code) -> None:
    # … A Nigerien army spokesman, Colonel Issa Tandja, said ten soldiers had been wounded in Sunday's clash.
    assert said(code("title-of-whose"))[1][0] == ("NER",)


def test_officials_on_both_sides_are_two_claimants(code: Code) -> None:
    # Mali and Niger exchanged artillery fire on Sunday, officials on both sides said.
    assert said(code("both-sides-said"))[0][0] == ("MLI", "NER")


def test_what_a_side_says_was_liberated_it_took_itself(code: Code) -> None:
    # M23 rebels fought Congolese troops on Tuesday. The M23 said that the town of Rubaya had been liberated.
    assert told(code("liberated"))[1] == Told("ASSAULT", ("M23",), ("COD",), ("M23",))
