"""A news article as intake hands it on: verbatim text and what the input says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gesta.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something a reader of the record should know: a stable code, a sentence, and where in the text (or None)."""

    code: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One report's text, kept verbatim once extracted; every span of gesta points into `text`.

    `published` and `retrieved` are as the input says (a date, or a date with time), None when it does not.
    `dateline` and `credit_lines` are the spans of `text` that hold them: they are read for places and credits, never for events.
    """

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: date | datetime | None = None
    retrieved: date | datetime | None = None
    language: str | None = None
    credits: tuple[str, ...] = ()
    source_id: str | None = None
    synthetic: bool = False
    dateline: Span | None = None
    credit_lines: tuple[Span, ...] = ()
    origin: str = "-"
    notices: tuple[Notice, ...] = ()

    @property
    def day(self) -> date | None:
        """The calendar day of publication, on which relative dates are anchored."""
        return self.published.date() if isinstance(self.published, datetime) else self.published
