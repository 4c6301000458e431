"""What wire reports say in passing: neighbours, brokers, denials, records, retractions, namesakes."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, Toll, codes, said, told, tolls


def test_two_neighbours_are_states(code: Code) -> None:
    # Angolan troops … Zambia accuses Angola of helping the UNITA rebels. UNITA … The UN urged the two neighbours to hold talks.
    assert told(code("neighbours"))[-1] == Told("REQUEST", ("UN",), ("ZMB", "AGO"))


def test_the_army_without_a_name_is_one_of_both_sides(code: Code) -> None:
    # The army and the Rapid Support Forces fought … The United States and Norway have mediated talks between the two sides …
    report = code("the-army-and-its-foe")
    assert told(report)[-1] == Told("CONSULT", ("SDN", "RSF"), ())
    assert codes(report, report.events[-1].mediators) == ("USA", "NOR")


def test_who_mediated_is_no_party(code: Code) -> None:
    # Oman mediated talks between Kenya and Uganda. In May Kenya and Uganda agreed to a truce mediated by Oman.
    report = code("mediated")
    assert told(report) == [Told("CONSULT", ("KEN", "UGA"), ()), Told("AGREE", ("KEN", "UGA"), ())]
    assert [codes(report, e.mediators) for e in report.events] == [("OMN",), ("OMN",)]


def test_who_faced_attacks_did_not_attack(code: Code) -> None:
    # Kenya has since 2011 faced attacks by Al-Shabaab. Kenya faces sanctions.
    assert told(code("faced")) == [Told("ASSAULT", ("AL-SHABAAB",), ("KEN",))]


def test_an_estimate_withdrawn_is_no_withdrawal_and_no_figure(code: Code) -> None:
    # Kenya's army later withdrew its estimate that 90 rebels had died.
    report = code("withdrew")
    assert not report.events
    assert not report.figures


@pytest.mark.parametrize("name", ["first-since", "day-after"])
def test_a_record_since_then_and_the_day_before_are_news(code: Code, name: str) -> None:
    # … surrendered …, the first such defection since August last year. / … clashed …, a day after Ugandan planes bombed a Kenyan post.
    assert {e.era for e in code(name).events[:2]} == {"current"}


def test_two_weeks_before_is_background(code: Code) -> None:
    # The fighting came two weeks after Ugandan planes bombed a Kenyan port.
    assert code("day-after").events[-1].era == "background"


def test_a_defence_minister_is_not_his_namesake_the_prime_minister(code: Code) -> None:
    # … in Cali, Colombia … Defence Minister Pedro Sanchez said two Colombian suspects had been arrested in Cali.
    assert [sources for sources, _, _ in said(code("minister"))] == [("COL",)]


def test_an_army_overthrows_its_own_president(code: Code) -> None:
    # Soldiers led by a colonel overthrew the president of Mali in 2020.
    assert told(code("coup")) == [Told("COERCE", ("MLI",), ("MLI",))]


def test_one_of_the_worst_massacres_and_a_militia_are_no_victims(code: Code) -> None:
    # Rebels killed 40 villagers in Kenya on Monday, one of the worst massacres there. A rebel militia, the ADF, killed nine villagers …
    assert [t[:5] for t in tolls(code("one-of"))] == [Toll("killed", 40, 40, 40, "KEN.CVL")[:5], Toll("killed", 9, 9, 9, "UGA.CVL")[:5]]


def test_a_charge_is_denied_by_its_name(code: Code) -> None:
    # Uganda said … Kenya had armed rebels, a charge denied by Kenya. Kenya dismissed the claim as a lie.
    assert [s for s in said(code("denied")) if s[1] == "deny"] == [(("KEN",), "deny", "a charge"), (("KEN",), "deny", "the claim as a lie")]


def test_villagers_whom_their_own_army_arrests(code: Code) -> None:
    # Ugandan soldiers arrested 12 villagers near Gulu on Monday.
    assert told(code("own-villagers")) == [Told("COERCE", ("UGA",), ("UGA.CVL",))]


def test_a_village_lies_where_its_county_does(code: Code) -> None:
    # Kenyan planes bombed the village of Namling in Turkana county on Monday.
    assert [p.country for p in code("lies-in").places] == [None, "KEN"]


def test_who_said_it_accuses(code: Code) -> None:
    # Uganda said on Monday that talks had failed, accusing Kenya of arming rebels.
    report = code("accusing")
    assert told(report)[0][:3] == ("ACCUSE", ("UGA",), ("KEN",))
    assert report.events[0].factuality == "actual"


def test_who_fired_at_a_country_is_not_of_it(code: Code) -> None:
    # Lebanese police arrested two men suspected of firing rockets at Israel.
    assert [t.code for t in tolls(code("fired-at"))] == [None]


def test_what_has_been_done_since_a_war_began_is_background(code: Code) -> None:
    # The Houthi rebels have fired missiles at Israel and attacked ships since the war began. On Monday a … missile hit Eilat.
    assert [e.era for e in code("since-the-war-began").events] == ["background", "background", "current"]


def test_hostages_were_taken_before_they_are_freed(code: Code) -> None:
    # Chadian police freed eight hostages on Monday. Sudanese rebels captured nine Chadian soldiers on Monday.
    assert [(f.effect, f.best, f.era) for f in code("hostages-freed").figures] == [
        ("captured", 8, "background"),
        ("captured", 9, "current"),
    ]


def test_victims_are_of_the_place_that_their_killing_names(code: Code) -> None:
    # Indian planes struck camps in Pakistan … in retaliation for an attack that killed 26 tourists at Pahalgam.
    assert [t.code for t in tolls(code("killed-elsewhere"))] == ["IND.CVL"]


def test_a_woman_beside_the_soldiers_of_who_tells_it_is_of_their_side(code: Code) -> None:
    # Chad's army said … that Sudanese troops had fired at a post, killing two soldiers and a woman.
    assert [t.code for t in tolls(code("soldiers-and-a-woman"))] == ["TCD", "TCD.CVL"]


def test_who_is_only_blamed_is_no_author(code: Code) -> None:
    # Gunmen struck Juba on Monday. Eleven Kenyan villagers were killed in a separate blast. Kenya blamed Uganda for helping the killers.
    assert told(code("only-accused"))[1] == Told("ASSAULT", (), ("KEN.CVL",))
