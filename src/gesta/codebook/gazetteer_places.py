"""What the gazetteer answers with: a toponym, its kinds and how exact each is, and distance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

#: In the order in which the artefact numbers them.
KINDS: Final = ("country", "region", "admin1", "admin2", "settlement", "facility", "water", "other")

_PRECISION: Final = {"country": 6, "region": 5, "admin1": 4, "admin2": 3, "settlement": 1, "facility": 1, "water": 7, "other": 5}
_EARTH_KM: Final = 6371.0088


def precision_of(kind: str, country: str | None, claimed_by: tuple[str, ...]) -> int:
    """UCDP's ``where_prec`` of the place as such.

    1 exact, 3 second-order unit, 4 first-order unit, 5 a larger region or a line, 6 a country, 7 sea or several countries. A region that
    belongs to no single country (the Sahel) is 7 unless it is a disputed one (the Paracel Islands); a water inside one country is 5.
    """
    if kind == "region" and country is None and len(claimed_by) < 2:
        return 7
    if kind == "water" and country is not None:
        return 5
    return _PRECISION[kind]


@lru_cache(maxsize=1 << 14)
def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in kilometres between two points (latitude, longitude) in degrees: haversine on the mean earth radius."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """One place that a name may mean.

    ``country`` is ISO 3166-1 alpha-3 (``XKX`` Kosovo) or None for seas and for what lies in several countries; two or more codes in
    ``claimed_by`` say that the place is disputed. ``lat`` and ``lon`` are WGS 84 degrees. ``geonames`` is the GeoNames id where the place
    has one. ``population`` is 0 when unknown, and the sum of its towns for an administrative unit. ``prior`` says how sure the *name* is:
    1.0 for the place's own, less for others. ``precision`` is UCDP's, see `precision_of`.
    """

    id: str
    name: str
    kind: str
    country: str | None
    claimed_by: tuple[str, ...]
    admin1: str | None
    lat: float
    lon: float
    geonames: int | None
    population: int
    prior: float
    precision: int
    capital: bool = False

    @property
    def point(self) -> tuple[float, float]:
        """(latitude, longitude) in degrees."""
        return (self.lat, self.lon)
