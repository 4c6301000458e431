"""A report's items as the tests compare them: codes in the place of ids, words in the place of spans."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from gesta.model import Event, Figure, Report, Span

Code = Callable[[str], Report]


class Told(NamedTuple):
    """Who did it to whom, and who says so; empty `by` for the reporter's own voice."""

    type: str
    actors: tuple[str | None, ...]
    recipients: tuple[str | None, ...]
    by: tuple[str | None, ...] = ()


class Toll(NamedTuple):
    """The number, the side that suffered, and who says so."""

    effect: str
    low: int | None
    best: int | None
    high: int | None
    code: str | None
    by: tuple[str | None, ...] = ()


def codes(report: Report, ids: tuple[str, ...]) -> tuple[str | None, ...]:
    """Codes of actors."""
    of = {a.id: a.code for a in report.actors}
    return tuple(of[i] for i in ids)


def by(report: Report, item: Event | Figure) -> tuple[str | None, ...]:
    """Codes of those whose statements carry an item."""
    sources = {s.id: s.sources for s in report.statements}
    return tuple(code for s in item.statements for code in codes(report, sources[s]))


def told(report: Report) -> list[Told]:
    """All events in order of the text."""
    return [Told(e.type, codes(report, e.actors), codes(report, e.recipients), by(report, e)) for e in report.events]


def tolls(report: Report) -> list[Toll]:
    """All figures in order of the text."""
    return [Toll(f.effect, f.low, f.best, f.high, f.victims.code, by(report, f)) for f in report.figures]


def said(report: Report) -> list[tuple[tuple[str | None, ...], str, str]]:
    """All statements: codes of the sources, stance, words."""
    return [(codes(report, s.sources), s.stance, " … ".join(words(report, c) for c in s.content)) for s in report.statements]


def words(report: Report, span: Span) -> str:
    """The words of a span."""
    return report.article.text[slice(*span)]
