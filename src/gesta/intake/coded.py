"""Records that are coded already: what `gesta code` printed, taken as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from gesta.errors import MalformedRecord
from gesta.model import Report, report_id, text_hash
from gesta.model.record import VERSION, from_record
from gesta.model.spans import Span

KEYS = ("made", "report")


def is_coded(line: object) -> bool:
    """True for a parsed line that sets out to be a coded record, sound or not."""
    return isinstance(line, dict) and all(isinstance(line.get(key), dict) for key in KEYS)


def read_coded(record: Mapping[str, Any], path: str, number: int) -> Report:
    """The report of a record. MalformedRecord when it is of a newer version, not whole, or not what its own id and text say."""
    version = record["made"].get("record")
    if not isinstance(version, int) or version > VERSION:
        raise MalformedRecord(why=f"a record of version {version!r}; this gesta reads up to {VERSION}", path=path, line=number)
    if not isinstance(record["report"].get("text"), str):
        raise MalformedRecord(why="a coded record without its text", path=path, line=number)
    try:
        report = from_record(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MalformedRecord(why=f"a coded record that is not whole: {type(error).__name__} {error}", path=path, line=number) from error
    if fault := fault_of(report):
        raise MalformedRecord(why=f"a coded record that was changed: {fault}", path=path, line=number)
    return report


def fault_of(report: Report) -> str | None:
    """What in the report contradicts itself: its id, its hash, or a span outside its text; None when nothing does."""
    if report.id != report_id(report.article):
        return "its id is not that of its address and text"
    if report.text_sha256 != text_hash(report.article.text):
        return "its hash is not that of its text"
    length = len(report.article.text)
    for layer in (report.actors, report.places, report.statements, report.events, report.figures):
        for item in layer:
            if any(not 0 <= span.start <= span.end <= length for span in spans_of(item)):
                return f"a span of {item.id} lies outside its text"
    return None


def spans_of(item: Any) -> Iterator[Span]:
    """Every span in a noun."""
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            yield from (part for part in value if isinstance(part, Span))
        elif is_dataclass(value) and not isinstance(value, type):
            yield from spans_of(value)
