"""Questions to a store as a user asks them: what is on standard output, on standard error, and the exit code."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import gesta
from gesta.cli.app import run
from gesta.render.visible import columns
from tests.cli.war_records import filed

Run = Callable[..., tuple[int, str, str]]
LAYERS = ("incidents", "events", "claims", "figures", "actors", "timeline")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filed(tmp_path_factory.mktemp("war") / "war.gesta")


@pytest.fixture
def called(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, store: Path) -> Run:
    """Runs a command in this process on the store, 100 columns wide."""
    monkeypatch.setenv("GESTA_STORE", str(store))
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        code = run([str(a) for a in arguments])
        return code, *capsys.readouterr()

    return call


def rows(called: Run, *arguments: str) -> list[dict[str, object]]:
    code, out, _ = called(*arguments, "--format", "json")
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_there_is_one_incident_with_its_cost_and_the_denial_of_it(called: Run) -> None:
    code, out, err = called("incidents")
    assert (code, err) == (0, "")
    head, row, denial = out.splitlines()
    assert head.split() == ["id", "when", "what", "who", "where", "deaths", "rep.", "src.", "marks"]
    assert re.fullmatch(r"\w{8}  2022-09-13  ASSAULT/heavy-weapons  AZE → ARM  Goris  221 \(206–580\)     4     4  denied", row)
    assert denial.endswith("-     1     1  a denial")


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_answers_in_every_shape(called: Run, tmp_path: Path, layer: str) -> None:
    asked = rows(called, layer)
    assert asked
    code, out, _ = called(layer)
    assert code == 0
    assert all(columns(line) <= 100 for line in out.splitlines())
    _, out, _ = called(layer, "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(out)))) == len(asked)
    path = tmp_path / "answer.parquet"
    assert called(layer, "--format", "parquet", "-o", path)[:2] == (0, "")
    assert pq.read_table(path).num_rows == len(asked)


def test_filters_choose_rows(called: Run) -> None:
    assert len(rows(called, "claims")) == 7
    assert [row["best"] for row in rows(called, "claims", "--side", "ARM", "--claimant", "arm")] == [49, 105, 135]
    assert [row["best"] for row in rows(called, "claims", "--side", "AZE", "--as-of", "2022-09-14")] == [50]
    assert rows(called, "claims", "--effect", "wounded") == []
    assert len(rows(called, "incidents", "--bbox", "46,39,47,40")) == 2
    assert rows(called, "incidents", "--bbox", "0,0,1,1") == []
    assert rows(called, "incidents", "--min-sources", "9") == []
    assert len(rows(called, "incidents", "--place", "GORIS", "--country", "ARM", "--type", "assault", "--from", "2022-09-13")) == 2
    assert {row["rule"] for row in rows(called, "figures", "--rule", "UCDP")} == {"ucdp"}
    assert len(rows(called, "claims", "--limit", "2")) == 2


def test_the_ledger_has_its_words_below_each_row(called: Run) -> None:
    _, out, _ = called("claims", "--claimant", "UN")
    assert "    “United Nations says that 150 soldiers of Armenia were killed.”\n" in out


def test_what_was_known_on_a_day(called: Run) -> None:
    (row,) = rows(called, "incidents", "--as-of", "2022-09-13")
    assert (row["deaths_best"], row["reports"], row["denied_by"]) == (99, 1, [])


def test_a_cell_that_could_be_a_formula_is_defused(called: Run) -> None:
    _, out, _ = called("claims", "--format", "csv", "--as-of", "2022-09-14", "--from", "2022-09-13")
    assert {row["outlet"][:2] for row in csv.DictReader(io.StringIO(out))} <= {"Ea", "'="}


def test_points_stand_only_where_places_are_known(called: Run) -> None:
    for layer in ("incidents", "claims", "events"):
        found = json.loads(called(layer, "--format", "geojson")[1])
        assert {tuple(f["geometry"]["coordinates"]) for f in found["features"]} == {(46.34, 39.51)}
        assert {f["properties"]["where_prec"] for f in found["features"]} <= {1, None}


def test_a_file_is_written_whole(called: Run, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    assert called("claims", "--format", "csv", "--output", path) == (0, "", "")
    assert path.read_text("utf-8") == called("claims", "--format", "csv")[1]
    assert called("claims", "--format", "csv", "-o", tmp_path / "none" / "claims.csv")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("incidents", "--type", "asault"), "did you mean 'ASSAULT'?"),
        (("claims", "--effect", "kiled"), "did you mean 'killed'?"),
        (("incidents", "--bbox", "1,2,3"), "no box such as"),
        (("incidents", "--granularity", "conflictday"), "did you mean 'conflict-day'?"),
        (("actors", "--format", "geojson"), "actors have no place"),
        (("figures", "--rule", "acle"), "did you mean 'acled'?"),
        (("incidents", "--from", "yesterday"), "no day such as 2022-09-13"),
    ],
)
def test_wrong_use_says_what_there_is(called: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = called(*arguments)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


def test_no_rows_are_said_on_standard_error(called: Run) -> None:
    assert called("incidents", "--actor", "FRA") == (
        0,
        "",
        "gesta: no incident passes the filters; --background shows what reports recall too\n",
    )


def test_a_store_that_is_not_there(called: Run, tmp_path: Path) -> None:
    code, out, err = called("incidents", "--store", tmp_path / "none.gesta")
    assert (code, out) == (1, "")
    assert "there is no store" in err


def test_an_incident_is_shown_by_the_beginning_of_its_id(called: Run) -> None:
    name = str(rows(called, "incidents")[0]["id"])
    code, out, err = called("incident", name[:6])
    assert (code, err) == (0, "")
    assert "4 reports, 4 independent sources" in out
    assert re.search(r"^ARM own +▃49─+▆105─+█135", out, re.M)
    assert re.search(r"^ARM adversary +█430", out, re.M)
    assert "· AZE denies it: “Azerbaijan denies that it shelled Goris.”" in out
    assert "killed, AZE: 71 (AZE, 16 Sep 2022) | 430 (ARM, 20 Sep 2022)" in out
    assert "· gesta 71 / 71 / 430 low: admitted by the side that suffered it (AZE: 71, 2022-09-16)" in " ".join(out.split("\n  "))


def test_an_incident_fits_the_terminal_and_cannot_steer_it(called: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    name = str(rows(called, "incidents")[0]["id"])
    for width in (40, 63, 100, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        out = called("incident", name)[1]
        assert max(map(columns, out.splitlines())) <= width
        assert "\x1b" not in out
        assert "␛[2J" in out


def test_an_incident_as_it_was_known(called: Run) -> None:
    name = str(rows(called, "incidents")[0]["id"])
    out = called("incident", name, "--as-of", "2022-09-14")[1]
    assert "2 reports" in out
    assert "135" not in out
    assert called("incident", name, "--as-of", "2022-09-12")[0] == 1


def test_an_incident_as_json(called: Run) -> None:
    name = str(rows(called, "incidents")[0]["id"])
    found = json.loads(called("incident", name, "--format", "json")[1])
    assert [step["best"] for step in found["steps"] if step["claimant"] == "ARM" and step["side"] == "ARM"] == [49, 105, 135]


def test_an_unknown_incident(called: Run) -> None:
    assert called("incident", "ffff0000")[:2] == (1, "")


def test_asking_from_python(store: Path) -> None:
    with gesta.open(store) as dossier:
        table = dossier.claims(sides="ARM", claimants="ARM", sort="known")
        assert table.column("best").to_pylist() == [49, 105, 135]
        assert dossier.figures(rule="gesta", sides=["AZE"]).column("high").to_pylist() == [430]
        assert [(b.party, b.adversary, b.ratio) for b in dossier.bias() if b.both] == [("AZE", "ARM", round(430 / 71, 3))]
        with pytest.raises(gesta.errors.GestaError, match="there is no filter 'side'"):
            dossier.claims(side="ARM")
