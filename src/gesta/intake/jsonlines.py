"""JSON Lines: one report a line, each line for itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import orjson

from gesta.errors import MalformedRecord
from gesta.intake.draft import FIELDS, Draft, Stated, WrongFieldError

CODED = b'{"made":'  # how gesta's own records begin: they are long, and orjson reads them four times as fast
OPENS = re.compile(r"\s*\{")
HAS_TEXT = re.compile(r"\"text\"\s{0,20}:")


def is_record(line: str) -> bool:
    """True for a line that sets out to be a JSON object with `text`, sound or not."""
    return OPENS.match(line) is not None and HAS_TEXT.search(line) is not None


def parsed_line(data: bytes, path: str, number: int) -> Any:
    """The JSON value of one line; MalformedRecord, with the line's number, where it is none. UnicodeDecodeError where it is not UTF-8."""
    if data.startswith(CODED):
        with suppress(ValueError):  # what is wrong with it is said below
            return orjson.loads(data)
    line = data.decode("utf-8")
    try:
        return json.loads(line.rstrip("\r\n"))  # with its line end, what is cut short would be reported on a second line
    except json.JSONDecodeError as error:
        problem = f"{error.msg[:1].lower()}{error.msg[1:]}".removesuffix(" at").removesuffix(" starting")
        raise MalformedRecord(why=f"no JSON: {problem}", path=path, line=number, column=error.colno) from error
    except (ValueError, RecursionError) as error:
        raise MalformedRecord(
            why="no JSON that can be read: a number of thousands of digits, or nested too deeply", path=path, line=number
        ) from error


def read_record(record: Any, origin: str, path: str, number: int) -> Draft:
    """The draft of a line's value, its `text` as it stands; MalformedRecord, with the line's number, for anything but a sound object."""
    if not isinstance(record, dict):
        raise MalformedRecord(why=f"a JSON {KINDS.get(type(record), 'value')}, not an object with `text`", path=path, line=number)
    if not isinstance(record.get("text"), str):
        raise MalformedRecord(
            why="the object has no `text`" if record.get("text") is None else "`text` is not a string", path=path, line=number
        )
    try:
        return Draft(text=record["text"], origin=origin).with_fields(stated(record))
    except WrongFieldError as error:
        raise MalformedRecord(why=str(error), path=path, line=number) from error


KINDS = {list: "array", str: "string", int: "number", float: "number", bool: "truth value", type(None): "null"}


def stated(record: Mapping[str, Any]) -> dict[str, Stated]:
    """The fields that gesta reads; whatever else a record carries is its owner's. An `id` may be a number.

    WrongFieldError for an object or a number where text is due.
    """
    fields: dict[str, Stated] = {}
    for name in FIELDS:
        value = record.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and name in ("id", "source_id"):
            value = str(value)
        if not isinstance(value, (str, bool, list, type(None))) or (isinstance(value, list) and not all(isinstance(v, str) for v in value)):
            raise WrongFieldError(name, f"{name} is neither text nor a list of texts")
        fields[name] = value
    return fields
