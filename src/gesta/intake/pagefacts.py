"""What a web page says about its article outside the text: JSON-LD first, meta tags second."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from gesta.intake.bylines import people

ARTICLE_KINDS = frozenset(
    """NewsArticle Article ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle
    AskPublicNewsArticle Report BlogPosting LiveBlogPosting""".split()
)
JSON_LD = "application/ld+json"
MOST_NODES = 20_000
PUBLISHED = (
    "article:published_time", "datepublished", "og:article:published_time", "og:published_time", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.created", "dc.date", "pubdate", "publishdate", "publish-date", "publication_date", "date",
)  # fmt: skip
AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """Title, address, publisher, authors, date and language as the page states them; None or () where it does not."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    synthetic: bool = False
    body: str | None = None


def page_facts(tree: Any) -> PageFacts:
    """The facts of a parsed page (an lxml tree)."""
    article = next(articles_stated(tree), {})
    meta = meta_tags(tree)
    body = article.get("articleBody")
    return PageFacts(
        title=text_of(article.get("headline")) or meta.get("og:title"),
        url=web_address(*canonical(tree), meta.get("og:url"), text_of(article.get("url")), text_of(article.get("mainEntityOfPage"))),
        publisher=text_of(article.get("publisher")) or meta.get("og:site_name") or meta.get("application-name"),
        authors=names_of(article.get("author")) or meta_authors(meta),
        published=text_of(article.get("datePublished")) or next((meta[name] for name in PUBLISHED if meta.get(name)), None),
        language=text_of(article.get("inLanguage")) or next((str(v) for v in tree.xpath("//html/@lang")), None),
        synthetic=meta.get("gesta:synthetic", "").casefold() == "true",
        body=body if isinstance(body, str) else None,
    )


def articles_stated(tree: Any) -> Iterator[dict[str, Any]]:
    """JSON-LD objects whose type is an article's, in the order of the page, also inside `@graph` and lists. Broken JSON is passed over."""
    for script in tree.xpath("//script[@type]"):
        if script.get("type", "").split(";")[0].strip().casefold() != JSON_LD:
            continue
        try:
            stated = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        queue, seen = deque([stated]), 0
        while queue and seen < MOST_NODES:
            node, seen = queue.popleft(), seen + 1
            if isinstance(node, dict):
                if ARTICLE_KINDS.intersection(types_of(node)):
                    yield node
                queue.extend(v for v in node.values() if isinstance(v, (dict, list)))
            elif isinstance(node, list):
                queue.extend(node)


def types_of(node: dict[str, Any]) -> list[str]:
    """The bare names of the node's types."""
    stated = node.get("@type")
    return [str(t).rsplit("/", 1)[-1] for t in (stated if isinstance(stated, list) else [stated])]


def text_of(value: Any) -> str | None:
    """A JSON-LD value on one line: a string, the name or id of an object, the first of a list."""
    if isinstance(value, list):
        return next(filter(None, map(text_of, value[:10])), None) if not any(isinstance(v, list) for v in value) else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("@id")
    return (" ".join(unescape(value).split()) or None) if isinstance(value, str) else None


def names_of(value: Any) -> tuple[str, ...]:
    """The names of JSON-LD authors; an address is no name."""
    listed = value if isinstance(value, list) else [value]
    names = [name for v in listed if (name := text_of(v)) and not web_address(name)]
    return tuple(dict.fromkeys(n for name in names for n in people(name)))


def meta_tags(tree: Any) -> dict[str, str]:
    """Content by name, property or itemprop in lower case; the first of each counts. Also `<time itemprop="…" datetime="…">`."""
    out: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content] | //time[@datetime and (@itemprop or @pubdate)]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ("pubdate" if tag.get("pubdate") is not None else "")
        said = " ".join((tag.get("content") or tag.get("datetime") or "").split())
        if name and said:
            out.setdefault(name.strip().casefold(), said)
    return out


def meta_authors(meta: dict[str, str]) -> tuple[str, ...]:
    """The authors of the first meta tag that names people and no address."""
    return next((people(meta[name]) for name in AUTHOR if meta.get(name) and not web_address(meta[name])), ())


def canonical(tree: Any) -> list[str]:
    """The addresses that the page calls its own."""
    return [str(href) for href in tree.xpath("//link[@rel='canonical']/@href")][:1]


def web_address(*candidates: str | None) -> str | None:
    """The first that is a web address."""
    return next((c.strip() for c in candidates if c and c.strip().lower().startswith(("http://", "https://"))), None)
