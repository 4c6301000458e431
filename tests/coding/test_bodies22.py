"""Whose "the Council", an envoy of the Secretary-General and a counterpart from another state are."""

from __future__ import annotations

from tests.coding.record_views import Code, told, tolls


def test_the_council_is_the_one_named_before(code: Code) -> None:
    # The Security Council met on Tuesday. The Council extended the arms embargo on Houthi leaders for nine months.
    acts = told(code("council-taken-up"))
    assert [(act.type, act.actors, act.recipients) for act in acts][1:] == [("SANCTION", ("UN",), ("HOUTHIS",))]


def test_a_commission_is_no_union_named_in_between(code: Code) -> None:
    # The European Commission sued Hungary on Monday. Delegates of the African Union met in Chad. The commission also accused Poland …
    acts = told(code("commission-behind-another"))
    assert [act.actors for act in acts if act.recipients == ("POL",)] == [("EU",)]


def test_the_envoy_of_the_secretary_general_is_the_united_nations(code: Code) -> None:
    # The Special Representative of the Secretary-General, Ana Okello, accused the army of Chad of burning two villages.
    assert [(act.actors, act.recipients) for act in told(code("envoy-of-the-secretary-general")) if act.type == "ACCUSE"] == [
        (("UN",), ("TCD",))
    ]


def test_a_counterpart_is_of_the_state_he_is_from(code: Code) -> None:
    # The ambassador of Mali accused Algeria … His counterpart from Algeria accused the Malian army of shelling a village.
    acts = [act for act in told(code("counterpart-from")) if act.type == "ACCUSE"]
    assert [(act.actors, act.recipients) for act in acts] == [(("MLI",), ("DZA",)), (("DZA",), ("MLI",))]


def test_the_general_staff_is_that_of_before(code: Code) -> None:
    # The General Staff in Bamako confirmed the strike. Niger's troops took a village. According to the General Staff, Niger has lost 300 …
    assert [(toll.best, toll.code, toll.by) for toll in tolls(code("general-staff-of-before"))] == [(300, "NER", ("MLI",))]


def test_drones_that_are_lost_are_nobody(code: Code) -> None:
    # Ukraine's air force said it had downed 62 of 92 drones launched by Russia, and that 26 had been lost.
    assert tolls(code("drones-lost-in-one-sentence")) == []


def test_an_association_that_accuses_fights_nobody(code: Code) -> None:
    # Captain Oya said troops engaged the assailants in a gun battle. The Miyetti Allah Cattle Breeders Association denied that its members
    # were involved. Its state chairman, Nuru Bala, alleged that … two herders [had been] killed in Mangu last week.
    fights = [act for act in told(code("speaker-of-an-association-no-foe")) if act.type == "ASSAULT"]
    assert not any("MIYETTI ALLAH" in (*act.actors, *act.recipients) for act in fights)


def test_a_conviction_is_no_place(code: Code) -> None:
    # Shining Path guerrillas freed 14 villagers … The Maoist rebels took up arms in 1980.
    assert "Maoist" not in [place.name for place in code("maoist-rebels").places]
