"""The nouns: frozen, slotted, keyword-only dataclasses without I/O and look-ups."""

from gesta.model.article import Article, Notice
from gesta.model.reading import Attribution, Mention, Reading, Word
from gesta.model.record import from_record, item_key, report_id, text_hash, to_record
from gesta.model.report import (
    Actor,
    Effect,
    Era,
    Event,
    EventSpans,
    Factuality,
    Figure,
    FigureSpans,
    Leftover,
    Link,
    LinkKind,
    Made,
    Place,
    Qualifier,
    Relation,
    Report,
    Stance,
    Statement,
    Time,
    TimePrecision,
    Victims,
)
from gesta.model.spans import Run, Span, hull

__all__ = [
    "Actor", "Article", "Attribution", "Effect", "Era", "Event", "EventSpans", "Factuality", "Figure", "FigureSpans", "Leftover",
    "Link", "LinkKind", "Made", "Mention", "Notice", "Place", "Qualifier", "Reading", "Relation", "Report", "Run", "Span",
    "Stance", "Statement", "Time", "TimePrecision", "Victims", "Word", "from_record", "hull", "item_key", "report_id",
    "text_hash", "to_record",
]  # fmt: skip
