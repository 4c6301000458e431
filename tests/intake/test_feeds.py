"""Feeds as files: RSS and Atom, their entries as articles; a page that is none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gesta.errors import EmptyInput, InputError, NotFeed
from gesta.intake.feeds import is_feed, parse_feed
from gesta.intake.fragments import fragment_text
from gesta.model import Article
from tests.intake.bodies import BODY

Read = Callable[..., list[Article | InputError]]
FIRST, SECOND = BODY.split("\n\n")
RSS = f"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>Northgate Post</title><ttl>30</ttl>
<item><title>Shells &amp; smoke</title><link>https://post.example/1</link><guid>g1</guid><author>a@post.example (Ana Moreau)</author>
<pubDate>Tue, 13 Sep 2022 18:45:00 +0000</pubDate><description>&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>
<item><title>No text</title><link>/2</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Northgate Post</title>
<entry><id>tag:post.example,1</id><title>Shells</title>
<link href="https://post.example/1"/><updated>2022-09-13T18:45:00Z</updated>
<author><name>Ana Moreau</name></author><content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;
&lt;script&gt;no()&lt;/script&gt;</content></entry></feed>"""


def test_rss(read: Read) -> None:
    first, second = read(RSS, "a.rss")
    assert isinstance(first, Article)
    assert (first.text, first.title, first.url) == (BODY, "Shells & smoke", "https://post.example/1")
    assert (first.outlet, first.authors, first.source_id) == ("Northgate Post", ("Ana Moreau",), "g1")
    assert first.published == datetime(2022, 9, 13, 18, 45, tzinfo=UTC)
    assert isinstance(second, EmptyInput)
    assert second.path.endswith("a.rss#2")


def test_atom_by_its_content_alone(article: Callable[..., Article]) -> None:
    found = article(ATOM, "a.xml")
    assert (found.text, found.authors, found.published) == (FIRST, ("Ana Moreau",), datetime(2022, 9, 13, 18, 45, tzinfo=UTC))


def test_a_feed_that_is_a_page_gives_one_error_that_names_its_feeds(refused: Callable[..., InputError]) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="https://post.example/feed">'
    error = refused(f"<!doctype html><html><head>{link}</head><body><p>{BODY}</p></body></html>", "a.rss")
    assert isinstance(error, NotFeed)
    assert "a web page, no feed; the page names as its feeds: https://post.example/feed" in error.why


@pytest.mark.parametrize("content", ["", "Shells fell.", "{}", "<opml/>"])
def test_what_is_no_feed(refused: Callable[..., InputError], content: str) -> None:
    assert isinstance(refused(content, "a.atom"), NotFeed)


def test_a_feed_cut_short_gives_what_is_there_and_an_error(read: Read) -> None:
    found = read(RSS[: RSS.index("</channel>")], "a.rss")
    assert [type(f) for f in found] == [Article, EmptyInput, NotFeed]
    assert "no sound XML" in str(found[-1])


def test_entities_are_not_unfolded_without_bound(read: Read) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    found = read(
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss version="2.0"><channel><item><title>&l9;</title></item></channel></rss>', "a.rss"
    )
    assert all(isinstance(f, InputError) for f in found)


def test_an_entity_does_not_read_a_file(read: Read, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("other") / "secret.txt"
    secret.write_text(f"SECRET {BODY}")
    found = read(f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{RSS.partition("?>")[2].replace(FIRST, "&x;")}', "a.rss")
    assert "SECRET" not in str(found)


def test_the_name_of_a_file_is_no_feed(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("other") / "a.rss"
    path.write_text(RSS)
    with pytest.raises(NotFeed):
        parse_feed(str(path).encode(), "a")


@given(st.lists(st.text(st.characters(exclude_categories=["C"], exclude_characters="<&"), min_size=1).filter(str.strip), max_size=5))
def test_paragraphs_come_back(paragraphs: list[str]) -> None:
    markup = "".join(f"<p>{p}</p>" for p in paragraphs)
    assert fragment_text(markup) == "\n\n".join(" ".join(p.split()) for p in paragraphs)


@given(st.text())
def test_whatever_the_markup_is_it_has_a_text(markup: str) -> None:
    fragment_text(markup)
    is_feed(markup)
