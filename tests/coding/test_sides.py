"""Whose foe is meant, whose time it is, and where nothing happened."""

from __future__ import annotations

from tests.coding.record_views import Code, Told, told


def test_a_capital_before_a_bombing_is_where_it_happened(code: Code) -> None:
    # Police blamed militants for the Nairobi bombing … The Moscow bombing of Grozny went on.
    report = code("bombing-in-a-capital")
    assert {a.code for a in report.actors for e in report.events if e.type == "ASSAULT" and a.id in e.actors} <= {None}
    assert [p.name for p in report.places] == ["Nairobi"]
    other = code("capital-that-bombs")
    assert {a.code for a in other.actors for e in other.events if a.id in e.actors} == {"RUS"}


def test_positions_that_came_under_fire_are_the_claimants(code: Code) -> None:
    # Armenia and Azerbaijan clashed on Monday. Azerbaijan said that army positions near Lachin had come under mortar fire.
    assert told(code("came-under-mortar-fire"))[1] == Told("ASSAULT", ("ARM",), ("AZE",), ("AZE",))


def test_where_a_ministry_has_its_seat_nothing_happened(code: Code) -> None:
    # The defence ministry in Baku accused Armenia of an attack on Monday.
    accused = code("ministry-in-the-capital").events[0]
    assert (accused.type, accused.places) == ("ACCUSE", ())


def test_a_clock_is_no_place(code: Code) -> None:
    # Fighting between Armenia and Azerbaijan stopped at 9 a.m. Moscow time.
    assert [p.name for p in code("moscow-time").places] == []


def test_a_war_fought_has_two_sides(code: Code) -> None:
    # Hezbollah and Israel clashed on Monday. Israel fought a war in 2006.
    war = told(code("fought-a-war"))[1]
    assert (set(war.actors), war.recipients) == ({"HEZBOLLAH", "ISR"}, ())


def test_rebels_surrender_to_their_foe(code: Code) -> None:
    # Malian troops attacked Malian rebels on Monday. The rebels surrendered.
    assert told(code("surrendered"))[1] == Told("RETREAT", ("MLI.REB",), ("MLI",))


def test_who_was_killed_in_a_clash_took_part(code: Code) -> None:
    # Three Indian soldiers were killed in a clash near Srinagar on Monday.
    assert told(code("victims-of-a-clash")) == [Told("ASSAULT", ("IND",), ())]


def test_the_day_of_a_promise_is_not_the_day_promised(code: Code) -> None:
    # France agreed on Monday to meet Germany on Friday.
    agreed = code("agreed-for-friday").events[0]
    assert agreed.time is not None
    assert (agreed.type, agreed.time.start) == ("AGREE", "2022-09-12")


def test_the_day_of_the_clash_is_not_the_day_of_the_appeal(code: Code) -> None:
    # The United Nations on Tuesday deplored Monday's clash in Goma and urged Rwanda to withdraw.
    days = {e.type: e.time.start for e in code("mondays-clash").events if e.time is not None}
    assert (days["ACCUSE"], days["REQUEST"]) == ("2022-09-13", "2022-09-13")


def test_what_a_rejected_report_tells_is_negated(code: Code) -> None:
    # Azerbaijan rejected reports that its artillery had shelled houses in Goris on Monday.
    (shelled,) = code("rejected-reports").events  # who rejects a report denies it; he refuses nothing that was asked
    assert (shelled.type, shelled.factuality, shelled.acled) == ("ASSAULT", "negated", None)


def test_leaders_of_the_alliance_are_the_body_named_before(code: Code) -> None:
    # The CSTO met on Monday. Leaders of the alliance sent troops to the border.
    assert told(code("alliance-decides")) == [Told("MOBILIZE", ("CSTO",), ())]


def test_who_accuses_the_state_of_a_strike_on_its_civilians_is_not_taken_for_its_author(code: Code) -> None:
    # A drone strike in El Fasher killed 31 Sudanese civilians on Monday. The Rapid Support Forces accused Sudan of the strike. …
    assert told(code("accused-of-the-strike"))[0][1:3] == ((), ("SDN.CVL",))


def test_nobody_dies_of_falling_out(code: Code) -> None:
    # Fighting began in Khartoum in April when the two generals fell out.
    assert code("fell-out").figures == ()


def test_of_two_enemies_alike_neither_is_put_there(code: Code) -> None:
    # Ethiopian troops attacked an Eritrean base. Ethiopian troops attacked a Sudanese base. Ethiopian warplanes carried out another raid.
    assert told(code("two-enemies-alike"))[-1] == Told("ASSAULT", ("ETH",), ())
