"""The dateline that a wire report begins with: "LAROV, Nov. 16 (Xinhua) --", "LAROV, Northland, April 3 (AFP) -", "LAROV —"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gesta.intake.dates import month_named
from gesta.intake.newsnames import NewsNames
from gesta.model import Span

DASH = r"(?:--+|[—–―]|[-_](?=\s))"
WITH_AGENCY = re.compile(rf"(?P<where>[^\n()]{{0,100}}?)[ \u00a0]*+\((?P<agency>[^()\n]{{2,40}})\)(?:[ \u00a0]*(?P<dash>{DASH}|:(?=\s)))?")
WITHOUT_AGENCY = re.compile(rf"(?P<where>[^\n()]{{2,100}}?)(?:[ \u00a0]++|(?=[—–―]|--))(?P<dash>{DASH})\s*(?=[A-Z0-9\"“‘'\[])")
DATE = re.compile(
    r"(?:^|[,.]?[ \u00a0])"
    r"(?:(?P<month>[A-Za-z]{3,9})\.?[ \u00a0]+(?P<day>\d{1,2})|(?P<day_first>\d{1,2})[ \u00a0]+(?P<month_after>[A-Za-z]{3,9})\.?)"
    r"(?:,?[ \u00a0]+(?P<year>\d{4}|\d\d))?$"
)
AGENCY = re.compile(r"[A-Z][\w.&’' -]*")
AGENCIES = re.compile(r"\s*(?:/|,|;|\sand\s|\s-\s)\s*")
LABELS = frozenset(
    """advertisement analysis breaking clarification column comment correction editorial exclusive explainer factbox feature flash focus
    interview live opinion photos recast roundup snap timeline update urgent video watch note""".split()
)
MOST_WORDS = 5
PARAGRAPHS = 4
HEAD = 400


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where it stands (from the place to the dash), the agencies it names, and the day it gives; a year only where it has four digits."""

    span: Span
    agencies: tuple[str, ...] = ()
    month: int | None = None
    day: int | None = None
    year: int | None = None


def find_dateline(text: str, names: NewsNames) -> Dateline | None:
    """The dateline at the beginning of the text, or of one of its first four lines where it names an agency or a day.

    Byline and standfirst may stand before it. In a text all in capitals, where every first words look like a place, an agency or a day is
    needed.
    """
    at = 0
    for count in range(PARAGRAPHS):
        while at < len(text) and text[at].isspace():
            at += 1
        found = dateline_at(text, at, names)
        if found and (found.agencies or found.day or (count == 0 and not text[at : at + HEAD].isupper())):
            return found
        at = text.find("\n", at)
        if at < 0:
            return None
    return None


def dateline_at(text: str, at: int, names: NewsNames) -> Dateline | None:
    """The dateline that begins at this offset."""
    found = WITH_AGENCY.match(text, at)
    if found:
        agencies = tuple(AGENCIES.split(found["agency"]))
        known = all(map(names.known, agencies))
        where = place_and_day(found["where"], upper=not known)
        named = known or (found["dash"] and all(map(AGENCY.fullmatch, agencies)) and found["where"])
        if where and named and (found["where"] or found["dash"]) and followed(text, found.end()):
            return Dateline(Span(at, found.end()), agencies, *where)
    found = WITHOUT_AGENCY.match(text, at)
    where = place_and_day(found["where"], upper=True) if found else None
    if found and where and not is_label(found["where"], names):
        return Dateline(Span(at, found.end("dash")), (), *where)
    return None


def is_label(where: str, names: NewsNames) -> bool:
    """True for "BREAKING", "UPDATE 2", "CNN": capitals before a dash that are no place."""
    words = where.casefold().split()
    return words[0].strip(",.:") in LABELS or names.known(where) is not None


def followed(text: str, end: int) -> bool:
    """True when a sentence begins after the offset."""
    rest = text[end : end + 40].lstrip()
    return bool(rest) and not rest[0].islower()


def place_and_day(where: str, *, upper: bool) -> tuple[int | None, int | None, int | None] | None:
    """Month, day and year of the words before the agency (None where they are missing); None when the words are no place and no day.

    `upper`: the place has to stand in capitals.
    """
    dated = DATE.search(where)
    month = month_named(dated["month"] or dated["month_after"]) if dated else None
    place = where[: dated.start()] if dated and month else where
    if not is_place(place.strip(" ,.\u00a0"), upper=upper, empty=month is not None or not upper):
        return None
    if dated is None or month is None:
        return None, None, None
    year = int(dated["year"]) if dated["year"] and len(dated["year"]) == 4 else None
    return month, int(dated["day"] or dated["day_first"]), year


def is_place(words: str, *, upper: bool, empty: bool) -> bool:
    """True for "LAROV", "LAROV, Northland", "LAROV/SELM"; for "Larov" too unless `upper`; for nothing where `empty`."""
    if not words:
        return empty
    parts = words.split(",")
    if len(parts) > 3 or any(not part.split() or len(part.split()) > MOST_WORDS for part in parts):
        return False
    first = parts[0].split()
    capitals = all(w.isupper() for w in first) and sum(map(str.isalpha, parts[0])) >= 3
    if upper:
        return capitals
    return capitals or (
        all(w[0].isupper() or w in ("of", "de", "el", "al") for w in first) and all(p.split()[0][0].isupper() for p in parts)
    )
