"""Police and crowds as South Asian papers tell them, and who killed whom in fighting that is named beside it."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # Two people were killed in police firing in Indore. / A protester died in army firing in Nagaland's Mon district.
        ("police-firing", [("ASSAULT", ("IND",), ("IND.CVL",))]),
        ("army-firing", [("ASSAULT", ("IND",), ("IND.CVL",))]),
        # The firing of the Kenyan coach angered players.
        ("fired-coach", []),
        # Police in Dhaka have so far fired 1,031 rounds.
        ("rounds-fired", [("ASSAULT", ("BGD",), ())]),
        # Two activists were caught by the Delhi police. / A Kenyan officer caught the ball.
        ("caught-by-police", [("COERCE", ("IND",), ("IND.CVL",))]),
        ("caught-a-ball", []),
        # The petition apprehended that violence may spread.
        ("apprehended-violence", []),
    ],
)
def test_what_police_do(code: Code, name: str, acts: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "factualities"),
    [
        # "We were unable to arrest them in time."
        ("arrest-unable", ["negated"]),
        # "We have to arrest the guilty": only what is to be done, of which nobody is told. / Police had to arrest two lawmakers.
        ("arrest-have-to", []),
        ("arrest-had-to", ["actual"]),
    ],
)
def test_who_has_to_and_who_could_not(code: Code, name: str, factualities: list[str]) -> None:
    assert [e.factuality for e in code(name).events] == factualities


def test_who_is_burnt_two_days_later_was_not_shot(code: Code) -> None:
    # Two days after police opened fire on a mob in Halol, six persons were burnt alive in a village nearby.
    assert [e.mode for e in code("days-after-firing").events] == ["firearms", None]


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        # In the violence on Monday, Congolese rebels killed three soldiers. / Three soldiers were killed in clashes with Congolese rebels.
        ("killed-in-violence", (("COD.REB",), ("COD",))),
        ("killed-in-clashes", (("COD.REB",), ())),
    ],
)
def test_a_killing_with_its_author_is_more_than_fighting(code: Code, name: str, sides: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    (event,) = told(code(name))
    assert (set(event.actors), set(event.recipients)) == (set(sides[0]), set(sides[1]))


def test_police_hurt_in_the_crowd_are_no_cost_of_their_own_fire(code: Code) -> None:
    # Police opened fire on a mob in Halol, killing two people. Four policemen were injured in the mob frenzy.
    assert [f.event for f in code("policemen-hurt").figures] == ["e1", None]


def test_what_is_told_of_the_doer_dates_no_act(code: Code) -> None:
    # Gunmen killed 20 villagers … on Monday. President Tinubu, who took office last year, condemned the raid …
    assert [(e.type, e.era) for e in code("office-since-last-year").events][:2] == [("ASSAULT", "current"), ("ACCUSE", "current")]


def test_who_is_urged_behind_the_verb_does_not_urge(code: Code) -> None:
    # Amnesty International accused the Nigerian authorities of failing … and urged President Bola Tinubu to order an investigation.
    assert [event[:2] for event in told(code("accused-and-urged"))] == [("ACCUSE", ("AMNESTY",)), ("REQUEST", ("AMNESTY",))]


def test_a_party_of_one_name_in_two_states_is_that_of_the_state_told_of(code: Code) -> None:
    # The opposition Peoples Democratic Party called for the Nigerian defence minister to resign.
    assert [event[:2] for event in told(code("party-of-nigeria"))] == [("REQUEST", ("PDP-NGA",))]
