"""A text cut where the evidence of its items begins and ends, so that overlapping evidence can be shown without offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from gesta.model import Event, Figure, Report, Span, Statement

EVENT_ROLES = ("trigger", "actors", "recipients", "places", "time", "cue")
FIGURE_ROLES = ("number", "effect", "victims", "cue")


@dataclass(frozen=True, slots=True)
class Mark:
    """`item` shows in `span`, in the part `role`: `evidence` for the whole of it, else the role that the words filled."""

    span: Span
    item: str
    layer: str
    role: str = "evidence"
    background: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text that no mark begins or ends inside of, and the marks that cover it, in the order they were given."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(text: str, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> tuple[Segment, ...]:
    """Segments one after another from 0 to `len(text)`, covering it; marks are clipped to the text, `cuts` are further boundaries."""
    inside = [(max(0, m.span.start), min(len(text), m.span.end), m) for m in marks]
    inside = [(start, end, m) for start, end, m in inside if start < end]
    edges = {0, len(text), *(c for c in cuts if 0 < c < len(text))}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for i, (start, end, _) in enumerate(inside):
        opening.setdefault(start, []).append(i)
        closing.setdefault(end, []).append(i)
    order = sorted(edges | opening.keys() | closing.keys())
    live: set[int] = set()
    out = []
    for start, end in pairwise(order):
        live = (live - set(closing.get(start, ()))) | set(opening.get(start, ()))
        out.append(Segment(start, end, tuple(inside[i][2] for i in sorted(live))))
    return tuple(out)


def marks_of(report: Report) -> tuple[Mark, ...]:
    """Every place in the text that an item of the report points to."""
    found: list[Mark] = []
    for event in report.events:
        found += event_marks(event)
    for figure in report.figures:
        found += figure_marks(figure)
    for statement in report.statements:
        found += statement_marks(statement)
    for actor in report.actors:
        found += [Mark(span, actor.id, "actor", "mention") for span in actor.mentions]
    for place in report.places:
        found += [Mark(span, place.id, "place", "mention") for span in place.mentions]
    found += [Mark(left.span, f"left{n}", "leftover", "leftover") for n, left in enumerate(report.leftovers, 1)]
    return tuple(found)


def event_marks(event: Event) -> Iterator[Mark]:
    """Evidence, later tellings and the words that filled each role."""
    past = event.era == "background"
    yield Mark(event.evidence, event.id, "event", "evidence", past)
    for span in event.mentions:
        yield Mark(span, event.id, "event", "retold", past)
    for role in EVENT_ROLES:
        for span in getattr(event.spans, role):
            yield Mark(span, event.id, "event", role, past)


def figure_marks(figure: Figure) -> Iterator[Mark]:
    """Evidence and the words that show number, effect and victims."""
    past = figure.era == "background"
    yield Mark(figure.evidence, figure.id, "figure", "evidence", past)
    for role in FIGURE_ROLES:
        for span in getattr(figure.spans, role):
            yield Mark(span, figure.id, "figure", role, past)


def statement_marks(statement: Statement) -> Iterator[Mark]:
    """Content and cue."""
    for span in statement.content:
        yield Mark(span, statement.id, "statement")
    if statement.cue is not None:
        yield Mark(statement.cue, statement.id, "statement", "cue")
