"""Where "southeastern Turkey" or "northern Mali" lies: the middle of the settlements in that part of the whole."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from gesta.codebook.gazetteer_places import Toponym
from gesta.codebook.gazetteer_tables import Tables
from gesta.codebook.gazetteer_words import Direction

_EDGE: Final = 2.0
# Settlements are counted by cells of a quarter degree, smaller in small places, so that a conurbation does not outweigh the rest.
_CELL: Final = 0.25
_LEAST_CELL: Final = 0.02
_CELLS_ACROSS: Final = 12
_FEWEST: Final = 3
# The share of the extent taken for a part, widened where hardly anybody lives there.
_SHARES: Final = (0.25, 0.35, 0.5)
_MIDDLE_MARGIN: Final = 0.05
_MIDDLE: Final = "central"


# An article repeats its names.
@lru_cache(maxsize=256)
def part_of(whole: Toponym, towards: Direction, tables: Tables) -> Toponym:
    """The part of a country, or of a region or first-order unit, as a toponym of its own.

    Its point is the mean of the cells with settlements in the outer quarter of the whole's extent towards the direction (on
    both axes, for a direction between two points of the compass; about the middle, for "central"). Of anything smaller, or with no
    settlements to go by, the answer is the whole itself.
    """
    points = _settlements(whole, tables)
    if points is None or not (towards.north or towards.east or towards.words == _MIDDLE):
        return whole
    inside = _inside(points, towards)
    if len(inside) < _FEWEST:
        return whole
    lat, lon = inside.mean(axis=0).tolist()
    return replace(
        whole,
        id=f"{whole.id}@{towards.words.replace(' ', '-')}",
        name=f"{towards.words} {whole.name}",
        kind="region",
        lat=round(lat, 2),
        lon=round(lon, 2),
        geonames=None,
        population=0,
        precision=5 if whole.kind == "country" else whole.precision,
    )


def _settlements(whole: Toponym, tables: Tables) -> npt.NDArray[np.float64] | None:
    if whole.country is None or whole.kind not in ("country", "region", "admin1"):
        return None
    if whole.kind == "country":
        return tables.members(whole.country, None)
    unit = whole.admin1 or whole.name
    return tables.members(whole.country, unit) if unit in tables.meta["admin1"] else None


def _inside(points: npt.NDArray[np.float64], towards: Direction) -> npt.NDArray[np.float64]:
    """The cells in the part: the outer quarter, or as much more as it takes to find some."""
    if len(points) < _FEWEST:
        return points[:0]
    low, high = np.percentile(points, (_EDGE, 100 - _EDGE), axis=0)
    cell = min(_CELL, max(_LEAST_CELL, float((high - low).max()) / _CELLS_ACROSS))
    cells = np.unique(np.round(points / cell), axis=0) * cell
    for share in _SHARES:
        kept = np.ones(len(cells), bool)
        for axis, sign in ((0, towards.north), (1, towards.east)):
            place = (cells[:, axis] - low[axis]) / max(high[axis] - low[axis], cell)
            if sign:
                kept &= place >= 1 - share if sign > 0 else place <= share
            elif towards.words == _MIDDLE:
                kept &= abs(place - 0.5) <= share / 2 + _MIDDLE_MARGIN
        if kept.sum() >= _FEWEST:
            break
    return np.asarray(cells[kept], np.float64)
