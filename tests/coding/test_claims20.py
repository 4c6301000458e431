"""Who says it: what is no statement, agencies and monitors, reporters, spokesmen. Each test states its sentence."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, said

Sources = list[tuple[str | None, ...]]


@pytest.mark.parametrize(
    ("name", "contents"),
    [
        # Tomorrow's talks, the Malian minister said, will open in Algiers.
        ("claims20-before-the-comma", ["will open in Algiers"]),
        # In Gao, the minister said, the Malian army has left its camp.
        ("claims20-in-place", ["the Malian army has left its camp"]),
        # Clashes broke out again, tribal elders say, amid a bitter quarrel over land in Marsabit.
        ("claims20-behind-the-cue", ["Clashes broke out again"]),
        # The Kenyan army did not say how many soldiers were killed in the ambush.
        ("claims20-did-not-say", []),
        # The Kenyan army did not deny that soldiers were killed in the ambush.
        ("claims20-did-not-deny", ["soldiers were killed in the ambush"]),
        # A video posted on Sunday showed Malian soldiers beating villagers in Kidal.
        ("claims20-video", []),
        # State television showed that Malian rebels had fled from Kidal.
        ("claims20-television-showed", ["Malian rebels had fled from Kidal"]),
        # Chad discussed the withdrawal of its troops from Darfur with Sudan.
        ("claims20-discussed", []),
        # Niger wants France to withdraw its soldiers from Agadez.
        ("claims20-wants-another-to", ["France to withdraw its soldiers from Agadez"]),
        # I believe that the Malian army will lose Kidal, and nobody will be surprised.
        ("claims20-author-believes", []),
        # "We believe that the Malian army will lose Kidal," the Tuareg commander said.
        ("claims20-quoted-believes", ["We believe that the Malian army will lose Kidal"]),
        ("claims20-nobody-believes", []),  # Nobody believes that the Chadian army will leave Darfur.
        ("claims20-rejected-the-plan", []),  # Chad has rejected a plan for peace in Darfur.
        ("claims20-rejected-as", ["the report as biased"]),  # Chad rejected the report as biased.
        # Aid came from Kampala in March, which suggests that Uganda cares for Ituri.
        ("claims20-which-suggests", []),
        # No word came from the coalition in Yemen, or from Kenya, which says that its soldiers left Somalia.
        ("claims20-which-says", ["its soldiers left Somalia"]),
        ("claims20-hoped-to", []),  # The Ugandan president hoped to win back Ituri.
        # The Ugandan president hoped that the army would win back Ituri.
        ("claims20-hoped-that", ["the army would win back Ituri"]),
        ("claims20-declined", []),  # Kenya declined to comment on the raid in Somalia.
    ],
)
def test_what_is_a_statement(code: Code, name: str, contents: list[str]) -> None:
    assert [words for _, _, words in said(code(name))] == contents


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        # A blast killed three people in Latakia, Syria's state news agency said. SANA later said that four had died.
        ("claims20-state-agency-named", [("SANA",), ("SANA",)]),
        # A blast killed three people in Latakia, Syrian state radio said. SANA later said that four had died.
        ("claims20-state-radio", [("SYR",), ("SANA",)]),
        ("claims20-agency-beside", [("SANA",)]),  # A blast killed three people in Latakia, state news agency SANA said.
        ("claims20-unlisted-agency", [("LEFASO",)]),  # Gunmen shot dead two guards in Dori, the Lefaso news agency said.
        ("claims20-some-agency", [(None,)]),  # Gunmen shot dead two guards in Dori, a news agency in Burkina Faso said.
        ("claims20-un-agencies", [("UN",)]),  # UN aid agencies warned that hospitals in Darfur would run out of fuel.
        # A monitor backed by the United Nations said that 14 soldiers died in a raid on Deraa.
        ("claims20-backed-monitor", [(None,)]),
        # The BBC's Maria Okello says that the streets of Goma are empty. Okello said soldiers were looting shops.
        ("claims20-reporter", [("BBC",), ("BBC",)]),
        ("claims20-cousin", [(None,)]),  # The nurse's cousin Maria Okello says that the streets of Goma are empty.
        # An air raid killed nine people in Idlib, a monitoring group said. The Syrian Observatory for Human Rights said …
        ("claims20-monitor-next", [("SOHR",), ("SOHR",)]),
        # …, a monitoring group said. The planes came at dawn. Nobody had warned the traders. Human Rights Watch … and Amnesty …
        ("claims20-monitor-later", [(None,)]),
    ],
)
def test_bodies_and_media_that_speak(code: Code, name: str, sources: Sources) -> None:
    assert [source for source, _, _ in said(code(name))] == sources


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        # In 2003, then-President George W. Bush declared that Iraq had weapons. Iraqi troops had left Kuwait.
        ("claims20-then-president", [("USA",)]),
        # Former president George W. Bush said that Iraq had weapons. Iraqi troops had left Kuwait.
        ("claims20-former-president", [(None,)]),
        # Ukraine's army fired missiles in Ukraine. The Defense Department said some were sent. A defense official told CNN they were new.
        ("claims20-behind-the-ministry", [("USA",), ("USA",)]),
        # The Kenyan army said it lost 12 men in Somalia. Pentagon officials were silent. The army said four were wounded.
        ("claims20-army-again", [("KEN",), ("KEN",)]),
        # Gunmen shot three people near Jenin, said Moti Levi, a spokesman for the Zaka rescue service.
        ("claims20-rescue-service", [("ZAKA",)]),
        # Gunmen shot three people near Jenin, said Moti Levi, a spokesman for the hospital.
        ("claims20-company-spokesman", [(None,)]),
        # No word came from the coalition in Yemen, or from Kenya, which says that its soldiers left Somalia.
        ("claims20-which-says", [("KEN",)]),
        # Iran's U.S.-sanctioned President Ali Karimi boasted that the money would be used. Israel attacked Iran.
        ("claims20-sanctioned-president", [("IRN",)]),
        # Arx, a global agency for defence intelligence, said Russian troops would enter Chad. Russia denied it.
        ("claims20-agency-of-a-name", [(None,), ("RUS",)]),
        # Russia threatened Ukraine. During the White House briefing on Monday, press secretary Ann Miles said the time was short.
        ("claims20-white-house-briefing", [("USA",)]),
        # Kenyan troops were told to leave Somalia, Defence Minister Omar Saleh said. Somalia had asked for it, and Somalia asked again.
        ("claims20-minister-of-the-army", [("KEN",)]),
        # Kenyan troops were told to leave Somalia, Somali Defence Minister Omar Saleh said.
        ("claims20-minister-of-another", [("SOM",)]),
        ("claims20-state-media", [("ETH",)]),  # State media said that Ethiopian troops had left Dire Dawa in Ethiopia.
        ("claims20-foreign-media", [(None,)]),  # Foreign media said that Ethiopian troops had left Dire Dawa in Ethiopia.
        # Sudan's RSF denied it had shelled the market. "The army did it," its spokesman, Ali Adam, said.
        ("claims20-its-spokesman-quoted", [("RSF",), ("RSF",)]),
        # Sudan's RSF will meet the army in Jeddah on Monday. Egypt will send an envoy, its presidency said.
        ("claims20-its-presidency-ahead", [("EGY",)]),
        ("claims20-it-said-alone", [("NER",)]),  # Niger's military junta has executed four activists, it said on Monday.
        # The UN said that aid had stopped. Israel was blocking trucks at Rafah, it said.
        ("claims20-it-said-again", [("UN",), ("UN",)]),
    ],
)
def test_whose_office_it_is(code: Code, name: str, sources: Sources) -> None:
    assert [source for source, _, _ in said(code(name))] == sources
