"""A report's places on a map (inline SVG): precision is shown by size and hollow marks, a country is tinted instead of pinned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gesta.model import Report
from gesta.render.atlas import STEP, UNNAMED_SHAPES, Frame, Point, centre, outline, path, world
from gesta.render.framing import NO_PIN, OVERVIEW, Pin, around, located, outside, pins, precision, uses, whereabouts
from gesta.render.markup import Html, el, html
from gesta.render.phrases import PRECISIONS
from gesta.render.visible import columns

LETTER, LINE = 7.4, 16.0  # Room for a label's letter and line in units of the drawing, as large as a narrow screen needs it.
COUNTRY_LETTER = 7.4
WIDEST_SCALE = 90.0  # Degrees of longitude.
Box = tuple[float, float, float, float]


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
    return el(
        "rect", x=f"{box[0]:.1f}", y=f"{box[1]:.1f}", width=f"{box[2] - box[0]:.1f}", height=f"{box[3] - box[1]:.1f}", class_="looked-at"
    )


def countries(view: Frame, tinted: set[str], taken: list[Box]) -> tuple[Html, Html]:
    """Shapes of the countries inside the frame, and their names where they find room."""
    shapes, names = [], []
    for country in sorted(world(), key=lambda c: c.code not in tinted):  # Tinted ones are the first to be named.
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


def scale_bar(view: Frame) -> Html | None:
    """A bar of a round number of kilometres, true along the frame's middle parallel; None where one scale would not hold for the map."""
    if view.east - view.west > WIDEST_SCALE:
        return None
    unit = view.height / (view.north - view.south) / 111.2
    km = max((n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if n * unit <= view.width / 4), default=1)
    end = 14 + km * unit
    bar = el("path", d=f"M14 {view.height - 20:g}v6H{end:.1f}v-6")
    return el("g", bar, el("text", f"{km:,} km", x=f"{end + 6:.1f}", y=f"{view.height - 13:g}"), class_="scale")
