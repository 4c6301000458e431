"""Points as GeoJSON and GeoParquet: none is invented."""

from __future__ import annotations

import json
import struct
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from gesta.export.geography import feature_lines, write_geoparquet

ROWS: list[dict[str, Any]] = [
    {"id": "a", "lat": 39.5, "lon": 46.25, "start": date(2022, 9, 13)},
    {"id": "b", "lat": None, "lon": None, "start": None},
]


def test_geojson_puts_longitude_first_and_leaves_unknown_points_out() -> None:
    found = json.loads("".join(feature_lines(ROWS, {"gesta": "0.1.0"})))
    assert [f["geometry"] for f in found["features"]] == [{"type": "Point", "coordinates": [46.25, 39.5]}, None]
    assert found["features"][0]["properties"] == {"id": "a", "start": "2022-09-13"}
    assert found["gesta"] == "0.1.0"


def test_geojson_of_nothing_is_a_collection() -> None:
    assert json.loads("".join(feature_lines([]))) == {"type": "FeatureCollection", "features": []}


def test_geoparquet_carries_points_as_well_known_binary(tmp_path: Path) -> None:
    write_geoparquet(pa.Table.from_pylist(ROWS), tmp_path / "x.parquet", {"licence": "CC BY 4.0"})
    table = pq.read_table(tmp_path / "x.parquet")
    assert [p and struct.unpack("<BIdd", p) for p in table.column("geometry").to_pylist()] == [(1, 1, 46.25, 39.5), None]
    about = json.loads(table.schema.metadata[b"geo"])
    assert about["columns"]["geometry"] == {"encoding": "WKB", "geometry_types": ["Point"]}
    assert table.schema.metadata[b"licence"] == b"CC BY 4.0"
