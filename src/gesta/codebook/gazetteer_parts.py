"""Where "southeastern Turkey" or "northern Mali" lies: the middle of the settlements in that part of the whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from gesta.codebook.gazetteer_names import Direction
from gesta.codebook.gazetteer_places import Toponym
from gesta.codebook.gazetteer_tables import Tables

_EDGE: Final = 2.0
_CELL: Final = 0.25
_FEWEST: Final = 3
_THIRDS: Final = {-1: (0.0, 1 / 3), 0: (1 / 3, 2 / 3), 1: (2 / 3, 1.0)}
_HALVES: Final = {-1: (0.0, 0.5), 1: (0.5, 1.0)}
_MIDDLE_WORDS: Final = frozenset({"central"})


def part_of(whole: Toponym, towards: Direction, tables: Tables) -> Toponym:
    """The part of a country or first-order unit as a toponym of its own.

    Its point is the mean of the quarter-degree cells with settlements in the outer third of the whole's extent towards the direction (the quarter,
    for a direction between two points of the compass; the middle third for "central"). Of anything smaller, or with no settlements to go by, the
    whole itself is the answer: its name is then the whole's.
    """
    points = _settlements(whole, tables)
    if points is None or not (towards.north or towards.east or towards.words in _MIDDLE_WORDS):
        return whole
    inside = _inside(points, towards)
    if len(inside) < _FEWEST:
        return whole
    lat, lon = inside.mean(axis=0).tolist()
    words = towards.words
    return replace(
        whole,
        id=f"{whole.id}@{words.replace(' ', '-')}",
        name=f"{words} {whole.name}",
        kind="region",
        lat=round(lat, 2),
        lon=round(lon, 2),
        geonames=None,
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
    if len(points) < _FEWEST:
        return points[:0]
    cells = np.unique(np.round(points / _CELL), axis=0) * _CELL
    low, high = np.percentile(points, (_EDGE, 100 - _EDGE), axis=0)
    between = bool(towards.north and towards.east)
    kept = np.ones(len(cells), bool)
    for axis, sign in ((0, towards.north), (1, towards.east)):
        if sign == 0 and towards.words not in _MIDDLE_WORDS:
            continue
        start, end = (_HALVES if between else _THIRDS)[sign]
        span = high[axis] - low[axis]
        below = cells[:, axis] >= (low[axis] + start * span if start > 0 else -np.inf)
        above = cells[:, axis] <= (low[axis] + end * span if end < 1 else np.inf)
        kept &= below & above
    return np.asarray(cells[kept], np.float64)
