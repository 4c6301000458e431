"""The web article as people save it: title, link, author, date, standfirst, body."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from gesta.model import Article
from tests.intake.bodies import BODY

LINK = "[northgate.example/larov](https://www.theguardian.com/world/larov)"
STANDFIRST = "Two towns were struck overnight, and each side blames the other"


@pytest.mark.parametrize("link", [LINK, "https://www.theguardian.com/world/larov", "<https://www.theguardian.com/world/larov>"])
def test_all_parts(article: Callable[..., Article], link: str) -> None:
    found = article(f"\n\nShells hit Larov\n\n {link}\n\nAna Moreau and Tom Reed\n\nMay 4, 2023\n\n\n\n{STANDFIRST}\n\n{BODY}")
    assert (found.title, found.url) == ("Shells hit Larov", "https://www.theguardian.com/world/larov")
    assert (found.authors, found.published) == (("Ana Moreau", "Tom Reed"), date(2023, 5, 4))
    assert found.outlet == "The Guardian"
    assert found.text == f"{STANDFIRST}\n\n{BODY}"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("September 13, 2022", date(2022, 9, 13)),
        ("13 September 2022", date(2022, 9, 13)),
        ("2022-09-13", date(2022, 9, 13)),
        ("Tue 13 Sep 2022 18.45 BST", date(2022, 9, 13)),
        ("Published: Sept. 13, 2022 at 6:45 p.m.", datetime(2022, 9, 13, 18, 45)),
    ],
)
def test_dates(article: Callable[..., Article], said: str, day: date) -> None:
    assert article(f"Shells hit Larov\n\n{LINK}\n\n{said}\n\n{STANDFIRST}\n\n{BODY}").published == day


def test_author_without_date_and_date_without_author(article: Callable[..., Article]) -> None:
    found = article(f"Shells hit Larov\n\n{LINK}\n\nBy Ana Moreau in Larov\n\n{STANDFIRST}\n\n{BODY}", "a.txt")
    assert (found.authors, found.published, found.text) == (("Ana Moreau",), None, f"{STANDFIRST}\n\n{BODY}")
    found = article(f"Shells hit Larov\n\n{LINK}\n\n4 May 2023\n\n{STANDFIRST}\n\n{BODY}", "b.txt")
    assert (found.authors, found.published, found.text) == ((), date(2023, 5, 4), f"{STANDFIRST}\n\n{BODY}")


def test_the_line_before_the_date_names_the_author_whatever_it_is(article: Callable[..., Article]) -> None:
    found = article(f"Shells hit Larov\n\n{LINK}\n\nNorthgate Gazette staff and agencies\n\n4 May 2023\n\n{STANDFIRST}\n\n{BODY}")
    assert (found.authors, found.published) == (("Northgate Gazette staff",), date(2023, 5, 4))
    assert found.text == f"{STANDFIRST}\n\n{BODY}"


def test_neither_author_nor_date(article: Callable[..., Article]) -> None:
    found = article(f"Shells hit Larov\n{LINK}\n{STANDFIRST}\n\n{BODY}")
    assert (found.authors, found.published, found.text) == ((), None, f"{STANDFIRST}\n\n{BODY}")


def test_links_in_the_body_and_brackets_in_a_quotation(article: Callable[..., Article]) -> None:
    found = article(f'Shells hit Larov\n\n{LINK}\n\nAna Moreau\n\n"We have 49 [troops] killed in [Larov](#)," he said.\n\n{BODY}')
    assert found.text.startswith('"We have 49 [troops] killed in Larov," he said.\n\n')


def test_page_furniture_stays(article: Callable[..., Article]) -> None:
    text = f"{BODY}\n\nAdvertisement\n\nOther Topics of Interest Truce holds in Selm"
    assert article(f"Shells hit Larov\n\n{LINK}\n\n{text}").text == text


def test_a_link_further_down_makes_no_saved_article(article: Callable[..., Article]) -> None:
    assert article(f"{BODY}\n\nhttps://www.theguardian.com/world/larov").url is None
