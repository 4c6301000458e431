"""A draft becomes an article: refused where it cannot be coded, completed from what its own text and address show, with notices."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from gesta.errors import EmptyInput, NoLanguage, TooLarge
from gesta.intake.bylines import byline, title_byline
from gesta.intake.cleaning import cleaned, replaced_notice
from gesta.intake.creditlines import credit_lines
from gesta.intake.datelines import Dateline, find_dateline
from gesta.intake.dates import stamp
from gesta.intake.draft import Draft
from gesta.intake.headdates import day_at_head
from gesta.intake.language import language_of
from gesta.intake.limits import TEXT_LIMIT
from gesta.intake.mentions import spoken_to
from gesta.intake.newsnames import NewsNames
from gesta.model import Article, Notice, Span

YEAR = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?")
URL_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)(?:[/-]|$)")
BYLINE_LINES = 2
Stamp = date | datetime


def finished(draft: Draft, names: NewsNames, *, force: bool = False) -> Article:
    """The article of a draft. EmptyInput, TooLarge, NoLanguage or NotEnglish (unless `force`) when its text cannot be coded.

    Outlet: as the input says; else the register's name for the host of the url; else the publisher that a web page names; else the agency
    of the dateline. Credits: those that the input gives, the agencies of dateline and credit lines, and agencies and outlets that the
    text takes words from; never the outlet's own name, and each once, as first named. Authors: as the input says; else a byline at the
    head of the text or at the end of the headline.
    """
    text, replaced = cleaned(draft.text)
    check(text, draft.origin)
    language, language_notices = language_of(text, draft.language, draft.origin, force=force)
    dateline = find_dateline(text, names)
    lines = credit_lines(text, names)
    outlet, outlet_notices = outlet_of(draft, dateline, names)
    published, published_notices = published_on(draft, text, dateline, names)
    retrieved, retrieved_notices = as_stamp("retrieved", draft.retrieved)
    title = line_of(draft.title)
    authors = tuple(filter(None, map(line_of, draft.authors))) or authors_shown(title, text, names)
    credited = [
        *filter(None, map(line_of, draft.credits)),
        *(dateline.agencies if dateline else ()),
        *(name for line in lines for name in line.names),
        *(author for author in authors if names.known(author)),
        *spoken_to(text, names),
    ]
    return Article(
        text=text,
        title=title,
        url=line_of(draft.url),
        outlet=outlet,
        authors=authors,
        published=published,
        retrieved=retrieved,
        language=language,
        credits=names.distinct(credited, outlet),
        source_id=line_of(draft.source_id),
        synthetic=draft.synthetic,
        dateline=dateline.span if dateline else None,
        credit_lines=tuple(line.span for line in lines),
        origin=draft.origin,
        notices=(*draft.notices, *replaced_notice(replaced), *language_notices, *outlet_notices, *published_notices, *retrieved_notices),
    )


def check(text: str, origin: str) -> None:
    """EmptyInput, TooLarge or NoLanguage for a text that holds nothing to code."""
    if not text or text.isspace():
        raise EmptyInput(why="there is no text", path=origin)
    if len(text) > TEXT_LIMIT:
        raise TooLarge(why=f"the text has {len(text):,} characters; at most {TEXT_LIMIT:,} are read", path=origin)
    if not any(map(str.isalpha, text)):
        raise NoLanguage(why="the text has no letters, only digits and signs", path=origin)


def line_of(said: str | None) -> str | None:
    """A field on one line, cleaned as the text is; None when it is empty."""
    return (" ".join(cleaned(said)[0].split()) or None) if said else None


def outlet_of(draft: Draft, dateline: Dateline | None, names: NewsNames) -> tuple[str | None, tuple[Notice, ...]]:
    """The outlet, None when nothing names it."""
    outlet = line_of(draft.outlet) or outlet_at(draft.url, names) or line_of(draft.publisher)
    if outlet or dateline is None or not dateline.agencies:
        return outlet, ()
    agency = dateline.agencies[0]
    return agency, (
        Notice(code="outlet-from-dateline", text=f"The input names no outlet; {agency} is taken from the dateline.", span=dateline.span),
    )


def outlet_at(url: str | None, names: NewsNames) -> str | None:
    """The register's outlet at the url's host."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return names.at_host(host) if host else None


def authors_shown(title: str | None, text: str, names: NewsNames) -> tuple[str, ...]:
    """The people of a byline in the first two lines of the text or at the end of the headline; an agency is no author."""
    first = [line for line in text[:1000].split("\n") if line.strip()][:BYLINE_LINES]
    found = next((people for line in first if line.split()[0].casefold() == "by" and (people := byline(line))), ()) or title_byline(
        title, text
    )
    return tuple(name for name in found if not names.known(name))


def as_stamp(name: str, said: Stamp | str | None) -> tuple[Stamp | None, tuple[Notice, ...]]:
    """A date as the input says it; None and a notice for what names no day."""
    if not isinstance(said, str):
        return said, ()
    found = stamp(said)
    if found is not None or not said.strip():
        return found, ()
    return None, (Notice(code="bad-date", text=f"`{name}` is {line_of(said)!r}, which names no day of the calendar."),)


def published_on(draft: Draft, text: str, dateline: Dateline | None, names: NewsNames) -> tuple[Stamp | None, tuple[Notice, ...]]:
    """The day of publication.

    A dateline gives it only where a year is written: in it, as `published: 2022`, or in the url. Else a full date at the head of the text.
    """
    found, notices = as_stamp("published", draft.published)
    if found is not None:
        return found, notices
    told = dateline_day(draft, dateline) if dateline else None
    if told is not None and dateline is not None:
        return told, (taken("date-from-dateline", told, "the dateline", dateline.span),)
    head = day_at_head(text, dateline.span if dateline else None, names) if not draft.published else None
    if head is not None:
        return head[0], (*notices, taken("date-from-head", head[0], "the head of the text", head[1]))
    missing = Notice(code="no-date", text="The input has no date of publication: dates that are relative to it stay unresolved.")
    return None, (*notices, missing)


def taken(code: str, day: date, where: str, span: Span) -> Notice:
    """What says that the day of publication is not the input's."""
    return Notice(code=code, text=f"The input gives no day of publication; {day} is taken from {where}.", span=span)


def dateline_day(draft: Draft, dateline: Dateline) -> date | None:
    """The dateline's day in a year that is told elsewhere, None when no year is told or the day does not exist."""
    partial = YEAR.fullmatch(draft.published.strip()) if isinstance(draft.published, str) else None
    address = URL_YEAR.search(draft.url or "")
    year = dateline.year or (int(partial["year"]) if partial else int(address["year"]) if address else None)
    if (
        year is None
        or dateline.month is None
        or dateline.day is None
        or (partial and partial["month"] and int(partial["month"]) != dateline.month)
    ):
        return None
    try:
        return date(year, dateline.month, dateline.day)
    except ValueError:
        return None
