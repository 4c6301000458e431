"""Web pages: article, title, authors, date with time; nothing fetched, captions and credit lines kept."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable
from typing import NoReturn

import pytest
from trafilatura.utils import trim

from gesta.errors import InputError, NoArticle, TooLarge
from gesta.intake.webpage import forget_pages
from gesta.model import Article

FIRST = "LAROV (Reuters) - At least four people were killed on Thursday when shells fell on the market, the interior ministry said."
SECOND = "The army of the neighbouring republic denied that its forces had fired at the town, and said that it had no units there."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
LINKED = {
    "@type": "NewsArticle",
    "headline": "Shells hit Larov &amp; Selm",
    "datePublished": "2023-05-04T10:11:12+02:00",
    "author": [{"@type": "Person", "name": "Ana Moreau"}, {"name": "Tom Reed"}, "https://northgate.example/staff/li"],
    "publisher": {"@type": "Organization", "name": "Northgate Gazette"},
    "mainEntityOfPage": {"@id": "https://northgate.example/larov"},
}


def page(body: str = BODY, head: str = "", linked: object = None) -> str:
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    return f"<!DOCTYPE html><html><head>{head}{script}</head><body><nav><a href=/>Home</a></nav><article>{body}</article></body></html>"


@pytest.mark.parametrize(
    "linked", [LINKED, [LINKED], {"@graph": [{"@type": "WebPage"}, LINKED]}, {"@type": "WebPage", "mainEntity": LINKED}]
)
def test_json_ld(article: Callable[..., Article], linked: object) -> None:
    found = article(page(linked=linked), "a.html")
    assert (found.title, found.outlet) == ("Shells hit Larov & Selm", "Northgate Gazette")
    assert (found.url, found.authors) == ("https://northgate.example/larov", ("Ana Moreau", "Tom Reed"))
    assert found.published is not None
    assert found.published.isoformat() == "2023-05-04T10:11:12+02:00"
    assert found.text == f"{FIRST}\n\n{SECOND}"


def test_meta_tags_are_second(article: Callable[..., Article]) -> None:
    head = (
        '<meta property="og:title" content="Shells hit Larov"><meta property="article:published_time" content="2023-05-04T08:11:12Z">'
        '<meta name="author" content="Ana Moreau and Tom Reed"><link rel="canonical" href="https://edition.example/larov">'
        '<meta property="og:site_name" content="Northgate Gazette">'
    )
    found = article(page(head=head), "a.html")
    assert (found.title, found.authors, found.outlet) == ("Shells hit Larov", ("Ana Moreau", "Tom Reed"), "Northgate Gazette")
    assert (found.url, str(found.published)) == ("https://edition.example/larov", "2023-05-04 08:11:12+00:00")
    assert article(page(head=head, linked=LINKED), "b.html").title == "Shells hit Larov & Selm"


def test_the_register_names_the_outlet_of_a_known_host(article: Callable[..., Article]) -> None:
    head = '<link rel="canonical" href="https://www.theguardian.com/larov"><meta property="og:site_name" content="the Guardian online">'
    assert article(page(head=head), "a.html").outlet == "The Guardian"


def test_synthetic_is_said_by_a_meta_tag(article: Callable[..., Article]) -> None:
    assert article(page(head='<meta name="gesta:synthetic" content="true">'), "a.html").synthetic
    assert not article(page(), "b.html").synthetic


@pytest.mark.parametrize(
    "body", [f"<p>Synthetic sample written for gesta.</p><h1>Shells hit Larov</h1>{BODY}", f"<h1>Shells hit Larov</h1>{BODY}"]
)
def test_a_mark_above_the_headline_is_no_text(article: Callable[..., Article], body: str) -> None:
    found = article(page(body, head='<meta property="og:title" content="Shells hit Larov">'), "a.html")
    assert (found.title, found.text, found.synthetic) == ("Shells hit Larov", f"{FIRST}\n\n{SECOND}", "Synthetic" in body)


@pytest.mark.parametrize(
    "line",
    [
        "<p><em>Associated Press contributed to this report</em></p>",
        "<footer><small>Associated Press contributed to this report</small></footer>",
        "<aside><p>Associated Press contributed to this report</p></aside>",
        '<div class="credit">Associated Press contributed to this report</div>',
    ],
)
def test_the_credit_line_survives_once(article: Callable[..., Article], line: str) -> None:
    found = article(page(BODY + line), "a.html")
    assert found.text.count("Associated Press contributed to this report") == 1
    assert found.text.startswith(f"{FIRST}\n\n{SECOND}")
    assert found.credits == ("Associated Press",)
    assert [found.text[slice(*span)] for span in found.credit_lines] == ["Associated Press contributed to this report"]


def test_captions_stay_in_their_place(article: Callable[..., Article]) -> None:
    figure = "<figure><img src=a.jpg><figcaption>Smoke rises over Larov.</figcaption></figure>"
    assert article(page(f"<p>{FIRST}</p>{figure}<p>{SECOND}</p>"), "a.html").text == f"{FIRST}\n\nSmoke rises over Larov.\n\n{SECOND}"


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<p>",
        "<html><body><nav><a href=/>Home</a> <a href=/w>World</a></nav><form>Login <input></form></body></html>",
        f"<html><body><ul>{'<li><a href=/x>Some headline of a story that is elsewhere</a></li>' * 40}</ul></body></html>",
        f"<html><body>{'<div>' * 3000}Larov{'</div>' * 3000}</body></html>",
    ],
)
def test_pages_without_an_article(refused: Callable[..., InputError], html: str) -> None:
    assert isinstance(refused(html, "a.html"), NoArticle)


def test_article_body_of_json_ld_is_the_last_resort(article: Callable[..., Article]) -> None:
    found = article(page("<p>Loading</p>", linked={**LINKED, "articleBody": f"{FIRST}\n{SECOND}"}), "a.html")
    assert found.text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "script", ["{bad json", "[" * 100_000, "", '"text"', "null", '{"@type": ["NewsArticle"], "headline": 7, "author": 5}']
)
def test_broken_json_ld_costs_nothing_else(article: Callable[..., Article], script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script><meta property="og:title" content="Shells hit Larov">'
    assert article(page(head=head), "a.html").title == "Shells hit Larov"


def test_a_page_of_too_many_elements(refused: Callable[..., InputError]) -> None:
    assert isinstance(refused(f"<html><body>{'<p>' * 60_000}</body></html>", "a.html"), TooLarge)


def test_charset_of_the_page(article: Callable[..., Article]) -> None:
    html = page(BODY.replace("the market", "“the café”"), head='<meta charset="windows-1252">')
    found = article(html.encode("cp1252"), "a.html")
    assert "fell on “the café”" in found.text
    assert found.notices[0].code == "charset"


def test_html_is_recognised_by_content(article: Callable[..., Article]) -> None:
    assert article(f'<?xml version="1.0" encoding="utf-8"?>\n<!-- saved -->\n{page()}', "a.txt").text == f"{FIRST}\n\n{SECOND}"


def test_nothing_is_fetched(article: Callable[..., Article], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("intake opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    head = '<link rel="canonical" href="https://northgate.example/a"><link rel=stylesheet href="https://northgate.example/s.css">'
    assert article(page(f'<img src="https://northgate.example/i.png">{BODY}', head=head), "a.html").text


def test_title_is_not_repeated_in_the_text(article: Callable[..., Article]) -> None:
    found = article(page(f"<h1>Shells hit Larov</h1>{BODY}", head='<meta property="og:title" content="Shells hit Larov">'), "a.html")
    assert (found.title, found.text) == ("Shells hit Larov", f"{FIRST}\n\n{SECOND}")


def test_of_pages_that_were_read_nothing_is_kept(article: Callable[..., Article]) -> None:
    first = article(page(linked=LINKED), "a.html")
    assert trim.cache_info().currsize > 0
    forget_pages()
    assert trim.cache_info().currsize == 0
    assert article(page(linked=LINKED), "a.html") == first


def test_where_no_page_was_read_there_is_nothing_to_forget() -> None:
    script = "import sys; from gesta.intake.webpage import forget_pages; forget_pages(); print('trafilatura' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
