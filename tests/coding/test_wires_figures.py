"""What it cost as wires tell it, and whose losses they are: each test states its sentence."""

from __future__ import annotations

import pytest

from gesta.coding.tolls import holds_people
from tests.coding.parses import reading
from tests.coding.record_views import Code, told, tolls

Counted = list[tuple[str, int | None, str | None]]


def counted(code: Code, name: str) -> Counted:
    """Effect, best number and side of each figure."""
    return [(t.effect, t.best, t.code) for t in tolls(code(name))]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # In Goma, the main town of North Kivu, 14 people died when a shell landed in a market.
        ("apposed-place-before-the-dead", [("killed", 14, "COD.CVL")]),
        # Another 36 Sri Lankan soldiers were listed as missing in action.
        ("listed-as-missing", [("missing", 36, "LKA")]),
        # Mortar rounds landed on a residential area in Khalis, Iraq, wounding a family of five.
        ("family-of-five", [("wounded", 5, "IRQ.CVL")]),
        ("group-of-miners", [("captured", 12, "NGA.CVL")]),  # A group of 12 miners was kidnapped in Nigeria.
        ("throats-slit", [("killed", 14, "DZA.CVL")]),  # Fourteen villagers had their throats slit in Algeria.
        ("hacked-to-death", [("killed", 12, "BDI.CVL")]),  # Twelve farmers were hacked to death in Burundi.
        # Four policemen were ambushed and shot dead in Oran, Algeria, while a car bomb outside a market in Tiaret claimed five lives.
        ("five-lives", [("killed", 4, "DZA"), ("killed", 5, "DZA.CVL")]),
        # Russian shelling of Donetsk region killed two residents of Hrodivka and injured five more, Ukraine said.
        ("killed-and-five-more", [("killed", 2, "UKR.CVL"), ("wounded", 5, "UKR.CVL")]),
    ],
)
def test_the_dead_are_counted_as_they_are_told(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Russia's losses over the past day amounted to 1,140 people killed and wounded.
        ("killed-and-wounded-together", [("casualties", 1140, "RUS")]),
        ("killed-and-others-wounded", [("killed", 40, "KEN.CVL"), ("wounded", 60, "KEN.CVL")]),  # Forty people were killed and 60 wounded.
    ],
)
def test_one_number_of_killed_and_wounded_is_one_of_casualties(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Rebels holding some 370 Colombian police officers and soldiers have demanded a prisoner exchange.
        ("holding-officers", [("captured", 370, "COL")]),
        ("holding-suspects", [("detained", 12, "TUR.CVL")]),  # Turkish police are holding 12 suspects.
        ("holding-hostages", [("captured", 19, "KOR.CVL")]),  # The Taliban still hold 19 South Korean hostages.
        ("into-custody", [("detained", 54, "KEN.CVL")]),  # Kenyan police took 54 demonstrators into custody.
        ("held-back", []),  # Police in Kenya held back 400 demonstrators.
        ("held-talks-with-two", []),  # Kenya held talks with two ministers from Uganda on Monday.
    ],
)
def test_who_is_held_is_a_captive(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # Four artillery pieces and a huge stock of ammunition were captured by the Tamil Tigers in Sri Lanka.
        ("pieces-captured", []),
        ("crewmen-captured", [("captured", 3, "SYR.CVL")]),  # Three missile crewmen were captured in Syria.
    ],
)
def test_guns_are_no_captives(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("losses-amounted", [("killed", 30, "MLI")]),  # The Malian army's losses amounted to 30, the rebels said.
        # The total combat losses of the Russian army from February 24, 2022 to September 18, 2024 amounted to about 636,410 people.
        ("losses-of-an-army", [("killed", 636410, "RUS")]),
        ("losses-of-money", []),  # Losses of the company reached 30 million dollars.
        ("army-lost-men", [("killed", 10, "TCD")]),  # The army of Chad lost ten men in the ambush.
        ("attackers-lost", [("killed", 10, None)]),  # The attackers lost at least 10 men, a Russian military spokesman said.
    ],
)
def test_whose_losses_a_noun_counts(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "effect"),
    [
        # Russian troops attacked Ukrainian positions. Ukraine's General Staff said the occupiers lost 198 servicemen there.
        ("occupiers-lost", "killed"),
        ("enemy-captured", "captured"),  # … Ukraine's army said 15 enemy soldiers were captured.
        ("invaders-eliminated", "killed"),  # … Our defenders eliminated 74 invaders, the Ukrainian army said.
    ],
)
def test_the_enemy_is_whom_the_teller_fights(code: Code, name: str, effect: str) -> None:
    (toll,) = code(name).figures
    assert (toll.effect, toll.victims.code, toll.victims.who) == (effect, "RUS", "military")


def test_enemy_soldiers_are_taken_by_their_foe(code: Code) -> None:
    assert told(code("enemy-captured"))[1][:3] == ("COERCE", ("UKR",), ("RUS",))


def test_a_foe_with_a_name_is_that_person(code: Code) -> None:
    # Saddam Hussein's foe US President George W. Bush met the prime minister of Jordan.
    assert told(code("foe-with-a-name"))[0][:3] == ("CONSULT", ("USA", "JOR"), ())


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # France lost 58 soldiers in Mali; two of its men are missing.
        ("lost-soldiers-in", [("killed", 58, "FRA"), ("missing", 2, "FRA")]),
        ("lost-foreign-soldiers", [("killed", 40, "UGA")]),  # Kenya lost 40 Ugandan soldiers in Somalia.
        # Fighting between Ethiopian troops and Somali militiamen left six troops and 14 militiamen dead.
        ("namesakes-in-fighting", [("killed", 6, "ETH"), ("killed", 14, "SOM.REB")]),
        ("soldiers-by-soldiers", [("killed", 3, "COD")]),  # Rwandan soldiers killed three soldiers in Goma, Congo said.
        # More than 300 blue helmets have been killed in Mali since the UN mission was created in 2013.
        ("helmets-killed", [("killed", 300, "UN")]),
        ("no-coalition-casualties", [("casualties", 0, "COALITION")]),  # No coalition casualties were reported in Iraq.
        ("civilians-unhurt", [("casualties", 0, "AFG.CVL")]),  # There were no civilian casualties in Afghanistan, NATO said.
        # Three people died in what the regional governor called a Ukrainian drone strike on a civilian car in Russia's Kursk region,
        # where Kyiv's forces have been advancing for two weeks, while Russian missiles killed two people in Kharkiv.
        ("in-what-he-called", [("killed", 3, "RUS.CVL"), ("killed", 2, "UKR.CVL")]),
        # The LTTE said it had taken 11 prisoners. Sri Lankan troops attacked the rebels.
        ("took-prisoners", [("captured", 11, "LKA")]),
        ("prisoners-in-jail", [("killed", 3, "KEN.CVL")]),  # Kenyan police said 40 prisoners escaped and three prisoners were killed.
    ],
)
def test_whose_people_they_were(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("man-and-son", [("killed", 2, "YEM.CVL")]),  # A man and his son were killed in Yemen.
        # A teacher and his wife and two guards were killed in Yemen.
        ("teacher-and-guards", [("killed", 2, "YEM.CVL"), ("killed", 2, "YEM")]),
    ],
)
def test_one_and_his_own_are_two(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


def test_one_of_the_hurt_is_part_of_them(code: Code) -> None:
    # Five people were injured, one seriously, when police used batons in Nepal.
    report = code("one-seriously")
    assert [(f.effect, f.best) for f in report.figures] == [("wounded", 5), ("wounded", 1)]
    assert [link.kind for link in report.links] == ["part_of"]


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # Mali's army said it had neutralised 19 assailants near the border with Burkina Faso. Burkina Faso has accused Mali of …
        ("assailants-neutralised", ("ASSAULT", ("MLI",), ())),
        # In the bloodiest attack, a suicide car bomber slammed into a police checkpoint in the northern city of Mosul, Iraq, killing …
        ("bomber-slammed", ("ASSAULT", (), ("IRQ", "IRQ.CVL"))),
        # A roadside bomb ripped through a U.S. Humvee in western Baghdad, leaving three soldiers dead and two more wounded.
        ("bomb-ripped-through", ("ASSAULT", (), ("USA",))),
        ("took-prisoners", ("COERCE", ("LTTE",), ("LKA",))),  # The LTTE said it had taken 11 prisoners.
    ],
)
def test_on_whom_it_fell(code: Code, name: str, act: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert told(code(name))[0][:3] == act


def test_a_province_is_in_the_state_that_owns_it(code: Code) -> None:
    # A shell hit Syria's Idlib province, killing two people.
    assert [(p.name, p.country) for p in code("province-of-a-state").places] == [("Idlib", "SYR")]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("killed-them", [("killed", 6, "KEN.CVL")]),  # Gunmen pulled six Kenyan passengers off a bus and killed them.
        # Troops arrested five villagers in Aceh and shot them dead.
        ("shot-them-dead", [("detained", 5, "IDN.CVL"), ("killed", 5, "IDN.CVL")]),
        ("surrounded-and-killed-them", []),  # Kenyan police surrounded the gunmen and killed them.
        # A gun battle between police and militants left two militants and a constable dead in Kashmir, India.
        ("militants-and-a-constable", [("killed", 2, None), ("killed", 1, "IND")]),
        # A Russian military plane was shot down near Bakhmut, killing its crew of ten.
        ("crew-of-a-plane", [("killed", 10, "RUS")]),
        ("crew-of-an-airliner", [("killed", 4, "TCD.CVL")]),  # A civilian airliner crashed in Chad, killing its crew of four.
        # Ten people were killed in an Afghan village, Kabul said, among them three cricketers. Pakistan bombed the village.
        ("cricketers", [("killed", 10, "AFG.CVL"), ("killed", 3, "AFG.CVL")]),
    ],
)
def test_people_told_apart_from_what_befell_them(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # Troops arrested five villagers in Aceh and shot them dead.
        ("shot-them-dead", [("COERCE", ("IDN",), ("IDN.CVL",)), ("ASSAULT", ("IDN",), ("IDN.CVL",))]),
        # Paramilitaries in Colombia dragged nine peasants from a bus near Tibu and shot them, a local prosecutor said. The ELN had …
        ("dragged-peasants", [("ASSAULT", ("COL",), ("COL.CVL",)), ("ASSAULT", ("ELN",), ("COL.CVL",))]),
        # They killed my husband and my four sons, a survivor said. The security forces of Algeria put the toll at 19 dead and 22 injured …
        ("put-the-toll-at", [("ASSAULT", (), ("DZA.CVL",))]),
    ],
)
def test_them_and_the_injured(code: Code, name: str, acts: list[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        # A roadside bomb ripped through a U.S. Humvee in western Baghdad, leaving three soldiers dead and two more wounded. The US army …
        ("humvee-in-a-story-of-two", [("killed", 3, "USA"), ("wounded", 2, "USA")]),
        ("women-and-children", [("killed", 31, "DZA.CVL")]),  # At least 31 people, most of them women and children, were killed …
        # At least 44 people, including four soldiers, were killed in Iraq.
        ("including-soldiers", [("killed", 44, "IRQ"), ("killed", 4, "IRQ")]),
        ("mostly-civilians", [("killed", 90, "YEM")]),  # More than 90 people, mostly civilians, were killed in Yemen.
    ],
)
def test_who_was_struck_and_who_they_were(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


def test_a_part_of_the_dead_is_not_whom_one_act_hit(code: Code) -> None:
    # At least 44 people, including four U.S. soldiers, were killed in bombings and shootings across Iraq on Monday.
    assert [event[:3] for event in told(code("two-kinds-of-violence"))] == [("ASSAULT", (), ("IRQ.CVL",)), ("ASSAULT", (), ())]


@pytest.mark.parametrize(
    ("name", "figures"),
    [
        ("army-suffered", [("killed", 11, "MLI"), ("wounded", 30, "MLI")]),  # The Malian army suffered 11 dead and 30 wounded.
        # The strike killed 27 people, taking the overall number of Palestinians killed since October 7 to more than 9,200.
        ("taking-the-number-to", [("killed", 27, "PSE.CVL"), ("killed", 9200, "PSE.CVL")]),
        # The UN refugee agency said that at least 120 refugees had died of hunger in Zaire.
        ("refugees-died", [("killed", 120, "COD.CVL")]),
        ("refugees-fled", [("displaced", 120, None)]),  # At least 120 refugees fled to Uganda on Monday.
        # Iranian drones hit a US base in Syria. US jets struck … The Pentagon said eight militants were killed in the strike.
        ("militants-of-nobody", [("killed", 8, None)]),
    ],
)
def test_a_number_is_told_once_of_its_own_side(code: Code, name: str, figures: Counted) -> None:
    assert counted(code, name) == figures


def test_hostages_taken_are_no_count_of_somebody(code: Code) -> None:
    # Hamas attacked several Israeli towns, killing 1,400 people and taking about 150 hostages.
    assert [toll.by for toll in tolls(code("taking-hostages"))] == [(), ()]


def test_rebels_fight_where_the_sentence_opens(code: Code) -> None:
    # Uganda's army said … In Burundi, Hutu rebels attacked a tea plantation at Teza and killed 34 workers. Soldiers killed 23 rebels …
    assert [event[:3] for event in told(code("in-burundi-rebels"))] == [
        ("ASSAULT", ("UGA",), ("ADF",)),
        ("ASSAULT", ("BDI.REB",), ("BDI.CVL",)),
    ]


def test_those_fought_together_are_no_foes(code: Code) -> None:
    # Zairean rebels captured Punia after heavy fighting with government troops and Serb mercenaries. Zairean planes bombed rebel columns …
    assert all("SRB" not in event.recipients for event in told(code("with-troops-and-mercenaries")))


def test_a_building_shelters_people_and_not_who_hits_it(code: Code) -> None:
    # Russian shells hit a theatre sheltering hundreds of civilians in Mariupol.
    assert [event.type for event in told(code("theatre-sheltering"))] == ["ASSAULT"]
    # Turkey accused Syria of shelling a camp, sheltering Kurdish rebels and arming them.
    assert told(code("turkey-sheltering"))[-1][:3] == ("AID", ("SYR",), ("TUR.REB",))


def test_who_denies_any_part_in_it_did_not_do_it(code: Code) -> None:
    # The Islamic Salvation Army (AIS), the armed wing of …, denied any part in the killings and ordered its fighters to lay down …
    assert code("denied-any-part").events[0].factuality == "negated"
    # Uganda admitted a role in the attack on Goma.
    assert code("admitted-a-role").events[0].factuality == "actual"


def test_the_children_of_an_official_are_civilians(code: Code) -> None:
    # The president of Chad said his two daughters were killed.
    assert counted(code, "daughters-of-the-president") == [("killed", 2, "TCD.CVL")]


def test_ground_is_held_and_not_the_dead_found_there() -> None:
    # … the bodies of 32 Armenian servicemen, which had been found on ground now held by its army, the state commission … said.
    words = reading("ground-held").words
    assert not holds_people(reading("ground-held"), next(w.i for w in words if w.text == "held"))
