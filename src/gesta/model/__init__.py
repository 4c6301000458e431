"""The nouns: frozen, slotted, keyword-only dataclasses without I/O and look-ups."""

from gesta.model.article import Article, Notice
from gesta.model.incident import Derived, Estimate, Granularity, Incident, Origin, Orphan, Part, RuleName, Tie
from gesta.model.judgement import Anchor, Judgement, JudgementKind
from gesta.model.query import BoundingBox, Layer, Query
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
from gesta.model.rows import claims, filing, known_day, tellings
from gesta.model.spans import Run, Span, hull
from gesta.model.telling import Claim, Filing, Spoken, Telling

__all__ = [
    "Actor", "Anchor", "Article", "Attribution", "BoundingBox", "Claim", "Derived", "Effect", "Era", "Estimate", "Event", "EventSpans",
    "Factuality", "Figure", "FigureSpans", "Filing", "Granularity", "Incident", "Judgement", "JudgementKind", "Layer", "Leftover", "Link",
    "LinkKind", "Made", "Mention", "Notice", "Origin", "Orphan", "Part", "Place", "Qualifier", "Query", "Reading", "Relation", "Report",
    "RuleName", "Run", "Span", "Spoken", "Stance", "Statement", "Telling", "Tie", "Time", "TimePrecision", "Victims", "Word", "claims",
    "filing", "from_record", "hull", "item_key", "known_day", "report_id", "tellings", "text_hash", "to_record",
]  # fmt: skip
