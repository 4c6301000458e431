from __future__ import annotations

from gesta.model import Report
from tests.coding.record_views import Code, Told, codes, told, words


def types(report: Report) -> list[str]:
    """Event types in order."""
    return [e.type for e in report.events]


def test_an_assault_in_the_passive_is_the_adversarys(code: Code) -> None:
    # Azerbaijan said that Armenian troops attacked Azerbaijani outposts near Lachin.
    # Armenia said that the town of Vardenis was shelled on Monday.
    report = code("shelled-in-the-passive")
    assert told(report) == [Told("ASSAULT", ("ARM",), ("AZE",), ("AZE",)), Told("ASSAULT", ("AZE",), ("ARM",), ("ARM",))]
    shelled = report.events[1]
    assert (shelled.mode, shelled.why, shelled.spans.actors) == ("heavy-weapons", "ASSAULT.shell+adversary", ())


def test_came_under_attack_by(code: Code) -> None:
    # Congolese troops came under attack by M23 rebels near Sake on Monday.
    assert told(code("came-under-attack")) == [Told("ASSAULT", ("M23",), ("COD",))]


def test_carried_out_air_strikes_on(code: Code) -> None:
    # Turkish jets carried out air strikes on PKK positions in northern Iraq on Sunday.
    report = code("carried-out-strikes")
    assert told(report) == [Told("ASSAULT", ("TUR",), ("PKK",))]
    assert (report.events[0].mode, report.events[0].targets) == ("aerial", ("military-position",))


def test_an_accusation_is_the_reporters_and_its_act_the_accusers(code: Code) -> None:
    # Eritrea accused Ethiopia of planting mines near the town of Badme.
    report = code("planting-mines")
    assert told(report) == [Told("ACCUSE", ("ERI",), ("ETH",)), Told("ASSAULT", ("ETH",), ("ERI",), ("ERI",))]
    assert report.events[1].mode == "explosives"


def test_what_is_denied_is_negated(code: Code) -> None:
    # Rwanda denied that its troops shelled the town of Goma on Monday.
    report = code("denied-shelling")
    assert told(report) == [Told("ASSAULT", ("RWA",), ("COD",), ("RWA",))]
    assert (report.events[0].factuality, report.events[0].acled) == ("negated", None)


def test_urging_to_stop_is_a_request_and_nothing_stops(code: Code) -> None:
    # The Georgian president, Nino Beridze, urged Azerbaijan to stop the attack.
    report = code("offices")
    assert told(report)[1:] == [Told("REQUEST", ("GEO",), ("AZE",))]
    assert report.events[1].mode == "yield"


def test_clashes_have_two_actors_and_no_recipient(code: Code) -> None:
    # Fresh clashes between Cambodian and Thai troops erupted on Monday.
    assert told(code("clashes")) == [Told("ASSAULT", ("KHM", "THA"), ())]


def test_a_killing_belongs_to_the_attack_of_its_sentence(code: Code) -> None:
    # Al-Shabaab fighters ambushed a Kenyan patrol near Mandera on Monday, killing two soldiers.
    report = code("ambush")
    assert told(report) == [Told("ASSAULT", ("AL-SHABAAB",), ("KEN",))]
    assert words(report, report.events[0].mentions[0]).endswith("killing two soldiers")


def test_a_retelling_is_a_mention(code: Code) -> None:
    # Ethiopian forces shelled the town of Zalambessa on Monday. … Ethiopian forces shelled the town for two hours.
    report = code("told-twice")
    assert [words(report, m) for e in report.events for m in e.mentions] == ["Ethiopian forces shelled the town"]


def test_another_claimants_retelling_of_the_reporters_event_is_a_mention(code: Code) -> None:
    # Ethiopian troops attacked an Eritrean base near Badme on Monday. Eritrea said that Ethiopian troops attacked the base.
    report = code("struck-again")
    assert told(report) == [Told("ASSAULT", ("ETH",), ("ERI",))]
    assert [words(report, m) for m in report.events[0].mentions] == ["Ethiopian troops attacked the base"]


def test_an_announced_attack_of_ones_own_is_a_threat(code: Code) -> None:
    # "We will attack Port Sudan," the RSF said.
    report = code("we-will-attack")
    assert told(report) == [Told("THREATEN", ("RSF",), ("SDN",))]
    assert (report.events[0].mode, report.events[0].factuality) == ("violence", "actual")


def test_a_meeting_to_come_is_agreed(code: Code) -> None:
    # The Iranian and Saudi foreign ministers will meet in Muscat on Friday.
    report = code("will-meet-officials")
    assert told(report) == [Told("AGREE", ("IRN", "SAU"), ())]
    assert report.events[0].factuality == "planned"


def test_all_who_met_are_actors(code: Code) -> None:
    # The Iranian foreign minister met Turkish officials in Geneva on Monday.
    assert told(code("met-in-geneva")) == [Told("CONSULT", ("IRN", "TUR"), ())]


def test_who_brokers_a_ceasefire_mediates_between_the_two_that_fought(code: Code) -> None:
    # Hamas fired rockets at Israel on Sunday, and Israel bombed Hamas positions. A ceasefire brokered by Qatar took effect on Monday.
    report = code("brokered")
    (truce,) = [e for e in report.events if e.type == "RETREAT"]
    assert (truce.mode, codes(report, truce.actors), codes(report, truce.mediators)) == ("ceasefire", ("HAMAS", "ISR"), ("QAT",))


def test_a_weapon_gives_the_mode(code: Code) -> None:
    # They shelled the base with mortars. Palestinian militants fired rockets at Israel on Monday.
    assert [(e.mode, e.weapon) for e in code("carried-over").events[-1:]] == [("heavy-weapons", "mortar")]
    assert [(e.mode, e.weapon) for e in code("rockets").events] == [("heavy-weapons", "rocket")]


def test_arming_rebels_is_aid_said_by_the_accuser(code: Code) -> None:
    # Congo accused Rwanda of arming the rebels. (M23 in the first sentence)
    assert Told("AID", ("RWA",), ("M23",), ("COD",)) in told(code("wire-report"))


def test_an_event_has_the_day_of_its_clause(code: Code) -> None:
    # … near Mandera on Monday (published on Tuesday, 13 September 2022)
    time = code("ambush").events[0].time
    assert time is not None
    assert (time.start, time.end, time.precision, time.date_prec, time.text) == ("2022-09-12", "2022-09-12", "day", 1, "Monday")


def test_an_attack_under_if_is_hypothetical_and_the_answer_a_threat(code: Code) -> None:
    # If Israel attacks Iran, Tehran will strike Israeli ports, Iranian General Reza Karimi said.
    report = code("if-attacked")
    assert told(report) == [Told("ASSAULT", ("ISR",), ("IRN",), ("IRN",)), Told("THREATEN", ("IRN",), ("ISR",))]
    assert [e.factuality for e in report.events] == ["hypothetical", "actual"]
