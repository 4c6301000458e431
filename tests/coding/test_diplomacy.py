"""Who deals with whom where states hail, condemn, call for and agree."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, codes, told


@pytest.mark.parametrize(
    ("name", "told_of"),
    [
        # Norway, Sweden and Denmark [hung on "said"] welcomed the resumption of ties between Sudan and Egypt, the news agency Ritzau said.
        ("subject-of-the-verb-behind", ("SUPPORT", ("NOR", "SWE", "DNK"), ("SDN", "EGY"))),
        # Ghana and Togo welcomed their resumption of ties with Mali.
        ("their-own-object", ("SUPPORT", ("GHA", "TGO"), ("MLI",))),
        # Old foes Sudan and Egypt have renewed ties after a long break.
        ("foes-by-name", ("SUPPORT", ("SDN", "EGY"), ())),
        # Ghana called for sanctions against Mali on Monday.
        ("called-for-against", ("REQUEST", ("GHA",), ("MLI",))),
        # The Kenyan president appealed for peace in Somalia in a message to elders.
        ("peace-in", ("REQUEST", ("KEN",), ("SOM",))),
        # Vietnam and Malaysia agreed that disputes in the South China Sea should be resolved by talks.
        ("sea-of-a-state", ("AGREE", ("VNM", "MYS"), ())),
        # Norway welcomed an offer made by Sudan on Monday.
        ("offer-made-by", ("SUPPORT", ("NOR",), ("SDN",))),
        # Botswana will contribute three million pula to Zimbabwe.
        ("sum-of-unlisted-money", ("AGREE", ("BWA",), ("ZWE",))),
    ],
)
def test_who_and_whom(code: Code, name: str, told_of: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert [event[:3] for event in told(code(name))] == [told_of]


@pytest.mark.parametrize(
    ("name", "struck"),
    [
        # Armenia condemned an attack by Turkish soldiers in northern Syria on Thursday.
        ("condemned-elsewhere", ()),
        # Armenia condemned an attack by Turkish soldiers on Thursday.
        ("condemned-at-home", ("ARM",)),
    ],
)
def test_who_condemns_an_attack_in_a_third_country_is_not_its_victim(code: Code, name: str, struck: tuple[str, ...]) -> None:
    report = code(name)
    (attack,) = [event for event in report.events if event.type == "ASSAULT"]
    assert codes(report, attack.recipients) == struck
