"""Which places of a report a map shows, where its frame lies, and how each place is marked."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from gesta.model import Place, Report
from gesta.render.atlas import Frame, Point, frame, unwrapped
from gesta.render.phrases import PRECISIONS
from gesta.render.register import coded

WIDTH, HEIGHT, OVERVIEW = 520.0, 360.0, 210.0
CORE = 0.6  # The part of the places that the map must hold.
MUCH_WIDER = 2.5  # A place that makes the frame this many times as high is left to the overview.
# Radius of the mark by UCDP's precision; 1 and 2 are dots, the others hollow. From 6 on the country is tinted: a pin would invent a place.
RADII = {1: 4.0, 2: 5.5, 3: 9.0, 4: 13.0, 5: 18.0}
NO_PIN = 6
LONGEST_LABEL = 28


@dataclass(frozen=True, slots=True)
class Pin:
    """A mark on the map: the places at one point, and what the report tells of them (`news`, `background`, or `named` only)."""

    places: tuple[Place, ...]
    at: Point
    use: str

    @property
    def radius(self) -> float:
        """The mark's size: that of the most precise place."""
        return min(RADII[precision(p)] for p in self.places)

    @property
    def label(self) -> str:
        """The places' names, shortened where they are long."""
        name = ", ".join(dict.fromkeys(p.name for p in self.places))
        return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1] + "…"


def precision(place: Place) -> int:
    """UCDP's precision of the place; by its kind where the record has none."""
    if place.precision in PRECISIONS:
        return place.precision or 1
    return {"country": 6, "admin1": 4, "region": 5, "admin2": 3, "water": 3}.get(place.kind, 1)


def located(place: Place) -> bool:
    """True when the place has coordinates that are on the globe."""
    return place.lat is not None and place.lon is not None and abs(place.lat) <= 90 and abs(place.lon) <= 180


def uses(report: Report) -> dict[str, str]:
    """What each place is to the report, by id: `news` where an event or a figure of the news is set, `background`, else `named`."""
    out = {place.id: "named" for place in report.places}
    for era in ("background", "news"):
        for item in coded(report):
            if (item.era == "background") == (era == "background"):
                out.update(dict.fromkeys(item.places, era))
    return out


def spots(report: Report) -> list[Place]:
    """The places to frame: of the news, else of the background, else all that are named; countries only where there is nothing else."""
    use = uses(report)
    found = [p for p in report.places if located(p)]
    for chosen in ("news", "background", "named"):
        inside = [p for p in found if use[p.id] == chosen]
        if inside:
            return [p for p in inside if precision(p) < NO_PIN] or inside
    return []


def whereabouts(report: Report) -> Frame | None:
    """The frame of the map: around the places of the news, without those few that would make it much wider; None without places."""
    left = spots(report)
    least = max(2.0, len(left) * CORE)
    view = around(left, HEIGHT)
    while view is not None and len(left) - 1 >= least:
        left = without_farthest(left)
        tighter = around(left, HEIGHT)
        if tighter is not None and (tighter.north - tighter.south) * MUCH_WIDER <= view.north - view.south:
            view = tighter
    return view


def without_farthest(places: list[Place]) -> list[Place]:
    """The places without the one that lies farthest from their median."""
    lons, lats = unwrapped([p.lon or 0.0 for p in places]), [p.lat or 0.0 for p in places]
    middle = median(lons), median(lats)
    away = [math.hypot(lon - middle[0], lat - middle[1]) for lon, lat in zip(lons, lats, strict=True)]
    farthest = away.index(max(away))
    return [p for i, p in enumerate(places) if i != farthest]


def around(places: Iterable[Place], height: float) -> Frame | None:
    """The frame around all of the places."""
    return frame(((p.lon or 0.0, p.lat or 0.0) for p in places), WIDTH, height)


def pins(report: Report, view: Frame) -> list[Pin]:
    """Marks inside the frame, the large ones first so that small ones lie on top."""
    use = uses(report)
    spots: dict[tuple[float, float], list[Place]] = {}
    for place in report.places:
        if located(place) and precision(place) < NO_PIN and view.holds(place.lon or 0.0, place.lat or 0.0):
            spots.setdefault((place.lon or 0.0, place.lat or 0.0), []).append(place)
    out = [Pin(tuple(found), view.place(*spot), strongest(use[p.id] for p in found)) for spot, found in spots.items()]
    return sorted(out, key=lambda pin: (-pin.radius, pin.use != "named"))


def strongest(found: Iterable[str]) -> str:
    """`news` before `background` before `named`."""
    return min(found, key=("news", "background", "named").index)


def outside(report: Report, view: Frame | None) -> list[Place]:
    """Located places that the frame leaves out."""
    pinned = (p for p in report.places if located(p) and precision(p) < NO_PIN)
    return [p for p in pinned if view is not None and not view.holds(p.lon or 0.0, p.lat or 0.0)]
