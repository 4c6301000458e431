"""Who says it in wires, addresses and daily updates: questions put, quotations that go on, spokesmen, pronouns, what was not done."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, Told, said, told, tolls


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        # Asked if Kenya would attack, a Somali minister said it was possible.
        ("claims-asked-if", [("SOM",)]),
        # Asked by the BBC whether Ethiopia would attack, a Somali minister said it was possible.
        ("claims-asked-by", [("BBC",), ("SOM",)]),
        # The Zairean Armed Forces (FAZ) shelled Goma. The FAZ said they had killed 20 rebels.
        ("claims-bracketed-army", [("COD",)]),
        # The Royal Nepalese Army (RNA) lost contact with a patrol. The RNA accused rebels of executing 13 soldiers.
        ("claims-bracketed-force", [("NPL",)]),
        # Algeria's Islamic Salvation Front (FIS) condemned the killings. The banned party's spokesman abroad, Abdelkrim Adda, said …
        ("claims-the-party", [("FIS",), ("FIS",)]),
        # Egypt will host a summit of Sudan's neighbours, its presidency said.
        ("claims-its-presidency", [("EGY",)]),
        # Colombian President Pedro Ruiz met envoys of the ELN in Havana, his spokesman said.
        ("claims-his-spokesman", [("COL",)]),
        # Iran rejected the offer on Monday. China condemned the launch. Foreign ministry spokeswoman Jiang Yu said it was a provocation.
        ("claims-state-spoke", [("CHN",), ("CHN",)]),
        # The Israeli army killed two Palestinians in Gaza. Interior ministry spokesman Iyad Bozum said 12 people were wounded in the strip.
        ("claims-state-acted", [("PSE",)]),
        # The Russian foreign minister was reported by Interfax as telling lawmakers that Russia would oppose any resolution.
        ("claims-reported-as", [("RUS",)]),
        # The Kenyan minister was quoted by Radio Mogadishu as warning that Kenyan troops would attack Somalia.
        ("claims-quoted-as-warning", [("KEN",)]),
        # Radio Rwanda, citing military sources, reported that rebels had killed 12 Ugandan soldiers.
        ("claims-citing", [("RWA",)]),
        # Israeli officials were more blunt. "Nobody should be surprised if one day we act alone," said one, who declined to be named.
        ("claims-one-of-them", [("ISR",)]),
        # …, the country's top nuclear negotiator said Thursday. "Suspension belongs to the past," Ali Larijani was quoted as saying …
        ("claims-then-named", [("IRN",), ("IRN",)]),
        # … ¶ Source: General Staff of the Armed Forces of Ukraine on Facebook, … ¶ Quote: "Yesterday, the enemy launched 55 airstrikes …"
        ("claims-labelled-quote", [("UKR",)]),
        # A Somali poet is read again. ¶ Source: Mogadishu Review ¶ "Yesterday the enemy came to the gates of the city of glass."
        ("claims-unlabelled-quote", []),
        # Kenya will not withdraw, the Kenyan army chief said on Monday. A trader, Ali Hassan, said shells hit his shop.
        ("claims-another-named", [("KEN",), (None,)]),
    ],
)
def test_who_speaks(code: Code, name: str, sources: list[tuple[str | None, ...]]) -> None:
    assert [source for source, _, _ in said(code(name))] == sources


@pytest.mark.parametrize(
    ("name", "stances"),
    [
        # Kenyan troops shelled Dhobley, Somalia said. Kenya called the accusation "a fabrication".
        ("claims-called-a-fabrication", ["assert", "deny"]),
        ("claims-called-for-it", ["demand"]),  # Mali called for an end to the raids.
        ("claims-something-denied", ["assert", "deny"]),  # Chad said Sudanese planes bombed Adre, something Khartoum denies.
        ("claims-something-to-hide", ["assert"]),  # Sudan said Chad had something to hide.
    ],
)
def test_what_is_called_a_fabrication_is_denied(code: Code, name: str, stances: list[str]) -> None:
    assert [stance for _, stance, _ in said(code(name))] == stances


@pytest.mark.parametrize(
    ("name", "contents"),
    [
        # The Kenyan foreign minister said the rebels would be punished. "They have killed our people."
        ("claims-then-quoted", ["the rebels would be punished", "They have killed our people"]),
        # Latvia warned Belarus not to make a mistake. ¶ Lithuania closed its border with Belarus on Monday.
        ("claims-next-paragraph", ["Belarus not to make a mistake"]),
    ],
)
def test_a_quotation_is_a_statement_of_its_own(code: Code, name: str, contents: list[str]) -> None:
    assert [content for _, _, content in said(code(name))] == contents


def test_a_pronoun_that_speaks_acts_for_its_speaker(code: Code) -> None:
    # Uganda, aid workers say, has closed its border with Rwanda. They have accused the Ugandan army of blocking food deliveries.
    assert told(code("claims-they-accused"))[1] == Told("ACCUSE", (), ("UGA",))
    # "…, TPLF launched an attack," the Ethiopian government said in a statement. It called on the international community to …
    assert told(code("claims-it-called"))[-1] == Told("REQUEST", ("ETH",), ())


def test_who_is_quoted_does_not_call_himself_they(code: Code) -> None:
    # Mali's army said it had repelled an attack. "They have killed our people and burned our houses," a Malian minister said.
    assert told(code("claims-they-and-we"))[1] == Told("ASSAULT", (), ("MLI",), ("MLI",))


@pytest.mark.parametrize(
    ("name", "acts"),
    [
        ("claims-considering", [("SANCTION", "hypothetical")]),  # Kenya is considering expelling the Sudanese ambassador.
        ("claims-while-expelling", [("REQUEST", "actual"), ("SANCTION", "actual")]),  # Kenya called for calm, expelling the …
        ("claims-short-of", [("ACCUSE", "negated")]),  # The United States stopped short of directly accusing Syria.
        # If we were allowed to use the weapons, Putin would not be able to bomb Kharkiv.
        ("claims-not-able", []),
        ("claims-were-able", [("ASSAULT", "actual")]),  # Sudanese rebels were able to capture Nyala on Monday.
        # Sudanese rebels have threatened to kill their captives should Chadian troops try to storm the building.
        ("claims-should-try", [("THREATEN", "actual"), ("ASSAULT", "hypothetical")]),
        # A Malian minister said Chadian troops had attacked Gao and should leave.
        ("claims-they-should", [("ASSAULT", "actual")]),
        ("claims-conceded-that", []),  # The Italian president conceded that mistakes were made.
        ("claims-conceded-to", [("CONCEDE", "actual")]),  # Serbia conceded to the demands of the students on Monday.
        ("claims-48-hours", [("THREATEN", "actual")]),  # Albanian rebels gave President Sali Berisha until Thursday to resign.
        ("claims-told-a-rally", []),  # The Iranian president told a rally in Kermanshah that the West wanted war.
        ("claims-held-a-rally", [("PROTEST", "actual")]),  # Opponents of the Iranian government held a rally in Kermanshah.
        # The Alliance of Democratic Forces for the Liberation of Congo-Zaire said it would not talk.
        ("claims-liberation", []),
    ],
)
def test_what_was_done_and_what_was_not(code: Code, name: str, acts: list[tuple[str, str]]) -> None:
    assert [(event.type, event.factuality) for event in code(name).events] == acts


def test_a_state_that_denies_what_its_rebels_claim_denies_no_act_of_its_own(code: Code) -> None:
    # … after Maoist guerrillas overran an army base in Kalikot, a guerrilla leader claimed. The claim was rejected by the … Nepalese Army.
    assert told(code("claims-army-denies-rebels")) == [Told("ASSAULT", ("NPL.REB",), ("NPL",), (None,))]


def test_a_people_that_acts_is_its_state(code: Code) -> None:
    # The Russians shelled Kherson on Monday.
    assert told(code("claims-the-russians")) == [Told("ASSAULT", ("RUS",), ("UKR",))]
    # Russians protested against the war in Moscow on Monday.
    assert said(code("claims-russians"))[0][0] == ("RUS.CVL",)


def test_rebels_say_we_and_our_forces_too(code: Code) -> None:
    # This is the voice of the FMLN in El Salvador. Our forces attacked the barracks in Usulutan on Sunday. We killed 15 soldiers. We will …
    assert [event[:3] for event in told(code("rebels-say-we"))] == [("ASSAULT", (), ("SLV",)), ("ASSAULT", (), ("SLV",))]


def test_in_an_address_we_are_the_state(code: Code) -> None:
    # Dear Georgians! Today our soldiers held their positions near Gori. I spoke with President Macron. The Russians attacked our army again
    # and we destroyed six of their tanks. We have asked our partners for radars.
    assert told(code("claims-address")) == [
        Told("CONSULT", ("GEO", "FRA"), ()),
        Told("ASSAULT", ("RUS",), ("GEO",)),
        Told("ASSAULT", ("GEO",), ("RUS",)),
        Told("REQUEST", ("GEO",), ()),
    ]
    # "Our soldiers held their positions near Gori," the Georgian president said. "I spoke with President Macron. We destroyed six tanks. …"
    assert [event.by for event in told(code("claims-no-address"))] == [("GEO",), ("GEO",)]


def test_the_enemy_is_the_other_side(code: Code) -> None:
    # Ukrainian troops shelled Donetsk. The enemy lost up to 435 servicemen, Russia's Defense Ministry said.
    assert [(toll.code, toll.by) for toll in tolls(code("claims-enemy-lost"))] == [("UKR", ("RUS",))]
