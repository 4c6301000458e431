"""Acts of speech: of whom something is asked, who is accused, and what is only spoken of."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, codes, told

Roles = tuple[str, tuple[str | None, ...], tuple[str | None, ...]]
SPEECH = {"ACCUSE", "REQUEST", "AGREE", "CONSULT", "SUPPORT", "REJECT", "THREATEN"}


def spoken(code: Code, name: str) -> list[Roles]:
    """The acts of speech of a frozen article: type, actors, recipients."""
    return [event[:3] for event in told(code(name)) if event.type in SPEECH]


@pytest.mark.parametrize(
    ("name", "events"),
    [
        # Norway called for Mali and Chad to hold talks.
        ("called-for-sides-to-talk", [("REQUEST", ("NOR",), ("MLI", "TCD"))]),
        # Norway appealed again for Hamas and Hezbollah to release the hostages.
        ("appealed-for-groups-to-release", [("REQUEST", ("NOR",), ("HAMAS", "HEZBOLLAH"))]),
        # Norway called for the Palestinian Authority to administer Gaza.
        ("called-for-them-to-administer", [("REQUEST", ("NOR",), ("PSE",))]),
        # Norway called for the bridge to be opened.
        ("called-for-bridge-to-be-opened", [("REQUEST", ("NOR",), ())]),
        # Egypt demanded assurances that Israel will not bomb aid convoys.
        ("demanded-assurances-that", [("REQUEST", ("EGY",), ("ISR",))]),
        # Mali demanded an end to the massacres perpetrated by Rwanda.
        ("demanded-end-to-massacres", [("REQUEST", ("MLI",), ("RWA",))]),
        # Ukraine continued its pleas for more weapons from Germany.
        ("pleas-for-weapons-from", [("REQUEST", ("UKR",), ("DEU",))]),
        # The Norwegian minister urged calm between Mali and Chad.
        ("urged-calm-between", [("REQUEST", ("NOR",), ("MLI", "TCD"))]),
        # Norway called for the withdrawal of Turkish troops from Iraq.
        ("called-for-withdrawal-of", [("REQUEST", ("NOR",), ("TUR",))]),
        # Norway called for the release of Turkish soldiers.
        ("called-for-release-of", [("REQUEST", ("NOR",), ())]),
        # France called for an emergency meeting of the Security Council.
        ("called-for-security-council-meeting", [("REQUEST", ("FRA",), ("UN",))]),
        # Mali called on the international community to act.
        ("called-on-international-community", [("REQUEST", ("MLI",), ())]),
        # The Malian president urged people to stay at home. Mali closed its schools.
        ("president-urged-people", [("REQUEST", ("MLI",), ("MLI.CVL",))]),
        # The Malian president urged people in Chad to stay at home.
        ("people-of-elsewhere", [("REQUEST", ("MLI",), ("TCD.CVL",))]),
    ],
)
def test_who_is_asked(code: Code, name: str, events: list[Roles]) -> None:
    assert spoken(code, name) == events


@pytest.mark.parametrize(
    ("name", "events"),
    [
        # The Malian minister asked whether Chad was sending troops.
        ("asked-whether", []),
        # The Malian minister asked Chad: "What kind of world do you live in?"
        ("asked-what", []),
        # Mali asked for the extradition of the general.
        ("asked-for-extradition", [("REQUEST", ("MLI",), ())]),
        # Mali insisted that Chad disarm the militias.
        ("insisted-that-disarm", [("REQUEST", ("MLI",), ("TCD",))]),
        # Mali insisted that Chad had disarmed the militias.
        ("insisted-that-had", []),
        # Malian forces pressed their offensive against Chad.
        ("pressed-their-offensive", []),
        # The Malian minister said: "We must find the rebels."
        ("we-must", []),
        # The Malian minister said that Chad must find the rebels.
        ("they-must", [("REQUEST", ("MLI",), ("TCD",))]),
    ],
)
def test_a_question_or_a_claim_asks_nothing_of_anybody(code: Code, name: str, events: list[Roles]) -> None:
    assert spoken(code, name) == events


@pytest.mark.parametrize(
    ("name", "events"),
    [
        # Kenya condemned the bombing of the French embassy in Mali.
        ("condemned-bombing-of-embassy", [("ACCUSE", ("KEN",), ())]),
        # Kenya condemned the devastating attacks by Rwanda against Mali.
        ("condemned-attacks-by-against", [("ACCUSE", ("KEN",), ("RWA",))]),
        # Kenya condemned the brutal crime which was committed by Rwandan forces.
        ("condemned-crime-committed-by", [("ACCUSE", ("KEN",), ("RWA",))]),
        # Mali said that Niger was responsible for the raid.
        ("said-responsible", [("ACCUSE", ("MLI",), ("NER",))]),
        # Mali said that Niger was not responsible for the raid.
        ("said-not-responsible", []),
        # James Smith was charged with murder in Nairobi.
        ("charged-with-murder", [("ACCUSE", ("KEN",), ("KEN.CVL",))]),
        # Ugandan prosecutors charged James Smith with murder in Nairobi.
        ("charged-by", [("ACCUSE", ("UGA",), ("KEN.CVL",))]),
        # James Smith faces charges of murder in Nairobi.
        ("faces-charges", [("ACCUSE", ("KEN",), ("KEN.CVL",))]),
        # Niger accused Chad of raiding the town of Agadez. "We deny these accusations," the Chadian minister said.
        ("we-deny-accusations", [("ACCUSE", ("NER",), ("TCD",))]),
        # Niger accused Chad of raiding the town of Agadez. "We do not deny these accusations," the Chadian minister said.
        ("we-do-not-deny", [("ACCUSE", ("NER",), ("TCD",))]),
        # Niger accused Chad of shelling the town of Agadez. The Chadian minister rejected the allegations by Niger.
        ("minister-rejected-allegations", [("ACCUSE", ("NER",), ("TCD",))]),
    ],
)
def test_who_is_accused_and_who_accuses(code: Code, name: str, events: list[Roles]) -> None:
    assert spoken(code, name) == events


@pytest.mark.parametrize(
    ("name", "events"),
    [
        # Malian miners went on strike to protest the shelling by Chad.
        ("struck-to-protest", []),
        # Mali called on Chad to condemn the raid by Niger.
        ("called-on-to-condemn", [("REQUEST", ("MLI",), ("TCD",))]),
        # Mali plans to sue Chad.
        ("will-sue", [("ACCUSE", ("MLI",), ("TCD",))]),
        # Malian officials agree that the road is bad.
        ("agree-that-alone", []),
        # Mali and Chad agree that the road must be opened.
        ("agree-that-both", [("AGREE", ("MLI", "TCD"), ())]),
        # Mali cannot accept the report.
        ("cannot-accept", []),
        # Mali will not accept the plan of Chad.
        ("will-not-accept-plan", [("REJECT", ("MLI",), ("TCD",))]),
        # Mali will not recognise Chad.
        ("will-not-recognise", [("REJECT", ("MLI",), ("TCD",))]),
        # Mali sent planes to Gao to support Niger.
        ("sent-planes-to-support", []),
        # Mali closed the dam, threatening the harvest.
        ("threatening-the-harvest", []),
        # Mali closed the dam, threatening Chad.
        ("threatening-chad", [("THREATEN", ("MLI",), ("TCD",))]),
        # Mali rejected the allegation by Chad.
        ("rejected-allegation", []),
        # The president of Mali made a speech. Mali's call came after a raid by Chad.
        ("call-taken-up", []),
        # Mali's call for a truce came after a raid by Chad.
        ("call-for-truce", [("REQUEST", ("MLI",), ())]),
        # The Malian minister flew to Doha to attend talks with Chad.
        ("flew-to-attend", [("CONSULT", ("MLI", "QAT"), ())]),
        # Kenya condemned the raid by Rwanda, calling it a crime.
        ("condemned-calling-it", [("ACCUSE", ("KEN",), ("RWA",))]),
        # Mali agreed to recognise Chad.
        ("agreed-alone-to-recognise", []),
        # Mali refused to agree to release the rebels.
        ("refused-to-agree", [("REJECT", ("MLI",), ("MLI.CVL",))]),
        # The Malian president held a news conference with French reporters.
        ("news-conference-with", []),
        # The Malian police received a call from a group of villagers.
        ("received-a-call-from", []),
        # The Malian president called on Chad to recognise Niger.
        ("must-not-recognise", []),
        # The Malian police said that they would tell more as they investigate further.
        ("investigate-further", []),
        # The Malian president ordered an offensive against Chad.
        ("ordered-an-offensive", []),
    ],
)
def test_what_is_only_to_be_said_is_not_said(code: Code, name: str, events: list[Roles]) -> None:
    assert spoken(code, name) == events


@pytest.mark.parametrize(
    ("name", "events"),
    [
        # Mali made a pledge to Chad.
        ("made-a-pledge", [("AGREE", ("MLI",), ("TCD",))]),
        # Mali stood by its commitment to Chad.
        ("commitment-praised", []),
        # Malian officials gathered evidence in Chad.
        ("gathering-evidence", []),
        # The visit of the Malian president ended.
        ("visit-alone", []),
        # The visit of the Malian president to Chad ended.
        ("visit-of-to", [("CONSULT", ("MLI", "TCD"), ())]),
        # The Malian president received a phone call from the French president.
        ("phone-call-from", [("CONSULT", ("MLI", "FRA"), ())]),
        # Norway announced a package of aid for Chad.
        ("announced-aid", [("AGREE", ("NOR",), ("TCD",))]),
        # Kenya stands with Somalia.
        ("stands-with", [("SUPPORT", ("KEN",), ("SOM",))]),
        # Kenya received threats from Chad.
        ("received-threats", [("THREATEN", ("TCD",), ("KEN",))]),
    ],
)
def test_promises_visits_calls_and_support(code: Code, name: str, events: list[Roles]) -> None:
    assert spoken(code, name) == events


@pytest.mark.parametrize(
    ("name", "events"),
    [
        # Norway warned Sweden about Russian submarines.
        ("warned-about-a-third", []),
        # Norway warned Sweden that Russia would attack.
        ("warned-that-a-third", []),
        # Chad warned Niger of consequences.
        ("warned-of-consequences", [("THREATEN", ("TCD",), ("NER",))]),
        # The Malian minister said: "If Chad attacks, it will pay a heavy price."
        ("if-it-attacks-it-will", [("THREATEN", ("MLI",), ("TCD",))]),
    ],
)
def test_who_is_threatened(code: Code, name: str, events: list[Roles]) -> None:
    assert spoken(code, name) == events


@pytest.mark.parametrize(("name", "denials"), [("we-deny-accusations", 1), ("we-do-not-deny", 0), ("minister-rejected-allegations", 1)])
def test_an_official_denies_the_act_for_his_side(code: Code, name: str, denials: int) -> None:
    negated = [event for event in code(name).events if event.why.endswith("+denied")]
    assert len(negated) == denials
    assert all(e.type == "ASSAULT" and e.factuality == "negated" and codes(code(name), e.actors) == ("TCD",) for e in negated)
