"""Records that are coded already: what `gesta code` printed, taken as it is once it is seen to be sound.

Every field that the record's nouns have is looked at, because a store that stumbles over one value would lose the whole batch; and id, hash
and spans are held against the text. Fields that this version does not know stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from gesta.errors import MalformedRecord
from gesta.model import Article, Made, Notice, report_id, text_hash
from gesta.model.record import LAYERS, RENAMED, REPORT_FIELDS, VERSION, stamp
from gesta.model.report import Leftover
from gesta.model.spans import Span

Record = dict[str, Any]
"""A coded record as it was read."""

Check = Callable[[Any, int], str | None]
"""Given a value and the length of the text: the path inside the value to what is wrong, None for nothing."""

KEYS = ("made", "report")
NOTES = {"warnings": Notice, "leftovers": Leftover}
PLAIN: dict[Any, tuple[type, ...]] = {str: (str,), int: (int,), float: (float, int), bool: (bool,)}
HERE = ""


def is_coded(line: object) -> bool:
    """True for a parsed line that sets out to be a coded record, sound or not."""
    return isinstance(line, dict) and all(isinstance(line.get(key), dict) for key in KEYS)


def read_coded(record: Record, path: str, number: int) -> Record:
    """The record itself. MalformedRecord when it is of a newer version, not whole, or not what its own id and text say."""
    version = record["made"].get("record")
    if not isinstance(version, int) or version > VERSION:
        raise MalformedRecord(why=f"a record of version {version!r}; this gesta reads up to {VERSION}", path=path, line=number)
    if fault := misshapen(record):
        raise MalformedRecord(why=f"a coded record that is not whole: {fault}", path=path, line=number)
    if fault := contradiction(record["report"]):
        raise MalformedRecord(why=f"a coded record that was changed: {fault}", path=path, line=number)
    return record


def misshapen(record: Record) -> str | None:
    """Where the record is not shaped as one, None when it is."""
    about = record["report"]
    text = about.get("text")
    if not isinstance(text, str):
        return "it has no text"
    if fault := about_fault(about) or check_of(Made)(record["made"], 0):
        return fault
    for layer, kind in (LAYERS | NOTES).items():
        items, sound = record.get(layer, ()), check_of(kind)
        if not isinstance(items, (list, tuple)):
            return f"{layer} is no list"
        for place, item in enumerate(items):
            fault = sound(item, len(text))
            if fault is not None:
                return f"{layer}[{place}]{fault} is missing or wrong"
    return None


def about_fault(about: Record) -> str | None:
    """What of the report's head is not as it should be."""
    for name in ("id", "text_sha256", *REPORT_FIELDS):
        value = about.get(name)
        is_listed = name in ("authors", "credits")
        if name == "synthetic" or value is None or (is_listed and isinstance(value, list) and all(isinstance(v, str) for v in value)):
            continue
        if is_listed or not isinstance(value, str):
            return f"report.{name} is no {'list of texts' if is_listed else 'text'}"
    try:
        stamp(about.get("published")), stamp(about.get("retrieved"))
    except ValueError:
        return "report.published or report.retrieved is no date"
    return None


def contradiction(about: Record) -> str | None:
    """What in the report's head contradicts its text: its id or its hash; None when nothing does."""
    url, source_id, outlet = (about.get(name) for name in ("url", "source_id", "outlet"))
    article = Article(text=about["text"], url=url, source_id=source_id, outlet=outlet, published=stamp(about.get("published")))
    if about.get("id") != report_id(article):
        return "its id is not that of its address and text"
    return None if about.get("text_sha256") == text_hash(about["text"]) else "its hash is not that of its text"


@cache
def check_of(hint: Any) -> Check:
    """The check of a value of this annotated type."""
    if get_origin(hint) in (Union, UnionType):
        return optional(check_of(next(a for a in get_args(hint) if a is not NoneType)))
    if hint is Span:
        return span_fault
    if get_origin(hint) is tuple:
        return listed(check_of(get_args(hint)[0]))
    if get_origin(hint) is Literal:
        return scalar((str,))  # a value that this version does not know is kept
    return noun(hint) if is_dataclass(hint) else scalar(PLAIN[hint])


def optional(inner: Check) -> Check:
    """None is sound too."""
    return lambda value, length: None if value is None else inner(value, length)


def scalar(kinds: tuple[type, ...]) -> Check:
    """One of these types, and no subtype: a truth value is no number."""
    return lambda value, length: None if type(value) in kinds else HERE


def span_fault(value: Any, length: int) -> str | None:
    """Two code points of the text, the second not before the first."""
    if type(value) is list and len(value) == 2 and type(value[0]) is int and type(value[1]) is int and 0 <= value[0] <= value[1] <= length:
        return None
    return HERE


def listed(inner: Check) -> Check:
    """A list of sound items."""

    def check(value: Any, length: int) -> str | None:
        if type(value) is not list:
            return HERE
        for item in value:
            if (fault := inner(item, length)) is not None:
                return fault
        return None

    return check


def noun(kind: Any) -> Check:
    """An object with the fields of a noun, of which those with a default may be missing."""
    renamed, hints = RENAMED.get(kind, {}), get_type_hints(kind)
    columns = [
        (renamed.get(f.name, f.name), f.default is MISSING and f.default_factory is MISSING, check_of(hints[f.name])) for f in fields(kind)
    ]

    def check(item: Any, length: int) -> str | None:
        if type(item) is not dict:
            return HERE
        for name, is_required, sound in columns:
            if name not in item:
                if is_required:
                    return f".{name}"
            elif (fault := sound(item[name], length)) is not None:
                return f".{name}{fault}"
        return None

    return check
