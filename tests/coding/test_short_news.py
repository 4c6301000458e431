"""News of one or two sentences, each read whole: who did what to whom, what is denied, and what tells no act."""

from __future__ import annotations

import pytest

from gesta.codebook import Codebook
from gesta.coding.assemble import Coding
from tests.coding.parses import article, reading
from tests.coding.record_views import Code, codes, said, told, tolls

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # Critics have urged Morocco to free the dissidents.
        ("critics-urged", [("REQUEST", (), ("MAR",))]),
        # Protesters in Tunis called on the government to resign.
        ("crowd-demanded", [("REQUEST", ("TUN.CVL",), ("TUN",))]),
        # Ethiopia and Eritrea agreed in Pretoria to end hostilities.
        ("agreed-in-a-capital", [("AGREE", ("ETH", "ERI"), ())]),
        # Kenya and Uganda engaged in joint military drills on Monday.
        ("engaged-in-drills", [("COOPERATE", ("KEN", "UGA"), ())]),
        # Two French soldiers died when their vehicle hit a mine in Mali.
        ("vehicle-hit-mine", [("ASSAULT", (), ("FRA",))]),
        # A Palestinian stabbed two Israeli policemen before being shot dead.
        ("stabbed-then-shot", [("ASSAULT", ("PSE",), ("ISR",)), ("ASSAULT", ("ISR",), ("PSE",))]),
        # Ukraine shot down 50 of 60 drones launched by Russia.
        ("shot-down-launched-by", [("ASSAULT", ("UKR",), ("RUS",))]),
        # Bolivian police used tear gas to disperse miners marching in La Paz.
        ("dispersed-marching", [("ASSAULT", ("BOL",), ("BOL.CVL",)), ("PROTEST", ("BOL.CVL",), ("BOL",))]),
        # Somali police rescued nine Kenyan nurses from a hotel stormed by Al-Shabaab.
        ("freed-from-stormed", [("AID", ("SOM",), ("KEN.CVL",)), ("ASSAULT", ("AL-SHABAAB",), ("SOM",))]),
        # A bomb ripped through a market in Maiduguri on Monday.
        ("bomb-in-a-market", [("ASSAULT", (), ("NGA.CVL",))]),
        # Wagner mercenaries and Central African troops attacked Sikikede.
        ("wagner-and-troops", [("ASSAULT", ("WAGNER", "CAF"), ())]),
        # Gunmen attacked a female journalist in Herat on Monday.
        ("journalist-in-herat", [("ASSAULT", (), ("AFG.CVL",))]),
        # A land mine blast near Sokoto killed a mother and her four children.
        ("land-mine-blast", [("ASSAULT", (), ("NGA.CVL",))]),
        # Azerbaijan's army killed an Armenian serviceman with sniper fire.
        ("killed-with-sniper-fire", [("ASSAULT", ("AZE",), ("ARM",))]),
        # Ukrainian saboteurs blew up a railway bridge in Bryansk.
        ("saboteurs-blew-up", [("ASSAULT", ("UKR",), ())]),
        # Jordan withdrew its ambassador from Israel in protest.
        ("envoy-withdrawn", [("SANCTION", ("JOR",), ("ISR",))]),
        # The African Union suspended Niger on Tuesday.
        ("body-suspends-member", [("SANCTION", ("AU",), ("NER",))]),
        # North Korea fired a ballistic missile into the sea on Tuesday.
        ("missile-into-sea", [("MOBILIZE", ("PRK",), ())]),
        # Syrian soldiers attacked the Lebanese village of Arsal, burning homes.
        ("burning-homes", [("ASSAULT", ("SYR",), ("LBN",))]),
        # Thai F-16 fighters bombed two Cambodian posts.
        ("planes-by-make", [("ASSAULT", ("THA",), ("KHM",))]),
        # President Gustavo Petro ended talks with the ELN after it bombed a police station in Cali.
        ("it-of-the-partner", [("ASSAULT", ("ELN",), ("COL",))]),
        # Chadian soldiers shelled a village in Sudan, sending thousands fleeing.
        ("fleeing-sent", [("ASSAULT", ("TCD",), ("SDN.CVL",))]),
        # President Vladimir Putin, who has threatened Poland, met Xi Jinping in Beijing.
        ("who-before-a-clause", [("THREATEN", ("RUS",), ("POL",)), ("CONSULT", ("RUS", "CHN"), ())]),
        # Bandits seized nine Nigerian girls in Zamfara on Monday.
        ("seized-by-bandits", [("ASSAULT", (), ("NGA.CVL",))]),
        # China and Russia blocked an American proposal on Haiti.
        ("proposal-blocked", [("REJECT", ("CHN", "RUS"), ("USA",))]),
        # Kosovo closed its border with Serbia on Monday.
        ("border-closed-with", [("COERCE", ("XKX",), ("SRB",))]),
        # Chad and Sudan have downgraded diplomatic relations.
        ("neighbours-both", [("SANCTION", ("TCD", "SDN"), ())]),
    ],
)
def test_who_did_what_to_whom(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("question-to-a-state", []),  # Journalists asked the Kenyan government whether it had been warned.
        ("vetoed-a-resolution", ["REJECT"]),  # China vetoed a resolution calling for a ceasefire in Myanmar.
        ("accused-of-in-passing", ["ASSAULT"]),  # The Taliban hanged four men accused of kidnapping in Herat.
        ("rally-banned", ["COERCE"]),  # Police in Zimbabwe banned an opposition rally.
        ("denounced-raid", ["ACCUSE"]),  # The raid, denounced by Egypt, killed six Palestinians in Rafah.
        ("not-to-be-named", ["CONSULT"]),  # A Malian official, who asked not to be named, met envoys of Algeria.
    ],
)
def test_what_others_do_with_an_act_is_no_act_of_theirs(code: Code, name: str, types: list[str]) -> None:
    assert [event.type for event in code(name).events] == types


def test_who_repelled_an_attack_was_struck_by_it(code: Code) -> None:
    # An attack by Chadian rebels repelled by Sudan went on for hours near the border.
    assert told(code("attack-repelled-by"))[0][:3] == ("ASSAULT", ("TCD.REB",), ("SDN",))


def test_nobody_speaks_who_asks_for_no_name(code: Code) -> None:
    # A Malian official, who asked not to be named, met envoys of Algeria.
    assert said(code("not-to-be-named")) == []


@pytest.mark.parametrize(
    ("name", "eras"),
    [
        ("former-lawmakers", ["current"]),  # Police in Bangkok arrested six former lawmakers.
        ("captured-before", ["current", "background"]),  # Rebels of the M23 freed 23 Congolese soldiers captured last month.
        # In March gunmen attacked a base in Gao. The Malian army said at the time that it had killed nine rebels.
        ("said-at-the-time", ["background", "background"]),
        # Two weeks ago rebels attacked a base in Gao in Mali. On the same day a truck bomb exploded in Timbuktu.
        ("same-day-of-a-week", ["background", "background"]),
    ],
)
def test_what_lies_back_is_background(code: Code, name: str, eras: list[str]) -> None:
    assert [event.era for event in code(name).events] == eras


def test_the_same_day_lies_in_the_week_told_before(code: Code) -> None:
    # Two weeks ago rebels attacked a base in Gao in Mali. On the same day a truck bomb exploded in Timbuktu.
    first, second = (event.time for event in code("same-day-of-a-week").events)
    assert first is not None
    assert second is not None
    assert (second.start, second.end) == (first.start, first.end)


@pytest.mark.parametrize(
    ("name", "denied"),
    [
        ("rejected-claims-that", ("AID", ("UGA",), ("ADF",))),  # Uganda rejected accusations that it arms the ADF.
        # Congo accuses Rwanda of arming the M23 rebels, an accusation rejected by Kigali.
        ("charge-rejected-by", ("AID", ("RWA",), ("M23",))),
        # Ukraine said that Russia had shelled a hospital in Kherson, which Moscow denies.
        ("which-he-denies", ("ASSAULT", ("RUS",), ("UKR.CVL",))),
        # Ukraine said that Russia had shelled a hospital in Kherson. Moscow denied it.
        ("denied-it", ("ASSAULT", ("RUS",), ("UKR.CVL",))),
        # Sudanese drones struck a market in the Chadian town of Adre on Monday, killing nine people. Sudan denied the attack.
        ("denied-the-attack", ("ASSAULT", ("SDN",), ("TCD.CVL",))),
    ],
)
def test_a_denial_is_the_act_negated_in_the_mouth_of_who_denies(code: Code, name: str, denied: Act) -> None:
    report = code(name)
    found = [(e.type, codes(report, e.actors), codes(report, e.recipients)) for e in report.events if e.factuality == "negated"]
    assert found == [denied]


def test_a_charge_that_is_denied_behind_its_name(code: Code) -> None:
    # Congo accuses Rwanda of arming the M23, a charge Kigali denies.
    assert (("RWA",), "deny", "a charge") in said(code("charge-he-denies"))


def test_it_before_a_verb_is_nothing_denied(code: Code) -> None:
    # Ukraine says that Russia masses troops near Kharkiv. Russia denies it plans an attack.
    assert "deny" not in {stance for _, stance, words in said(code("denies-it-plans")) if words == "it"}


def test_whose_death_is_avenged_is_the_avengers(code: Code) -> None:
    # Hezbollah fired rockets at Israel in retaliation for the killing of a commander.
    assert [toll.code for toll in tolls(code("avenged-commander"))] == ["HEZBOLLAH"]


def test_of_two_states_a_report_is_about_the_one_whose_capital_it_comes_from(codebook: Codebook) -> None:
    # PRISTINA, Sept 24 - Serbia condemned Kosovo … Serbia said that Serbia had warned Kosovo. Troops of Serbia …
    home = Coding(article("dateline-in-a-capital"), reading("dateline-in-a-capital"), codebook).cast.home
    assert home is not None
    assert home.code == "XKX"


def test_a_governor_is_in_office_where_the_places_of_the_sentence_lie(code: Code) -> None:
    # Ukrainian drones struck a village in Kursk on Monday, the regional governor said.
    assert [event.by for event in told(code("governor-of-the-place"))] == [("RUS",)]


def test_some_of_people_without_a_code_are_nobodys(code: Code) -> None:
    # About 30 attackers fired at Kosovan policemen on Sunday. Four of them were killed.
    assert [toll.code for toll in tolls(code("four-of-the-attackers"))] == [None]


def test_a_second_exchange_of_prisoners_is_no_fight(code: Code) -> None:
    # The Houthis freed 20 soldiers of Yemen …, two months after fighting ended in Taiz. A second exchange is planned, …
    assert [event.type for event in told(code("exchange-of-nothing"))] == ["RETREAT", "ASSAULT"]
    # An exchange of fire between Indian and Pakistani soldiers went on for hours.
    assert told(code("exchange-of-fire"))[0][:3] == ("ASSAULT", ("IND", "PAK"), ())


def test_what_two_foes_do_together_is_aimed_at_nobody_else(code: Code) -> None:
    # Russian troops fought Ukrainian troops near Bakhmut on Sunday. Russia and Ukraine are to free 105 soldiers each under an accord …
    assert [event[:3] for event in told(code("foes-free-soldiers")) if event.type == "CONCEDE"] == [("CONCEDE", ("RUS", "UKR"), ())]
