"""Who is killed, and of what a killing is told: possessors of a murder, officials before a court, what explosives destroy."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, told


def test_the_possessor_of_a_murder_was_murdered(code: Code) -> None:
    # The judge heard on Monday that the mayor's murder in Kenya was ordered by a Somali general.
    assert [e[1:3] for e in told(code("mayors-murder")) if e.type == "ASSAULT"] == [(("SOM",), ("KEN",))]


def test_what_dynamite_destroys_is_bombed(code: Code) -> None:
    # Somali rebels destroyed a Kenyan police post with dynamite on Monday.
    assert [e.mode for e in code("mast-blown-up").events] == ["explosives"]


@pytest.mark.parametrize(("name", "killed"), [("court-on-envoy", True), ("court-on-neighbour", False)])
def test_the_murder_of_an_official_is_political_before_a_court_too(code: Code, name: str, killed: bool) -> None:
    assert any(e.type == "ASSAULT" for e in code(name).events) == killed


def test_ties_are_restored_by_one_with_another(code: Code) -> None:
    # Norway restored ties with Sudan on Monday.
    assert told(code("ties-with")) == [Told("SUPPORT", ("NOR",), ("SDN",))]


def test_people_with_a_participle_of_harm_of_their_own_are_no_victims_of_the_verb_before(code: Code) -> None:
    # Thousands of people have been killed and about two million forced from their homes (parsed as one list of people).
    assert [(f.effect, f.low, f.best) for f in code("forced-from-homes").figures] == [
        ("killed", 2000, None),
        ("displaced", None, 2_000_000),
    ]
