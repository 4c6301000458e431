"""RSS and Atom: a feed's entries, and the articles that it carries itself."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from gesta.errors import CodingFailed, EmptyInput, InputError, NotFeed
from gesta.intake.bylines import people
from gesta.intake.draft import Draft
from gesta.intake.finishing import finished
from gesta.intake.fragments import fragment_text
from gesta.intake.newsnames import NewsNames
from gesta.intake.webpage import is_web_page
from gesta.model import Article

ROOT = re.compile(r"\A\ufeff?(?:\s|<\?xml[^>]*\?>|<!--(?s:.*?)-->|<!DOCTYPE[^>]*>)*+<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
FEED_LINK = re.compile(r"<link\b(?=[^>]*\brel\s*=\s*[\"']?alternate)(?=[^>]*\btype\s*=\s*[\"']?application/(?:rss|atom)\+xml)[^>]*>", re.I)
HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.I)
MAILED = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)")
HEAD = 8192
MOST_LINKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: `id` is its guid, or its link where it has none; `text` what the feed itself carries of it, without markup.

    `published` and `updated` are as written.
    """

    id: str
    link: str | None
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    updated: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as read: its title, how many seconds it asks to be left alone (`ttl`), its entries, what is wrong with its XML."""

    title: str | None
    ttl: float | None
    entries: tuple[Entry, ...]
    fault: str | None = None


def is_feed(text: str) -> bool:
    """True when the text begins as RSS, Atom or RDF does."""
    return ROOT.match(text[:HEAD]) is not None


def parse_feed(data: bytes, origin: str, url: str | None = None) -> Feed:
    """The feed of the bytes, links in it made whole by `url`. NotFeed for all else; for a web page it says which feeds the page names."""
    import feedparser  # needed for feeds alone

    head = data[:HEAD].decode("utf-8", "replace")
    if is_web_page(head):
        raise NotFeed(why=f"a web page, no feed{linked(data.decode('utf-8', 'replace'), url)}", path=origin)
    # A stream, because of bytes feedparser first asks whether they name a file.
    try:
        read: Any = feedparser.parse(io.BytesIO(data), response_headers={"content-location": url} if url else {})
    except Exception as error:  # whatever a hostile feed makes of the parser, it is that feed's error
        raise CodingFailed.by(error, origin) from error
    if not read.get("version"):
        raise NotFeed(why="no feed: it is neither RSS nor Atom", path=origin)
    broken = getattr(read.get("bozo_exception"), "getMessage", None)
    return Feed(
        title=said(read.feed.get("title")),
        ttl=minutes(read.feed.get("ttl")),
        entries=tuple(entry_of(entry, url) for entry in read.entries),
        fault=f"the feed is no sound XML ({broken()}); what could be read of it was read" if broken else None,
    )


def linked(page: str, url: str | None) -> str:
    """The feeds that a web page names, as a hint; "" when it names none."""
    found = [href[1] for tag in FEED_LINK.findall(page) if (href := HREF.search(tag))]
    return f"; the page names as its feeds: {', '.join(urljoin(url or '', href) for href in found[:MOST_LINKS])}" if found else ""


def entry_of(entry: Any, url: str | None) -> Entry:
    """An entry as feedparser has it."""
    link = said(entry.get("link"))
    link = urljoin(url or "", link) if link else None
    # As a plain dict: feedparser's own answers for one date where the other is missing, and warns of it.
    published, updated = (said(dict.get(entry, name)) for name in ("published", "updated"))
    contents = [*(c.get("value") for c in entry.get("content", ())), entry.get("summary")]
    longest = max((fragment_text(c) for c in contents if c), key=len, default="")
    return Entry(
        id=said(entry.get("id")) or link or said(entry.get("title")) or longest[:200],
        link=link,
        title=fragment_text(entry.get("title") or "").replace("\n\n", " ") or None,
        authors=authors_of(entry),
        published=published or updated,
        updated=updated or published,
        text=longest,
    )


def authors_of(entry: Any) -> tuple[str, ...]:
    """The people who wrote an entry. RSS wants "address (name)", which feedparser cuts in the wrong place for long top-level domains."""
    mailed = MAILED.fullmatch(said(entry.get("author")) or "")
    names = [mailed["name"]] if mailed else [name for author in entry.get("authors", ()) if (name := said(author.get("name")))]
    return tuple(person for name in names for person in people(name))


def said(value: object) -> str | None:
    """A text on one line, None when there is none."""
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def minutes(value: object) -> float | None:
    """Seconds of a ttl, which RSS gives in minutes; None for what is no number."""
    return 60.0 * int(value) if isinstance(value, str) and value.strip().isdecimal() and len(value) < 9 else None


def draft_of(entry: Entry, feed: Feed, origin: str) -> Draft:
    """What the feed itself says of an entry."""
    return Draft(
        text=entry.text,
        title=entry.title,
        url=entry.link if (entry.link or "").lower().startswith(("http:", "https:")) else None,
        publisher=feed.title,
        authors=entry.authors,
        published=entry.published,
        source_id=entry.id,
        origin=origin,
    )


def read_feed(data: bytes, origin: str, names: NewsNames, *, force: bool) -> Iterator[Article | InputError]:
    """The articles that a feed's entries carry, in its order, an error where one carries none; what is wrong with its XML comes last."""
    try:
        feed = parse_feed(data, origin)
    except InputError as error:
        yield error
        return
    for number, entry in enumerate(feed.entries, 1):
        place = f"{origin}#{number}"
        try:
            yield finished(draft_of(entry, feed, place), names, force=force)
        except InputError as error:
            yield error
    if feed.fault or not feed.entries:
        yield NotFeed(why=feed.fault, path=origin) if feed.fault else EmptyInput(why="the feed has no entry", path=origin)
