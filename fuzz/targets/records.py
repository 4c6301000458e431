"""Coded records: the reader, and what follows once it has found one sound."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from fuzz.target import Attempt, Choices, Fault, Target
from gesta.errors import MalformedRecord
from gesta.intake.coded import is_coded, read_coded
from gesta.intake.jsonlines import parsed_line
from gesta.model import Article, from_record, report_id, text_hash, to_record
from gesta.model.record import stamp
from gesta.store.spelling import Filed, columns_of, spelled

TEXT: Final = "Armenia said that shells hit Goris on Tuesday and killed 49 soldiers. Azerbaijan denied it."
ODD: Final[tuple[Any, ...]] = (
    None, "", "x", "\ud800", "\0", "\x1a0000", "ARM", "a1", "s1", "9999-12-31", "0000-00-00", "2022-13-45", 0, 1, -1, 2**31, 2**63, 10**400,
    0.5,
    -0.0, float("inf"), float("nan"), True, False, [], [[]], {}, {"a": {}}, [0, 5], [5, 0], [0, 10**9], ["a1", "a1"], ["none"],
    "e1", "f1", [None],
)  # fmt: skip
TODAY: Final = date(2023, 4, 3)


def sample() -> dict[str, Any]:
    """A record with one of everything."""
    time = {"start": "2022-09-13", "end": "2022-09-13", "date_prec": 1, "text": "Tuesday", "span": [37, 44]}
    return {
        "made": {"record": 1, "gesta": "0.1.0", "model": "m", "codebook": "c", "gazetteer": "g"},
        "report": {
            "id": "", "text": TEXT, "text_sha256": "", "revision_of": None, "title": "Shells", "outlet": "Post", "authors": ["Ana Moreau"],
            "url": "https://post.example/1", "published": "2022-09-13", "retrieved": "2022-09-13T10:00:00+00:00", "language": "en",
            "credits": ["AFP"], "synthetic": True, "source_id": None,
        },
        "actors": [
            {"id": "a1", "name": "Armenia", "kind": "country", "code": "ARM", "mentions": [[0, 7]]},
            {"id": "a2", "name": "Azerbaijan", "kind": "country", "code": "AZE", "mentions": [[70, 80]]},
        ],
        "places": [
            {"id": "p1", "name": "Goris", "country": "ARM", "admin1": "Syunik", "lat": 39.5, "lon": 46.3, "geonames": 616635,
             "precision": 1,
             "kind": "town", "mentions": [[28, 33]]},
        ],
        "statements": [
            {"id": "s1", "sources": ["a1"], "cue": [[8, 12]], "content": [[13, 69]], "stance": "assert", "within": None, "direct": False},
            {"id": "s2", "sources": ["a2"], "cue": [[81, 87]], "content": [[88, 90]], "stance": "deny", "within": None, "direct": False},
        ],
        "events": [
            {"id": "e1", "key": "k1", "type": "ASSAULT", "mode": "heavy-weapons", "actors": ["a2"], "recipients": ["a1"], "places": ["p1"],
             "time": time, "statements": ["s1"], "evidence": [18, 33], "trigger": [25, 28], "confidence": 0.75, "factuality": "actual"},
        ],
        "figures": [
            {"id": "f1", "key": "k2", "effect": "killed", "low": 49, "best": 49, "high": 49, "qualifier": "exact", "event": "e1",
             "victims": {"code": "ARM", "who": "military", "kinds": []}, "statements": ["s1"], "evidence": [49, 69], "time": time,
             "places": ["p1"], "confidence": 0.8},
        ],
        "links": [{"from": "s2", "to": "e1", "kind": "denies"}],
        "relations": [{"from": "a1", "to": "a2", "kind": "adversary", "evidence": [0, 7]}],
        "warnings": [{"code": "date", "text": "none", "span": None}],
        "leftovers": [],
        "people": [],
    }  # fmt: skip


def whole(record: dict[str, Any]) -> dict[str, Any]:
    """The record with the id and the hash that its text has: others are refused at once."""
    about = record["report"]
    try:
        article = Article(
            text=about["text"], url=about.get("url"), source_id=about.get("source_id"), outlet=about.get("outlet"),
            published=stamp(about.get("published")),
        )  # fmt: skip
        about["id"], about["text_sha256"] = report_id(article), text_hash(about["text"])
    except (KeyError, TypeError, ValueError, AttributeError):
        pass  # it will be refused for what is wrong with it
    return record


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value inside a value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        yield (*path, key)
        yield from places(item, (*path, key))


def changed(record: dict[str, Any], choices: Choices) -> dict[str, Any]:
    """The record with some values put in the place of others, taken away, or doubled."""
    for _ in range(1 + choices.number(6)):
        every = list(places(record))
        *above, key = every[choices.number(len(every))]
        held: Any = record
        for step in above:
            held = held[step]
        what = choices.number(len(ODD) + 4)
        if what < len(ODD):
            held[key] = copy.deepcopy(ODD[what])
        elif what == len(ODD):
            del held[key]
        elif what == len(ODD) + 1:
            held[key] = [held[key]] * 2
        elif what == len(ODD) + 2:
            held[key] = choices.part().decode("utf-8", "surrogateescape")
        else:
            held[key] = {"x": held[key]}
    return record


def taken(record: dict[str, Any]) -> None:
    """What the reader takes can be filed and comes back as it was."""
    try:
        line = json.dumps(whole(record)).encode()
        read = read_coded(parsed_line(line, "f", 1), "f", 1)
    except MalformedRecord:
        return
    columns_of([(spelled(read), Filed(seq=1, known=TODAY))])
    report = from_record(read)
    if to_record(from_record(to_record(report))) != to_record(report):
        raise Fault("a record changes as it is read and written")


def edited() -> Attempt:
    """A sound record with odd values in it."""

    def attempt(data: bytes) -> None:
        record = changed(sample(), Choices(data))
        if is_coded(record):
            taken(record)

    return attempt


def raw() -> Attempt:
    """A line that sets out to be a coded record."""

    def attempt(data: bytes) -> None:
        try:
            record = parsed_line(data, "f", 1)
            if is_coded(record):
                read_coded(record, "f", 1)
                taken(record)
        except (MalformedRecord, UnicodeDecodeError):
            return

    return attempt


TARGETS: Final = (
    Target(
        name="records",
        about="coded records with odd values",
        seeds=lambda: (b"\0\1\2", bytes(range(40)), b"\5" + bytes(range(99))),
        ready=edited,
    ),
    Target(name="rawrecords", about="coded records as lines", seeds=lambda: (json.dumps(whole(sample())).encode(),), ready=raw),
)
