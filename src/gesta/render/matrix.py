"""Who says what it cost whom, as HTML tables: claimants × sides of one report, and one row per claimant and report of many."""

from __future__ import annotations

from collections.abc import Sequence

from gesta.model import Figure
from gesta.render.ledger import Row, ledger
from gesta.render.markup import Child, Html, el, html
from gesta.render.phrases import calendar
from gesta.render.register import Claimant
from gesta.render.sheet import Sheet

Sides = Sequence[str | None]
MANY_SIDES = 7


def figure_in_cell(sheet: Sheet, figure: Figure) -> Html:
    """One claim in a cell, a link to the figure."""
    ref = el("a", figure.id, class_="ref fi", href=f"#{sheet.anchor(figure.id)}", aria_label=sheet.say(figure.id))
    badges = [*sheet.caveats(figure), *sheet.tied(figure.id)]
    beside = el("div", badges, class_="beside") if badges else None
    return el("li", sheet.figure(figure), "\u00a0", ref, beside, data_i=sheet.anchor(figure.id), data_by=sheet.voices_of(figure.statements))


def cells(sheet: Sheet, row: Row, sides: Sides, columns: Sides) -> list[Html]:
    """The row's cells in the order of `columns`; the side's name goes with each, for layouts without a head."""
    by_side = dict(zip(sides, row.cells, strict=True))
    out = []
    for side in columns:
        figures = [figure_in_cell(sheet, f) for f in by_side.get(side, ())]
        name = el("span", sheet.sides.mark(side), side or sheet.register.side(None), class_="cell-side")
        out.append(el("td", (name, el("ul", figures)) if figures else None, class_=None if figures else "none"))
    return out


def claimant_cell(sheet: Sheet, claimant: Claimant) -> Html:
    """The row's head."""
    return el("th", sheet.sides.mark(claimant.code), el("bdi", claimant.label), scope="row", class_="own" if claimant.own else None)


def side_head(sheet: Sheet, side: str | None) -> Html:
    """A column's head: mark, code and name."""
    if side is None:
        return el("th", el("span", "side not said", class_="side-name"), scope="col")
    name = sheet.register.side(side)
    return el(
        "th",
        sheet.sides.mark(side),
        el("span", side, class_="code"),
        el("span", name, class_="side-name") if name != side else None,
        scope="col",
    )


def matrix(sheet: Sheet) -> Html:
    """The matrix of one report; background figures in a body of their own."""
    book = ledger(sheet.register)
    if not book.sides:
        return el("p", "No figures were read.", class_="quiet")
    head = el("thead", el("tr", el("th", "Claimant", scope="col"), [side_head(sheet, side) for side in book.sides]))
    news = el("tbody", body(sheet, book.news, book.sides)) if book.news else None
    title = el("tr", el("th", "Background: before the news of this report", colspan=len(book.sides) + 1, scope="rowgroup"), class_="apart")
    past = el("tbody", title, body(sheet, book.background, book.sides), class_="past") if book.background else None
    return table("Who says what it cost whom", head, news, past, sides=len(book.sides))


def body(sheet: Sheet, rows: Sequence[Row], sides: Sides) -> Html:
    """Rows of one report."""
    return html(el("tr", claimant_cell(sheet, row.claimant), cells(sheet, row, sides, sides)) for row in rows)


def table(caption: str, *parts: Child, sides: int) -> Html:
    """A table that scrolls on its own; it reads as a list where the screen is very narrow or the sides are many."""
    inner = el("table", el("caption", caption, class_="unseen"), *parts, class_="matrix many" if sides > MANY_SIDES else "matrix")
    return el("div", inner, class_="scroll", tabindex="0", role="region", aria_label=f"Table: {caption}")


def matrix_of_all(sheets: Sequence[Sheet]) -> Html | None:
    """One row for each claimant and report, by day; claims are never added up across reports. None without figures."""
    books = [(sheet, ledger(sheet.register)) for sheet in sheets]
    columns: Sides = sorted(dict.fromkeys(side for _, book in books for side in book.sides), key=lambda side: side is None)
    if not columns:
        return None
    dated = sorted(books, key=lambda pair: (str(pair[0].report.article.day or "9999"), pair[0].prefix))
    first = {side: next(s for s, book in books if side in book.sides) for side in columns}
    head = el(
        "thead", el("tr", el("th", "Report", scope="col"), el("th", "Claimant", scope="col"), [side_head(first[c], c) for c in columns])
    )
    bodies = []
    for past in (False, True):
        rows = [tr for sheet, book in dated for tr in claims(sheet, book.background if past else book.news, book.sides, columns)]
        title = el("tr", el("th", "Background: before the news of the reports", colspan=len(columns) + 2, scope="rowgroup"), class_="apart")
        if rows:
            bodies.append(el("tbody", title if past else None, rows, class_="past" if past else None))
    return table("Who says what it cost whom, all reports", head, bodies, sides=len(columns))


def claims(sheet: Sheet, rows: Sequence[Row], sides: Sides, columns: Sides) -> list[Html]:
    """The rows of one report among those of others."""
    day = sheet.report.article.day
    name = html(
        el("span", calendar(day) if day else "no date", class_="when"), " ", el("a", sheet.register.outlet, href=f"#{sheet.prefix}top")
    )
    return [
        el("tr", el("td", name, class_="source"), claimant_cell(sheet, row.claimant), cells(sheet, row, sides, columns)) for row in rows
    ]
