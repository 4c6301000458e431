"""Who says it: sentences beside a cue, two who speak in one, offices without a state, unnamed sources. Each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, codes, said, told


@pytest.mark.parametrize(
    ("name", "statements"),
    [
        # The claim could not be checked. Niger's army often overstates enemy losses, analysts say.
        ("claims22-sentence-before", [((None,), "Niger's army often overstates enemy losses")]),
        # According to a Kenyan army spokesman, troops hit two camps. Uganda's defence ministry said that rebels shelled the town …
        (
            "claims22-accord-next",
            [(("KEN",), "troops hit two camps"), (("UGA",), "rebels shelled the town of Bundibugyo")],
        ),
        # Chadian troops killed 38 rebels, the defence ministry said Saturday, while Sudan said they had beaten back the advance.
        ("claims22-while", [(("TCD",), "Chadian troops killed 38 rebels"), (("SDN",), "they had beaten back the advance")]),
    ],
)
def test_words_are_given_to_who_says_them_in_their_own_sentence(
    code: Code, name: str, statements: list[tuple[tuple[str | None, ...], str]]
) -> None:
    assert [(found, words) for found, _, words in said(code(name))] == statements


def test_what_is_only_contrasted_is_said_by_who_spoke_first(code: Code) -> None:
    # Chadian troops killed 38 rebels, the defence ministry said Saturday, while the rebels had beaten back an advance.
    assert {found for found, _, _ in said(code("claims22-while-pronoun"))} == {("TCD",)}


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("claims22-foreign-ministry", "SDN"),  # Sudan and Egypt recalled their envoys. In Khartoum, the Foreign Ministry said …
        ("claims22-foreign-ministers", None),  # Mali closed its border with Niger. Foreign ministers said …
        # The rebel group M23 denied any role. Its spokesman in Brussels, Jean Muti, said soldiers had fired first.
        ("claims22-spokesman-abroad", "M23"),
        # Fighting went on in Mali. The Kenyan military said it had struck a convoy. Spokesman Col. Peter Odhiambo said …
        ("claims22-voice", "KEN"),
        ("claims22-not-the-voice", "MLI"),  # Residents of Gao said they were hungry. Spokesman Amadou Keita said Mali would send food.
        ("claims22-also-head", "UN"),  # … said Maria Lund, who is also head of MONUSCO. She said two men had died.
        ("claims22-was-head", None),  # … said Maria Lund, who was once head of MONUSCO.
        ("claims22-local-chief", None),  # Nigeria's army raided a village. A local chief said 40 bodies were brought to the mosque.
        ("claims22-field-source", "YEM"),  # Yemen's army attacked Taiz. A field source said the army had lost two men.
        ("claims22-field-hospital", None),  # Yemen's army attacked Taiz. A field hospital source said 12 people had died.
        ("claims22-source-at-province", "SYR"),  # A source at Hama province said rebels had fired rockets at Salamiyah.
        ("claims22-a-third", "ISR"),  # Two Israeli officials said the raid had failed. A third said four soldiers were hurt.
    ],
)
def test_a_source_without_a_state_is_put_to_whose_it_is(code: Code, name: str, source: str | None) -> None:
    report = code(name)
    assert codes(report, report.statements[-1].sources) == (source,)


def test_an_official_of_health_that_the_reading_left_out_is_his_states(code: Code) -> None:
    # Ten people died in a blast in Kabul. A Pakistani health official told the BBC more than 60 Afghans were hurt.
    assert (("PAK",), "more than 60 Afghans were hurt") in [(found, words) for found, _, words in said(code("claims22-health-official"))]


@pytest.mark.parametrize(
    ("name", "blamed"),
    [
        # A US air strike hit a hospital … In Baghlan, the Taliban ambushed a police convoy … The UN condemned the hospital bombing.
        ("claims22-hospital-bombing", ("USA",)),
        ("claims22-the-ambush", ("TALIBAN",)),  # … The United Nations condemned the attack.
    ],
)
def test_a_condemned_act_is_that_of_whom_its_words_describe(code: Code, name: str, blamed: tuple[str, ...]) -> None:
    assert [e.recipients for e in told(code(name)) if e.type == "ACCUSE"] == [blamed]
