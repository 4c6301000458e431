"""From gesta's codes to those of others: ACLED's event types, the Goldstein scale, numbers and regions of states."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gesta.codebook.row_layers import rows_laid
from gesta.codebook.tables import read_csv

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A state by its ISO 3166-1 alpha-3 code, with its ISO 3166-1 number and the regions that UCDP and ACLED count it to."""

    code: str
    iso_numeric: int | None
    ucdp_region: str
    acled_region: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledType:
    """An ACLED sub-event type with the event type and the disorder types (parts between semicolons) that it belongs to."""

    sub_event: str
    event: str
    disorder: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goldstein:
    """A CAMEO code with its value on the Goldstein scale, -10.0 (conflict) … 10.0 (cooperation), written with one decimal."""

    cameo: str
    goldstein: str
    source: str

    def __post_init__(self) -> None:
        """ValueError when the value is no number of the scale."""
        if not -10.0 <= float(self.goldstein) <= 10.0:
            raise ValueError(f"goldstein is {self.goldstein!r}, not between -10 and 10")


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalks:
    """The loaded tables; values do not change after loading."""

    areas: Mapping[str, Area]
    acled: Mapping[str, AcledType]
    goldstein: Mapping[str, float]

    def intensity(self, cameo: str | None) -> float | None:
        """The Goldstein value of a CAMEO code, of the code it refines where it has none of its own; None for no known code."""
        while cameo and cameo not in self.goldstein:
            cameo = cameo[:-1]
        return self.goldstein.get(cameo) if cameo else None

    def quad_class(self, cameo: str | None) -> int | None:
        """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, by the CAMEO root; None for no code."""
        root = int(cameo[:2]) if cameo and cameo[:2].isdecimal() else 0
        bounds = ((0, None), (5, 1), (8, 2), (13, 3), (20, 4))  # as GDELT and ICEWS divide the twenty roots
        return next((quad for last, quad in bounds if root <= last), None)


@cache
def load_crosswalks(folder: Path = DATA) -> Crosswalks:
    """The tables of a folder; CodebookError, with file, line and column, on a malformed one."""
    return crosswalks_of(folder, None)


def crosswalks_of(folder: Path, overlay: Path | None) -> Crosswalks:
    """The tables of a folder, a user's rows on top of them."""
    areas, acled, goldstein = (_table(folder, overlay, stem, kind) for stem, kind in TABLES.items())
    return Crosswalks(
        areas={row.code: row for row in areas},
        acled={row.sub_event: row for row in acled},
        goldstein={row.cameo: float(row.goldstein) for row in goldstein},
    )


def _table(folder: Path, overlay: Path | None, stem: str, kind: type[Any]) -> tuple[Any, ...]:
    rows = read_csv(folder / f"{stem}.csv", kind)
    path = overlay / f"{stem}.csv" if overlay is not None else None
    return rows_laid(rows, path, kind)[0] if path is not None and path.exists() else rows


TABLES: dict[str, type[Any]] = {"areas": Area, "acled": AcledType, "goldstein": Goldstein}
