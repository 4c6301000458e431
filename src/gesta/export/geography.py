"""Rows with a point as GeoJSON (RFC 7946) and as GeoParquet 1.1. A row without coordinates has no geometry: no pin is invented."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

PLACED: Final = ("claims", "events", "incidents")  # the layers whose rows have a place
POINT = struct.Struct("<BIdd")  # well-known binary of a point: little-endian, type 1, x, y


def feature_lines(rows: Iterable[Mapping[str, Any]], about: Mapping[str, Any] | None = None) -> Iterator[str]:
    """A FeatureCollection, one feature a line; `about` stands beside the features (versions, licences)."""
    head = {"type": "FeatureCollection", **(about or {})}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ',"features":[\n'
    before = ""
    for row in rows:
        yield before + json.dumps(feature(row), ensure_ascii=False, default=plain, separators=(",", ":"))
        before = ",\n"
    yield "\n]}\n"


def feature(row: Mapping[str, Any]) -> dict[str, Any]:
    """One row as a feature: `lat` and `lon` become the point, everything else properties."""
    lat, lon = row.get("lat"), row.get("lon")
    point = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    rest = {name: value for name, value in row.items() if name not in ("lat", "lon")}
    return {"type": "Feature", "id": row.get("id"), "geometry": point, "properties": rest}


def placed(row: dict[str, Any]) -> dict[str, Any]:
    """The row with one point: its own, or that of the first of its places that has one."""
    if "lat" in row:
        return row
    points: Iterable[tuple[Any, Any]] = zip(row["lats"], row["lons"], strict=True)
    lat, lon = next(((lat, lon) for lat, lon in points if lat is not None and lon is not None), (None, None))
    return {"id": f"{row['report']}:{row['key']}", **row, "lat": lat, "lon": lon}


def plain(value: Any) -> Any:
    """Days as ISO 8601; TypeError for what JSON has no form for."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def write_geoparquet(table: Any, path: Path, about: Mapping[str, str] | None = None) -> None:
    """Writes a `pyarrow.Table` with columns `lat` and `lon` as GeoParquet with a `geometry` column, `about` in its metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    lats, lons = (table.column(name).to_pylist() for name in ("lat", "lon"))
    points = [None if lat is None or lon is None else POINT.pack(1, 1, lon, lat) for lat, lon in zip(lats, lons, strict=True)]
    table = table.append_column("geometry", pa.array(points, pa.binary()))
    # A column without `crs` is in OGC:CRS84, degrees WGS 84 with the longitude first.
    geo = {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}}}
    metadata = {"geo": json.dumps(geo), **(about or {})}
    pq.write_table(table.replace_schema_metadata({**(table.schema.metadata or {}), **metadata}), path, compression="zstd")
