"""YAML front matter, read strictly: one mapping of short fields, every scalar taken as text; no anchors, aliases, tags or nesting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.error import Mark, MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.reader import ReaderError

from gesta.errors import MalformedFrontMatter
from gesta.intake.draft import Draft, Stated, WrongFieldError, unknown_fields
from gesta.intake.limits import FRONT_MATTER_LIMIT

OPENING = re.compile(r"\s*+(?<![^\n])---[ \t]*+(?:\n|\Z)")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
UNCLOSED = "while scanning a quoted scalar"
NO_MAPPING = "mapping values are not allowed here"
COLON = " (a value that holds a colon is put in quotation marks)"
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields, where the value of each stands (line and column from 1), and what follows the closing line."""

    fields: dict[str, Stated]
    where: dict[str, tuple[int, int]]
    body: str


@dataclass(frozen=True, slots=True)
class Source:
    """The YAML between the two lines, and what is needed to say where in the document a fault stands."""

    yaml: str
    origin: str
    lines_before: int

    def place(self, mark: Any) -> tuple[int, int]:
        """Line and column in the document, both from 1, of one of the parser's marks; of the opening line where there is none."""
        return (self.lines_before + mark.line + 1, mark.column + 1) if mark else (self.lines_before, 1)

    def fault(self, why: str, mark: Any) -> MalformedFrontMatter:
        """The error that names the place."""
        line, column = self.place(mark)
        return MalformedFrontMatter(why=why, path=self.origin, line=line, column=column)


def has_front_matter(text: str) -> bool:
    """True when the first line that is not blank is `---`."""
    return OPENING.match(text) is not None


def draft_from(text: str, origin: str) -> Draft:
    """The draft of a document with front matter, its body as it stands; MalformedFrontMatter also for a field of the wrong shape."""
    front = read_front_matter(text, origin)
    try:
        draft = Draft(text=front.body, origin=origin).with_fields(front.fields)
    except WrongFieldError as wrong:
        line, column = front.where[wrong.field]
        raise MalformedFrontMatter(why=str(wrong), path=origin, line=line, column=column) from wrong
    return draft.with_notices(*unknown_fields(list(front.fields)))


def read_front_matter(text: str, origin: str) -> FrontMatter:
    """The fields before the body; MalformedFrontMatter, with line and column, for anything but names with a text or a list of texts."""
    opening = OPENING.match(text)
    if opening is None:
        return FrontMatter({}, {}, text)
    closing = CLOSING.search(text, opening.end())
    source = Source(text[opening.end() : closing.start() if closing else None], origin, text[: opening.end()].rstrip("\n").count("\n") + 1)
    if closing is None:
        raise source.fault("the front matter is not closed by a line ---", None)
    if len(source.yaml) > FRONT_MATTER_LIMIT:
        raise source.fault(f"the front matter has {len(source.yaml):,} characters, at most {FRONT_MATTER_LIMIT:,} are read", None)
    fields, where = read_fields(source)
    return FrontMatter(fields, where, text[closing.end() :].removeprefix("\n"))


def read_fields(source: Source) -> tuple[dict[str, Stated], dict[str, tuple[int, int]]]:
    """Each field's value, and where it stands; faults of the YAML itself become MalformedFrontMatter."""
    fields: dict[str, Stated] = {}
    where: dict[str, tuple[int, int]] = {}
    try:
        for key, mark, value in pairs(source, content(source)):
            if key.value in fields:
                raise source.fault(f"the field {key.value!r} stands twice", key.start_mark)
            fields[key.value], where[key.value] = value, source.place(mark)
    except ReaderError as error:
        line = source.yaml.count("\n", 0, error.position)
        column = error.position - source.yaml.rfind("\n", 0, error.position) - 1
        raise source.fault(
            f"a character that YAML does not allow: U+{int(error.character):04X}", Mark("", 0, line, column, None, 0)
        ) from error
    except MarkedYAMLError as error:
        raise source.fault(*told(error)) from error
    return fields, where


def told(error: MarkedYAMLError) -> tuple[str, Any]:
    """What is wrong, for somebody who does not know YAML's words for it, and where."""
    if error.context == UNCLOSED:
        return "a quotation mark is not closed", error.context_mark
    problem = error.problem or error.context or "this is no YAML"
    return problem + (COLON if problem == NO_MAPPING else ""), error.problem_mark or error.context_mark


def pairs(source: Source, events: Iterator[Event]) -> Iterator[tuple[ScalarEvent, Any, Stated]]:
    """Key, place and value of each field, event by event: a fault stops the parser, which is slow on nested lists."""
    start = next(events, None)
    if start is None or (isinstance(start, ScalarEvent) and said(start) is None):
        return
    if not isinstance(start, MappingStartEvent):
        raise source.fault("a front matter is made of lines `name: value`", start.start_mark)
    for key in events:
        if isinstance(key, MappingEndEvent):
            continue
        if not isinstance(key, ScalarEvent):
            raise source.fault("the name of a field is one word", key.start_mark)
        first = next(events)
        yield key, first.start_mark, value_of(source, first, events)


def value_of(source: Source, first: Event, events: Iterator[Event]) -> Stated:
    """The text, or the list of texts, that begins with this event."""
    if isinstance(first, ScalarEvent):
        return said(first)
    items: list[str] = []
    for event in events if isinstance(first, SequenceStartEvent) else (first,):
        if isinstance(event, SequenceEndEvent):
            break
        if not isinstance(event, ScalarEvent):
            raise source.fault("a nested value is not read: a field holds one text or one list of texts", event.start_mark)
        items.append(said(event) or "")
    return items


def content(source: Source) -> Iterator[Event]:
    """The parser's events that carry content; MalformedFrontMatter at an alias, an anchor, a tag, or a second document."""
    for event in yaml.parse(source.yaml, Loader=yaml.SafeLoader):
        if isinstance(event, AliasEvent):
            raise source.fault(f"an alias (*{event.anchor}) is not allowed", event.start_mark)
        if isinstance(event, DocumentStartEvent) and event.explicit:
            raise source.fault("a second document or a directive is not allowed", event.start_mark)
        if isinstance(event, NodeEvent) and event.anchor is not None:
            raise source.fault(f"an anchor (&{event.anchor}) is not allowed", event.start_mark)
        if isinstance(event, (ScalarEvent, CollectionStartEvent)) and event.tag is not None:
            raise source.fault(f"a tag ({event.tag}) is not allowed", event.start_mark)
        if isinstance(event, (NodeEvent, CollectionEndEvent)):
            yield event


def said(event: Event) -> str | None:
    """A scalar's text, None for an empty one or a bare `null`."""
    if not isinstance(event, ScalarEvent) or (event.implicit[0] and event.value in NOTHING):
        return None
    return str(event.value)
