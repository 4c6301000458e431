"""ACLED's sub-event types by what crowds do and meet and who is hit; people whom no code names; content that names the other side."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, told


@pytest.mark.parametrize(
    ("name", "sub_events"),
    [
        ("opened-fire-on-crowd", ["Excessive force against protesters", "Excessive force against protesters"]),
        ("crowd-dispersed", ["Protest with intervention"]),  # Police fired shots into the air to disperse demonstrators …
        ("marchers-detained", ["Protest with intervention"]),
        ("clash-with-crowd", ["Violent demonstration"]),
        ("thief-lynched", ["Mob violence"]),
        ("post-attacked", ["Armed clash"]),  # Gunmen attacked an army checkpoint …
        ("teacher-shot", ["Attack"]),  # Gunmen shot a teacher …
        ("rebels-take-town", ["Non-state actor overtakes territory"]),
        ("rifles-found", ["Disrupted weapons use"]),
    ],
)
def test_a_sub_event_tells_who_is_hit_and_how(code: Code, name: str, sub_events: list[str]) -> None:
    assert [e.acled for e in code(name).events] == sub_events


def test_a_crowd_that_throws_stones_is_no_peaceful_one(code: Code) -> None:
    # Protesters marched in Nairobi on Monday. They burned tyres and threw stones at the police.
    assert {e.acled for e in code("stones-and-tyres").events} == {"Violent demonstration"}


def test_an_act_of_people_whose_word_says_what_they_are_is_told_without_a_code(code: Code) -> None:
    # Masked gunmen opened fire on traders.
    assert told(code("gunmen-nowhere")) == [Told("ASSAULT", (), ())]


def test_what_is_said_to_the_reader_is_no_news(code: Code) -> None:
    # Your gunmen opened fire on the soldiers.
    assert told(code("you-open-fire")) == []


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("embargo-lifted", Told("AGREE", ("FRA",), ("SDN",))),  # France agreed to lift the embargo on Sudan.
        ("will-not-accept", Told("REJECT", ("KEN",), ("SOM",))),
        ("unless-paid", Told("THREATEN", ("UGA",), ("SOM",))),  # Uganda will withdraw its soldiers from Somalia unless …
        ("lifted-emergency", Told("CONCEDE", ("SDN",), ("SDN.CVL",))),  # … lifted a state of emergency …
        ("tens-of-thousands", Told("PROTEST", ("IDN.CVL",), ("IDN",))),  # Tens of thousands of students demonstrated in Jakarta …
    ],
)
def test_what_is_promised_refused_or_threatened_names_the_other_side(code: Code, name: str, event: Told) -> None:
    assert told(code(name)) == [event]


def test_what_another_must_do_is_asked_of_it(code: Code) -> None:
    # The Ethiopian foreign minister said that Eritrea must withdraw its troops.
    assert [(e.type, e.why) for e in code("another-must").events] == [("REQUEST", "REQUEST.must")]


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("joint-forces", Told("ASSAULT", ("FRA", "MLI"), ("MLI.REB",))),  # French troops backed by Malian soldiers attacked …
        ("war-on", Told("ASSAULT", ("RUS",), ("UKR",))),  # Russia's war on Ukraine …
        ("post-inside", Told("ASSAULT", ("FRA",), ("TALIBAN",))),  # … bombed a compound serving as a Taliban post …
        ("died-in-ambush", Told("ASSAULT", ("PKK",), ("TUR",))),  # Five Turkish soldiers died in an ambush by the PKK …
        ("pulled-out-of", Told("RETREAT", ("ZAF",), ())),  # … pulled out of Angola …
        ("sealed-off", Told("COERCE", ("ISR",), ("PSE",))),  # Israel sealed off the town of Nablus …
        ("whose-shelling", Told("ASSAULT", ("KHM",), ("THA.CVL",))),  # … the Cambodian troops, whose shelling of two villages …
        ("refused-talks", Told("REJECT", ("AL-SHABAAB",), ("KEN",))),  # … attacked Al-Shabaab … . Al-Shabaab refused to hold talks.
    ],
)
def test_a_side_that_stands_in_another_phrase_is_found(code: Code, name: str, event: Told) -> None:
    assert told(code(name))[-1] == event


def test_an_act_in_a_film_is_no_news(code: Code) -> None:
    # The film follows a soldier who is shot by rebels in a jungle.
    assert told(code("film-of-war")) == []


def test_what_describes_troops_moves_none(code: Code) -> None:
    # French troops stationed in Mali played football on Monday.
    assert told(code("troops-stationed")) == []


def test_their_is_not_another_side_where_those_above_have_no_code(code: Code) -> None:
    # The United States left the town of Mosul. Gunmen will step up their attacks.
    assert "USA" not in {code_ for e in told(code("unnamed-their")) for code_ in e.actors}
