"""Coasts and borders for a map: the shipped base map, cut to a frame and projected. Natural Earth 1:50m; see `data/NOTICE.md`."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise

Point = tuple[float, float]
MARGIN = 0.03  # Of the frame's width: borders are cut a little outside of it, so that the cut is never seen.
STEP = 10  # Path units in one unit of the drawing.
# Shapes of the source that are no country or territory of ISO 3166-1; they are drawn as the source has them and not named.
UNNAMED_SHAPES = frozenset({"ATC", "CYN", "IOA", "KAS", "SOL"})


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line in degrees (longitude may run past 180), with its bounds."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Country:
    """A country's rings by its ISO 3166-1 alpha-3 code."""

    code: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """An equirectangular map in degrees (east greater than west), true to scale along its middle parallel; size in units of the drawing."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    def place(self, lon: float, lat: float) -> Point:
        """Where a place lies in the drawing; the copy of the meridian nearest to the frame's middle is taken."""
        middle = (self.west + self.east) / 2
        lon = middle + (lon - middle + 180) % 360 - 180
        x = (lon - self.west) / (self.east - self.west) * self.width
        return x, (self.north - lat) / (self.north - self.south) * self.height

    def holds(self, lon: float, lat: float) -> bool:
        """True when the place lies inside the drawing."""
        x, y = self.place(lon, lat)
        return 0 <= x <= self.width and 0 <= y <= self.height


@lru_cache(maxsize=1)
def world() -> tuple[Country, ...]:
    """The shipped base map."""
    data = json.loads(gzip.decompress(files("gesta.render").joinpath("data/world.json.gz").read_bytes()))
    unit = data["unit"]
    return tuple(Country(c["code"], c["name"], tuple(ring(flat, unit) for flat in c["rings"])) for c in data["countries"])


def ring(flat: Sequence[int], unit: float) -> Ring:
    """A ring from its first point and differences."""
    xs = [x * unit for x in accumulate(flat[0::2])]
    ys = [y * unit for y in accumulate(flat[1::2])]
    return Ring(tuple(zip(xs, ys, strict=True)), min(xs), min(ys), max(xs), max(ys))


def frame(places: Iterable[tuple[float, float]], width: float, height: float, least: float = 3.0) -> Frame | None:
    """The frame around the places (longitude, latitude) with room at its edges, at least `least` degrees high; None without places.

    Places all around the world are drawn closer from west to east than is true to scale.
    """
    spots = list(places)
    if not spots:
        return None
    lons = unwrapped([lon for lon, _ in spots])
    lats = [lat for _, lat in spots]
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    squeeze = max(0.2, math.cos(math.radians(middle[1])))
    spread = max(lons) - min(lons)
    high = min(170.0, max(least, (max(lats) - min(lats)) * 1.45, spread * squeeze * 1.36 * height / width))
    wide = min(360.0, max(spread * 1.04, high * width / height / squeeze))
    return Frame(middle[0] - wide / 2, middle[1] - high / 2, middle[0] + wide / 2, middle[1] + high / 2, width, height)


def unwrapped(lons: Sequence[float]) -> list[float]:
    """Longitudes shifted by 360 so that they lie as close together as they can: the widest gap between neighbours is left outside."""
    turned = [round(lon % 360, 6) % 360 for lon in lons]
    ordered = sorted(set(turned))
    gaps = [(b - a) % 360 or 360 for a, b in zip(ordered, ordered[1:] + ordered[:1], strict=True)]
    first = ordered[(gaps.index(max(gaps)) + 1) % len(ordered)]
    return [first + (lon - first) % 360 for lon in turned]


def cut(points: Sequence[Point], axis: int, bound: float, keep_less: bool) -> list[Point]:
    """The part of a closed line on one side of a parallel or meridian (Sutherland and Hodgman's clipping, one edge)."""
    out: list[Point] = []
    before = points[-1] if points else (0.0, 0.0)
    for point in points:
        inside, was = ((p[axis] <= bound) == keep_less or p[axis] == bound for p in (point, before))
        if inside != was:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            out.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            out.append(point)
        before = point
    return out


def outline(ring: Ring, view: Frame) -> list[list[Point]]:
    """The ring's copies that reach into the frame, cut a little outside of it, in units of the drawing."""
    pad = (view.east - view.west) * MARGIN
    west, east, south, north = view.west - pad, view.east + pad, view.south - pad, view.north + pad
    if ring.north < south or ring.south > north:
        return []
    out = []
    for turn in (-720, -360, 0, 360, 720):
        if ring.east + turn < west or ring.west + turn > east:
            continue
        points: list[Point] = [(x + turn, y) for x, y in ring.points] if turn else list(ring.points)
        if ring.west + turn >= west and ring.east + turn <= east and ring.south >= south and ring.north <= north:
            out.append([drawn(point, view) for point in points])
            continue
        for axis, bound, keep_less in ((0, west, False), (0, east, True), (1, south, False), (1, north, True)):
            points = cut(points, axis, bound, keep_less)
        if len(points) > 2:
            out.append([drawn(point, view) for point in points])
    return out


def drawn(point: Point, view: Frame) -> Point:
    """Degrees to units of the drawing, without moving the meridian."""
    x = (point[0] - view.west) / (view.east - view.west) * view.width
    return x, (view.north - point[1]) / (view.north - view.south) * view.height


def path(lines: Iterable[Sequence[Point]], step: int = STEP, nearest: float = 0.7) -> str:
    """Closed SVG path data in whole steps (`step` of them in one unit); points nearer than `nearest` units to the last one are left out."""
    out = []
    for line in lines:
        kept = [line[0]]
        for x, y in line[1:]:
            if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= nearest:
                kept.append((x, y))
        if len(kept) < 3:
            continue
        whole = [(round(x * step), round(y * step)) for x, y in kept]
        moves = [f"{x1 - x0} {y1 - y0}" for (x0, y0), (x1, y1) in pairwise(whole)]
        out.append(f"M{whole[0][0]} {whole[0][1]}l{' '.join(moves)}z")
    return "".join(out)


def centre(line: Sequence[Point]) -> tuple[float, Point]:
    """Area and centroid of a closed line."""
    double, cx, cy = 0.0, 0.0, 0.0
    for (x0, y0), (x1, y1) in zip(line, [*line[1:], line[0]], strict=True):
        cross = x0 * y1 - x1 * y0
        double, cx, cy = double + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
    return abs(double) / 2, (cx / (3 * double), cy / (3 * double)) if double else line[0]
