"""A report as a piece of HTML for a notebook: styles that touch nothing outside, no script, readable where styles are taken away."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from gesta.model import Event, Figure, Report, Statement
from gesta.render.markup import Child, Html, el, html
from gesta.render.matrix import matrix
from gesta.render.page import shipped
from gesta.render.passages import passages
from gesta.render.phrases import counted, doubts, in_order, kind, percent, plainly, when
from gesta.render.sections import byline, ribbon
from gesta.render.sheet import Sheet
from gesta.render.sides import Sides


def fragment(report: Report) -> str:
    """The report as one `div` for `_repr_html_`: matrix, events, figures, statements, text with its evidence.

    Anchors begin with a hash of the report's id, so that several fragments may stand in one document.
    """
    sheet = Sheet(report, Sides([report]), f"g{hashlib.sha256(report.id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}-")
    body = (
        el("style", Html(shipped("fragment.css"))),
        el("p", el("strong", report.article.title or "Untitled report", dir="auto"), class_="title", id=f"{sheet.prefix}top"),
        byline(report), ribbon(report),
        matrix(sheet),
        folded(counted(len(report.events), "event"), event_table(sheet), bool(report.events)),
        folded(counted(len(report.figures), "figure"), figure_table(sheet)),
        folded(counted(len(report.statements), "statement"), statement_table(sheet)),
        folded("Text and evidence", passages(sheet)),
        notes(sheet),
    )  # fmt: skip
    return el("div", body, class_="gesta-fragment")


def folded(title: str, content: Child, unfolded: bool = False) -> Html:
    """What opens on click."""
    return el("details", el("summary", title), content, open=unfolded)


def listing(titles: Sequence[str], rows: Sequence[Html]) -> Html | None:
    """A table, None without rows."""
    head = el("thead", el("tr", [el("th", title, scope="col") for title in titles]))
    return el("table", head, el("tbody", rows)) if rows else None


def line(sheet: Sheet, ref: str, background: bool, *cells: Child) -> Html:
    """A row that links of the text lead to; its id leads to the text."""
    name = el("a", ref, href=f"#t-{sheet.anchor(ref)}")
    return el(
        "tr", el("th", name, scope="row"), [el("td", cell) for cell in cells], id=sheet.anchor(ref), class_="past" if background else None
    )


def event_table(sheet: Sheet) -> Html | None:
    """Events in order of time, the background last."""
    events = sorted(in_order(sheet.report.events), key=lambda e: e.era == "background")
    return listing(("", "When", "What", "Who", "Where", "Said by", "", "Sure"), [event_line(sheet, e) for e in events])


def event_line(sheet: Sheet, event: Event) -> Html:
    """One event."""
    past = event.era == "background"
    marks = (", ".join(doubts(event)), [(" ", tie) for tie in sheet.tied(event.id)])
    cells: tuple[Child, ...] = (
        when(event.time) or "–", kind(event), sheet.parties(event), ", ".join(map(sheet.register.place, event.places)),
        sheet.register.claim(event.statements), marks, percent(event.confidence),
    )  # fmt: skip
    return line(sheet, event.id, past, *cells)


def figure_table(sheet: Sheet) -> Html | None:
    """Figures of the news, then those of the background."""
    figures = sorted(sheet.report.figures, key=lambda f: f.era == "background")
    return listing(("", "How many", "Of whom", "Said by", "", "Sure"), [figure_line(sheet, f) for f in figures])


def figure_line(sheet: Sheet, figure: Figure) -> Html:
    """One figure."""
    past, code = figure.era == "background", figure.victims.code
    side = html(sheet.sides.mark(code), el("bdi", sheet.register.side(code)))
    marks = (["background"] if past else [], [(" ", badge) for badge in (*sheet.caveats(figure), *sheet.tied(figure.id))])
    return line(
        sheet, figure.id, past, sheet.figure(figure), side, sheet.register.claim(figure.statements), marks, percent(figure.confidence)
    )  # fmt: skip


def statement_table(sheet: Sheet) -> Html | None:
    """Statements in the order of the record."""
    return listing(("", "Who", "How", "Words", "Sure"), [statement_line(sheet, s) for s in sheet.report.statements])


def statement_line(sheet: Sheet, statement: Statement) -> Html:
    """One statement."""
    how = f"{plainly(statement.stance)}, {statement.quoted}"
    source = sheet.register.source(statement).label
    return line(sheet, statement.id, False, source, how, sheet.quotes(statement.content), percent(statement.confidence))  # fmt: skip


def notes(sheet: Sheet) -> Html:
    """Warnings, leftovers, versions."""
    report, made = sheet.report, sheet.report.made
    warned = [el("li", el("code", w.code), " ", w.text) for w in report.warnings]
    versions = f"record {made.record}, gesta {made.gesta}, model {made.model}, codebook {made.codebook}, gazetteer {made.gazetteer}"
    about = f"{counted(len(report.leftovers), 'leftover')} seen and not coded · report {report.id[:16]} · {versions}"
    return html(el("ul", warned) if warned else None, el("p", about, class_="versions"))
