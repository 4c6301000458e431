"""Diplomacy and who says what: "both sides", namesakes, given names, offices by place, praise of a deal. Each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, said, told

Sides = tuple[str, ...]


@pytest.mark.parametrize(
    ("name", "event"),
    [
        # Peru accused Ecuador of sending patrols. [Brazil is named more often.] Brazil's foreign minister urged both to return to talks.
        ("both-that-act-on-each-other", Told("REQUEST", ("BRA",), ("PER", "ECU"))),
        # US envoy Tom Perriello praised the deal between Rwanda and Congo. Both governments had closed the border in March.
        ("both-governments-just-named", Told("COERCE", ("RWA", "COD"), ())),
        # Israel accused Lebanon of moving rockets. Egypt and Qatar drafted a proposal. Qatar urged both countries to show restraint.
        ("brokers-are-no-pair", Told("REQUEST", ("QAT",), ("ISR", "LBN"))),
    ],
)
def test_both_sides_are_those_that_act_on_each_other(code: Code, name: str, event: Told) -> None:
    assert event in told(code(name))


def test_he_is_not_one_of_the_diplomats(code: Code) -> None:
    """Foreign Minister Adel al-Jubeir said that Iranian diplomats had 48 hours to leave. He accused Tehran of meddling."""
    assert told(code("he-is-no-diplomats"))[-1] == Told("ACCUSE", ("SAU",), ("IRN",))


@pytest.mark.parametrize(
    ("name", "words", "source"),
    [
        # Malaysian Prime Minister Anwar Ibrahim said the talks had ended. "They shook hands at my house," Anwar said.
        ("anwar-said", "They shook hands at my house", "MYS"),
        # Sudanese Foreign Minister Ahmed Sharif said … Sharif thanked Egypt. "We have eaten nothing for two days," Ahmed said.
        ("ahmed-is-another", "We have eaten nothing for two days", None),
        # Thailand's army said Cambodian troops had opened fire. "This is a deliberate violation," army spokesman Winthai Suvaree said.
        ("army-spokesman-of-the-army-that-spoke", "This is a deliberate violation", "THA"),
        # The United Nations said Sudanese troops had opened fire at Abyei. "We fired no shot," army spokesman Khalid Saad said.
        ("spokesman-of-who-is-spoken-of", "We fired no shot", "SDN"),
        # Jorge Rodriguez [Venezuela's minister] … Cuba's foreign minister, Bruno Rodriguez, … "It is a farce," Rodriguez said.
        ("two-ministers-rodriguez", "It is a farce", "CUB"),
        # President Laurent Gbagbo … Simone Gbagbo greeted the crowd. Gbagbo said France was lying.
        ("wife-of-no-office", "France was lying", "CIV"),
    ],
)
def test_one_name_is_the_person_who_bears_it(code: Code, name: str, words: str, source: str | None) -> None:
    assert ((source,), words) in [(found, content) for found, _, content in said(code(name))]


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        ("ministry-in-gaza", ("PSE",)),  # The interior ministry in Gaza said Israeli aircraft had dropped leaflets.
        ("issued-by-two", ("UN", "AU")),  # A statement issued by the United Nations and the African Union said rebels had left Goma.
    ],
)
def test_organs_speak_for_where_they_sit_and_statements_for_all_who_issue_them(code: Code, name: str, sources: Sides) -> None:
    assert said(code(name))[-1][0] == sources


@pytest.mark.parametrize(
    ("name", "event"),
    [
        # India and Pakistan agreed to a ceasefire in Kashmir. Turkey welcomed the deal.
        ("turkey-welcomed-the-deal", Told("SUPPORT", ("TUR",), ("IND", "PAK"))),
        # Russia vetoed the extension of the UN mission in Georgia. France regretted the veto.
        ("regretted-the-veto", Told("ACCUSE", ("FRA",), ("RUS",))),
        # The UN chief welcomed the agreement signed in Khartoum by President Idriss Deby and Sudanese President Omar al-Bashir.
        ("accord-signed-by-presidents", Told("SUPPORT", ("UN",), ("TCD", "SDN"))),
        ("shrugged-off-the-sanctions", Told("REJECT", ("FJI",), ("AUS",))),  # Fiji shrugged off the Australian sanctions.
        # The United Arab Emirates downgraded its diplomatic mission in Tehran.
        ("downgraded-its-mission", Told("SANCTION", ("ARE",), ("IRN",))),
    ],
)
def test_what_is_welcomed_regretted_or_cut(code: Code, name: str, event: Told) -> None:
    assert event in told(code(name))


def test_a_decision_of_nobody_is_welcomed_of_nobody(code: Code) -> None:
    """The match in Lagos ended early. France welcomed the decision."""
    assert not told(code("welcomed-a-decision-of-nobody"))


@pytest.mark.parametrize(
    ("name", "event"),
    [
        # M23 rebels took Sake on Friday. Belgium froze aid worth 20 million dollars. M23 denied shelling Goma.
        ("aid-is-cut-for-no-guerrillas", Told("SANCTION", ("BEL",), (), ("BEL",))),
        # FARC guerrillas attacked a post on Friday. Colombia suspended talks on Saturday. The FARC denied shelling the post.
        ("talks-are-broken-off-with-guerrillas", Told("SANCTION", ("COL",), ("FARC",))),
    ],
)
def test_aid_that_is_cut_was_given_to_no_guerrillas(code: Code, name: str, event: Told) -> None:
    assert event in told(code(name))
