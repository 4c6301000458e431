"""A store in other people's columns, as files and as a release."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from gesta.codebook import Codebook
from gesta.errors import InputError, RenderError
from gesta.model import Query
from gesta.pipeline.exporting import TABLES, Exporter, look_ups
from gesta.pipeline.releasing import release, write_table
from gesta.store import Store, open_store
from tests.store.reports import derived, record

BOOK = Codebook.load()
LONG = "Anna Sahakyan, a nurse, saw shells hit Goris and kill 49 soldiers. " * 6


def filled(path: Path, *texts: str) -> None:
    """A store of one report for each text, linked."""
    names = [f"r{n}" for n in range(len(texts))]
    with open_store(path, write=True, create=True) as store:
        store.add([record(name, text) | {"people": [[0, 13]]} for name, text in zip(names, texts, strict=True)])
        store.publish(derived(*names))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    filled(tmp_path / "s.gesta", LONG, "Shells hit Goris.")
    with open_store(tmp_path / "s.gesta") as opened:
        yield opened


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_columns_in_order(store: Store, name: str) -> None:
    table = Exporter(store, BOOK).table(name)
    assert all(set(row) <= set(table.columns) for row in table.rows)
    assert len(set(table.columns)) == len(table.columns)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_whole_however_short_the_pages_are(store: Store, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    whole = list(Exporter(store, BOOK).table(name).rows)
    monkeypatch.setattr("gesta.pipeline.paging.PAGE", 1)
    monkeypatch.setattr("gesta.pipeline.exporting.PAGE", 1)
    assert list(Exporter(store, BOOK).table(name).rows) == whole


def test_a_case_has_its_tellings_printings_and_estimates(store: Store) -> None:
    (case,) = Exporter(store, BOOK).cases()
    assert [t.report for t in case.tellings] == [p.report for p in case.printings] == ["r0", "r1"]
    assert [e.best for e in case.estimates] == [49]
    assert case.incident.reports == 2


def test_as_of_exports_what_was_known_then(store: Store) -> None:
    (early,) = Exporter(store, BOOK, Query(as_of=date(2022, 9, 14))).cases()
    assert (early.incident.deaths_best, early.incident.reports) == (49, 1)


def test_excerpts_are_short_unless_asked_for_whole(store: Store) -> None:
    exporter = Exporter(store, BOOK)
    assert max(len(row["evidence"]) for row in exporter.table("claims").rows) <= 300
    shifted = record("r9", LONG)
    assert exporter.fit_to_leave({"evidence": LONG})["evidence"].endswith("…")
    assert replace(exporter, with_text=True).fit_to_leave({"evidence": LONG})["evidence"] == shifted["report"]["text"]


def test_people_without_an_office_are_hidden_when_asked(store: Store) -> None:
    hidden = Exporter(store, BOOK, redact=True).fit_to_leave({"evidence": LONG, "report": "Anna"})
    assert "Sahakyan" not in hidden["evidence"]
    assert hidden["evidence"].startswith("[name], a nurse")
    assert hidden["report"] == "Anna"


def test_codes_are_spelled_out() -> None:
    tables = look_ups(BOOK)
    assert (tables.party("ARM").gw, tables.party("ARM.CVL").name, tables.party("RSF").kind) == (371, "Civilians (Armenia)", "armed-group")
    assert (tables.party("nobody knows").name, tables.intensity("1952"), tables.quad["19"]) == ("nobody knows", -10.0, 4)


@pytest.mark.parametrize("shape", ["csv", "jsonl", "geojson", "parquet"])
def test_a_file_says_what_made_it(store: Store, tmp_path: Path, shape: str) -> None:
    path = tmp_path / f"incidents.{shape}"
    write_table(Exporter(store, BOOK), "incidents", shape, path)
    sidecar = json.loads(path.with_name(f"{path.name}.about.json").read_text("utf-8"))
    assert sidecar["gesta"] == "0.1.0"
    assert "GeoNames" in sidecar["licence"]
    assert path.stat().st_size > 100
    if shape == "geojson":
        found = json.loads(path.read_text("utf-8"))
        assert [f["geometry"]["coordinates"] for f in found["features"]] == [[46.3, 39.5]]
    if shape == "parquet":
        assert {"geometry", "id"} <= set(pq.read_schema(path).names)


def test_a_folder_that_is_not_there_is_one_clear_error(store: Store, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="No such file"):
        write_table(Exporter(store, BOOK), "incidents", "csv", tmp_path / "none" / "x.csv")


def test_a_release_can_be_checked_and_cited(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "2022-09"
    digest = release(Exporter(store, BOOK), folder, date(2022, 9, 30))
    sums = {line.split("  ")[1]: line.split("  ")[0] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert sums == {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.name != "SHA256SUMS"}
    assert len(digest) == 64
    assert "2022-09-30" in (folder / "CITATION.cff").read_text("utf-8")
    assert not (folder / "reports.jsonl").exists()


def test_the_same_store_gives_the_same_release(store: Store, tmp_path: Path) -> None:
    exporter = Exporter(store, BOOK)
    day = date(2022, 9, 30)
    assert release(exporter, tmp_path / "a", day) == release(exporter, tmp_path / "b", day)


def test_a_release_names_what_changed_and_what_was_taken_down(store: Store, tmp_path: Path) -> None:
    release(Exporter(store, BOOK), tmp_path / "a", date(2022, 9, 30))
    path = tmp_path / "later.gesta"
    filled(path, LONG, "Shells hit Goris.")
    with open_store(path, write=True) as writer:
        writer.take_down(["r1"], "asked by its publisher")
        writer.publish(derived("r0"))
    with open_store(path) as later:
        release(Exporter(later, BOOK, with_text=True), tmp_path / "b", date(2022, 10, 1), previous=tmp_path / "a")
    found = {(row["table"], row["id"]): row for row in rows(tmp_path / "b" / "changes.csv")}
    assert found["claims", "r1:k2"]["change"] == "deleted"
    assert found["claims", "r1:k2"]["reason"].endswith("asked by its publisher")
    assert ("claims", "r0:k2") not in found
    assert [json.loads(line)["report"] for line in (tmp_path / "b" / "reports.jsonl").read_text("utf-8").splitlines()] == ["r0"]


def test_a_release_is_never_written_over(store: Store, tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="never written over"):
        release(Exporter(store, BOOK), tmp_path, date(2022, 9, 30))
    with pytest.raises(InputError, match="not the list of ids"):
        release(Exporter(store, BOOK), tmp_path / "x", date(2022, 9, 30), previous=tmp_path)
    assert not (tmp_path / "x").exists()
