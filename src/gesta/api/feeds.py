"""A question as an Atom feed (RFC 4287): who follows it hears of what is new."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from xml.etree import ElementTree as Xml

ATOM = "http://www.w3.org/2005/Atom"


def atom(rows: Iterable[Mapping[str, Any]], layer: str, base: str, path: str, query: str) -> bytes:
    """One entry for each row; an incident's entry is updated when its state of knowledge changes."""
    rows = list(rows)
    here = f"{base.rstrip('/')}{path}" + (f"?{query}" if query else "")
    entries = (
        Entry(
            id=f"urn:gesta:{layer}:{name(row)}",
            title=headline(row),
            day=known(row),
            summary=summary(row),
            incident=row.get("incident") or row.get("id"),
        )
        for row in rows
    )
    return feed_bytes(f"gesta: {layer}" + (f" ({query})" if query else ""), here, base, entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, of a day; `incident` is what it leads to, `category` what sort of news it is."""

    id: str
    title: str
    day: date
    summary: str
    incident: str | None
    category: str | None = None


def feed_bytes(title: str, here: str, base: str, entries: Iterable[Entry]) -> bytes:
    """The feed at the address `here`, as UTF-8; it is of the last of its entries' days."""
    entries = list(entries)
    Xml.register_namespace("", ATOM)
    feed = Xml.Element(f"{{{ATOM}}}feed")
    put(feed, "id", here)
    put(feed, "title", title)
    put(feed, "updated", moment(max((entry.day for entry in entries), default=date(1970, 1, 1))))
    put(put(feed, "author"), "name", "gesta")
    put(feed, "link", rel="self", href=here)
    for one in entries:
        entry = put(feed, "entry")
        put(entry, "id", one.id)
        put(entry, "title", clean(one.title))
        put(entry, "updated", moment(one.day))
        if one.category:
            put(entry, "category", term=one.category)
        if one.incident:
            put(entry, "link", rel="alternate", href=f"{base.rstrip('/')}/incidents/{one.incident}")
        put(entry, "summary", clean(one.summary))
    return bytes(Xml.tostring(feed, encoding="utf-8", xml_declaration=True))


def put(parent: Xml.Element, tag: str, text: str | None = None, **attributes: str) -> Xml.Element:
    """A new child."""
    child = Xml.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    child.text = text
    return child


def known(row: Mapping[str, Any]) -> date:
    """The day that the row was known from."""
    found: date = row.get("known_from") or row["known"]
    return found


def moment(day: date) -> str:
    """The beginning of a day, UTC."""
    return datetime.combine(day, time(), UTC).isoformat().replace("+00:00", "Z")


def name(row: Mapping[str, Any]) -> str:
    """What names the row for good."""
    return str(row["id"]) if "tellings" in row else f"{row['report']}:{row['key']}"


def headline(row: Mapping[str, Any]) -> str:
    """An incident's title; who says how many, of a claim."""
    if "tellings" in row:
        return str(row["title"])
    return f"{'; '.join(row['claimant_names'])}: {bounds(row)} {row['effect']}" + (f" of {row['side']}" if row["side"] else "")


def summary(row: Mapping[str, Any]) -> str:
    """How widely an incident is told; the words of a claim."""
    if "tellings" in row:
        denied = f"; denied by {', '.join(row['denied_by'])}" if row["denied_by"] else ""
        return f"{row['reports']} reports, {row['sources']} independent sources, according to {', '.join(row['claimants'])}{denied}"
    return f"“{row['evidence']}”"


def bounds(row: Mapping[str, Any]) -> str:
    """The number of a claim with its bounds."""
    low, best, high = row["low"], row["best"], row["high"]
    if best is not None and (low, high) in ((best, best), (None, None)):
        return str(best)
    return f"{best if best is not None else '?'} ({'' if low is None else low}–{'' if high is None else high})"


def clean(text: str) -> str:
    """The text without the characters that XML 1.0 has no place for."""
    return "".join(
        c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff") else "\ufffd" for c in text
    )
