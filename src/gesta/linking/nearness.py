"""How far two tellings lie apart, in kilometres and days."""

from __future__ import annotations

import math
from typing import Final

from gesta.linking.accounts import Account, Days, Spot

_EARTH_KM: Final = 6371.0088


def km(one: Spot, other: Spot) -> float | None:
    """Great-circle distance in kilometres; 0 for one place, None where a point is not known."""
    if one.key == other.key:
        return 0.0
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, h)))


def nearest(one: Account, other: Account) -> tuple[Spot, Spot, float | None] | None:
    """The two spots that lie nearest to one another, and their distance; None where one of the two tells no spot."""
    if len(one.spots) == len(other.spots) == 1:
        return one.spots[0], other.spots[0], km(one.spots[0], other.spots[0])
    found = [(a, b, km(a, b)) for a in one.spots for b in other.spots]
    return min(found, key=lambda f: (f[2] is None, f[2] or 0.0, f[0].key, f[1].key), default=None)


def gap(one: Days, other: Days) -> int:
    """Whole days between two intervals; 0 where they overlap, 1 from one day to the next; 0 from what is open to any day before."""
    if (one.open and other.start <= one.end) or (other.open and one.start <= other.end):
        return 0
    return max(0, one.start - other.end, other.start - one.end)
