"""One report on a page: head, matrix, text with side lists, and the order of its sections."""

from __future__ import annotations

from datetime import datetime

from gesta.model import Report
from gesta.render.cards import actor_list, event_list, figure_list, statement_list
from gesta.render.colophon import colophon
from gesta.render.gazetteer import places
from gesta.render.markup import Child, Html, el, html, link
from gesta.render.matrix import matrix
from gesta.render.passages import passages
from gesta.render.phrases import calendar
from gesta.render.sheet import Sheet
from gesta.render.timetable import timetable

SYNTHETIC = "Synthetic sample: written for demonstration, not a news report"


def ribbon(report: Report) -> Html | None:
    """The mark of a text that is not news."""
    return el("p", SYNTHETIC, class_="ribbon", role="note") if report.article.synthetic else None


def byline(report: Report) -> Html:
    """Outlet, date, authors, language, address."""
    article = report.article
    day = article.published
    stamp = calendar(day) + (f", {day:%H:%M %Z}".rstrip() if isinstance(day, datetime) else "") if day else "no date given"
    parts: list[Child] = [
        el("strong", el("bdi", article.outlet or "outlet not given")),
        el("time", stamp, datetime=day.isoformat() if day else None),
    ]
    if article.authors:
        parts.append(("by ", el("bdi", ", ".join(article.authors))))
    if article.credits:
        parts.append(("credits ", el("bdi", ", ".join(article.credits))))
    if article.url:
        parts.append(link(article.url, el("span", article.url, class_="url")))
    return el("p", [el("span", part) for part in parts], class_="byline")


def masthead(sheet: Sheet) -> Html:
    """Title and byline."""
    article = sheet.report.article
    title = el(
        f"h{sheet.level}", article.title or "Untitled report", id=f"{sheet.prefix}top", lang=sheet.language, dir="auto", class_="title"
    )
    return el("header", title, byline(sheet.report), ribbon(sheet.report), class_="masthead")


def costs(sheet: Sheet) -> Html:
    """The matrix."""
    return sheet.section("costs", "Who says what it cost whom", "Each figure stays with its claimant; nothing is added up.", matrix(sheet))


def reading(sheet: Sheet) -> Html:
    """The text beside its side lists."""
    text = passages(sheet)
    legend = el(
        "p", el("span", "event", class_="seg ev"), el("span", "figure", class_="seg fi"), el("span", "statement", class_="seg st"),
        el("span", "background", class_="seg ev-b"), el("span", "Select marked words to see what was read in them.", class_="hint"),
        class_="legend",
    )  # fmt: skip
    return sheet.section(
        "reading",
        "The text and its evidence",
        None,
        el("div", el("div", legend, text, class_="text"), panel(sheet), class_="columns"),
    )


def panel(sheet: Sheet) -> Html:
    """Side lists under tabs; without a script they follow one another."""
    report = sheet.report
    tabs = (
        ("events", f"Events {len(report.events)}", event_list(sheet)), ("figures", f"Figures {len(report.figures)}", figure_list(sheet)),
        ("statements", f"Statements {len(report.statements)}", statement_list(sheet)),
        ("actors", f"Actors {len(report.actors)}", actor_list(sheet)),
    )  # fmt: skip
    names = [el("a", title, href=f"#{sheet.prefix}{name}", id=f"{sheet.prefix}{name}-tab", class_="tab") for name, title, _ in tabs]
    lists = [
        el("div", sheet.heading(2, title, class_="list-title minor"), items, id=f"{sheet.prefix}{name}", class_="list")
        for name, title, items in tabs
    ]
    return el("aside", el("div", names, class_="tabs"), filters(sheet), lists, class_="panel", aria_label="What was read")


def filters(sheet: Sheet) -> Html:
    """Narrowing by claimant and by era; only there with a script."""
    options = [el("option", "everyone", value=""), [el("option", c.label, value=str(i)) for i, c in enumerate(sheet.voices)]]
    voice = el("label", "Said by ", el("select", options, class_="by"))
    past = el("label", el("input", type="checkbox", class_="with-past", checked=True), " Background")
    return el("div", voice, past, class_="filters scripted", role="group", aria_label="Narrow the lists")


def parts(sheet: Sheet) -> Html:
    """All sections of a report below its masthead."""
    return html(costs(sheet), reading(sheet), timetable(sheet), places(sheet), colophon(sheet))
