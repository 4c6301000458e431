"""Records as rows of the tables, before they are filed and after: what has a number by then, and what has none yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, repeat
from typing import Any, Final

from gesta.model.rows import OF_CLAIM, OF_TELLING, SAID, WHERE, Names, claim_values, filing_values, known_day, telling_values
from gesta.model.telling import Filing
from gesta.store.batches import Row
from gesta.store.schema import CLAIM, FILING, NAMED, TELLING, Table
from gesta.store.wording import bounds, code_keys, item_number, numbered, place_keys, plain_json, restored, storable, to_json

ITEMS: Final = 1 << 20  # rows of one layer that one record may have, so that seq * ITEMS + place orders them all
_UNKNOWN: Final = date(1, 1, 1)
_BOUNDS: Final = ("south", "north", "west", "east")
_FILING: Final = tuple(Filing.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What a store adds to a record when it files it."""

    seq: int
    known: date
    revision_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """A record as it goes into the tables, text as every engine can keep it; what hangs on its place in the store is still to come.

    `id` and `url` are the report's own, `known` the day it was known from (None: the day it is filed). `head` has the fields of `Filing`,
    `events` what `OF_TELLING` names, `figures` what `OF_CLAIM` names and then parties and type of their event.
    """

    id: str
    url: str | None
    known: date | None
    head: Row
    made: str
    written: bytes
    events: Sequence[Row]
    figures: Sequence[Row]
    named: Sequence[Row]


def spelled(record: Mapping[str, Any]) -> Spelled:
    """The record, spelled out."""
    about = record["report"]
    written, known = to_json(record), known_day(about, _UNKNOWN)
    names = Names(record, known)
    events = telling_values(names)
    rows: tuple[Row, list[Row], list[Row], list[Row]] = (
        filing_values(record, 0, known), events, _with_parties(claim_values(names), events), named_codes(record)
    )  # fmt: skip
    if not plain_json(written):
        rows = _kept(rows)
    head, events, figures, named = rows
    return Spelled(
        id=about["id"], url=about.get("url"), known=None if known is _UNKNOWN else known, head=head,
        made=to_json(record.get("made") or {}).decode(), written=written, events=events, figures=figures, named=named,
    )  # fmt: skip


def _kept(value: Any) -> Any:
    """The value, with all text in it as every engine can keep it."""
    if isinstance(value, str):
        return storable(value)
    return type(value)(map(_kept, value)) if isinstance(value, (tuple, list)) else value


_KEY, _TYPE, _SIDE, _EVENT, _ACTORS, _RECIPIENTS = (
    OF_TELLING.index("key"), OF_TELLING.index("type"), OF_CLAIM.index("side"), OF_CLAIM.index("event"), OF_TELLING.index("actors"),
    OF_TELLING.index("recipients"),
)  # fmt: skip


def _with_parties(figures: Sequence[Row], events: Iterable[Row]) -> list[Row]:
    """Figures are found by the side that suffered, and by the parties and the type of the event they belong to."""
    if not figures:
        return []
    by_key = {event[_KEY]: event for event in events}
    found = []
    for figure in figures:
        side, event = figure[_SIDE], by_key.get(figure[_EVENT])
        type_, parties = (event[_TYPE], event[_ACTORS] + event[_RECIPIENTS]) if event else (None, ())
        found.append((*figure, (side, *parties) if side else parties, type_))
    return found


def named_codes(record: Mapping[str, Any]) -> list[Row]:
    """Code, name and kind of the actors that stand for a whole: a country, a body, a group; no person and no office."""
    found = ((a.get("code"), a["name"], a.get("kind") or "other") for a in record.get("actors", ()))
    return list(dict.fromkeys((code, name, kind) for code, name, kind in found if code and kind not in ("person", "other")))


# Columns


@dataclass(frozen=True, slots=True)
class Repeated:
    """A column in which values come again and again: those values, and for each row the place of its own among them."""

    values: Sequence[Any]
    places: Sequence[int]

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Any]:
        return map(self.values.__getitem__, self.places)


Values = Sequence[Any] | Repeated
Columns = Sequence[Values]


def columns_of(filed: Sequence[tuple[Spelled, Filed]]) -> dict[Table, Columns]:
    """The rows of these records in the tables of reports, column by column; a table that has none of them is left out."""
    made = {
        FILING: _heads(filed),
        TELLING: _items("events", OF_TELLING, filed, [record.events for record, _ in filed]),
        CLAIM: _items("figures", (*OF_CLAIM, "parties", "type"), filed, [record.figures for record, _ in filed]),
        NAMED: _named(filed),
    }
    return {table: [found[name] for name in table.names] for table, found in made.items() if found}


def _heads(filed: Sequence[tuple[Spelled, Filed]]) -> Mapping[str, Values]:
    if not filed:
        return {}
    found = dict(zip(_FILING, zip(*(record.head for record, _ in filed), strict=True), strict=True))
    before = [storable(as_filed.revision_of) if as_filed.revision_of else None for _, as_filed in filed]
    return found | {
        "seq": [as_filed.seq for _, as_filed in filed],
        # A report coded anew is known from the day it was filed under, whatever it says now.
        "known": [as_filed.known for _, as_filed in filed],
        "revision_of": [own or last for own, last in zip(found["revision_of"], before, strict=True)],
        "number": [numbered(record.id) for record, _ in filed],
        "made": [record.made for record, _ in filed],
        "record": [record.written for record, _ in filed],
    }


_ID, _OUTLET = _FILING.index("id"), _FILING.index("outlet")


def _items(layer: str, names: Sequence[str], filed: Sequence[tuple[Spelled, Filed]], rows: Sequence[Sequence[Row]]) -> Mapping[str, Values]:
    """The columns of the rows that each of the records has of a layer."""
    every = list(chain.from_iterable(rows))
    if not every:
        return {}
    found: dict[str, Values] = dict(zip(names, zip(*every, strict=True), strict=True))
    counts = list(map(len, rows))
    places = list(chain.from_iterable(map(repeat, range(len(filed)), counts)))
    seqs = [as_filed.seq for _, as_filed in filed]
    found |= {
        "n": [n for seq, count in zip(seqs, counts, strict=True) for n in range(seq * ITEMS, seq * ITEMS + count)],
        "seq": Repeated(seqs, places),
        "number": [item_number(seqs[place], layer, restored(key)) for place, key in zip(places, found["key"], strict=True)],
        "report": Repeated([record.head[_ID] for record, _ in filed], places),
        "known": Repeated([as_filed.known for _, as_filed in filed], places),
        "outlet": Repeated([record.head[_OUTLET] for record, _ in filed], places),
        **_said(found["said"]),
        **_where(found["where"]),
    }
    return found | (_of_events(found, seqs, places) if layer == "figures" else _keys_of_events(found))


def _said(column: Iterable[Row]) -> dict[str, Values]:
    """Who says it, and the keys that claimants are found by."""
    values, places = _shared(column)
    found = dict(zip(SAID, zip(*values, strict=True), strict=True))
    columns = found | {"claimant_keys": list(map(code_keys, found["claimants"]))}
    return {name: Repeated(values, places) for name, values in columns.items()}


def _where(column: Iterable[Row]) -> dict[str, Values]:
    """The places, the keys that they and their first-level divisions are found by, and south, north, west, east of them."""
    values, places = _shared(column)
    found = dict(zip(WHERE, zip(*values, strict=True), strict=True))
    keys = [place_keys(names + divisions) for names, divisions in zip(found["places"], found["admin1"], strict=True)]
    box = zip(_BOUNDS, zip(*map(bounds, found["lats"], found["lons"]), strict=True), strict=True)
    return {name: Repeated(values, places) for name, values in (found | {"place_keys": keys} | dict(box)).items()}


def _shared(column: Iterable[Row]) -> tuple[list[Row], list[int]]:
    """The tuples that the rows have in common, each once, and which one each row has."""
    rows = list(column)
    ids = list(map(id, rows))
    each = dict(zip(ids, rows, strict=True))
    order = {own: place for place, own in enumerate(each)}
    return list(each.values()), list(map(order.__getitem__, ids))


def _keys_of_events(found: Mapping[str, Values]) -> dict[str, Values]:
    parties = zip(found["actors"], found["recipients"], found["mediators"], strict=True)
    return {"actor_keys": [code_keys(actors + recipients + mediators) for actors, recipients, mediators in parties]}


def _of_events(found: Mapping[str, Values], seqs: Sequence[int], places: Iterable[int]) -> dict[str, Values]:
    of = zip(places, found["event"], found["type"], strict=True)
    return {
        "actor_keys": list(map(code_keys, found["parties"])),
        "event_number": [item_number(seqs[place], "events", restored(event)) if type_ else None for place, event, type_ in of],
    }


def _named(filed: Sequence[tuple[Spelled, Filed]]) -> Mapping[str, Values]:
    rows = [record.named for record, _ in filed]
    every = list(chain.from_iterable(rows))
    if not every:
        return {}
    seqs = [seq for (_, as_filed), some in zip(filed, rows, strict=True) for seq in repeat(as_filed.seq, len(some))]
    return dict(zip(NAMED.names, (seqs, *zip(*every, strict=True)), strict=True))
