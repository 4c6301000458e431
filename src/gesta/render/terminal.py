"""A report as terminal text: who says what it cost whom, what happened in order of time, the text with its evidence marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from gesta.model import Event, Figure, Report
from gesta.render.brackets import marked
from gesta.render.ink import RULE, Line, Piece, breadth, grid, indented, paint, shares, under, visible_piece, wrap
from gesta.render.ledger import Ledger, Row, ledger
from gesta.render.phrases import calendar, counted, doubts, in_order, kind, percent, toll, when
from gesta.render.register import Register, joined
from gesta.render.visible import columns, terminal_text

NARROWEST = 40
LEAST_COLUMN = 12
DATES_ASIDE = 72
LONGEST_DATE = 24
LONGEST_ID = 8


def terminal(report: Report, *, width: int = 100, colour: bool = True) -> str:
    """The report as lines of at most `width` columns (never fewer than 40), SGR colours only where `colour`.

    Control characters of the article are shown as pictures (␛), so nothing in it can steer the terminal.
    """
    width = max(NARROWEST, width)
    register = Register(report)
    parts = [header(report, width), costs(register, width), happenings(register, width), said(report, width), notes(report, width)]
    gap: list[Line] = [[]]
    return paint((line for i, part in enumerate(parts) for line in (gap if i else []) + part), colour)


def header(report: Report, width: int) -> list[Line]:
    """Title, outlet, date, authors, where it stands, versions; a mark where the text is a sample."""
    article = report.article
    day = article.published
    stamp = calendar(day) + (f" {day:%H:%M %Z}".rstrip() if isinstance(day, datetime) else "") if day else "no date given"
    by = ", ".join(article.authors)
    about = " · ".join(filter(None, [article.outlet or "outlet not given", stamp, by and f"by {by}", article.language]))
    out = wrap([visible_piece(article.title or "Untitled report", "bold")], width)
    out += wrap([visible_piece(about)], width)
    if article.credits:
        out += wrap([visible_piece(f"credits {', '.join(article.credits)}", "dim")], width)
    if article.url:
        out += wrap([visible_piece(article.url, "dim")], width)
    if article.synthetic:
        out += wrap([Piece("SYNTHETIC SAMPLE: written for demonstration, not a news report", "warn")], width)
    made = report.made
    versions = f"report {report.id[:12]} · record {made.record} · gesta {made.gesta} · model {made.model} · codebook {made.codebook}"
    gazetteer = made.gazetteer.partition(" ")[0]  # what follows tells its sources, which `gesta --version` prints
    return out + wrap([visible_piece(f"{versions} · gazetteer {gazetteer}", "dim")], width)


def heading(title: str, width: int, aside: str = "") -> list[Line]:
    """A section's title with a rule to the width."""
    if aside and len(title) + len(aside) + 4 <= width:
        return [[Piece(title, "bold"), Piece(f" · {aside} ", "dim"), Piece("─" * (width - len(title) - len(aside) - 4), "rule")]]
    return [[Piece(title, "bold"), Piece(" "), Piece("─" * (width - len(title) - 1), "rule")]]


def costs(register: Register, width: int) -> list[Line]:
    """The claimants × sides matrix, or where it does not fit the width the same by claimant."""
    book = ledger(register)
    out = heading("Who says what it cost whom", width, "never added up")
    if not (book.news or book.background):
        return [*out, [Piece("No figures were read.", "dim")]]
    table = matrix(register, book, width)
    return out + (table if table is not None else by_claimant(register, book, width))


def cell(figure: Figure, register: Register) -> Line:
    """One figure: id and toll."""
    said_so = toll(figure, register.report.article.text, register.ties(figure.id))
    return [Piece(terminal_text(figure.id), "figure"), Piece(" "), visible_piece(said_so)]


def matrix(register: Register, book: Ledger, width: int) -> list[Line] | None:
    """The matrix as a table; None when a column would be narrower than can be read."""
    titles = ["Claimant", *(column_title(register, side) for side in book.sides)]
    rows: list[list[list[Line]]] = [[[[visible_piece(t, "dim")]] for t in titles]]
    for row in (*book.news, *book.background):
        rows.append([[[visible_piece(row.claimant.label)]], *([cell(f, register) for f in figures] for figures in row.cells)])
    natural = [max(breadth(para) for r in rows for para in r[i] or [[]]) for i in range(len(titles))]
    widths = shares(natural, width - len(RULE) * (len(titles) - 1), LEAST_COLUMN)
    if widths is None:
        return None
    head, *blocks = grid(rows, widths)
    news, past = blocks[: len(book.news)], blocks[len(book.news) :]
    apart: list[Line] = [[], [Piece("Background", "italic")]]
    if not news:
        return [[Piece("No figures of the news itself.", "dim")], *apart, *head, *ruled(past, widths)]
    return [*head, *ruled(news, widths), *(apart if past else []), *ruled(past, widths)]


def ruled(blocks: list[list[Line]], widths: list[int]) -> list[Line]:
    """Rows of a grid, a rule above the first and a faint one between the others."""
    above = [under(widths), *[under(widths, "┈")] * (len(blocks) - 1)]
    return [line for rule, block in zip(above, blocks, strict=False) for line in (rule, *block)]


def column_title(register: Register, side: str | None) -> str:
    """The side's code and name."""
    name = register.side(side)
    return name if side is None or name == side else f"{side} {name}"


def by_claimant(register: Register, book: Ledger, width: int) -> list[Line]:
    """The matrix for narrow terminals: under each claimant one line for each figure, the side before it."""
    out: list[Line] = []
    for title, rows in (("", book.news), ("Background", book.background)):
        if title and rows:
            out += [[], [Piece(title, "italic")]]
        for row in rows:
            out += wrap([visible_piece(row.claimant.label)], width)
            out += [line for entry in entries(register, book, row) for line in indented(wrap(entry, width - 4), "  ", "    ")]
    return out


def entries(register: Register, book: Ledger, row: Row) -> Iterator[Line]:
    """The row's figures, each with its side."""
    for side, figures in zip(book.sides, row.cells, strict=True):
        for figure in figures:
            yield [visible_piece(f"{side or register.side(None)}:", "dim"), Piece(" "), *cell(figure, register)]


def happenings(register: Register, width: int) -> list[Line]:
    """Events in order of time, those of the background apart."""
    events = in_order(register.report.events)
    news = [e for e in events if e.era != "background"]
    past = [e for e in events if e.era == "background"]
    out = heading("Events in order of time", width, f"{len(news)} of the news, {len(past)} background")
    if not events:
        return [*out, [Piece("No events were coded.", "dim")]]
    dates = {e.id: terminal_text(when(e.time) or "no date") for e in events}
    margin = min(LONGEST_ID, max(columns(terminal_text(e.id)) for e in events)) + 2
    aside = max((w for d in dates.values() if (w := columns(d)) <= LONGEST_DATE), default=-2) + 2 if width >= DATES_ASIDE else 0
    for event in news:
        out += event_lines(register, event, dates[event.id], (width, margin, aside))
    if past:
        out += [*([[]] if news else []), [Piece("Background", "italic")]]
    for event in past:
        out += event_lines(register, event, dates[event.id], (width, margin, aside))
    return out


def event_lines(register: Register, event: Event, date: str, room: tuple[int, int, int]) -> list[Line]:
    """When, what, who -> whom, where; below it who says it, how sure the coding is. `room`: width, margin of ids, column of dates."""
    width, margin, aside = room
    who, whom = register.whom(event)
    where = ", ".join(map(register.place, event.places))
    first = [visible_piece(kind(event), "event")]
    if who or whom:
        first += [
            Piece(": "),
            visible_piece(who or "(not said who)", "bold"),
            *([Piece(" → "), visible_piece(whom, "bold")] if whom else []),
        ]
    if where:
        first += [Piece(" · "), visible_piece(where)]
    marks = [d for d in doubts(event) if d != "background"]
    if marks:
        first += [Piece(" "), visible_piece(f"[{', '.join(marks)}]", "warn")]
    below = [f"mediated by {joined(map(register.actor, event.mediators))}"] if event.mediators else []
    below += [f"said by {register.claim(event.statements)}", percent(event.confidence), *register.ties(event.id)]
    beside = aside and columns(date) <= LONGEST_DATE
    if not beside:
        first = [visible_piece(date), Piece("  "), *first]
    inner = max(NARROWEST // 2, width - margin - aside)
    lines = [*wrap(first, inner), *wrap([visible_piece(" · ".join(below), "dim")], inner)]
    ident = terminal_text(event.id)
    ident = padded(ident if columns(ident) < margin else "·", margin)
    return indented(lines, ident + padded(date if beside else "", aside), " " * (margin + aside))


def padded(text: str, width: int) -> str:
    """The text with blanks up to `width` columns."""
    return text + " " * max(0, width - columns(text))


def said(report: Report, width: int) -> list[Line]:
    """The text: evidence of events and figures in brackets that close with the item's id; underlined where there is colour."""
    out = heading("Text", width, f"{counted(len(report.statements), 'statement')}; evidence in ⟦brackets·id⟧")
    for paragraph in marked(report):
        if any(piece.text.strip() for piece in paragraph):
            out += [*wrap(paragraph, width), []]
    return out[:-1] if len(out) > 1 else out


def notes(report: Report, width: int) -> list[Line]:
    """What the reader should know: warnings, and how many triggers were seen and not coded."""
    counts = [
        counted(len(report.events), "event"), counted(len(report.figures), "figure"), counted(len(report.statements), "statement"),
        counted(len(report.leftovers), "leftover") + " (triggers seen, not coded)",
    ]  # fmt: skip
    out = heading("Notes", width) + wrap([Piece(" · ".join(counts))], width)
    for warning in report.warnings:
        out += indented(wrap([visible_piece(f"{warning.code}: {warning.text}", "warn")], width - 2), "! ", "  ")
    return out
