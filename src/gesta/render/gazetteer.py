"""The section "Where" of a report: maps, and the table of places that says how exactly each is known."""

from __future__ import annotations

from gesta.model import Place
from gesta.render.atlas import Frame
from gesta.render.framing import located, outside, precision, whereabouts
from gesta.render.markup import Html, el, html
from gesta.render.phrases import PRECISIONS, plainly, standing
from gesta.render.register import coded, joined
from gesta.render.sheet import Sheet
from gesta.render.worldmap import drawings


def places(sheet: Sheet) -> Html:
    """Where it happened: the map and its table."""
    report, view = sheet.report, whereabouts(sheet.report)
    if not report.places:
        return sheet.section("places", "Where", None, el("p", "No places were found.", class_="quiet"))
    plots = drawings(report, sheet.anchor)
    note = el("span", "Coasts and borders: Natural Earth 1:50m, generalised; no judgement on claims.")
    figure = el("figure", plots, el("figcaption", map_legend(), note)) if plots else None
    head = el("thead", el("tr", [el("th", title, scope="col") for title in ("Place", "What and where", "Told there")]))
    rows = [place_row(sheet, place, view) for place in report.places]
    listing = el("table", el("caption", "Places", class_="unseen"), head, el("tbody", rows), class_="gazetteer")
    lead = "Small dots are exact; the wider the ring, the vaguer the place. A country is tinted, never pinned."
    return sheet.section("places", "Where", lead if plots else None, el("div", figure, listing, class_="columns"))


def map_legend() -> Html:
    """What filled, pale and grey marks mean."""
    uses = (("news", "in the news"), ("background", "background"), ("named", "only named"))
    return html(
        el(
            "span",
            el("svg", el("circle", cx=7, cy=7, r=5, class_=f"pin {use} spot"), width=14, height=14, aria_hidden="true", class_="key"),
            name,
        )
        for use, name in uses
    )


def place_row(sheet: Sheet, place: Place, view: Frame | None) -> Html:
    """One place: what it is, how exactly it is known, what happened there."""
    away = place in outside(sheet.report, view)
    spot = f"{place.lat:.2f},\u00a0{place.lon:.2f}" if located(place) else None
    geonames = f"GeoNames {place.geonames}" if place.geonames else None
    about = " · ".join(filter(None, (plainly(place.kind), place.admin1, place.country, PRECISIONS[precision(place)] if spot else None)))
    if len(place.claimed_by) > 1:
        about += f" · disputed: claimed by {joined(place.claimed_by)}"
    badge = el("span", "outside the map", class_="badge") if away else None if spot else el("span", "not located", class_="badge")
    told = [sheet.chip(i.id) for i in coded(sheet.report) if place.id in i.places]
    ties = [el("p", standing(r.kind), " ", sheet.named(r.target)) for r in sheet.report.relations if r.source == place.id]
    anchor = sheet.anchor(place.id)
    detail = el("span", " · ".join(filter(None, (spot, geonames))), class_="quiet")
    return el(
        "tr", el("th", el("bdi", place.name), " ", badge, scope="row"), el("td", about, " ", detail, ties),
        el("td", [(chip, " ") for chip in told]), id=anchor, data_i=anchor, tabindex="-1",
    )  # fmt: skip
