"""The section "When" of a report: a table of events whose bars show each date with its vagueness."""

from __future__ import annotations

from gesta.model import Event
from gesta.render.markup import Html, el
from gesta.render.phrases import doubts, kind, when
from gesta.render.sheet import Sheet
from gesta.render.timeline import Axis, axis, bar, groups, ruler

LEAD = (
    "A dot is a day. A solid bar lasted; a pale bar means some day within. Hollow: not told as a fact. The line is the day of publication."
)


def timetable(sheet: Sheet) -> Html:
    """When it happened."""
    news, past, undated = groups(sheet.report)
    if not sheet.report.events:
        return sheet.section("timeline", "When", None, el("p", "No events were coded.", class_="quiet"))
    bodies = [
        dated_rows(sheet, "The news", news, axis(news, sheet.report.article.day)),
        dated_rows(sheet, "Background", past, axis(past), "past"), undated_rows(sheet, undated),
    ]  # fmt: skip
    widths = el("colgroup", [el("col", class_=f"col-{name}") for name in ("date", "axis", "event")])
    head = el("thead", el("tr", [el("th", el("span", name, class_="unseen"), scope="col") for name in ("Date", "On the axis", "Event")]))
    return sheet.section(
        "timeline", "When", LEAD, el("table", el("caption", "Events in order of time", class_="unseen"), widths, head, bodies)
    )


def dated_rows(sheet: Sheet, title: str, events: list[Event], scale: Axis | None, style: str | None = None) -> Html | None:
    """Events on one axis."""
    if scale is None:
        return None
    head = el("tr", el("th", title, scope="rowgroup"), el("td", ruler(scale), class_="on-axis"), el("td"), class_="apart")
    rows = [row(sheet, event, bar(event, scale)) for event in events]
    return el("tbody", head, rows, class_=style)


def undated_rows(sheet: Sheet, events: list[Event]) -> Html | None:
    """Events whose date the text does not tell."""
    if not events:
        return None
    head = el("tr", el("th", "No date told", scope="rowgroup"), el("td", class_="on-axis"), el("td"), class_="apart")
    return el("tbody", head, [row(sheet, event, None) for event in events], class_="undated")


def row(sheet: Sheet, event: Event, shape: Html | None) -> Html:
    """One event: date, bar, what it was."""
    marks = [el("span", d, class_=f"badge {d}") for d in doubts(event) if d != "background"]
    said = el("span", " · said by ", el("bdi", sheet.register.claim(event.statements)), class_="quiet")
    name = el("p", el("span", kind(event), class_="kind"), marks, " ", sheet.parties(event), said)
    what = el("div", sheet.chip(event.id), name, class_="event-name")
    return el(
        "tr", el("td", when(event.time) or "no date", class_="when"),
        el("td", shape, class_="on-axis"), el("td", what, class_="event-cell"),
        data_i=sheet.anchor(event.id), data_by=sheet.voices_of(event.statements), class_="past-item" if event.era == "background" else None,
    )  # fmt: skip
