"""Acts and sides that the words themselves tell, in constructions of news writing: each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, told

Act = tuple[str, tuple[str, ...], tuple[str, ...]]


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # Police in Uganda arrested Moses Okello in Kampala on Monday, a court said.
        ("own-named-arrested", ("COERCE", ("UGA",), ("UGA.CVL",))),
        # The government of Belarus has jailed tens of thousands of dissidents, Amnesty International said.
        ("own-dissidents", ("COERCE", ("BLR",), ("BLR.CVL",))),
        # Police in Uganda arrested two suspects in Kampala on Monday, a court said.
        ("own-suspects", ("COERCE", ("UGA",), ())),
        # Rebels of M23 attacked a base near Goma in Congo. The army of Congo took Jean Mabiala prisoner.
        ("taken-prisoner", ("COERCE", ("COD",), ("M23",))),
        # The government of Bahrain unleashed a brutal crackdown on dissent in Manama in 2011.
        ("crackdown-on-dissent", ("COERCE", ("BHR",), ("BHR.CVL",))),
    ],
)
def test_a_state_represses_its_own_people(code: Code, name: str, act: Act) -> None:
    assert act in [event[:3] for event in told(code(name))]


def test_a_crackdown_on_crime_is_no_event(code: Code) -> None:
    # The government of Kenya announced a crackdown on illegal gambling in Nairobi.
    assert told(code("crackdown-on-crime")) == []


@pytest.mark.parametrize(
    ("name", "act"),
    [
        # The Obama administration condemned an attack by Sudan on a camp in Darfur. (Coded as of no day.)
        ("administration-of-another-day", ("ACCUSE", ("USA",), ("SDN",))),
        # Eritrea and Ethiopia fought near Badme in May. Eritrean troops attacked their neighbour with artillery …
        ("its-neighbour", ("ASSAULT", ("ERI",), ("ETH",))),
        # Kilis in Turkey has faced rocket attacks from Islamic State for weeks.
        ("attacks-from-forces", ("ASSAULT", ("ISIS",), ("TUR",))),
        # Chad was responsible for the massacre of ten Sudanese villagers, Sudan said.
        ("responsible-for-killing", ("ASSAULT", ("TCD",), ("SDN.CVL",))),
        # Chad was not responsible for the massacre of ten Sudanese villagers, Sudan said.
        ("not-responsible-for-killing", ("ASSAULT", (), ("SDN.CVL",))),
        # The African Union issued a statement that blamed Uganda for the raid.
        ("statement-that-blamed", ("ACCUSE", ("AU",), ("UGA",))),
        # Japan held a news conference accusing China of attacks on its ships.
        ("conference-accusing", ("ACCUSE", ("JPN",), ("CHN",))),
        # Norway reiterated calls for a ceasefire in Sudan.
        ("echoed-calls", ("REQUEST", ("NOR",), ("SDN",))),
        # Belarus supports the raid by Russia on Ukrainian ports.
        ("backs-a-raid", ("SUPPORT", ("BLR",), ("RUS",))),
        # The Security Council voted on Monday to extend sanctions against Mali.
        ("voted-to-extend", ("SANCTION", ("UN",), ("MLI",))),
    ],
)
def test_whose_act_it_is(code: Code, name: str, act: Act) -> None:
    assert act in [event[:3] for event in told(code(name))]


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("hyphened-talks", [("CONSULT", ("IND", "PAK"), ())]),  # India-Pakistan talks on Kashmir resumed in Lahore on Monday.
        ("hyphened-drills", [("COOPERATE", ("KEN", "UGA"), ())]),  # Kenyan-Ugandan military exercises began near Busia on Monday.
        ("one-before-talks", []),  # Indian negotiations began on Monday.
    ],
)
def test_a_hyphen_joins_two_sides(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "first"),
    [
        # A car bomb exploded outside the Turkish embassy in Kabul on Monday.
        ("blast-outside-embassy", ("ASSAULT", (), ("TUR",))),
        # A bomb exploded in a crowded market in Quetta in Pakistan on Monday.
        ("blast-in-market", ("ASSAULT", (), ("PAK.CVL",))),
        # A bomb exploded in Goma on Monday, and the rebels of M23 fled.
        ("blast-in-town", ("ASSAULT", (), ())),
        # Rockets landed near the Danish embassy in Baghdad on Friday, and militants attacked a base.
        ("rockets-landed-near", ("ASSAULT", (), ("DNK",))),
    ],
)
def test_whom_a_blast_strikes_tells_the_place_where_it_went_off(code: Code, name: str, first: Act) -> None:
    assert told(code(name))[0][:3] == first


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("massed-at-border", ("MOBILIZE", ("TCD",), ("SDN",))),  # Chad massed tanks near the Sudanese border on Monday.
        ("massed-at-own-border", ("MOBILIZE", ("TCD",), ())),  # Chad deployed tanks along its border with Sudan on Monday.
    ],
)
def test_forces_at_a_border_stand_against_the_state_behind_it(code: Code, name: str, act: Act) -> None:
    assert [event[:3] for event in told(code(name))] == [act]


@pytest.mark.parametrize(
    ("name", "last"),
    [
        # The ruling coalition in Chad condemned a raid by Sudan on Monday.
        ("coalition-of-parties", ("ASSAULT", ("SDN",), ("TCD",))),
        # Members of the "Food for All" coalition held a protest in Nairobi on Monday.
        ("coalition-of-campaigners", ("PROTEST", ("KEN.CVL",), ("KEN",))),
        # The US-led coalition bombed Tabqa in Syria on Monday. The army of Syria said it would answer. The army then shelled Raqqa.
        ("coalition-that-bombs", ("ASSAULT", ("SYR",), ("COALITION",))),
        # An air strike by a U.S.-led Coalition killed nine Syrian soldiers near Tabqa on Monday, the Pentagon said.
        ("coalition-that-is-led", ("ASSAULT", ("USA",), ("SYR",))),
        # Ethiopian troops attacked Eritrean positions in May. Ethiopia said enemy shelling killed three people in Badme on Monday.
        ("enemy-shelling", ("ASSAULT", ("ERI",), ("ETH",))),
        # Ethiopian troops fought Eritrean troops in May. Ethiopia said it saw 211 enemy attacks.
        ("many-enemy-attacks", ("ASSAULT", ("ETH",), ("ERI",))),
    ],
)
def test_which_side_is_meant(code: Code, name: str, last: Act) -> None:
    assert told(code(name))[-1][:3] == last


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # The United States sent billions in military aid to Ukraine.
        ("billions-in-aid", [("AID", ("USA",), ("UKR",))]),
        # The World Food Programme halted operations in Sudan after a raid by the RSF.
        ("agency-suspends-work", [("SANCTION", ("UN",), ("SDN",)), ("ASSAULT", ("RSF",), ("SDN",))]),
        # The army of Chad suspended operations against the rebels on Monday.
        ("army-suspends-operations", [("RETREAT", ("TCD",), ())]),
        # Ethiopia cut electricity to Djibouti on Monday.
        ("cut-electricity", [("SANCTION", ("ETH",), ("DJI",))]),
        # At a meeting of the Security Council in New York the French ambassador condemned Mali.
        ("meeting-of-body", [("CONSULT", ("UN",), ()), ("ACCUSE", ("FRA",), ("MLI",))]),
        # The French president met with his top advisers on Monday.
        ("met-his-advisers", [("CONSULT", ("FRA",), ())]),
        # The Malian parliament is to meet on Monday.
        ("parliament-to-meet", []),
    ],
)
def test_what_is_done(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        # A water agreement between Egypt and Sudan lapsed in May.
        ("agreement-between-two", [("AGREE", ("EGY", "SDN"), ())]),
        # A lasting agreement between us and Sudan is what Egypt wants, the Egyptian minister said.
        ("agreement-with-us", []),
    ],
)
def test_two_who_have_an_agreement_have_agreed(code: Code, name: str, acts: list[Act]) -> None:
    assert [event[:3] for event in told(code(name))] == acts


@pytest.mark.parametrize(
    ("name", "last"),
    [
        # The rebels of M23 attacked a base of the army of Congo … M23 repeated its demand for the release of prisoners.
        ("demand-of-the-foe", ("REQUEST", ("M23",), ("COD",))),
        # The rebels of M23 attacked a base of the army of Congo … M23 called for more food and medicine.
        ("demand-of-others", ("REQUEST", ("M23",), ())),
    ],
)
def test_what_a_foe_alone_can_give_is_asked_of_it(code: Code, name: str, last: Act) -> None:
    assert told(code(name))[-1][:3] == last
