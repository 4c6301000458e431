"""Whose "the Council", an envoy of the Secretary-General and a counterpart from another state are."""

from __future__ import annotations

from tests.coding.record_views import Code, told


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
