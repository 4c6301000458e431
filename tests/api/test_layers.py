"""Layers over HTTP say what the store says: the same rows, page by page and whole, in each shape."""

from __future__ import annotations

import csv
import io
from typing import Any

import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from gesta.api.documents import AROUND, windows
from gesta.pipeline.dossier import open_dossier
from tests.api.conftest import HELD, Client

LAYERS = ("incidents", "events", "claims", "figures", "actors", "timeline")


def rows(client: TestClient, path: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


@pytest.mark.parametrize("layer", LAYERS)
def test_pages_joined_are_the_whole(client: TestClient, layer: str) -> None:
    whole, joined, cursor = rows(client, f"{layer}.json?background=true"), [], ""
    while True:
        page = client.get(f"/api/v1/{layer}", params={"background": True, "limit": 1, "cursor": cursor}).json()
        joined += page["data"]
        if (cursor := page["next"] or "") == "":
            break
    assert joined == whole
    assert whole


@pytest.mark.parametrize("layer", LAYERS)
def test_every_shape_has_the_same_rows(client: TestClient, layer: str) -> None:
    count = len(rows(client, f"{layer}.json"))
    assert len(list(csv.DictReader(io.StringIO(client.get(f"/api/v1/{layer}.csv").text)))) == count
    assert pq.read_table(io.BytesIO(client.get(f"/api/v1/{layer}.parquet").content)).num_rows == count
    if layer in ("incidents", "events", "claims"):
        assert len(client.get(f"/api/v1/{layer}.geojson").json()["features"]) == count


def test_no_cell_of_a_spreadsheet_is_a_formula(client: TestClient) -> None:
    cells = [cell for row in csv.DictReader(io.StringIO(client.get("/api/v1/events.csv").text)) for cell in row.values()]
    assert "'=Evil\x1b[2J Times" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []


def test_filters_are_those_of_the_command_line(client: TestClient, serve: Client, war: Any) -> None:
    with open_dossier(war) as dossier:
        expected = dossier.claims(sides="ARM", effects="killed", as_of="2022-09-14").column("best").to_pylist()
    found = rows(client, "claims.json?side=arm&effect=killed&as_of=2022-09-14")
    assert [row["best"] for row in found] == expected == [49, 105]


def test_columns_and_order_are_as_asked(client: TestClient) -> None:
    page = client.get("/api/v1/claims?fields=best,side&sort=-best&limit=2").json()
    assert page["data"] == [{"best": 430, "side": "AZE"}, {"best": 150, "side": "ARM"}]


def test_facets_count_all_rows_that_pass_and_not_the_page(client: TestClient) -> None:
    page = client.get("/api/v1/claims?facets=side,claimants&limit=1").json()
    assert page["facets"]["rows"] == [{"value": "all", "n": 7}]
    assert {one["value"]: one["n"] for one in page["facets"]["side"]} == {"ARM": 4, "AZE": 3}
    assert {one["value"]: one["n"] for one in page["facets"]["claimants"]} == {"ARM": 4, "AZE": 2, "UN": 1}


def test_days_and_places_count_what_is_told(client: TestClient) -> None:
    assert [(day["day"], day["n"]) for day in rows(client, "series?by=report")] == [
        ("2022-09-13", 1), ("2022-09-14", 2), ("2022-09-16", 1), ("2022-09-20", 1),
    ]  # fmt: skip
    assert [place["place"] for place in rows(client, "places")] == ["Goris"]


def test_every_state_has_a_name_whoever_is_named(client: TestClient) -> None:
    names = client.get("/api/v1/names").json()
    assert (names["ARM"], names["UZB"]) == ("Armenia", "Uzbekistan")


@pytest.mark.parametrize("path", ["incidents", "incidents.csv", "claims.parquet", "happenings.atom", "matrix?incident={id}", "method"])
def test_who_has_an_answer_is_not_sent_it_again(client: TestClient, path: str) -> None:
    path = path.format(id=rows(client, "incidents.json")[0]["id"])
    tag = client.get(f"/api/v1/{path}").headers["etag"]
    again = client.get(f"/api/v1/{path}", headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("incidents?actr=ARM", 422), ("incidents?sort=nothing", 422), ("incidents?bbox=1,2,3", 422), ("incidents?from=yesterday", 422),
        ("incidents?type=WAR", 422), ("incidents?fields=nothing", 422), ("incidents?limit=0", 422), ("claims?cursor=AAAA", 404),
        ("incidents/00000000", 404), ("reports/00000000/annotations", 404), ("nothing", 404), ("actors/NOBODY", 404),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_as_a_problem(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


def test_a_misspelt_filter_is_told_what_was_meant(client: TestClient) -> None:
    assert "did you mean 'claimant'" in client.get("/api/v1/claims?climant=ARM").json()["detail"]


def test_a_matrix_keeps_claimants_apart_and_marks_what_cannot_hold(client: TestClient) -> None:
    incident, *_ = rows(client, "incidents.json?sort=-reports")
    matrix = client.get("/api/v1/matrix", params={"incident": incident["id"]}).json()
    cells = {(cell["claimant"], cell["side"]): cell["step"]["best"] for cell in matrix["cells"]}
    assert cells == {("ARM", "ARM"): 135, ("AZE", "AZE"): 71, ("ARM", "AZE"): 430, ("UN", "ARM"): 150}
    case = client.get(f"/api/v1/incidents/{incident['id']}").json()
    disputed = {(step["claimant"], step["side"]) for one in case["contradictions"] for step in (one["one"], one["other"])}
    assert {(cell["claimant"], cell["side"]) for cell in matrix["cells"] if cell["disputed"]} == disputed


def test_passages_are_the_spans_with_three_hundred_characters_around() -> None:
    assert windows([(1000, 1010), (1500, 1510), (5000, 5001)], 5100) == [(1000 - AROUND, 1510 + AROUND), (5000 - AROUND, 5100)]


def test_passages_are_cut_from_the_text_where_they_say(client: TestClient) -> None:
    path = f"/api/v1/reports/{'bbbb0002' * 8}/annotations"
    text = client.get(path, headers=HELD).json()["passages"][0]["text"]
    assert [text[p["start"] : p["end"]] for p in client.get(path).json()["passages"]] == [
        p["text"] for p in client.get(path).json()["passages"]
    ]
