"""The record, version 1: a `Report` as plain JSON values and back, and the hashes that name reports and items."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from gesta.model.article import Article, Notice
from gesta.model.report import Actor, Event, Figure, Leftover, Link, Made, Place, Relation, Report, Statement
from gesta.model.spans import Span

VERSION = 1
LAYERS: dict[str, type] = {
    "actors": Actor, "places": Place, "statements": Statement, "events": Event, "figures": Figure, "links": Link, "relations": Relation,
}  # fmt: skip
RENAMED = {Link: {"source": "from", "target": "to"}, Relation: {"source": "from", "target": "to"}}
SCALARS = frozenset({str, int, float, bool, type(None)})
REPORT_FIELDS = ("source_id", "url", "outlet", "title", "authors", "published", "retrieved", "language", "credits", "synthetic", "text")


def report_id(article: Article) -> str:
    """Sha256 over the url, or without one over source_id, outlet and published, and over the text: equal input gives equal ids."""
    said = [article.url] if article.url else [article.source_id, article.outlet, plain(article.published)]
    return hashlib.sha256(json.dumps([*said, article.text], ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()


def text_hash(text: str) -> str:
    """Sha256 of the text: equal texts are copies."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def item_key(report: str, layer: str, kind: str, span: Span, codes: tuple[str, ...]) -> str:
    """16 hex digits that name an item wherever the report is coded the same way again."""
    return hashlib.sha256(json.dumps([report, layer, kind, list(span), list(codes)]).encode()).hexdigest()[:16]


@cache
def columns(kind: Any) -> tuple[tuple[str, str], ...] | None:
    """Name in the record and name of the field, for each field of a noun; None for any other type."""
    names = RENAMED.get(kind, {})
    return tuple((names.get(f.name, f.name), f.name) for f in fields(kind)) if is_dataclass(kind) else None


def plain(value: object) -> Any:
    """Dataclasses as dicts, tuples as lists, dates as ISO 8601."""
    kind: Any = type(value)
    if kind in SCALARS:
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    if (named := columns(kind)) is not None:
        return {name: v if type(v := getattr(value, attribute)) in SCALARS else plain(v) for name, attribute in named}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def to_record(report: Report) -> dict[str, Any]:
    """The JSON object that `gesta code --format json` prints."""
    about = {"id": report.id, "text_sha256": report.text_sha256, "revision_of": report.revision_of}
    about |= {name: plain(getattr(report.article, name)) for name in REPORT_FIELDS}
    return {
        "made": plain(report.made),
        "report": about,
        **{layer: plain(getattr(report, layer)) for layer in LAYERS},
        "warnings": plain(report.warnings),
        "leftovers": plain(report.leftovers),
        "people": plain(report.people),
    }


def from_record(record: Mapping[str, Any]) -> Report:
    """The report that `to_record` wrote; fields that this version does not know are passed over. KeyError or TypeError when it is none."""
    about = record["report"]
    article = {name: about.get(name) for name in REPORT_FIELDS}
    article |= {name: stamp(about.get(name)) for name in ("published", "retrieved")}
    article |= {name: tuple(about.get(name) or ()) for name in ("authors", "credits")}
    return Report(
        made=build(Made, record["made"]),
        id=about["id"],
        text_sha256=about["text_sha256"],
        revision_of=about.get("revision_of"),
        article=Article(**article),
        warnings=tuple(build(Notice, w) for w in record.get("warnings", ())),
        leftovers=tuple(build(Leftover, w) for w in record.get("leftovers", ())),
        people=tuple(Span(*span) for span in record.get("people", ())),
        **{layer: tuple(build(kind, item) for item in record.get(layer, ())) for layer, kind in LAYERS.items()},
    )


def stamp(text: str | None) -> date | datetime | None:
    """An ISO 8601 date, or date with time; ValueError when it is neither."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


@cache
def hints(kind: type) -> dict[str, Any]:
    """Field name to type of a noun."""
    return get_type_hints(kind)


def build(kind: type, item: Mapping[str, Any]) -> Any:
    """The noun `kind` from its JSON object."""
    names = RENAMED.get(kind, {})
    return kind(**{name: shaped(hint, item[names.get(name, name)]) for name, hint in hints(kind).items() if names.get(name, name) in item})


def shaped(hint: Any, value: Any) -> Any:
    """A JSON value as the annotated type has it."""
    if value is None or hint is Any:
        return value
    if get_origin(hint) in (Union, UnionType):
        return shaped(next(a for a in get_args(hint) if a is not type(None)), value)
    if hint is Span:
        return Span(*value)
    if get_origin(hint) is tuple:
        return tuple(shaped(get_args(hint)[0], v) for v in value)
    if get_origin(hint) is Literal or not is_dataclass(hint):
        return value
    return build(hint if isinstance(hint, type) else type(hint), value)
