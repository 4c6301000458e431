"""Who speaks where no register helps: bodies that the article alone names, titles and ranks beside a name, offices held no more."""

from __future__ import annotations

import pytest

from gesta.coding.persons_in_text import another_office
from tests.coding.record_views import Code, said


@pytest.mark.parametrize(
    ("name", "sources"),
    [
        ("unlisted-short", [("ONFC",), ("ONFC",)]),  # The Omdurman Network for Free Courts (ONFC) said … ONFC said.
        ("unlisted-called", [("BARAKA",)]),  # Baraka, a rights group in Chad, said …
        ("unlisted-hospital", [(None,)]),  # The Saint Luke Hospital (SLH) in Goma said …
        ("senator-of-ohio", [("USA",)]),  # Sen. Laura Bell, R-Ohio, said … the United States …
        ("coordinator-in-darfur", [("UN",)]),  # …, UNHCR field coordinator in Darfur, Laura Bell said.
        ("former-officer", [(None,)]),  # Laura Bell, a former U.S. intelligence officer, told reporters …
        ("the-report-again", [("RADIO DABANGA",), ("RADIO DABANGA",)]),  # Radio Dabanga reported … the report said.
        ("unlisted-paper", [("MLI",), ("KAYES HERALD",)]),  # Mali's army said … The Kayes Herald newspaper said …
        ("official-report", [("NER",), (None,)]),  # Niger's army said … according to an official report.
    ],
)
def test_a_speaker_has_the_code_that_the_article_gives(code: Code, name: str, sources: list[tuple[str | None, ...]]) -> None:
    assert [who for who, _, _ in said(code(name))] == sources


def test_an_article_before_a_title_makes_no_other_office() -> None:
    assert not another_office("the minister", "defence minister")
    assert another_office("the finance minister", "defence minister")
