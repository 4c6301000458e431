"""Records and nouns as rows of the tables, and rows as nouns again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any, Final, TypeVar

from gesta.model.incident import Derived, Estimate, Incident, Origin, Orphan, Tie
from gesta.model.judgement import Anchor, Judgement
from gesta.model.rows import claims, filing, known_day, tellings
from gesta.model.spans import Span
from gesta.model.telling import Claim, Filing, Telling
from gesta.store.schema import CLAIM, ESTIMATE, FILING, INCIDENT, NAMED, ORIGIN, ORPHAN, TELLING, TIE, Column, Table
from gesta.store.wording import code_keys, from_json, odd, place_keys, restored, storable, to_json

Row = tuple[Any, ...]
Noun = TypeVar("Noun")
ITEMS: Final = 1 << 20  # rows of one layer that one record may have, so that seq * ITEMS + place orders them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What a store adds to a record when it files it."""

    seq: int
    known: date
    revision_of: str | None = None


def values(noun: type) -> Callable[[Any], Row]:
    """From a noun to the tuple of its fields."""
    return attrgetter(*(field.name for field in fields(noun)))


_FILING, _TELLING, _CLAIM, _INCIDENT = values(Filing), values(Telling), values(Claim), values(Incident)


def rows_of(record: Mapping[str, Any], as_filed: Filed) -> dict[Table, list[Row]]:
    """The rows of one record in the tables of reports."""
    head = filing(record, as_filed.seq, as_filed.known)
    if (head.revision_of or as_filed.revision_of) != head.revision_of or head.known != as_filed.known:
        head = replace(head, revision_of=head.revision_of or as_filed.revision_of, known=as_filed.known)
    written = to_json(record)
    made = to_json(record.get("made") or {}).decode()
    events = _known(tellings(record, as_filed.known), as_filed.known)
    return {
        FILING: [(*_FILING(head), made, hashlib.sha256(written).hexdigest(), written.decode())],
        TELLING: [telling_row(event, as_filed.seq, i) for i, event in enumerate(events)],
        CLAIM: claim_rows(_known(claims(record, as_filed.known), as_filed.known), events, as_filed.seq),
        NAMED: [(as_filed.seq, *named) for named in named_codes(record)],
    }


def _known(items: tuple[Noun, ...], known: date) -> tuple[Noun, ...]:
    """The items, known from this day: a report coded anew is known from the day it was filed under, whatever it says now."""
    return items if not items or items[0].known == known else tuple(replace(i, known=known) for i in items)  # type: ignore[attr-defined, type-var]


def telling_row(event: Telling, seq: int, place: int) -> Row:
    """A row of the table of events."""
    parties = (*event.actors, *event.recipients, *event.mediators)
    return (seq * ITEMS + place, seq, *_TELLING(event), code_keys(parties), code_keys(event.claimants), where_keys(event))


def claim_rows(figures: Sequence[Claim], events: Iterable[Telling], seq: int) -> list[Row]:
    """Rows of the table of figures: found by the side that suffered, and by the parties and the type of the event they belong to."""
    by_key = {event.key: event for event in events}
    rows = []
    for place, figure in enumerate(figures):
        event = by_key.get(figure.event or "")
        parties = (*((figure.side,) if figure.side else ()), *((*event.actors, *event.recipients) if event else ()))
        keys = (code_keys(parties), code_keys(figure.claimants), where_keys(figure))
        rows.append((seq * ITEMS + place, seq, *_CLAIM(figure), *keys, event.type if event else None))
    return rows


def where_keys(item: Telling | Claim) -> tuple[str, ...]:
    """The places and first-level divisions of an item, as they are compared."""
    return place_keys((*item.places, *item.admin1))


def named_codes(record: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Code, name and kind of the actors that stand for a whole: a country, a body, a group; no person and no office."""
    found = ((a.get("code"), a["name"], a.get("kind") or "other") for a in record.get("actors", ()))
    return list(dict.fromkeys((code, name, kind) for code, name, kind in found if code and kind not in ("person", "other")))


def incident_row(incident: Incident) -> Row:
    """A row of the table of incidents."""
    parties = (*incident.actors, *incident.sides_a, *incident.sides_b, *incident.mediators)
    where = place_keys((incident.place, *incident.places, incident.admin1))
    return (*_INCIDENT(incident), code_keys(parties), code_keys(incident.claimants), where)


def derived_rows(derived: Derived) -> dict[Table, list[Row]]:
    """The rows of all that linking computed, counted from 1 in its order."""
    made: dict[Table, Iterable[Row]] = {
        ORIGIN: map(values(Origin), derived.origins),
        INCIDENT: map(incident_row, derived.incidents),
        TIE: map(values(Tie), derived.ties),
        ESTIMATE: map(values(Estimate), derived.estimates),
        ORPHAN: map(values(Orphan), derived.orphans),
    }
    return {table: [(n, *row) for n, row in enumerate(rows, start=1)] for table, rows in made.items()}


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


def day_of(record: Mapping[str, Any], today: date) -> date:
    """The day from which the record's report is known when it is filed today."""
    return known_day(record["report"], today)
