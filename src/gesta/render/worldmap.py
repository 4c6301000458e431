"""A report's places on a map (inline SVG): precision shown by size and hollow marks, countries tinted instead of pinned, unlocated places left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gesta.model import Place, Report
from gesta.render.atlas import STEP, UNNAMED_SHAPES, Frame, Point, centre, frame, outline, path, world
from gesta.render.markup import Html, el, html
from gesta.render.phrases import PRECISIONS
from gesta.render.register import coded
from gesta.render.visible import columns

WIDTH, HEIGHT, OVERVIEW = 520.0, 360.0, 210.0
CORE = 0.6  # The part of the places that the map must hold.
MUCH_WIDER = 2.5  # A place that makes the frame this many times as high is left to the overview.
# Radius of the mark by UCDP's precision; 1 and 2 are dots, the others hollow. From 6 on the country is tinted: a pin would invent a place.
RADII = {1: 4.0, 2: 5.5, 3: 9.0, 4: 13.0, 5: 18.0}
NO_PIN = 6
LETTER, LINE = 7.4, 16.0  # Room for a label's letter and line in units of the drawing, as large as a narrow screen needs it.
COUNTRY_LETTER = 7.4
LONGEST_LABEL = 28
Box = tuple[float, float, float, float]


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
    """The places to frame: those of the news; without any those of the background, then all that are named. Countries only where there is nothing else."""
    use = uses(report)
    found = [p for p in report.places if located(p)]
    for chosen in ("news", "background", "named"):
        inside = [p for p in found if use[p.id] == chosen]
        if inside:
            return [p for p in inside if precision(p) < NO_PIN] or inside
    return []


def whereabouts(report: Report) -> Frame | None:
    """The frame of the map: around the places of the news, without those few that would make it much wider; None without places."""
    kept = spots(report)
    least = len(kept) * CORE
    view = around(kept, HEIGHT)
    while view is not None and len(kept) - 1 >= max(2, least):
        tighter = [(around([p for p in kept if p is not far], HEIGHT), far) for far in kept]
        best, far = min(((v, p) for v, p in tighter if v is not None), key=lambda pair: pair[0].north - pair[0].south)
        if (best.north - best.south) * MUCH_WIDER > view.north - view.south:
            break
        kept, view = [p for p in kept if p is not far], best
    return view


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


def drawings(report: Report, anchor: Callable[[str], str]) -> list[Html]:
    """The map as `svg` elements, with a second one of all places below where the first leaves some out; none without a located place.

    Links lead to the places by `anchor`.
    """
    view = whereabouts(report)
    if view is None:
        return []
    away = outside(report, view)
    if not away:
        return [drawing(report, view, anchor, "Map of the places")]
    inside = [p for p in report.places if located(p) and precision(p) < NO_PIN]
    whole = around(inside, OVERVIEW)
    below = [drawing(report, whole, anchor, "Overview map with all places", view)] if whole else []
    return [drawing(report, view, anchor, "Map of the places"), *below]


def drawing(report: Report, view: Frame, anchor: Callable[[str], str], title: str, detail: Frame | None = None) -> Html:
    """One map; `detail` is the frame of another one, drawn into it."""
    marks = pins(report, view)
    box = extent(view, detail) if detail else None
    taken = [(x - p.radius, y - p.radius, x + p.radius, y + p.radius) for p in marks for x, y in [p.at]]
    taken.append((0.0, view.height - 30, view.width / 4 + 90, view.height))  # The scale bar's room.
    ordered = sorted(marks, key=lambda p: ("news", "background", "named").index(p.use))
    named = [label(pin, taken, view) for pin in ordered if not (box and overlap(box, (*pin.at, *pin.at)))]
    tinted = {p.country for p in report.places if precision(p) >= NO_PIN and uses(report)[p.id] != "named" and p.country}
    land, names = countries(view, tinted, taken)
    return el(
        "svg", el("title", title), el("g", land, class_="land", transform=f"scale({1 / STEP})"), names,
        rectangle(box) if box else None, [dot(pin, anchor) for pin in marks], named, scale_bar(view),
        viewBox=f"0 0 {view.width:g} {view.height:g}", role="group", class_="map",
    )  # fmt: skip


def extent(view: Frame, detail: Frame) -> Box:
    """Where another frame lies in this one."""
    left, top = view.place(detail.west, detail.north)
    wide = (detail.east - detail.west) / (view.east - view.west) * view.width
    return left, top, left + wide, top + (detail.north - detail.south) / (view.north - view.south) * view.height


def rectangle(box: Box) -> Html:
    """The frame of the larger map."""
    return el("rect", x=f"{box[0]:.1f}", y=f"{box[1]:.1f}", width=f"{box[2] - box[0]:.1f}", height=f"{box[3] - box[1]:.1f}", class_="looked-at")


def countries(view: Frame, tinted: set[str], taken: list[Box]) -> tuple[Html, Html]:
    """Shapes of the countries inside the frame, and their names where they find room."""
    shapes, names = [], []
    for country in world():
        lines = [line for ring in country.rings for line in outline(ring, view)]
        data = path(lines)
        if not data:
            continue
        shapes.append(el("path", d=data, class_="tinted" if country.code in tinted else None))
        if country.code not in UNNAMED_SHAPES:
            names.append(country_name(country.name, lines, taken, view))
    return html(shapes), html(names)


def country_name(name: str, lines: Sequence[Sequence[Point]], taken: list[Box], view: Frame) -> Html | None:
    """The country's name in the middle of its largest part in view, None where it finds no room."""
    largest = max((inside(line, view) for line in lines), key=lambda line: centre(line)[0] if len(line) > 2 else 0.0)
    if len(largest) < 3:
        return None
    (x, y), half = centre(largest)[1], len(name) * COUNTRY_LETTER / 2
    wide = max(p[0] for p in largest) - min(p[0] for p in largest)
    box = (x - half, y - LINE / 2, x + half, y + LINE / 2)
    if wide < half * 1.6 or not in_view(box, view) or any(overlap(box, other) for other in taken):
        return None
    taken.append(box)
    return el("text", name, x=f"{x:.1f}", y=f"{y + 4:.1f}", text_anchor="middle", class_="country")


def inside(line: Sequence[Point], view: Frame) -> list[Point]:
    """The line with its points moved onto the drawing, so that its middle is one of what is seen."""
    return [(max(0.0, min(view.width, x)), max(0.0, min(view.height, y))) for x, y in line]


def dot(pin: Pin, anchor: Callable[[str], str]) -> Html:
    """The mark itself: filled for a known spot, hollow for an area."""
    exact = min(map(precision, pin.places)) <= 2
    said = f"{pin.label}: {PRECISIONS[min(map(precision, pin.places))]}"
    mark = el(
        "circle", cx=f"{pin.at[0]:.1f}", cy=f"{pin.at[1]:.1f}", r=f"{pin.radius:g}", class_=f"pin {pin.use} {'spot' if exact else 'area'}"
    )  # fmt: skip
    refs = [anchor(p.id) for p in pin.places]
    return el("a", el("title", said), mark, href=f"#{refs[0]}", data_i=" ".join(refs), aria_label=said)


def label(pin: Pin, taken: list[Box], view: Frame) -> Html | None:
    """The mark's name beside it, where it neither leaves the drawing nor lies on another name; None where there is no room."""
    x, y = pin.at
    wide, gap = columns(pin.label) * LETTER, pin.radius + 4
    for left, top, anchor in (
        (x + gap, y - LINE / 2, "start"), (x - gap - wide, y - LINE / 2, "end"), (x - wide / 2, y - gap - LINE, "middle"),
        (x - wide / 2, y + gap, "middle"), (x + gap * 0.7, y - gap - LINE * 0.7, "start"), (x + gap * 0.7, y + gap * 0.4, "start"),
    ):  # fmt: skip
        box = (left, top, left + wide, top + LINE)
        if in_view(box, view) and not any(overlap(box, other) for other in taken):
            taken.append(box)
            at = {"start": left, "end": left + wide, "middle": left + wide / 2}[anchor]
            return el("text", pin.label, x=f"{at:.1f}", y=f"{top + LINE * 0.75:.1f}", text_anchor=anchor, class_=f"name {pin.use}")
    return None


def in_view(box: Box, view: Frame) -> bool:
    """True when the box lies inside the drawing."""
    return box[0] >= 2 and box[1] >= 2 and box[2] <= view.width - 2 and box[3] <= view.height - 2


def overlap(one: Box, other: Box) -> bool:
    """True when two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def scale_bar(view: Frame) -> Html:
    """A bar of a round number of kilometres, true along the frame's middle parallel."""
    unit = view.height / (view.north - view.south) / 111.2
    km = max((n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if n * unit <= view.width / 4), default=1)
    end = 14 + km * unit
    bar = el("path", d=f"M14 {view.height - 20:g}v6H{end:.1f}v-6")
    return el("g", bar, el("text", f"{km:,} km", x=f"{end + 6:.1f}", y=f"{view.height - 13:g}"), class_="scale")
