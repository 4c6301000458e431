"""Frames, coasts and marks of the map."""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gesta.model import Place, Report
from gesta.render.atlas import Frame, cut, frame, outline, path, unwrapped, world
from gesta.render.framing import outside, pins, precision, whereabouts
from gesta.render.markup import Html
from gesta.render.worldmap import drawings
from tests.render.html_reader import of_class, read
from tests.render.odd_reports import empty, pacific
from tests.render.render_reports import border

LONS, LATS = st.floats(-180, 180), st.floats(-85, 85)


def shown(report: Report) -> list[Html]:
    """The maps of the report."""
    return drawings(report, lambda ref: f"r1-{ref}")


@settings(deadline=None)
@given(st.lists(st.tuples(LONS, LATS), min_size=1, max_size=8))
def test_a_frame_holds_its_places(spots: list[tuple[float, float]]) -> None:
    view = frame(spots, 520, 360)
    assert view is not None
    assert view.west < view.east <= view.west + 360.001
    assert view.north - view.south >= 2.999
    assert all(view.holds(lon, lat) for lon, lat in spots)


@given(st.lists(LONS, min_size=1, max_size=8))
def test_unwrapped_longitudes_are_the_same_places_close_together(lons: list[float]) -> None:
    flat = unwrapped(lons)
    assert all(abs((a - b + 180) % 360 - 180) < 1e-6 for a, b in zip(flat, lons, strict=True))
    assert max(flat) - min(flat) <= 360 - 360 / (len(set(lons)) + 1) + 1e-6


def test_a_frame_may_cross_the_antimeridian() -> None:
    view = whereabouts(pacific())
    assert view is not None
    assert view.west < 180 < view.east
    assert view.east - view.west < 40
    assert [pin.label for pin in sorted(pins(pacific(), view), key=lambda p: p.at)] == ["Suva", "Apia"]


def test_no_ring_of_the_base_map_jumps_across_the_map() -> None:
    for country in world():
        for ring in country.rings:
            steps = [abs(a[0] - b[0]) for a, b in zip(ring.points, [*ring.points[1:], ring.points[0]], strict=True)]
            assert country.code == "ATA" or max(steps) < 90
            assert ring.south >= -90
            assert ring.north <= 90


def test_the_antimeridian_leaves_no_seam() -> None:
    view = Frame(175, 60, 195, 74, 520, 360)
    lines = [line for c in world() if c.code == "RUS" for r in c.rings for line in outline(r, view)]
    seam = view.place(180, 67)[0]
    edges = [(a, b) for line in lines for a, b in pairwise(line)]
    assert not [1 for a, b in edges if abs(a[0] - seam) < 0.5 and abs(b[0] - seam) < 0.5 and abs(a[1] - b[1]) > 20]
    assert any(min(p[0] for p in line) < seam < max(p[0] for p in line) for line in lines)


def test_the_base_map_holds_the_countries_by_code() -> None:
    codes = {c.code for c in world()}
    assert {"ARM", "AZE", "PSE", "ISR", "SDN", "SSD", "UKR", "RUS", "XKX", "ESH", "TWN"} <= codes
    assert len(codes) == 242


def test_crimea_and_western_sahara_are_not_painted_as_their_neighbours() -> None:
    crimea = Frame(33.9, 44.8, 34.4, 45.4, 520, 360)
    sahara = Frame(-13.5, 24.0, -12.5, 25.0, 520, 360)
    assert [c.code for c in world() if any(outline(r, crimea) for r in c.rings)] == ["UKR"]
    assert [c.code for c in world() if any(outline(r, sahara) for r in c.rings)] == ["ESH"]


def test_cut_keeps_what_lies_inside() -> None:
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert sorted(cut(square, 0, 2.0, True)) == [(0.0, 0.0), (0.0, 4.0), (2.0, 0.0), (2.0, 4.0)]
    assert cut(square, 0, 5.0, False) == []


def test_path_leaves_out_points_too_near_to_be_seen() -> None:
    assert path([[(0, 0), (0.1, 0.1), (10, 0), (10, 10)]]) == "M0 0l100 0 0 100z"


def test_a_lone_far_place_is_left_to_the_overview() -> None:
    report = border()
    view = whereabouts(report)
    assert view is not None
    assert view.east - view.west < 12
    assert [p.name for p in outside(report, view)] == ["Geneva"]
    detail, overview = shown(report)
    assert ">Geneva</text>" not in detail
    assert ">Geneva</text>" in overview
    assert 'class="looked-at"' in overview


def test_precision_is_shown_by_size_and_hollow_marks() -> None:
    circles = {e.attributes["class"]: float(e.attributes["r"]) for e in read(shown(border())[0]) if e.tag == "circle"}
    assert circles["pin named area"] > circles["pin news spot"]


def test_a_country_is_tinted_and_never_pinned() -> None:
    report = border()
    there = dataclasses.replace(report, events=(dataclasses.replace(report.events[0], places=("p5",)),), figures=())
    (drawing,) = shown(dataclasses.replace(there, places=(report.places[4],)))
    elements = read(drawing)
    assert len(of_class(elements, "tinted")) == 1
    assert not of_class(elements, "pin")


def test_places_without_coordinates_are_listed_and_not_drawn() -> None:
    nowhere = dataclasses.replace(border(), places=(Place(id="p1", name="a depot", kind="facility", country=None),))
    assert shown(nowhere) == []
    assert shown(empty()) == []


@pytest.mark.parametrize(
    ("kind", "given_", "found"), [("country", None, 6), ("settlement", None, 1), ("settlement", 4, 4), ("region", 99, 5)]
)
def test_precision_by_kind_where_the_record_has_none(kind: str, given_: int | None, found: int) -> None:
    assert precision(Place(id="p1", name="x", kind=kind, country=None, precision=given_)) == found


def test_labels_do_not_lie_on_each_other() -> None:
    texts = [e for e in read(shown(border())[0]) if e.tag == "text" and "country" not in e.classes]
    spots = [(float(e.attributes["x"]), float(e.attributes["y"])) for e in texts]
    assert len(spots) == len(set(spots)) >= 5
    assert all(abs(a[1] - b[1]) > 5 or abs(a[0] - b[0]) > 20 for i, a in enumerate(spots) for b in spots[:i])


def test_the_scale_bar_is_a_round_number() -> None:
    assert re.search(r">(1|2|5)0* km<|>1,000 km<", shown(border())[0])
