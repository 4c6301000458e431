"""What changed between two states of knowledge: two days of one store, two stores, or two releases."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

from gesta.errors import StoreError
from gesta.export.spreadsheets import FORMULA, cell
from gesta.model import Layer, Query
from gesta.pipeline.dossier import Dossier, day, open_dossier

Fate = Literal["new", "changed", "gone"]
#: What names a row of each table in both states.
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "incidents": ("id",),
    "claims": ("report", "key"),
    "estimates": ("subject", "rule", "side", "who", "effect"),
}
LAYERS: Final[Mapping[str, Layer]] = {"incidents": "incidents", "claims": "claims", "estimates": "figures"}
#: Days of knowledge move with every state, reasons and lists of claims with every printing: they are no change by themselves.
IGNORED: Final = frozenset({"known_from", "known_to", "claims", "reason", "confidence", "n"})
Rows = Mapping[tuple[str, ...], Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One row that is new, changed or gone. `changes` are column, value before and value after; `row` holds the later values, as text."""

    table: str
    fate: Fate
    key: tuple[str, ...]
    changes: tuple[tuple[str, str, str], ...]
    row: Mapping[str, str]


def differences(before: Mapping[str, Rows], after: Mapping[str, Rows]) -> Iterator[Difference]:
    """Every row that differs, by table, then by key."""
    for table in KEYS:
        old, new = before[table], after[table]
        for key in sorted(old.keys() | new.keys()):
            if key not in old:
                yield Difference(table=table, fate="new", key=key, changes=(), row=new[key])
            elif key not in new:
                yield Difference(table=table, fate="gone", key=key, changes=(), row=old[key])
            elif found := changed(old[key], new[key]):
                yield Difference(table=table, fate="changed", key=key, changes=found, row=new[key])


def changed(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """The columns whose values differ; a column that one side has not is no change."""
    return tuple((name, old[name], new[name]) for name in new if name in old and name not in IGNORED and old[name] != new[name])


def state(address: str, store: str | None) -> dict[str, Rows]:
    """The tables of a state: a day of `store` (ISO 8601), the folder of a release, or another store as it is now.

    GestaError for what is none of these.
    """
    if store is not None and not Path(address).exists():
        with open_dossier(store) as dossier:
            return of_store(dossier, day(address))
    if Path(address).is_dir():
        return {table: keyed(table, release_rows(Path(address), table)) for table in KEYS}
    with open_dossier(address) as dossier:
        return of_store(dossier, None)


def of_store(dossier: Dossier, as_of: date | None) -> dict[str, Rows]:
    """What a store knew at the end of a day (None: what it knows now)."""
    asked = Query(as_of=as_of, background=True)
    return {table: keyed(table, dossier.rows(layer, asked)) for table, layer in LAYERS.items()}


def release_rows(folder: Path, table: str) -> Iterator[dict[str, str]]:
    """The rows of a table of a release; StoreError where the folder is none."""
    path = folder / f"{table}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
    except OSError as error:
        raise StoreError(path=folder, why=f"is no release: {path.name} cannot be read ({error.strerror})") from error


def plain(text: str) -> str:
    """The text of a cell, without the apostrophe that keeps a spreadsheet from running it."""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def keyed(table: str, rows: Iterable[Mapping[str, Any]]) -> Rows:
    """The rows by key, every value as a release writes it."""
    written = ({name: plain(str(cell(value))) for name, value in row.items()} for row in rows)
    return {tuple(row[name] for name in KEYS[table]): row for row in written}
