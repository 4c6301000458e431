"""Polling feeds and reading web addresses: what is new is fetched once, what fails is tried again, and nobody is asked too often."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gesta.errors import CodingFailed, FetchFailed, FetchRefused, InputError, NoArticle, NotFeed
from gesta.intake import NewsNames
from gesta.intake.fetching import Fetcher
from gesta.intake.online import read_url
from gesta.intake.polling import MOST_TRIES, FeedState, Poll
from gesta.model import Article
from tests.intake.archives import page, pages
from tests.intake.bodies import BODY
from tests.intake.loopback import Site, serving

XML = {"Content-Type": "application/rss+xml", "ETag": '"1"'}
ITEM = '<item><link>/{0}</link><guid isPermaLink="false">g{0}</guid><pubDate>{1}</pubDate></item>'
MONDAY, TUESDAY = "Mon, 03 Apr 2023 10:00:00 GMT", "Tue, 04 Apr 2023 10:00:00 GMT"


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with a feed of two articles, the newer first."""
    with serving() as made:
        carry(made, (2, TUESDAY), (1, MONDAY))
        for n in (1, 2, 3):
            made.page(f"/{n}", page(n))
        yield made


def carry(site: Site, *items: tuple[int, str], etag: str = '"1"', ttl: int = 0) -> None:
    """The feed has these articles."""
    told = "".join(ITEM.format(*item) for item in items)
    feed = f'<rss version="2.0"><channel><title>Northgate Post</title><ttl>{ttl}</ttl>{told}</channel></rss>'
    site.answers["/feed"] = (200, XML | {"ETag": etag}, feed.encode())


@pytest.fixture
def fetcher() -> Fetcher:
    return Fetcher("0", allowed=lambda address: True, interval=0.0, seconds=5.0, pause=lambda seconds: None)


def polled(state: FeedState, fetcher: Fetcher, names: NewsNames) -> tuple[list[Article | InputError], FeedState]:
    poll = Poll(state, fetcher, names)
    return list(poll), poll.state


def due_in(state: FeedState) -> float:
    assert state.due is not None
    return (state.due - datetime.now(UTC)).total_seconds()


def test_new_articles_come_oldest_first_with_what_the_feed_says(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    found, _ = polled(FeedState(url=f"{site.url}/feed"), fetcher, names)
    first, second = found
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.url, first.outlet, first.source_id) == (f"{site.url}/1", "Northgate Post", "g1")
    assert (first.published, second.published) == (datetime(2023, 4, 3, 10, tzinfo=UTC), datetime(2023, 4, 4, 10, tzinfo=UTC))
    assert first.text.startswith("Report 1.")


def test_the_second_poll_fetches_the_new_alone(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    _, state = polled(FeedState(url=f"{site.url}/feed"), fetcher, names)
    assert polled(state, fetcher, names)[0] == []
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    carry(site, (3, TUESDAY), (2, TUESDAY), (1, MONDAY), etag='"2"')
    found, _ = polled(state, fetcher, names)
    assert [f.url for f in found if isinstance(f, Article)] == [f"{site.url}/3"]
    assert site.paths() == ["/feed", "/1", "/2", "/feed", "/feed", "/3"]


def test_an_article_that_the_feed_dates_anew_is_fetched_anew(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    _, state = polled(FeedState(url=f"{site.url}/feed"), fetcher, names)
    carry(site, (2, TUESDAY), (1, TUESDAY), etag='"2"')
    found, _ = polled(state, fetcher, names)
    assert [f.url for f in found if isinstance(f, Article)] == [f"{site.url}/1"]


def test_a_poll_that_was_not_finished_is_done_again(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    poll = Poll(FeedState(url=f"{site.url}/feed"), fetcher, names)
    next(iter(poll))
    assert poll.state == FeedState(url=f"{site.url}/feed")


def test_an_article_that_cannot_be_fetched_is_tried_again_but_not_for_ever(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    site.answers["/1"] = (500, {}, b"")
    state = FeedState(url=f"{site.url}/feed")
    for n in range(MOST_TRIES):
        found, state = polled(state, fetcher, names)
        assert [type(f) for f in found] == ([FetchFailed, Article] if n == 0 else [FetchFailed])
    assert polled(state, fetcher, names)[0] == []
    assert site.paths().count("/1") == MOST_TRIES


def test_an_article_that_is_gone_is_not_asked_for_again(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    del site.answers["/1"]
    site.page("/2", b"<html><body><p>Menu</p></body></html>")
    found, state = polled(FeedState(url=f"{site.url}/feed"), fetcher, names)
    assert [type(f) for f in found] == [FetchFailed, NoArticle]
    assert polled(replace(state, etag=None), fetcher, names)[0] == []


def test_a_feed_that_is_a_page_is_one_clear_error(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    site.page("/feed", page().replace(b"<head>", b'<head><link rel="alternate" type="application/atom+xml" href="/atom">'))
    [error], state = polled(FeedState(url=f"{site.url}/feed"), fetcher, names)
    assert isinstance(error, NotFeed)
    assert f"a web page, no feed; the page names as its feeds: {site.url}/atom" in str(error)
    assert state.failures == 1


def test_failures_in_a_row_are_answered_with_patience(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    site.answers["/feed"] = (500, {}, b"")
    state, waits = FeedState(url=f"{site.url}/feed"), []
    for _ in range(10):
        found, state = polled(state, fetcher, names)
        assert [type(f) for f in found] == [FetchFailed]
        waits.append(round(due_in(state) / 60))
    assert waits[:4] == [15, 30, 60, 120]
    assert waits[-1] == 24 * 60
    carry(site, (1, MONDAY))
    assert polled(state, fetcher, names)[1].failures == 0


def test_the_host_s_own_wishes_are_heard_within_bounds(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    start = FeedState(url=f"{site.url}/feed")
    for ttl, minutes in ((0, 15), (60, 60), (10**6, 24 * 60)):
        carry(site, (1, MONDAY), ttl=ttl)
        assert round(due_in(polled(start, fetcher, names)[1]) / 60) == minutes
    for after, minutes in (("7200", 120), (str(10**8), 24 * 60), ("1", 15)):
        site.answers["/feed"] = (503, {"Retry-After": after}, b"")
        fresh = Fetcher("0", allowed=lambda address: True, interval=0.0)
        assert round(due_in(polled(start, fresh, names)[1]) / 60) == minutes


def test_a_feed_that_may_not_be_fetched_is_left_alone_for_a_day(names: NewsNames) -> None:
    [error], state = polled(FeedState(url="http://127.0.0.1/feed"), Fetcher("0"), names)
    assert isinstance(error, FetchRefused)
    assert timedelta(seconds=due_in(state)) > timedelta(hours=23)


def test_an_entry_that_points_inside_is_refused_alone(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    feed = site.answers["/feed"]
    assert isinstance(feed, tuple)
    site.answers["/feed"] = (200, XML, feed[2].replace(b"<link>/1<", b"<link>http://10.0.0.1/admin<"))
    careful = Fetcher("0", allowed=lambda address: address == "127.0.0.1", interval=0.0, seconds=5.0)
    found, _ = polled(FeedState(url=f"{site.url}/feed"), careful, names)
    assert [type(f) for f in found] == [FetchRefused, Article]


@pytest.mark.parametrize(
    ("kind", "body", "texts"),
    [
        ("text/html", page(1), ["Report 1."]),
        ("application/warc", pages(2), ["Report 1.", "Report 2."]),
        ("application/jsonl", json.dumps({"text": f"Report 7. {BODY}"}).encode(), ["Report 7."]),
        ("text/plain", f"Report 8. {BODY}".encode(), ["Report 8."]),
    ],
)
def test_a_web_address_as_a_source(site: Site, fetcher: Fetcher, names: NewsNames, kind: str, body: bytes, texts: list[str]) -> None:
    site.answers["/x"] = (200, {"Content-Type": kind}, body)
    found = list(read_url(f"{site.url}/x", fetcher, names, force=False))
    assert [f.text[:9] for f in found if isinstance(f, Article)] == texts


def test_the_address_of_a_feed_gives_its_articles(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    found = list(read_url(f"{site.url}/feed", fetcher, names, force=False))
    assert [f.url for f in found if isinstance(f, Article)] == [f"{site.url}/1", f"{site.url}/2"]
    assert isinstance(next(read_url(f"{site.url}/none", fetcher, names, force=False)), FetchFailed)


def test_a_feed_that_the_parser_cannot_stand_is_left_alone_for_a_while(
    site: Site, fetcher: Fetcher, names: NewsNames, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumbling(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("feedparser.parse", stumbling)
    [error], state = polled(FeedState(url=f"{site.url}/feed"), fetcher, names)
    assert isinstance(error, CodingFailed)
    assert due_in(state) > 60


def test_an_entry_that_stands_twice_is_fetched_once(site: Site, fetcher: Fetcher, names: NewsNames) -> None:
    carry(site, (1, MONDAY), (1, MONDAY))
    assert len(polled(FeedState(url=f"{site.url}/feed"), fetcher, names)[0]) == 1
