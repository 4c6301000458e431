"""Who deals with whom where states hail, condemn, call for and agree."""

from __future__ import annotations

import pytest

from tests.coding.record_views import Code, codes, told


@pytest.mark.parametrize(
    ("name", "told_of"),
    [
        # Kenya, Uganda and Tanzania [hung on "reported"] hailed the accord between Chad and Niger, the broadcaster Sauti reported.
        ("subject-of-the-verb-behind", ("SUPPORT", ("KEN", "UGA", "TZA"), ("TCD", "NER"))),
        # Ghana and Togo applauded their accord with Mali.
        ("their-own-object", ("SUPPORT", ("GHA", "TGO"), ("MLI",))),
        # Longtime rivals Chad and Niger will restore relations in May.
        ("foes-by-name", ("AGREE", ("TCD", "NER"), ())),
        # Ghana called for an embargo against Mali.
        ("called-for-against", ("REQUEST", ("GHA",), ("MLI",))),
        # The Kenyan president called for calm in Somalia before the vote.
        ("quiet-in", ("REQUEST", ("KEN",), ("SOM",))),
        # Vietnam and Malaysia agreed that drilling in the South China Sea should stop.
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
        # Greece denounced a raid by Turkish troops in eastern Syria.
        ("condemned-elsewhere", ()),
        # Greece denounced a raid by Turkish troops.
        ("condemned-at-home", ("GRC",)),
    ],
)
def test_who_denounces_a_raid_in_a_third_country_is_not_its_victim(code: Code, name: str, struck: tuple[str, ...]) -> None:
    report = code(name)
    (raid,) = [event for event in report.events if event.type == "ASSAULT"]
    assert codes(report, raid.recipients) == struck
