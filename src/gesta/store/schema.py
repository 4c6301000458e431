"""The tables of a store, once for every engine: their columns are the fields of the nouns and what makes asking fast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from gesta.model.incident import Estimate, Granularity, Incident, Origin, Orphan, Tie
from gesta.model.telling import Claim, Filing, Telling

# Raised by one with each change of the tables; `gesta.store.migrations` has the step that leads there.
SCHEMA: Final = 8

Kind = Literal["text", "json", "int", "float", "bool", "date"]
_KINDS: Final[Mapping[type, Kind]] = {str: "text", int: "int", float: "float", bool: "bool", date: "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: `many` is an array of the kind."""

    name: str
    kind: Kind
    many: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # each is one of a kind, and cheap as a key
class Table:
    """One table; `unique` columns find a row again."""

    name: str
    columns: tuple[Column, ...]
    unique: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


def column(name: str, hint: Any) -> Column:
    """The column that holds a field of this type; TypeError for a type that no column holds."""
    arguments = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return column(name, next(a for a in arguments if a is not NoneType))
    if get_origin(hint) is tuple:
        return Column(name=name, kind=column(name, arguments[0]).kind, many=True)
    if get_origin(hint) is Literal:
        return Column(name=name, kind="text")
    if hint not in _KINDS:
        raise TypeError(f"{name}: no column holds {hint!r}")
    return Column(name=name, kind=_KINDS[hint])


@cache
def columns(noun: type) -> tuple[Column, ...]:
    """One column for each field of a dataclass, in its order."""
    return tuple(column(name, hint) for name, hint in get_type_hints(noun).items())


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, kind="text") for name in names)


def _int(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, kind="int") for name in names)


def _json(*names: str) -> tuple[Column, ...]:
    """Text that escapes all that an engine could not keep."""
    return tuple(Column(name=name, kind="json") for name in names)


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name=name, kind="text", many=True) for name in names)


# `n` orders rows: as they were filed (seq times 2^20 and the place in the record), or as they were computed. `number` stands for a name in
# joins: an item's for its report, layer and key, an incident's and a report's for its id, by hashes wide enough that no store holds two
# alike. The keys are what filters compare with: codes with and without what stands after the dot, names without case and diacritics. South
# to east bound the points.
_ROW: Final = (*_int("n", "seq", "number"),)
_KEYS: Final = _texts("actor_keys", "claimant_keys", "place_keys")
_BOUNDS: Final = tuple(Column(name=name, kind="float") for name in ("south", "north", "west", "east"))

FILING: Final = Table(name="filing", columns=(*columns(Filing), *_int("number"), *_json("made", "record")), unique=("id",))
TELLING: Final = Table(name="telling", columns=(*_ROW, *columns(Telling), *_KEYS, *_BOUNDS))
CLAIM: Final = Table(name="claim", columns=(*_ROW, *columns(Claim), *_KEYS, *_BOUNDS, *_text("type"), *_int("event_number")))
NAMED: Final = Table(name="named", columns=(*_int("seq"), *_text("code", "name", "kind")))
JUDGEMENT: Final = Table(name="judgement", columns=(*_int("n"), *_text("id"), *_json("body")), unique=("id",))
FAILURE: Final = Table(name="failure", columns=(*_int("n"), *_text("origin", "error", "why", "at")), unique=("n",))
INGEST: Final = Table(
    name="ingest",
    columns=(*_int("n"), *_text("source", "started", "finished", "made"), *_int("filed", "known", "failed")),
    unique=("n",),
)
NOTE: Final = Table(name="note", columns=_text("name", "value"), unique=("name",))
TOMBSTONE: Final = Table(name="tombstone", columns=(*_int("seq", "number"), *_text("id", "day", "reason")), unique=("id",))

ORIGIN: Final = Table(name="origin", columns=(*_int("n", "seq"), *columns(Origin)))
INCIDENT: Final = Table(name="incident", columns=(*_int("n", "number"), *columns(Incident), *_KEYS))
# A tie and an estimate have what is asked for most of their incident, as it is known now: looking it up took most of an answer's time.
TIE: Final = Table(name="tie", columns=(*_int("n", "item", "number"), *columns(Tie), *_int("sources")))
ESTIMATE: Final = Table(
    name="estimate",
    columns=(*_int("n", "number"), *columns(Estimate), *_text("granularity"), Column(name="background", kind="bool"), *_int("sources")),
)
ORPHAN: Final = Table(name="orphan", columns=(*_int("n"), *columns(Orphan)))

# DuckDB's tables of events and figures have the sources of their incidents of each granularity too, filled in when they are published.
SOURCES: Final[Mapping[Granularity, str]] = {kind: f"{kind.replace('-', '_')}_sources" for kind in get_args(Granularity)}
SOURCED: Final[Mapping[Table, str]] = {TELLING: "events", CLAIM: "figures"}

# DuckDB has keys in one text as well, each between two separators. It keeps a text by its number in a list of those that differ, and looks
# for a key in that list alone: 2 to 6 times as fast as in the arrays of ten million rows. Codes of both sides together differ too much.
JOINED: Final[Mapping[str, str]] = {"claimant_keys": "claimants_joined", "place_keys": "places_joined"}
KEYED: Final = (TELLING, CLAIM, INCIDENT)

OF_REPORTS: Final = (FILING, TELLING, CLAIM, NAMED)
KEPT: Final = (*OF_REPORTS, JUDGEMENT, FAILURE, INGEST, NOTE, TOMBSTONE)
PARTED: Final = (ORIGIN, INCIDENT, TIE, ESTIMATE)  # what is renewed part by part
DERIVED: Final = (*PARTED, ORPHAN)

# Of what is computed the rows that hang on some items and reports, whose numbers stand in the tables `items` and `seqs`.
GONE: Final = 'SELECT DISTINCT "number" FROM tie WHERE "item" IN (SELECT n FROM items)'
OF_ITEMS: Final[Mapping[Table, str]] = {
    INCIDENT: '"number" IN (SELECT "number" FROM gone)',
    ESTIMATE: '"number" IN (SELECT "number" FROM gone)',
    TIE: '"item" IN (SELECT n FROM items)',
    ORIGIN: '"seq" IN (SELECT n FROM seqs)',
}
TABLES: Final = (*KEPT, *DERIVED)
