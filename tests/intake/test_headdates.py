"""The day of publication that is written at the head of a text: what stands by itself gives it, what a sentence tells does not."""

from __future__ import annotations

from datetime import date

import pytest

from gesta.intake import NewsNames, article_from_text
from tests.intake.bodies import BODY


@pytest.mark.parametrize(
    "head",
    [
        "Tuesday 5 April 2022\n",
        "5 Apr 2022 ",
        "Tue Apr 5 2022 ",
        "Tuesday 05 April 2022 18:41 ",
        "April 5, 2022\n\n",
        "Date of publication 5 April 2022 ",
        "Posted on April 5 2022 by Ann Selm ",
        "Shells hit Larov\nLast updated: 5 April 2022\n",
        "Shells hit Larov market Reuters Tuesday 5 Apr 2022 ",
        "05.04.2022 (updated 1934 05.04.2022) ",
        "LAROV - 5 April 2022: ",
        "2022-04-05\n",
    ],
)
def test_a_date_by_itself_at_the_head_is_the_day(names: NewsNames, head: str) -> None:
    article = article_from_text(head + BODY, names=names)
    assert article.published == date(2022, 4, 5)
    [notice] = [n for n in article.notices if "date" in n.code]
    assert notice.code == "date-from-head"
    assert notice.span is not None
    assert "2022" in article.text[notice.span.start : notice.span.end]


@pytest.mark.parametrize(
    "head",
    [
        "On 5 April 2022 shells hit the town. ",
        "Karim Selm (born 5 April 1962) led the group. ",
        "5 April 2022 was a dark day. ",
        "January 6 2021 Committee members met the police. ",
        "5 April 2022, the Day of Mourning, was cold. ",
        "The town of Larov fell on Tuesday 5 April 2022 After a week it was free. ",
        "31 February 2022 ",
    ],
)
def test_a_date_that_a_sentence_tells_is_not(names: NewsNames, head: str) -> None:
    assert article_from_text(head + BODY, names=names).published is None


def test_the_input_has_the_first_word(names: NewsNames) -> None:
    assert article_from_text("5 April 2022\n" + BODY, published="2022-04-06", names=names).published == date(2022, 4, 6)
