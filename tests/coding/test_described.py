"""Parties that no name tells: rebels by their people, civilians without a nationality, each side, the author of a move."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told


def test_rebels_told_by_their_people_are_those_of_the_country(code: Code) -> None:
    # Tuareg rebels in northern Mali attacked a Malian convoy on Monday. The rebels killed two soldiers.
    assert [t[1:3] for t in told(code("described-rebels"))] == [(("MLI.REB",), ("MLI",))] * 2


def test_whom_a_charge_names_does_what_it_says(code: Code) -> None:
    # Talks in Amman made no headway; Yemen accuses the Houthis of besieging Taiz.  (hung on the siege by the parse)
    first, second = told(code("charged-with-a-siege"))
    assert (first[:3], second[:2]) == (("ACCUSE", ("YEM",), ("HOUTHIS",)), ("ASSAULT", ("HOUTHIS",)))


def test_civilians_whom_their_own_state_strikes_are_its_civilians(code: Code) -> None:
    # Sudanese soldiers shot dead a boy in Kassala on Monday. Police in Sudan arrested 40 people in Kassala on Tuesday.
    assert [t[1:3] for t in told(code("civilians-shot"))] == [(("SDN",), ("SDN.CVL",))] * 2


def test_restraint_is_asked_of_those_who_fight(code: Code) -> None:
    # Chad shelled Sudan on Monday. Sudan bombed Chad on Tuesday. Norway called for restraint.
    assert told(code("asked-of-both"))[-1][:3] == ("REQUEST", ("NOR",), ("TCD", "SDN"))


def test_each_side_that_blames_the_other_is_blamed(code: Code) -> None:
    # Kenya and Somalia clashed on Monday. Each side blamed the other.
    assert told(code("each-blamed-the-other"))[-1][:3] == ("ACCUSE", ("KEN", "SOM"), ("KEN", "SOM"))


def test_a_move_is_the_last_doers(code: Code) -> None:
    # Britain expelled three Turkish diplomats on Monday. Ankara condemned the move.
    assert told(code("condemned-the-move"))[-1][:3] == ("ACCUSE", ("TUR",), ("GBR",))


@pytest.mark.parametrize(("name", "actor"), [
    ("spoken-abbreviation", "ECOWAS"),  # Ecowas imposed sanctions on Mali on Monday.
    ("bombers-fly", "TUR"),  # Turkish bombers struck a base in Syria on Monday.
])  # fmt: skip
def test_who_acts_is_known_by_other_spellings_and_machines(code: Code, name: str, actor: str) -> None:
    assert told(code(name))[0].actors == (actor,)


def test_a_participle_without_an_object_is_passive(code: Code) -> None:
    # Ugandan troops shot rebels captured alive near Goma.
    assert [(t.type, t.actors) for t in told(code("captured-rebels"))] == [("ASSAULT", ("UGA",)), ("COERCE", ("UGA",))]


def test_whom_a_relative_clause_accuses_is_the_noun_before_it(code: Code) -> None:
    # Sudan expelled the Red Cross, which it accused of helping Chad.
    assert told(code("whom-it-accused"))[-1][:3] == ("ACCUSE", ("SDN",), ("ICRC",))


def test_a_lone_place_in_a_country_never_named_is_nobodys(code: Code) -> None:
    # Renamo rebels attacked Mozambique on Monday. Mozambique bombed Renamo on Tuesday. Mozambique said that Renamo had captured Palma.
    assert [t[1:3] for t in told(code("namesake-abroad"))][::2] == [(("RENAMO",), ("MOZ",))] * 2
