"""Nouns as rows of the tables, and rows as nouns again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import chain, islice
from operator import attrgetter
from typing import Any, Final, TypeVar, get_args

from gesta.model.incident import Derived, Estimate, Granularity, Incident, Origin, Orphan, Part, Tie
from gesta.model.judgement import Anchor, Judgement
from gesta.model.spans import Span
from gesta.store.schema import ESTIMATE, INCIDENT, ORIGIN, ORPHAN, PARTED, TIE, Column, Table
from gesta.store.wording import (
    code_keys,
    from_json,
    item_number,
    numbered,
    odd,
    place_keys,
    restored,
    storable,
    to_json,
)

Row = tuple[Any, ...]
Noun = TypeVar("Noun")
_HASH: Final = re.compile("[0-9a-f]{16}")
_POSITIVE: Final = (1 << 63) - 1
_GRANULARITIES: Final[Mapping[Granularity, int]] = {name: place for place, name in enumerate(sorted(get_args(Granularity)))}


def values(noun: type) -> Callable[[Any], Row]:
    """From a noun to the tuple of its fields."""
    return attrgetter(*(field.name for field in fields(noun)))


_INCIDENT, _ORIGIN, _TIE, _ESTIMATE = values(Incident), values(Origin), values(Tie), values(Estimate)


def incident_row(incident: Incident) -> Row:
    """A row of the table of incidents."""
    parties = (*incident.actors, *incident.sides_a, *incident.sides_b, *incident.mediators)
    where = place_keys((incident.place, *incident.places, incident.admin1))
    return (numbered(incident.id), *_INCIDENT(incident), code_keys(parties), code_keys(incident.claimants), where)


def origin_row(origin: Origin, seq: int | None) -> Row:
    """A row of the table of origins, of the report `seq`."""
    return (seq, *_ORIGIN(origin))


def tie_row(tie: Tie, seq: int | None, now: Incident | None) -> Row:
    """A row of the table of ties, of an item of the report `seq`; `now` is its incident as it is known now."""
    return (item_number(seq, tie.layer, tie.key), numbered(tie.incident), *_TIE(tie), now.sources if now else None)


def estimate_row(estimate: Estimate, now: Incident | None) -> Row:
    """A row of the table of estimates; `now` is its incident as it is known now."""
    return (
        numbered(estimate.subject),
        *_ESTIMATE(estimate),
        *((now.granularity, now.background, now.sources) if now else (None, None, None)),
    )


def derived_rows(derived: Derived, seqs: Mapping[str, int]) -> dict[Table, Iterable[Row]]:
    """The rows of all that linking computed, numbered in its order; each can be gone through once. `seqs` by report."""
    now = {incident.id: incident for incident in derived.incidents if incident.known_to is None}
    return {
        ORIGIN: in_place((place_of_report(o.report), origin_row(o, seqs.get(o.report))) for o in derived.origins),
        INCIDENT: in_place((place_of_incident(i.id, i.granularity), incident_row(i)) for i in derived.incidents),
        TIE: ((number_of(t), *tie_row(t, seqs.get(t.report), now.get(t.incident))) for t in derived.ties),
        ESTIMATE: in_place((place_of_subject(e.subject), estimate_row(e, now.get(e.subject))) for e in derived.estimates),
        ORPHAN: in_place((0, row) for row in map(values(Orphan), derived.orphans)),
    }


def in_place(rows: Iterable[tuple[int, Row]]) -> Iterator[Row]:
    """The rows, numbered upwards, each from its place on: a row has the same number whatever else was computed."""
    last = 0
    for place, row in rows:
        last = max(last + 1, place)
        yield (last, *row)


def place_of_report(report: str) -> int:
    """From which number on the row of a report's origin stands."""
    return _first_bits(report, 60) << 2


def place_of_incident(name: str, granularity: Granularity) -> int:
    """From which number on an incident's rows stand: 4,096 before the next."""
    return _GRANULARITIES.get(granularity, 0) << 61 | _first_bits(name, 49) << 12


def number_of(tie: Tie) -> int:
    """The number of a tie, by a hash of what it ties: some of a report's ties may be computed without the others."""
    return numbered(tie.granularity, tie.layer, tie.report, tie.key) & _POSITIVE


def place_of_subject(name: str) -> int:
    """From which number on an incident's estimates stand: 8,192 before the next."""
    return _first_bits(name, 50) << 13


def _first_bits(name: str, bits: int) -> int:
    """Of a hash in hex digits the first bits, which keep its order; 0 for other names."""
    return int(name[:16], 16) >> (64 - bits) if _HASH.match(name) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """Rows in the place of those that were computed before of these items, and of the origins of these reports."""

    items: Sequence[int]
    seqs: Sequence[int]
    rows: Mapping[Table, Sequence[Row]]


def renewal(part: Part) -> Renewal:
    """What a part of what linking computes does to the tables."""
    items = (item_number(part.seqs.get(report), layer, key) for layer, report, key in part.items)
    seqs = (part.seqs.get(report) for report in part.reports)
    rows = derived_rows(part.derived, part.seqs)
    return Renewal(
        items=[item for item in items if item is not None],
        seqs=[seq for seq in seqs if seq is not None],
        rows={table: list(rows[table]) for table in PARTED},
    )


def in_parts(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """The rows, at most so many at a time."""
    waiting = iter(rows)
    while part := list(islice(waiting, size)):
        yield part


def noun(kind: type[Noun], table: Table) -> Callable[[Row], Noun]:
    """From a row of the fields of a noun, as this table keeps them, to the noun."""
    held = {column.name: column for column in table.columns}
    names = tuple(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    readers = tuple(_reader(held[name]) for name in names)

    def read(row: Row) -> Noun:
        found = (value if value is None or reader is None else reader(value) for reader, value in zip(readers, row, strict=True))
        return kind(**dict(zip(names, found, strict=True)))

    return read


def _reader(column: Column) -> Callable[[Any], Any] | None:
    """What makes a kept value the field's; None where it is that already."""
    if column.kind != "text":
        return tuple if column.many else None
    return (lambda texts: tuple(map(restored, texts))) if column.many else restored


def kept_columns(table: Table, rows: Sequence[Row]) -> list[tuple[Any, ...]]:
    """The values of the rows column by column, text as every engine can keep it."""
    found = list(zip(*rows, strict=True))
    for place, (held, column) in enumerate(zip(found, table.columns, strict=True)):
        if column.kind == "text":
            present = filter(None, held)
            if odd(chain.from_iterable(present) if column.many else present):
                found[place] = tuple(map(_kept, held))
    return found


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    return None if value is None else tuple(map(storable, value))


def judgement_body(judgement: Judgement) -> str:
    """A judgement as JSON."""
    return to_json(asdict(judgement)).decode()


def judgement_of(body: str) -> Judgement:
    """The judgement of such a JSON."""
    found = from_json(body)
    items, apart = (tuple(_anchor(anchor) for anchor in found[name]) for name in ("items", "apart"))
    return Judgement(**found | {"items": items, "apart": apart, "changes": tuple((name, value) for name, value in found["changes"])})


def _anchor(found: Mapping[str, Any]) -> Anchor:
    return Anchor(**{**found, "evidence": Span(*found["evidence"])})
