"""The row that every source is turned into before packing, and the hand-written tables."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

OWN: Final = 0
"""The place's own name."""
CHECKED: Final = 1
"""Another name that a person listed, or an own name without its "Province"."""
LISTED: Final = 2
"""One of GeoNames' alternates: some are dirty. Also a name that the place bore formerly."""
FAR: Final = 3
"""A GeoNames alternate that shares few consonants with the place's own name: an exonym, or dirt."""

DATA: Final = Path(__file__).resolve().parents[2] / "src" / "gesta" / "codebook" / "data"


@dataclass(slots=True, kw_only=True)
class Row:
    """A place on its way into the artefact; ``names`` holds (name, level) pairs, the display name too."""

    id: str
    name: str
    kind: str
    country: str | None
    lat: float
    lon: float
    claimed_by: tuple[str, ...] = ()
    admin1: str | None = None
    geonames: int = 0
    population: int = 0
    capital: bool = False
    names: list[tuple[str, int]] = field(default_factory=list)


def table(name: str) -> list[dict[str, str]]:
    """The rows of one of the codebook's CSV files."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def several(cell: str) -> tuple[str, ...]:
    """The parts of a cell that lists several values with semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def places_by_hand() -> list[Row]:
    """``regions.csv``: countries, regions, waters, facilities, lines, and towns that the extract lacks."""
    return [
        Row(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            country=row["country"] or None,
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            claimed_by=several(row["claimed_by"]),
            names=[(row["name"], OWN), *((alias, CHECKED) for alias in several(row["aliases"]))],
        )
        for row in table("regions.csv")
    ]


def claims() -> dict[tuple[str, str], tuple[str, ...]]:
    """``disputed.csv``: who claims a first-order unit; ``*`` stands for the whole country."""
    return {(row["country"], row["admin1"]): several(row["claimed_by"]) for row in table("disputed.csv")}
