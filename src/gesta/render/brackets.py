"""The text for a terminal, its evidence in brackets that close with the item's id."""

from __future__ import annotations

import re

from gesta.model import Report, Span
from gesta.render.ink import Line, Piece
from gesta.render.paragraphs import paragraphs
from gesta.render.segments import Mark, event_marks, figure_marks, segments
from gesta.render.visible import terminal_text

BLANKS = re.compile(r"\s+")


def marked(report: Report) -> list[Line]:
    """The paragraphs of the text with a bracket for every evidence span; brackets that open together are as many as close."""
    text = report.article.text
    found = [m for e in report.events for m in event_marks(e)] + [m for f in report.figures for m in figure_marks(f)]
    clipped = [(m, Span(max(0, m.span.start), min(len(text), m.span.end))) for m in found if m.role in ("evidence", "retold")]
    spans = [(m, span) for i, (m, span) in enumerate(clipped) if not said_already(clipped, i)]
    pages = paragraphs(text)
    starts = {page.start for page in pages}
    out: list[Line] = []
    for segment in segments(text, [m for m, _ in spans], starts):
        if segment.start in starts:
            out.append([])
        opened = {s.end for _, s in spans if s.start == segment.start < s.end}
        out[-1].append(Piece("⟦" * len(opened), "dim"))
        out[-1].append(Piece(BLANKS.sub(" ", terminal_text(text[segment.start : segment.end])), style_of(segment.marks)))
        closed: dict[int, list[str]] = {}
        for mark, span in spans:
            if span.start < span.end == segment.end:
                closed.setdefault(span.start, []).append(mark.item)
        for start in sorted(closed, reverse=True):
            out[-1].append(Piece(f"·{terminal_text('·'.join(dict.fromkeys(closed[start])))}⟧", "dim"))
    return out


def said_already(spans: list[tuple[Mark, Span]], i: int) -> bool:
    """True for words that lie inside other words of the same item: one bracket around both is enough."""
    mark, span = spans[i]
    return any(
        other.item == mark.item and around.start <= span.start and span.end <= around.end and (around != span or n < i)
        for n, (other, around) in enumerate(spans)
        if n != i
    )


def style_of(marks: tuple[Mark, ...]) -> str:
    """Figures before events, the background dim."""
    if not marks:
        return ""
    if all(m.background for m in marks):
        return "under dim"
    return "under figure" if any(m.layer == "figure" for m in marks) else "under event"
