"""A web address as a source: a page, a feed, or a file of any kind that intake reads."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from gesta.errors import InputError
from gesta.intake.feeds import is_feed, parse_feed
from gesta.intake.fetching import Fetcher
from gesta.intake.newsnames import NewsNames
from gesta.intake.polling import entry_article
from gesta.intake.response import PAGES, Response, page_article
from gesta.intake.sources import SNIFFED, Found, read_stream, suffix_of


def read_url(url: str, fetcher: Fetcher, names: NewsNames, *, force: bool) -> Iterator[Found]:
    """What is at the address: the article of a page, the articles behind a feed's links (oldest first), or those in a file."""
    try:
        response = fetcher.get(url)
        if is_feed(response.body[:SNIFFED].decode("utf-8", "replace")):
            feed = parse_feed(response.body, url, response.url)
            for entry in reversed(feed.entries):
                yield entry_article(entry, feed, fetcher, names, force=force)
            return
    except InputError as error:
        yield error
        return
    yield from read_answer(response, url, names, force=force)


def read_answer(response: Response, url: str, names: NewsNames, *, force: bool) -> Iterator[Found]:
    """The article of a page that was answered, or the articles of a file."""
    if response.kind in PAGES:
        yield page_article(response, url, names, force=force)
    else:
        suffix, _ = suffix_of(PurePosixPath(urlsplit(response.url).path))
        yield from read_stream(io.BytesIO(response.body), url, suffix, names, force=force)
