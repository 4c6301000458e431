"""What is derived and what is told: outlet by host, dates, notices, and that fields stay on one line."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gesta.errors import NotEnglish
from gesta.intake import NewsNames, article_from_text
from tests.intake.bodies import BODY, GERMAN


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.theguardian.com/world/larov", "The Guardian"),
        ("https://THEGUARDIAN.com:443/x", "The Guardian"),
        ("https://northgate.example/x", None),
        ("theguardian.com/x", None),
        ("https://[broken", None),
        (None, None),
    ],
)
def test_outlet_by_host(names: NewsNames, url: str | None, outlet: str | None) -> None:
    found = article_from_text(BODY, url=url, names=names)
    assert (found.outlet, found.url) == (outlet, url)


def test_a_given_outlet_stays_as_given(names: NewsNames) -> None:
    assert article_from_text(BODY, url="https://www.theguardian.com/x", outlet="Guardian Weekly", names=names).outlet == "Guardian Weekly"


@pytest.mark.parametrize(
    ("published", "found"),
    [
        (date(2022, 9, 13), date(2022, 9, 13)),
        (datetime(2022, 9, 13, 18, tzinfo=UTC), datetime(2022, 9, 13, 18, tzinfo=UTC)),
        ("2022-09-13", date(2022, 9, 13)),
        ("2022-09-13T18:00:00Z", datetime(2022, 9, 13, 18, tzinfo=UTC)),
        ("13 September 2022", date(2022, 9, 13)),
        ("", None),
        (None, None),
    ],
)
def test_published(names: NewsNames, published: date | str | None, found: date | None) -> None:
    article = article_from_text(BODY, published=published, names=names)
    assert article.published == found
    assert [n.code for n in article.notices] == ([] if found else ["no-date"])


def test_without_a_date_a_notice_says_what_that_means(names: NewsNames) -> None:
    [notice] = article_from_text(BODY, names=names).notices
    assert (notice.code, "stay unresolved" in notice.text) == ("no-date", True)


def test_fields_are_cleaned_and_stay_on_one_line(names: NewsNames) -> None:
    found = article_from_text(BODY, title="Shells\n hit\x1b Larov ", url=" https://a.example\n", source_id="7\t8", names=names)
    assert (found.title, found.url, found.source_id) == ("Shells hit\ufffd Larov", "https://a.example", "7 8")
    assert article_from_text(BODY, title=" \n", outlet="", names=names).title is None


@pytest.mark.parametrize(
    ("text", "why"),
    [(GERMAN * 3, r"not English but German \(probability [01]\.\d\d\)"), ("a" * 500, "neither as English nor as another language")],
)
def test_another_language_is_named_and_the_way_out_too(names: NewsNames, text: str, why: str) -> None:
    with pytest.raises(NotEnglish, match=why) as refused:
        article_from_text(text, names=names)
    assert "--force" in str(refused.value)
    assert article_from_text(text, names=names, force=True).notices[0].code == "not-english"
