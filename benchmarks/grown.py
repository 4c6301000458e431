"""A store of ten million events, made of shifted copies of a small made-up one: as many rows, and as many of each value.

Each copy is the small store (`store_rows.py`) moved by some days, round the same eleven years, under ids of its own. Only the reports of
the last `READ` days have texts of their own to be compared, made of random words; all before have the same sentence. Incidents, ties,
estimates and origins are made up as well, and laid as publishing lays them: none of them was linked.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from benchmarks.store import filled
from benchmarks.store_rows import DAYS, FIRST_DAY

from gesta.store.duck import DuckEngine
from gesta.store.schema import CLAIM, ESTIMATE, FILING, INCIDENT, ORIGIN, TELLING, TIE, Table
from gesta.store.wording import numbered

COPIES: Final = 100
SHIFT: Final = 41  # days from one copy to the next
READ: Final = 60  # days whose reports have texts of their own
SLICE: Final = 100  # days whose rows are copied at a time
WORDS: Final = 250
GRANULARITIES: Final = ("conflict-day", "episode", "incident")
_NUMBERED: Final = 'JOIN numbers AS i ON i.name = m."id2"'
_MASK: Final = (1 << 39) - 1
_PLACES: Final = (1 << 20) - 1
LAST_DAY: Final = FIRST_DAY + timedelta(days=DAYS - 1)

#: Days by which what is dated `{0}` moves in copy k.
_MOVED: Final = f"((date_diff('day', DATE '{FIRST_DAY}', {{0}}) + k * {SHIFT}) % {DAYS} - date_diff('day', DATE '{FIRST_DAY}', {{0}}))::INT"
_KNOWN: Final = _MOVED.format('"known"')
_START: Final = _MOVED.format('"start"')
_ITEM: Final = f'((m."seq2" << 39) | ({{0}} & {_MASK}))'


def sentence(chance: random.Random, words: Sequence[str]) -> str:
    """A text of random words."""
    return " ".join(chance.choices(words, k=WORDS)).capitalize() + "."


def vocabulary() -> list[str]:
    """Words that read like some."""
    chance = random.Random(3)
    return ["".join(chance.choices("ba de ki lo mu na re si to vu gar ten".split(), k=chance.randrange(2, 5))) for _ in range(20_000)]


def grown(path: Path, events: int, days: int = DAYS) -> None:
    """The last so many days of such a store stand at the path, published; one that is there already stays as it is."""
    if path.exists():
        return
    small = path.with_name(f"small-{events // COPIES}.gesta")
    if not small.exists():
        engine = DuckEngine(small, write=True, create=True)
        filled(engine, events // COPIES)
        engine.close()
    engine = DuckEngine(path, write=True, create=True)
    engine.ready()
    try:
        engine.rows("SET memory_limit = '2GB'")
        engine.rows("SET preserve_insertion_order = true")
        engine.rows(f"ATTACH '{small}' AS small (READ_ONLY)")
        for name, statement in statements(days):
            with engine.writing():
                engine.rows(statement)
                if name == "numbers":
                    number(engine)
        engine.rows("DETACH small")
        engine.renew([], lambda: None, None, anew=False)
    finally:
        engine.close()


def statements(days: int) -> Iterator[tuple[str, str]]:
    """What makes the copies of these last days, in order; after the one named `numbers` ids are numbered as the store numbers them."""
    copies, since = f"range({COPIES}) AS c(k)", f"DATE '{FIRST_DAY}' + {DAYS - days}"
    moved = f'(SELECT "seq", k, "known" + {_KNOWN} AS "known2" FROM small.filing, {copies})'
    numbered = f'(SELECT *, row_number() OVER (ORDER BY "known2", k, "seq") AS "seq2" FROM {moved} WHERE "known2" >= {since})'
    yield "map", f'CREATE TEMP TABLE map AS SELECT *, md5("seq2"::VARCHAR) || md5(\'r\' || "seq2") AS "id2" FROM {numbered}'
    began = '(SELECT "id", min("start") AS "start" FROM small.incident GROUP BY 1)'
    named = f'SELECT "id", k, substr(md5("id" || k), 1, 16) AS "id2", {_START} AS "moved", "start" FROM {began}, {copies}'
    yield "names", f'CREATE TEMP TABLE names AS SELECT * FROM ({named}) WHERE "start" + "moved" >= {since} - 60'
    yield "numbers", "CREATE TEMP TABLE numbers (name VARCHAR, n BIGINT)"
    for part in slices(SLICE, days):
        yield "filings", filings(part)
        yield "origins", origins(part)
        yield "tellings", copied(TELLING, part, items())
        yield "claims", copied(CLAIM, part, items() | {"event_number": _ITEM.format('r."event_number"')})
    yield from ties(days)
    yield from incidents()
    yield from estimates()


def slices(width: int, days: int) -> Iterator[str]:
    """The copies of reports of the last days, some days of them at a time, as `m`."""
    for first in range(DAYS - days, DAYS, width):
        span = f"DATE '{FIRST_DAY}' + {first} AND DATE '{FIRST_DAY}' + {first + width - 1}"
        yield f'(SELECT * FROM map WHERE "known2" BETWEEN {span}) AS m'


def filings(part: str) -> str:
    """Reports, with a text of their own where one was made."""
    values = {
        "seq": 'm."seq2"', "id": 'm."id2"', "known": 'm."known2"', "text_sha256": 'm."id2"', "number": "i.n", "revision_of": 'b."id2"',
        "url": "'https://outlet.example/' || m.\"seq2\"", "published": 'm."known2"::VARCHAR', "text": 'coalesce(t."text", r."text")',
    }  # fmt: skip
    before = 'LEFT JOIN map AS b ON b."seq" = m."seq" - 1 AND b.k = m.k AND r."revision_of" IS NOT NULL'
    named = 'JOIN numbers AS i ON i.name = m."id2" LEFT JOIN texts AS t ON t."id" = m."id2"'
    return copied(FILING, part, values, more=f"{named} {before}")


def origins(part: str) -> str:
    """Of each report."""
    place = "('0x' || substr(m.\"id2\", 1, 15))::BIGINT << 2"
    values = {"n": place, "seq": 'm."seq2"', "report": 'm."id2"', "group": 'coalesce(b."id2", m."id2")'}
    return copied(ORIGIN, part, values, more='LEFT JOIN map AS b ON b."seq" = m."seq" - 1 AND b.k = m.k AND r."kind" = \'copy\'')


def items() -> dict[str, str]:
    """What is other in a copy of an event or a figure."""
    moved = {name: f'r."{name}" + (m."known2" - r."known")::INT' for name in ("start", "end")}
    number = _ITEM.format('r."number"')
    place = f'm."seq2" * {_PLACES + 1} + (r."n" & {_PLACES})'
    return moved | {"n": place, "seq": 'm."seq2"', "number": number, "report": 'm."id2"', "known": 'm."known2"'}


def ties(days: int) -> Iterator[tuple[str, str]]:
    """Layer by layer and granularity by granularity, as items were filed."""
    values = {
        "n": f'm."seq2" * {1 << 8} + (r."n" & 255)', "item": _ITEM.format('r."item"'), "report": 'm."id2"', "incident": 'a."id2"',
        "number": "i.n",
    }  # fmt: skip
    named = 'JOIN names AS a ON a."id" = r."incident" AND a.k = m.k JOIN numbers AS i ON i.name = a."id2"'
    for layer, granularity in product(("events", "figures"), GRANULARITIES):
        kind = f"r.\"layer\" = '{layer}' AND r.\"granularity\" = '{granularity}'"
        for part in slices(4 * SLICE, days):
            yield "ties", copied(TIE, part, values, on='(r."item" >> 39) = m."seq"', where=kind, order='"item"', more=named)


def incidents() -> Iterator[tuple[str, str]]:
    """Those known now first, by granularity and day."""
    state = '(date_diff(\'day\', r."start", r."known_from") // 5 + 1)'  # five days apart
    moved = {name: f'r."{name}" + m."moved"' for name in ("known_from", "known_to", "start", "end")}
    for known, (place, kind) in product(("IS NULL", "IS NOT NULL"), enumerate(GRANULARITIES)):
        number = f"({place}::BIGINT << 61) | (((('0x' || m.\"id2\")::UBIGINT >> 15)::BIGINT << 12) + {state})"
        which = f'r."granularity" = \'{kind}\' AND r."known_to" {known}'
        values = moved | {"n": number, "id": 'm."id2"', "number": "i.n"}
        yield "incidents", copied(INCIDENT, "names AS m", values, on='r."id" = m."id"', where=which, order='"start", "n"', more=_NUMBERED)


def estimates() -> Iterator[tuple[str, str]]:
    """By incident."""
    rank = 'row_number() OVER (PARTITION BY m."id2" ORDER BY r."n")'
    moved = {name: f'r."{name}" + m."moved"' for name in ("known_from", "known_to")}
    values = moved | {
        "n": f"((('0x' || m.\"id2\")::UBIGINT >> 14)::BIGINT << 13) + {rank}", "subject": 'm."id2"', "number": "i.n",
    }  # fmt: skip
    for digit in "0123456789abcdef":
        which = f"substr(m.\"id2\", 1, 1) = '{digit}'"
        yield "estimates", copied(ESTIMATE, "names AS m", values, on='r."subject" = m."id"', where=which, order='"n"', more=_NUMBERED)


def copied(
    table: Table,
    source: str,
    values: dict[str, str],
    *,
    on: str = 'r."seq" = m."seq"',
    where: str = "TRUE",
    order: str = '"seq"',
    more: str = "",
) -> str:
    """The statement that copies rows `r` of the small store, with other values in some columns; `m` says to which copy each belongs."""
    replaced = ", ".join(f'{value} AS "{name}"' for name, value in values.items())
    return (
        f'INSERT INTO "{table.name}" BY NAME SELECT r.* REPLACE ({replaced}) FROM small.{table.name} AS r '
        f"JOIN {source} ON {on} {more} WHERE {where} ORDER BY {order}"
    )


def number(engine: DuckEngine) -> None:
    """The ids of reports and incidents have the numbers that the store gives them, and late reports texts of their own."""
    for sql in ('SELECT "id2" FROM map', 'SELECT "id2" FROM names'):
        names = [name for (name,) in engine.rows(sql)]
        added(engine, "numbers", name=names, n=[numbered(name) for name in names])
    chance, words = random.Random(4), vocabulary()
    late = engine.rows(f'SELECT "id2" FROM map WHERE "known2" > DATE \'{LAST_DAY}\' - {READ}')
    engine.rows('CREATE TEMP TABLE texts ("id" VARCHAR, "text" VARCHAR)')
    added(engine, "texts", id=[name for (name,) in late], text=[sentence(chance, words) for _ in late])


def added(engine: DuckEngine, table: str, **columns: Sequence[Any]) -> None:
    """The rows stand in a table of the connection's own."""
    connection = engine._connection
    connection.register("part", pa.table({name: pa.array(values) for name, values in columns.items()}))
    engine.rows(f"INSERT INTO {table} BY NAME SELECT * FROM part")
    connection.unregister("part")
