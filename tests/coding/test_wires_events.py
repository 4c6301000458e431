"""Diplomacy, sanctions, deployments and protests as wires tell them: who is meant, what is done and what is only spoken of."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, said, told

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # Syria broke off relations with Qatar after accusing it of arming rebels.
        ("it-accused", ("ACCUSE", ("SYR",), ("QAT",))),
        # Kenya accused Uganda of harassment and demanded that it withdraw.
        ("it-demanded-of", ("REQUEST", ("KEN",), ("UGA",))),
        # France and Italy condemned Pristina's decision and called on it to step back.
        ("it-called-on", ("REQUEST", ("FRA", "ITA"), ("XKX",))),
        # French President Emmanuel Macron telephoned Sudanese President Omar al-Bashir to press him to accept a force.
        ("him-pressed", ("REQUEST", ("FRA",), ("SDN",))),
        # Ethiopia said that Eritrea had attacked it with drones.
        ("it-attacked", ("ASSAULT", ("ERI",), ("ETH",))),
        # Mali and the rebels of the CMA held talks in Algiers. The United States and … US envoy Ann Roe urged both sides …
        ("both-but-the-urger", ("REQUEST", ("USA",), ("MLI", "CMA"))),
        # Britain and France condemned Pristina's plan, which was made after Serbs boycotted a vote, and called on it to step back.
        ("it-not-the-people", ("REQUEST", ("GBR", "FRA"), ("XKX",))),
        # Turkey spoke of talks on Monday. Russia and Ukraine accuse each other of blowing it up.
        ("thing-blown-up", ("ASSAULT", ("RUS", "UKR"), ())),
        # Ethiopia and Eritrea traded fire on Monday. France called on the two sides to return to talks.
        ("two-that-traded", ("REQUEST", ("FRA",), ("ETH", "ERI"))),
    ],
)
def test_whom_an_act_is_done_to_is_not_who_does_it(code: Code, name: str, act: Act) -> None:
    assert act in [event[:3] for event in told(code(name))]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        # Germany suspended financial aid to Mali in May and the World Bank halted disbursements.
        ("conjunct-subject", ("SANCTION", ("DEU",), ("MLI",))),
        # Belgium has refused to join such a force, and Kenya ruled out sending troops.
        ("refused-and-ruled", ("REJECT", ("BEL",), ())),
        # China's foreign ministry sanctioned the Reagan Library.
        ("sanctioned-library", ("SANCTION", ("CHN",), ())),
    ],
)
def test_who_acts_in_the_clause_beside_is_no_recipient(code: Code, name: str, first: Act) -> None:
    assert told(code(name))[0][:3] == first


@pytest.mark.parametrize(
    ("name", "types"),
    [
        ("refused-and-ruled", ["REJECT", "REJECT"]),  # Belgium has refused to join such a force, and Kenya ruled out sending troops.
        ("considering-leaving", []),  # Norway is considering withdrawing its troops from Mali.
        ("voted-to-condemn", ["ACCUSE"]),  # The UN General Assembly voted by 131 to three to condemn Israel.
        ("will-vote", []),  # The Arab League will vote on Friday to condemn Israel.
        ("did-agree", ["AGREE"]),  # Kenya and Uganda did agree to resume talks.
        (
            "accord-to-end",
            ["SUPPORT", "CONCEDE"],
        ),  # The Philippine government and the MILF signed an agreement … to end hostilities.
        ("stood-ready", []),  # The French army stood ready to intervene in Chad.
        ("tanks-stood", ["MOBILIZE"]),  # Turkish tanks stood on the border with Syria.
        ("called-off-on-a-day", []),  # The Colombian rebels called off a strike on Tuesday.
        ("police-for-haiti", []),  # The Security Council discussed the deployment of police to Haiti.
        ("kenyan-police-for-haiti", ["MOBILIZE"]),  # The deployment of Kenyan police to Haiti began on Monday.
        ("sent-to-fight", ["MOBILIZE", "ASSAULT"]),  # Rwanda said it had sent soldiers to fight the rebels of the FDLR in Congo.
        ("would-fight", ["THREATEN"]),  # Rwanda said that it would fight the rebels of the FDLR.
        # France said on Monday it would respond to any attack by Mali on its soldiers. Mali shelled Gao.
        ("respond-to-any", ["THREATEN", "ASSAULT"]),
        ("protest-from-a-state", []),  # The visit drew an angry protest from China.
        ("protest-from-students", ["PROTEST"]),  # The plan drew protests from students in Kenya.
        ("own-must", []),  # "Ukraine must find a way to peace," President Zelensky said.
        ("other-must", ["REQUEST"]),  # "Russia must leave," President Zelensky said.
        ("left-talks", ["SANCTION"]),  # Chad pulled out of peace talks in Tripoli.
        ("left-under-accord", ["RETREAT"]),  # Eritrea withdrew its troops from Badme under an agreement with Ethiopia.
    ],
)
def test_what_is_done_and_what_is_only_spoken_of(code: Code, name: str, types: list[str]) -> None:
    assert [event.type for event in code(name).events] == types


def test_what_a_party_stops_short_of_it_does_not_do(code: Code) -> None:
    # Japan has stopped short of condemning the raid by Myanmar.
    assert [event.factuality for event in code("stopped-short").events] == ["negated"]


def test_who_breaks_off_what_two_did_together_breaks_with_the_other(code: Code) -> None:
    # Chad and Sudan held talks in Tripoli on Sunday. Libya and Egypt sent observers. Sudan broke off the talks on Monday.
    assert told(code("broke-off-what-two-did"))[-1][:3] == ("SANCTION", ("SDN",), ("TCD",))


def test_the_two_men_are_those_who_met(code: Code) -> None:
    # Congolese President Felix Tshisekedi met Rwandan President Paul Kagame in Doha. Egypt called on the two men to return to talks.
    assert told(code("the-two-men"))[-1][:3] == ("REQUEST", ("EGY",), ("COD", "RWA"))


def test_two_men_told_of_for_the_first_time_are_nobody_named(code: Code) -> None:
    # The two men, armed with knives, attacked a Kenyan policeman in Nairobi.
    assert told(code("two-armed-men"))[0][:3] == ("ASSAULT", (), ("KEN",))


def test_whose_rebels_are_descent_does_not_tell(code: Code) -> None:
    # Macedonia mourned on Monday. Ethnic Albanian rebels attacked a police post in Tetovo in Macedonia.
    assert told(code("ethnic-rebels"))[0][:3] == ("ASSAULT", ("MKD.REB",), ("MKD",))
    assert told(code("albanian-rebels"))[0][:3] == ("ASSAULT", ("ALB.REB",), ("ALB",))  # Albanian rebels attacked a police post in Tirana.


def test_who_draws_condemnation_is_condemned(code: Code) -> None:
    # The Taliban banned women from universities, drawing condemnation from the United Nations.
    assert told(code("drew-condemnation"))[-1][:3] == ("ACCUSE", ("UN",), ("TALIBAN",))


def test_on_whom_sanctions_on_firms_are(code: Code) -> None:
    # Ukraine has imposed sanctions against 220 Russian companies.
    assert told(code("sanctioned-firms"))[0][:3] == ("SANCTION", ("UKR",), ("RUS",))


def test_whose_a_closed_consulate_is(code: Code) -> None:
    # Belarus closed Poland's consulate in Hrodna on Monday.
    assert told(code("consulate-owned"))[0][:3] == ("SANCTION", ("BLR",), ("POL",))


def test_those_listed_behind_a_name_take_part(code: Code) -> None:
    # The Chinese foreign minister met US envoy Christopher Hill and Japanese envoy Ken Sato in Beijing.
    assert told(code("listed-behind-a-name"))[0][1] == ("CHN", "USA", "JPN")


@pytest.mark.parametrize(
    "name",
    [
        "him-pressed",  # French President Emmanuel Macron telephoned Sudanese President Omar al-Bashir to press him to accept a force.
        "streets-to-demand",  # Thousands of Israelis took to the streets of Tel Aviv to demand that the government strike a deal.
        "protest-at-sanctions",  # Iran summoned the Swiss charge d'affaires to protest at American sanctions on Iran.
        "demands-not-met",  # The rebels of the M23 said that the accord did not meet their demands for a ministry.
        "stay-away-later",  # Lebanon said on Monday that it would stay away from a conference due in Qatar in November.
    ],
)
def test_what_was_said_is_no_plan(code: Code, name: str) -> None:
    assert {event.factuality for event in code(name).events} == {"actual"}


def test_what_others_are_told_to_do_is_not_done(code: Code) -> None:
    # The United States told Armenia and Azerbaijan to withdraw from the border.
    assert [event.type for event in code("told-to-stop").events] == ["REQUEST"]


def test_the_president_named_long_ago_is_the_countrys_own(code: Code) -> None:
    # President Volodymyr Zelensky … Recep Tayyip Erdogan's office said. … "We are preparing a summit of Ukraine," the president said.
    assert (("UKR",), "assert", "We are preparing a summit of Ukraine") in said(code("president-at-home"))


def test_the_president_is_one_man_and_none_whom_he_names(code: Code) -> None:
    # … On Monday Lukashenko and Putin agreed on the stationing of weapons. "Today I spoke with President Macron," the president said.
    assert (("UKR",), "assert", "Today I spoke with President Macron") in said(code("president-of-two"))


def test_the_ministry_is_no_other_states_ministers(code: Code) -> None:
    # … The ministers of Indonesia and Thailand met Cambodian envoys. In Phnom Penh, … The interior ministry demanded that the UN apologise.
    assert told(code("ministry-of-home"))[-1][1] == ("KHM",)


def test_officials_there_are_those_of_the_place_named_last(code: Code) -> None:
    # Serbia massed troops near Kosovo. Officials there condemned Serbia on Monday.
    assert told(code("officials-there"))[-1][:3] == ("ACCUSE", ("XKX",), ("SRB",))


def test_a_surname_is_no_newspaper(code: Code) -> None:
    # US envoy Christopher Hill met Kim Jong Il. Hill called on Pyongyang to shut down its reactor at once.
    assert told(code("surname-of-an-outlet"))[-1][:3] == ("REQUEST", ("USA",), ("PRK",))


def test_days_of_fighting_are_no_term_that_is_set(code: Code) -> None:
    # Azerbaijan said on Thursday that 71 of its soldiers had been killed in two days of fighting with Armenia, and that it was waiting …
    assert [event[:3] for event in told(code("days-of-fighting"))] == [("ASSAULT", ("ARM",), ("AZE",))]
