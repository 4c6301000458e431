"""Exports as files: one table with a sidecar that says what made it, or a whole release."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from gesta.errors import RenderError
from gesta.export.geography import feature_lines, plain, write_geoparquet
from gesta.export.release import (
    LICENCE,
    Entry,
    changes,
    noted,
    read_ids,
    write_about,
    write_changes,
    write_ids,
    write_lines,
    write_sums,
)
from gesta.export.spreadsheets import lines
from gesta.model import Query
from gesta.pipeline.exporting import Exporter, Table
from gesta.pipeline.replacing import replacing

# What names a row of each of our own tables from one release to the next.
KEYS: Final = {
    "incidents": ("id", "known_from"),
    "events": ("report", "key"),
    "claims": ("report", "key"),
    "estimates": ("subject", "rule", "side", "who", "effect", "known_from"),
}
SHAPES: Final = {
    "incidents": ("csv", "parquet", "geojson"),
    "claims": ("csv", "parquet"),
    "events": ("parquet",),
    "estimates": ("csv",),
    "ged": ("csv",),
    "acled": ("csv",),
    "polecat": ("tsv",),
    "icews": ("tsv",),
}


def about(exporter: Exporter) -> dict[str, Any]:
    """Versions of what made the store, the filters, the store's digest and the licence duties."""
    asked = {name: value for name, value in asdict(exporter.query).items() if value != getattr(Query(), name)}
    return {**exporter.store.versions(), "filters": asked, "people_hidden": exporter.redact, "licence": LICENCE}


def write_table(exporter: Exporter, name: str, shape: str, path: Path) -> None:
    """One table as csv, tsv, jsonl, parquet or geojson, whole or not at all, with `PATH.about.json` beside it.

    RenderError where the folder cannot be written; KeyError for an unknown table.
    """
    table = exporter.table(name)
    made = about(exporter)
    try:
        with replacing(path) as beside:
            write_shape(table, shape, beside, made)
        sidecar = json.dumps({"table": name, **made}, ensure_ascii=False, indent=1, default=str)
        path.with_name(f"{path.name}.about.json").write_text(sidecar + "\n", "utf-8")
    except OSError as error:
        raise RenderError(f"{path}: {error.strerror or error}") from error


def write_shape(table: Table, shape: str, path: Path, made: Mapping[str, Any]) -> None:
    """The file itself."""
    if shape == "parquet":
        write_parquet(table, path, made)
    else:
        write_lines(path, text_of(table, shape, made))


def text_of(table: Table, shape: str, made: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a csv, tsv, jsonl or geojson file, as they come."""
    if shape == "geojson":
        return feature_lines(table.rows, {"gesta": json.loads(json.dumps(made, default=str))})
    if shape == "jsonl":
        return (json.dumps(row, ensure_ascii=False, default=plain, separators=(",", ":")) + "\n" for row in table.rows)
    return lines(table.columns, table.rows, delimiter="\t" if shape == "tsv" else table.delimiter)


def write_parquet(table: Table, path: Path, made: Mapping[str, Any]) -> None:
    """The rows as Parquet; with a `geometry` column where they have `lat` and `lon`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = list(table.rows)
    found = pa.Table.from_pylist(rows) if rows else pa.table({column: pa.array([], pa.string()) for column in table.columns})
    said = {"gesta": json.dumps(made, default=str)}
    if rows and {"lat", "lon"} <= set(table.columns):
        write_geoparquet(found, path, said)
    else:
        pq.write_table(found.replace_schema_metadata(said), path, compression="zstd")


def release(exporter: Exporter, folder: Path, day: date, previous: Path | None = None) -> str:
    """Writes the release to a folder that is not there yet, whole or not at all; answers its digest.

    InputError where `previous` is no release; RenderError where the folder is there already or cannot be written.
    """
    before = read_ids(previous) if previous else {}
    if folder.exists():
        raise RenderError(f"{folder}: is there already; a release is never written over")
    partial = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        digest = fill(exporter, partial, day, before)
        os.replace(partial, folder)
    except OSError as error:
        raise RenderError(f"{folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return digest


def fill(exporter: Exporter, folder: Path, day: date, before: Mapping[tuple[str, str], str]) -> str:
    """All files of a release."""
    made = {"day": day.isoformat(), **about(exporter)}
    entries: list[Entry] = []
    for name, shapes in SHAPES.items():
        for number, shape in enumerate(shapes):
            table = exporter.table(name)
            if name in KEYS and not number:
                table = Table(columns=table.columns, rows=map(dict, noted(name, KEYS[name], table.rows, entries)), suffix=table.suffix)
            write_shape(table, shape, folder / f"{name}.{shape}", made)
    if exporter.with_text:
        texts = ({"report": f.id, "url": f.url, "title": f.title, "text": f.text} for f in exporter.store.filings())
        write_lines(folder / "reports.jsonl", text_of(Table(columns=("report", "url", "title", "text"), rows=texts), "jsonl", made))
    write_ids(folder, entries)
    gone = {report: f"taken down {when}: {why}" for report, when, why in exporter.store.tombstones()}
    write_changes(folder, changes(before, entries, gone) if before else ())
    write_about(folder, made)
    return write_sums(folder)
