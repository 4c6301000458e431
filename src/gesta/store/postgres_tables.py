"""The tables of a store in PostgreSQL, and what readers and writers see of them."""

from __future__ import annotations

from typing import Final

from gesta.store.conditions import LASTS
from gesta.store.schema import CLAIM, DERIVED, INCIDENT, KEPT, TABLES, TELLING, Table

_TYPES: Final = {
    "text": 'text COLLATE "C"',
    "json": 'text COLLATE "C"',
    "int": "bigint",
    "float": "double precision",
    "bool": "boolean",
    "date": "date",
}
PLACED: Final = (TELLING, CLAIM, INCIDENT)
_LASTING: Final = ((TELLING, "n"), (CLAIM, "n"), (INCIDENT, "id"))
_KEYS: Final = ("actor_keys", "claimant_keys", "place_keys")
_WAIT: Final = "gin_pending_list_limit = 131072"  # kB
WAITING: Final = tuple(f"gesta.{t.name}_{k}" for t in PLACED for k in _KEYS)
WGS84: Final = 4326
DIGEST: Final = '"digest" bigint'
# What finds rows again. Readers filter by time, parties, claimants, places, points; the others join.
INDEXES: Final = (
    *(f'CREATE UNIQUE INDEX ON gesta.{t.name} ("{t.unique[0]}") WHERE "gone" IS NULL' for t in KEPT if t.unique),
    'CREATE INDEX ON gesta.filing ("url") WHERE "url" IS NOT NULL',
    'CREATE INDEX ON gesta.filing ("revision_of") WHERE "revision_of" IS NOT NULL',
    'CREATE INDEX ON gesta.filing ("known", "seq") WHERE "gone" IS NULL',
    *(f'CREATE INDEX ON gesta.{name} ("seq")' for name in ("filing", "telling", "claim", "named", "origin")),
    *(f'CREATE INDEX ON gesta.{name} ("number")' for name in ("filing", "tombstone", "telling", "claim", "incident", "estimate", "tie")),
    *(f'CREATE INDEX ON gesta.{name} ("start", "n")' for name in ("telling", "claim")),
    *(f'CREATE INDEX ON gesta.{t.name} ("start", "{tail}") WHERE {LASTS.format("")}' for t, tail in _LASTING),
    # Readers see rows that are gone for the writer, so the unique indexes above are none of theirs.
    *(f'CREATE INDEX ON gesta.{name} ("n")' for name in ("telling", "claim", "incident", "estimate")),
    *(f'CREATE INDEX ON gesta.{t.name} ("gone") WHERE "gone" IS NOT NULL' for t in KEPT),
    'CREATE INDEX ON gesta.claim ("event_number")',
    'CREATE INDEX ON gesta.tie ("item")',
    *(f'CREATE INDEX ON gesta.{name} ("n")' for name in ("tie", "origin")),
    'CREATE INDEX ON gesta.incident ("start", "id")',
    'CREATE INDEX ON gesta.estimate ("subject", "n")',
    'CREATE INDEX ON gesta.estimate ("granularity", "subject", "n")',
    # What is added waits in a list of its own until it is published: row by row it would take as long as all the rest.
    *(f'CREATE INDEX {t.name}_{k} ON gesta.{t.name} USING gin ("{k}") WITH ({_WAIT})' for t in PLACED for k in _KEYS),
    *(f'CREATE INDEX ON gesta.{t.name} USING gist ("points")' for t in PLACED),
)


def statements() -> list[str]:
    """What makes an empty store in a database that has none."""
    return [
        "CREATE SCHEMA gesta",
        "CREATE TABLE gesta.state (version integer NOT NULL, visible integer NOT NULL, erase boolean NOT NULL)",
        *(ddl(table) for table in TABLES),
        *INDEXES,
        *without_views(),
        *views(),
    ]


def ddl(table: Table) -> str:
    """The statement that makes a table. `epoch` is the publishing that brings a row, `gone` the one that takes it away.

    What is computed has a digest of each row instead, by which it is found again when it is computed anew.
    """
    made = [f'"{c.name}" {_TYPES[c.kind]}{"[]" if c.many else ""}'.replace(' COLLATE "C"[]', '[] COLLATE "C"') for c in table.columns]
    if table in PLACED:
        made.append(f'"points" geometry(MultiPoint, {WGS84})')
    made += [DIGEST] if table in DERIVED else ['"epoch" integer NOT NULL', '"gone" integer']
    # lz4 packs the long texts several times as fast as PostgreSQL's own method.
    made = [m.replace(' COLLATE "C"', ' COMPRESSION lz4 COLLATE "C"') if m.startswith(('"text"', '"record"')) else m for m in made]
    return f"CREATE TABLE gesta.{table.name} ({', '.join(made)})"


def views() -> list[str]:
    """Readers see what was published; a writer sees what will be."""
    seen = 'WHERE "epoch" <= (SELECT visible FROM gesta.state) AND ("gone" IS NULL OR "gone" > (SELECT visible FROM gesta.state))'
    made = [f"CREATE SCHEMA gesta_{name}" for name in ("seen", "work")]
    for table in KEPT:
        made.append(f"CREATE VIEW gesta_seen.{table.name} AS SELECT * FROM gesta.{table.name} {seen}")
        made.append(f'CREATE VIEW gesta_work.{table.name} AS SELECT * FROM gesta.{table.name} WHERE "gone" IS NULL')
    return made


def without_views() -> list[str]:
    """What takes the views away, so that their tables can be changed."""
    return [f"DROP SCHEMA IF EXISTS gesta_{name} CASCADE" for name in ("seen", "work")]
