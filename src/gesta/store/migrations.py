"""How a store made by an older schema becomes one of this."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from gesta.errors import StoreError, StoreTooNew
from gesta.store import schema

Run = Callable[[str], Any]
Step = Callable[[Run], None]


def _without_digest(run: Run) -> None:
    """A record's digest is computed when it is asked for."""
    run('ALTER TABLE filing DROP COLUMN "digest"')


def _sources_beside_ties(run: Run) -> None:
    """Ties and estimates have what is asked for most of their incidents as they are known now."""
    now = 'FROM incident AS i WHERE i."number" = {0}."number" AND i."known_to" IS NULL'
    run('ALTER TABLE tie ADD COLUMN "sources" BIGINT')
    run(f'UPDATE tie SET "sources" = i."sources" {now.format("tie")}')
    for column in ('"granularity" VARCHAR', '"background" BOOLEAN', '"sources" BIGINT'):
        run(f"ALTER TABLE estimate ADD COLUMN {column}")
    values = ", ".join(f'"{name}" = i."{name}"' for name in ("granularity", "background", "sources"))
    run(f"UPDATE estimate SET {values} {now.format('estimate')}")


def _another_index(run: Run) -> None:
    """Only what an engine has of its own changed."""


# Schema version to the step that leads from the one before it; what an engine has of its own is made anew after the last.
STEPS: Final[Mapping[int, Step]] = {
    2: _without_digest,
    3: _sources_beside_ties,
    4: _another_index,
    5: _another_index,
    6: _another_index,
    7: _another_index,
    8: _another_index,
}


def steps_from(path: Path | str, found: int | None) -> Sequence[Step]:
    """The steps that are missing, in order; StoreError where the file is no store, StoreTooNew where it comes from a later gesta."""
    version = _version(path, found)
    return [STEPS[number] for number in range(version + 1, schema.SCHEMA + 1)]


def refuse_unless_current(path: Path | str, found: int | None, *, writes: bool) -> None:
    """StoreError where a reader cannot read the schema found; a writer can, it will migrate."""
    version = _version(path, found)
    if version < schema.SCHEMA and not writes:
        why = f"was made by an older gesta (schema {version}; this one reads {schema.SCHEMA})"
        raise StoreError(path=path, why=f"{why}; the next gesta ingest renews it")


def _version(path: Path | str, found: int | None) -> int:
    if found is None:
        raise StoreError(path=path, why="is a database, but no store of gesta")
    if found > schema.SCHEMA:
        raise StoreTooNew(path=path, why=f"was made by a newer gesta (schema {found}; this one reads {schema.SCHEMA}); install that")
    return found
