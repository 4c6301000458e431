"""Who tells a number and whose it is: the foe's losses, a people's parts, sources without a name, bodies called by less than their name."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Toll, said, told, tolls


@pytest.mark.parametrize(("name", "toll"), [
    # Ukraine's military says that Russia has lost 24,000 soldiers.
    ("lost-says-the-foe", Toll("killed", 24000, 24000, 24000, "RUS", ("UKR",))),
    # Chad, the Sudanese army said, has suffered 70 casualties.
    ("foe-suffered", Toll("casualties", 70, 70, 70, "TCD", ("SDN",))),
])  # fmt: skip
def test_losses_are_theirs_who_have_them_and_not_who_tells_them(code: Code, name: str, toll: Toll) -> None:
    assert tolls(code(name)) == [toll]


def test_parts_of_a_people_are_its_own_and_others_are_as_the_whole(code: Code) -> None:
    # An Israeli military raid in the city of Jenin killed six Palestinians, including three militants, and injured 90 others.
    assert [(t.best, t.code) for t in tolls(code("six-with-three"))] == [(6, "PSE"), (3, "PSE.REB"), (90, "PSE")]


@pytest.mark.parametrize(("name", "sources"), [
    ("source-at-police", [("SYR",)]),  # A source at Aleppo Police Command in Syria said
    ("source-in-group", [("HAMAS",)]),  # A source in Hamas said
    ("monitor-named-next", [("SOHR",), ("SOHR",)]),  # a monitoring group said. The Syrian Observatory for Human Rights said
    ("monitor-of-several", [(None,)]),  # A war monitor said. Amnesty International and the Observatory counted more.
    ("observatory-short", [("SOHR",), ("SOHR",)]),  # the Observatory said
    ("group-said-again", [("SOHR",), ("SOHR",)]),  # The group said that 127 people had died there.
    ("tehran-times", [("TEHRAN TIMES",)]),  # The Tehran Times reported: neither Iran nor The Times
])  # fmt: skip
def test_who_says_it(code: Code, name: str, sources: list[tuple[str | None, ...]]) -> None:
    assert [s[0] for s in said(code(name))] == sources


def test_a_bodys_secretary_speaks_for_it_and_not_for_who_was_named_before(code: Code) -> None:
    # Gunmen of M23 attacked a prison. A police union said four officers died. "We warned …," its secretary said.
    report = code("union-secretary")
    assert [s[0] for s in said(report)] == [(None,), (None,)]
    assert [e.type for e in report.events] == ["ASSAULT"]


def test_what_strikes_wounds_and_not_what_is_struck(code: Code) -> None:
    # one of its posts in Mali had been hit by Chadian tank fire, wounding three Kenyan soldiers
    assert [t.actors for t in told(code("hit-wounding-three"))] == [("TCD",)]


def test_it_is_no_several(code: Code) -> None:
    # The Israeli military said that Hezbollah fighters had been using the area and that it was investigating the raid.
    assert [(t.type, t.actors) for t in told(code("it-not-the-fighters"))] == [("ACCUSE", ("ISR",))]


def test_the_dead_of_two_peoples_in_one_list(code: Code) -> None:
    # In the 2006 war, more than 1,100 Lebanese and about 160 Israelis were killed.
    assert [(t.best, t.code) for t in tolls(code("two-peoples-dead"))] == [(1100, "LBN.CVL"), (160, "ISR.CVL")]
