"""The sections of one report on a page: head, matrix, text with side lists, timeline, map, what else the record holds."""

from __future__ import annotations

from datetime import datetime

from gesta.model import Event, Place, Report
from gesta.render.atlas import Frame
from gesta.render.cards import actor_list, event_list, figure_list, sure, statement_list
from gesta.render.markup import Child, Html, el, html, link
from gesta.render.matrix import matrix
from gesta.render.passages import passages
from gesta.render.phrases import PRECISIONS, calendar, doubts, kind, plainly, standing, when
from gesta.render.register import coded
from gesta.render.sheet import Sheet
from gesta.render.timeline import Axis, axis, bar, groups, ruler
from gesta.render.worldmap import drawings, located, outside, precision, whereabouts

SYNTHETIC = "Synthetic sample: written for demonstration, not a news report"


def ribbon(report: Report) -> Html | None:
    """The mark of a text that is not news."""
    return el("p", SYNTHETIC, class_="ribbon", role="note") if report.article.synthetic else None


def byline(report: Report) -> Html:
    """Outlet, date, authors, language, address."""
    article = report.article
    day = article.published
    stamp = calendar(day) + (f", {day:%H:%M %Z}".rstrip() if isinstance(day, datetime) else "") if day else "no date given"
    parts: list[Child] = [el("strong", el("bdi", article.outlet or "outlet not given")), el("time", stamp, datetime=day.isoformat() if day else None)]
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
    title = el(f"h{sheet.level}", article.title or "Untitled report", id=f"{sheet.prefix}top", lang=sheet.language, dir="auto", class_="title")
    return el("header", title, byline(sheet.report), ribbon(sheet.report), class_="masthead")


def section(sheet: Sheet, name: str, title: str, lead: str | None, *children: Child) -> Html:
    """A section with its heading."""
    heading = el("header", sheet.heading(1, title, id=f"{sheet.prefix}{name}-h"), el("p", lead, class_="lead") if lead else None)
    return el("section", heading, *children, class_=name, aria_labelledby=f"{sheet.prefix}{name}-h")


def costs(sheet: Sheet) -> Html:
    """The matrix."""
    return section(sheet, "costs", "Who says what it cost whom", "Each figure stays with its claimant; nothing is added up.", matrix(sheet))


def reading(sheet: Sheet) -> Html:
    """The text beside its side lists."""
    text = passages(sheet)
    legend = el(
        "p", el("span", "event", class_="seg ev"), el("span", "figure", class_="seg fi"), el("span", "statement", class_="seg st"),
        el("span", "background", class_="seg ev-b"), el("span", "Select marked words to see what was read in them.", class_="hint"), class_="legend",
    )  # fmt: skip
    return section(sheet, "reading", "The text and its evidence", None, el("div", el("div", legend, text, class_="text"), panel(sheet), class_="columns"))


def panel(sheet: Sheet) -> Html:
    """Side lists under tabs; without a script they follow one another."""
    report = sheet.report
    tabs = (
        ("events", f"Events {len(report.events)}", event_list(sheet)), ("figures", f"Figures {len(report.figures)}", figure_list(sheet)),
        ("statements", f"Statements {len(report.statements)}", statement_list(sheet)), ("actors", f"Actors {len(report.actors)}", actor_list(sheet)),
    )  # fmt: skip
    names = [el("a", title, href=f"#{sheet.prefix}{name}", id=f"{sheet.prefix}{name}-tab", class_="tab") for name, title, _ in tabs]
    lists = [el("div", sheet.heading(2, title, class_="list-title minor"), items, id=f"{sheet.prefix}{name}", class_="list") for name, title, items in tabs]
    return el("aside", el("div", names, class_="tabs"), filters(sheet), lists, class_="panel", aria_label="What was read")


def filters(sheet: Sheet) -> Html:
    """Narrowing by claimant and by era; only there with a script."""
    options = [el("option", "everyone", value=""), [el("option", c.label, value=str(i)) for i, c in enumerate(sheet.voices)]]
    voice = el("label", "Said by ", el("select", options, class_="by"))
    past = el("label", el("input", type="checkbox", class_="with-past", checked=True), " Background")
    return el("div", voice, past, class_="filters scripted", role="group", aria_label="Narrow the lists")


def timeline(sheet: Sheet) -> Html:
    """When it happened."""
    news, past, undated = groups(sheet.report)
    if not sheet.report.events:
        return section(sheet, "timeline", "When", None, el("p", "No events were coded.", class_="quiet"))
    bodies = [
        dated_rows(sheet, "The news", news, axis(news, sheet.report.article.day)), dated_rows(sheet, "Background", past, axis(past), "past"),
        undated_rows(sheet, undated),
    ]  # fmt: skip
    widths = el("colgroup", [el("col", class_=f"col-{name}") for name in ("date", "axis", "event")])
    head = el("thead", el("tr", [el("th", el("span", name, class_="unseen"), scope="col") for name in ("Date", "On the axis", "Event")]))
    lead = "A dot is a day. A solid bar lasted; a pale bar means some day within. Hollow: not told as a fact. The line is the day of publication."
    return section(sheet, "timeline", "When", lead, el("table", el("caption", "Events in order of time", class_="unseen"), widths, head, bodies))


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
        "tr", el("td", when(event.time) or "no date", class_="when"), el("td", shape, class_="on-axis"), el("td", what, class_="event-cell"),
        data_i=sheet.anchor(event.id), data_by=sheet.voices_of(event.statements), class_="past-item" if event.era == "background" else None,
    )  # fmt: skip


def places(sheet: Sheet) -> Html:
    """Where it happened: the map and its table."""
    report, view = sheet.report, whereabouts(sheet.report)
    if not report.places:
        return section(sheet, "places", "Where", None, el("p", "No places were found.", class_="quiet"))
    plots = drawings(report, sheet.anchor)
    note = el("span", "Coasts and borders: Natural Earth 1:50m, generalised; no judgement on claims.")
    figure = el("figure", plots, el("figcaption", map_legend(), note)) if plots else None
    head = el("thead", el("tr", [el("th", title, scope="col") for title in ("Place", "What and where", "Told there")]))
    rows = [place_row(sheet, place, view) for place in report.places]
    listing = el("table", el("caption", "Places", class_="unseen"), head, el("tbody", rows), class_="gazetteer")
    lead = "Small dots are exact; the wider the ring, the vaguer the place. A country is tinted, never pinned."
    return section(sheet, "places", "Where", lead if plots else None, el("div", figure, listing, class_="columns"))


def map_legend() -> Html:
    """What filled, pale and grey marks mean."""
    uses = (("news", "in the news"), ("background", "background"), ("named", "only named"))
    return html(
        el("span", el("svg", el("circle", cx=7, cy=7, r=5, class_=f"pin {use} spot"), width=14, height=14, aria_hidden="true", class_="key"), name)
        for use, name in uses
    )


def place_row(sheet: Sheet, place: Place, view: Frame | None) -> Html:
    """One place: what it is, how exactly it is known, what happened there."""
    away = place in outside(sheet.report, view)
    spot = f"{place.lat:.2f}, {place.lon:.2f}" if located(place) else None
    geonames = f"GeoNames {place.geonames}" if place.geonames else None
    about = " · ".join(filter(None, (plainly(place.kind), place.admin1, place.country, PRECISIONS[precision(place)] if spot else None)))
    if place.claimed_by:
        about += f" · claimed by {', '.join(place.claimed_by)}"
    badge = el("span", "outside the map", class_="badge") if away else None if spot else el("span", "not located", class_="badge")
    told = [sheet.chip(i.id) for i in coded(sheet.report) if place.id in i.places]
    ties = [el("p", standing(r.kind), " ", name_of(sheet, r.target)) for r in sheet.report.relations if r.source == place.id]
    anchor = sheet.anchor(place.id)
    detail = el("span", " · ".join(filter(None, (spot, geonames))), class_="quiet")
    return el(
        "tr", el("th", el("bdi", place.name), " ", badge, scope="row"), el("td", about, " ", detail, ties),
        el("td", [(chip, " ") for chip in told]), id=anchor, data_i=anchor, tabindex="-1",
    )  # fmt: skip


def colophon(sheet: Sheet) -> Html:
    """Links, relations, warnings, leftovers, versions."""
    report, made = sheet.report, sheet.report.made
    ties = [el("li", sheet.chip(t.source), f" {plainly(t.kind)} ", sheet.chip(t.target), " ", quoted(sheet, t.evidence)) for t in report.links]
    relations = [el("li", name_of(sheet, r.source), f" {standing(r.kind)} ", name_of(sheet, r.target), " ", quoted(sheet, r.evidence), " ",
                   [sheet.chip(s) for s in r.statements]) for r in report.relations]  # fmt: skip
    warnings = [el("li", el("code", w.code), " ", w.text, " ", quoted(sheet, w.span)) for w in report.warnings]
    left = [
        el("li", quoted(sheet, item.span), " ", item.why, data_i=sheet.anchor(f"left{n}"), tabindex="0")
        for n, item in enumerate(report.leftovers, 1)
    ]
    groups_ = (("Links", ties), ("Standing relations", relations), ("Warnings", warnings), ("Leftovers: seen and not coded", left))
    lists = [el("div", sheet.heading(1, title, class_="minor"), el("ul", items)) for title, items in groups_ if items]
    versions = f"Report {report.id[:16]} · record {made.record} · gesta {made.gesta} · model {made.model} · codebook {made.codebook} · gazetteer {made.gazetteer}"
    revision = f" · revises {report.revision_of[:16]}" if report.revision_of else ""
    save = el("button", "Save this record as JSON", type="button", class_="save scripted", data_report=sheet.prefix)
    return el("footer", el("div", lists, class_="rest") if lists else None, el("p", versions + revision, class_="versions"), save, class_="colophon")


def quoted(sheet: Sheet, span: tuple[int, int] | None) -> Html | None:
    """The words of a span."""
    return el("q", " ".join(sheet.text[max(0, span[0]) : max(0, span[1])].split()), dir="auto") if span else None


def name_of(sheet: Sheet, ref: str) -> Html:
    """An actor or a place."""
    return el("bdi", sheet.register.place(ref)) if ref in sheet.register.places else sheet.actor(ref)


def parts(sheet: Sheet) -> Html:
    """All sections of a report below its masthead."""
    return html(costs(sheet), reading(sheet), timeline(sheet), places(sheet), colophon(sheet))
