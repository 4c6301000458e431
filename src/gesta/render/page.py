"""One or many reports as one HTML page that opens from disk, asks for nothing from anywhere, and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from gesta.model import Report, to_record
from gesta.render.markup import Html, el, html, script_json
from gesta.render.matrix import matrix_of_all
from gesta.render.phrases import calendar, counted
from gesta.render.sections import masthead, parts
from gesta.render.sheet import Sheet
from gesta.render.sides import Sides

ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%230f6a73'/%3E%3Ccircle cx='8' cy='8' r='3.5' fill='white'/%3E%3C/svg%3E"
)


@cache
def shipped(name: str) -> str:
    """A style sheet or script of the package."""
    return files("gesta.render").joinpath(f"data/{name}").read_text("utf-8")


def style() -> str:
    """The style of a page: the colours, which the served page has too, then the rest."""
    return shipped("palette.css") + shipped("page.css")


def digest(content: str) -> str:
    """The hash by which a Content-Security-Policy admits an inline element."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def page(reports: Sequence[Report], *, title: str | None = None) -> str:
    """The page as text, to be written as UTF-8. `title` heads it; without one the report's own title, or how many there are.

    One report fills the page; many have an index, one matrix over all, and a section each that opens on click.
    """
    sides = Sides(reports)
    sheets = [Sheet(report, sides, f"r{n}-", 1 if len(reports) == 1 else 2) for n, report in enumerate(reports, 1)]
    heading = title or (reports[0].article.title if len(reports) == 1 else None) or counted(len(reports), "report")
    body = single(sheets[0], title) if len(sheets) == 1 else collection(sheets, heading)
    records = el("script", script_json([to_record(r) for r in reports]), type="application/json", id="records")
    return f"<!doctype html>\n{el('html', head(heading), el('body', body, records, el('script', Html(shipped('page.js')))), lang='en')}\n"


def head(title: str) -> Html:
    """Policy first, so that it holds for all that follows."""
    policy = (
        f"default-src 'none'; script-src '{digest(shipped('page.js'))}'; style-src '{digest(style())}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return el(
        "head", el("meta", charset="utf-8"), el("meta", http_equiv="Content-Security-Policy", content=policy),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"), el("meta", name="referrer", content="no-referrer"),
        el("meta", name="color-scheme", content="light dark"), el("meta", name="generator", content="gesta"), el("title", title),
        el("link", rel="icon", href=ICON), el("style", Html(style())),
    )  # fmt: skip


def bar(right: str) -> Html:
    """The line above everything."""
    return el(
        "p",
        el("span", "gesta", class_="wordmark"),
        el("span", "attributed conflict event record"),
        el("span", right, class_="right"),
        class_="topline",
    )


def single(sheet: Sheet, title: str | None) -> Html:
    """A page of one report."""
    above = el("p", title, class_="page-title") if title and title != sheet.report.article.title else None
    return el("main", bar(sheet.summary()), above, el("article", masthead(sheet), parts(sheet), class_="report"))


def collection(sheets: Sequence[Sheet], heading: str) -> Html:
    """A page of many reports: index, one matrix, one section for each."""
    top = el("header", el("h1", heading, class_="title", dir="auto"), class_="masthead")
    whole = matrix_of_all(sheets)
    lead = "One row for each claimant and report. Nothing is added up across reports."
    costs = (
        el("section", el("header", el("h2", "Who says what it cost whom"), el("p", lead, class_="lead")), whole, class_="costs")
        if whole
        else None
    )
    return el("main", bar(counted(len(sheets), "report")), top, index(sheets), costs, [folded(sheet) for sheet in sheets])


def index(sheets: Sequence[Sheet]) -> Html:
    """The reports at a glance, in the order given."""
    titles = ("Report", "Outlet", "Date", "Events", "Figures", "Statements")
    head_row = el("thead", el("tr", [el("th", t, scope="col", class_="n" if i > 2 else None) for i, t in enumerate(titles)]))
    rows = [index_row(sheet) for sheet in sheets]
    listing = el("table", el("caption", "Reports", class_="unseen"), head_row, el("tbody", rows), class_="index")
    return el("nav", listing if sheets else el("p", "No reports.", class_="quiet"), aria_label="Reports")


def index_row(sheet: Sheet) -> Html:
    """Title, outlet, date, counts."""
    report, article = sheet.report, sheet.report.article
    name = el("a", article.title or "Untitled report", href=f"#{sheet.prefix}top", lang=sheet.language, dir="auto")
    mark = el("span", "synthetic sample", class_="badge synthetic") if article.synthetic else None
    numbers = ((report.events, "event"), (report.figures, "figure"), (report.statements, "statement"))
    day = calendar(article.day) if article.day else "–"
    return el(
        "tr", el("th", name, " ", mark, scope="row"), el("td", el("bdi", article.outlet or "–")), el("td", day),
        [el("td", f"{len(items):,}", class_="n", data_noun=counted(len(items), noun).partition(" ")[2]) for items, noun in numbers],
    )  # fmt: skip


def folded(sheet: Sheet) -> Html:
    """One report of many, closed until it is asked for."""
    article = sheet.report.article
    day = calendar(article.day) if article.day else "no date"
    line = html(
        el("span", article.title or "Untitled report", class_="fold-title", lang=sheet.language, dir="auto"),
        el("span", el("bdi", sheet.register.outlet), f" · {day} · {sheet.summary()}", class_="when"),
    )
    return el("details", el("summary", line), el("article", masthead(sheet), parts(sheet), class_="report"), class_="fold")
