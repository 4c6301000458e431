"""Protests, crackdowns and coups, and general news that tells none: each test states its sentence."""

from __future__ import annotations

import pytest

from gesta.coding.relatives import antecedent
from tests.coding.parses import reading
from tests.coding.record_views import Code

Acts = list[tuple[str, str | None, tuple[str | None, ...], tuple[str | None, ...]]]


def acts(code: Code, name: str) -> Acts:
    """Type, mode and the codes of both sides of each event."""
    report = code(name)
    of = {a.id: a.code for a in report.actors}
    return [(e.type, e.mode, tuple(of[i] for i in e.actors), tuple(of[i] for i in e.recipients)) for e in report.events]


@pytest.mark.parametrize(
    ("name", "events"),
    [
        # Thousands of Tunisian bakers marched on Monday to demand cheaper flour from the government of Tunisia.
        ("unrest23_reason_demand", [("PROTEST", "demo", ("TUN.CVL",), ("TUN",))]),
        # Weavers staged a sit-in in Kathmandu, demanding that the Nepali government pay their pensions.
        ("unrest23_reason_sit_in", [("PROTEST", "demo", ("NPL.CVL",), ("NPL",))]),
        # The Nepali government refused to talk and demanded that India open the border.
        ("unrest23_no_reason", [("REJECT", "meet", ("NPL",), ("IND",)), ("REQUEST", None, ("NPL",), ("IND",))]),
    ],
)
def test_what_a_protest_is_for_is_part_of_it(code: Code, name: str, events: Acts) -> None:
    assert acts(code, name) == events


def test_what_was_done_to_protest_is_a_protest_that_was_held(code: Code) -> None:
    # Students gathered outside the parliament in Kampala to protest the killing of two musicians.
    assert [(e.type, e.factuality) for e in code("unrest23_reason_protest").events] == [("PROTEST", "actual")]


@pytest.mark.parametrize(
    ("name", "events"),
    [
        # Demonstrators in Honduras stormed the ministry and set fire to a bus.
        ("unrest23_storming", [("PROTEST", "riot", ("HND.CVL",), ("HND",))] * 2),
        ("unrest23_storming_soldiers", [("ASSAULT", None, ("HND",), ("HND",))]),  # Honduran soldiers stormed the ministry in Tegucigalpa.
        ("unrest23_topples", [("COERCE", None, ("MLI",), ("MLI",))]),  # Soldiers overthrew the Malian president in Bamako.
        # Police in Harare lobbed tear gas shells at vendors.
        ("unrest23_gas", [("ASSAULT", "crowd-control", ("ZWE",), ("ZWE.CVL",))]),
        ("unrest23_shells", [("ASSAULT", "heavy-weapons", (), ("YEM",))]),  # Rebels lobbed mortar shells at the Yemeni army.
        # Police in Baku took away three activists outside the embassy.
        ("unrest23_police_fetch", [("COERCE", "arrest", ("AZE",), ("AZE.CVL",))]),
        ("unrest23_gunmen_fetch", [("ASSAULT", "abduct", (), ("AZE.CVL",))]),  # Gunmen took away three Azerbaijani activists in Baku.
        # A curfew was announced in the Nigerian state of Kaduna.
        ("unrest23_curfew", [("COERCE", "curfew", ("NGA",), ("NGA.CVL",))]),
        ("unrest23_net", [("COERCE", "censor", ("ETH",), ())]),  # Mobile internet was cut off in Ethiopia.
    ],
)
def test_what_crowds_armies_and_police_do_has_its_own_type(code: Code, name: str, events: Acts) -> None:
    assert acts(code, name) == events


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        # Congress in Lima rejected the appeal. Peru is divided, and the Peruvian president criticised Congress.
        ("unrest23_congress_peru", ("PER",)),
        ("unrest23_congress_usa", ("USA",)),  # Congress urged Israel to open the crossing, the United States said.
        ("unrest23_congress_india", ("INC-IND",)),  # The Congress slammed the Indian government over the price of onions.
    ],
)
def test_congress_is_that_of_the_states_that_a_report_names(code: Code, name: str, sides: tuple[str, ...]) -> None:
    assert acts(code, name)[0][2] == sides


@pytest.mark.parametrize(
    "name",
    [
        "unrest23_lawmakers_fled",  # Nigerien lawmakers fled through a tunnel in Niamey.
        "unrest23_health_emergency",  # The World Health Organization declared the outbreak in Uganda a global emergency.
        "unrest23_pleaded",  # Two Kenyan smugglers pleaded guilty in Mombasa and a third appealed against his sentence.
        "unrest23_order",  # "Release all prisoners," Maria Ruiz shouted in Caracas, the capital of Venezuela.
        # The coach attacked the referee after the match. Former Spain goalkeeper Ruiz criticised the Portuguese strikers for …
        "unrest23_sport_words",
        "unrest23_warns_other",  # Norway warned that the banks could suspend payments to Iceland.
        "unrest23_exchange",  # A student exchange between Chad and Mali began.
    ],
)
def test_general_news_tells_no_event(code: Code, name: str) -> None:
    assert acts(code, name) == []


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("unrest23_soldiers_fled", ("RETREAT", "withdraw", ("NER",), ())),  # Nigerien soldiers fled from Niamey.
        ("unrest23_warns", ("THREATEN", "relations", ("NOR",), ("ISL",))),  # Norway warned that it could suspend talks with Iceland.
        ("unrest23_rescuers", ("AID", None, ("PER",), ())),  # Peru deployed helicopters to rescue villagers in Piura.
        ("unrest23_hunters", ("MOBILIZE", "weapons", ("PER",), ())),  # Peru deployed helicopters to hunt rebels in Piura.
        # Clashes broke out between riot police and students in Dakar, Senegal.
        ("unrest23_crowd_between", ("ASSAULT", None, ("SEN", "SEN.CVL"), ())),
        # Nine people died in Ecuador in clashes between police and anti-government protesters demanding new elections.
        ("unrest23_anti_government", ("ASSAULT", None, ("ECU", "ECU.CVL"), ())),
        ("unrest23_part_of_city", ("PROTEST", None, ("BGD.CVL",), ("BGD",))),  # Students blocked a road in Dhaka's Rampura.
    ],
)
def test_who_takes_part_is_told_by_the_words(
    code: Code, name: str, event: tuple[str, str | None, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert acts(code, name)[0] == event


def test_people_of_a_body_that_no_register_has_are_no_known_foes(code: Code) -> None:
    # Sri Lanka's army attacked the Tamil Tigers, and … Sri Lankan police arrested four Jathika Saviya members.
    assert acts(code, "unrest23_unregistered")[-1] == ("COERCE", "arrest", ("LKA",), ())


def test_a_bare_that_stands_for_no_name(code: Code) -> None:
    # … over the collapse of a station roof in Temuco that killed nine people on Monday.
    read = reading("unrest23_that")
    kills = next(w.i for w in read.words if w.lemma == "kill")
    noun = antecedent(read, kills)
    assert noun is not None
    assert read.words[noun].lower in {"collapse", "roof"}


def test_a_storm_with_a_name_strikes_nobody(code: Code) -> None:
    # Some demanded that the city sue the firm over the outages after Hurricane Otis, which hit the city in October …
    report = code("unrest23_hurricane")
    why = {report.article.text[left.span.start : left.span.end]: left.why for left in report.leftovers}
    assert why["hit"] == "assault: the doing of weather"
