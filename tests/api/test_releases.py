"""Releases are listed by day and digest, and handed out as they were written."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from gesta.cli.app import run
from tests.api.conftest import HELD, Client


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, war: Path) -> Path:
    """Two releases, the older one with texts, and a folder that is none."""
    folder = tmp_path_factory.mktemp("releases")
    assert run(["release", str(folder / "first"), "--store", str(war), "--day", "2022-09-21", "--with-text"]) == 0
    assert run(["release", str(folder / "second"), "--store", str(war), "--day", "2022-10-21"]) == 0
    (folder / "notes").mkdir()
    return folder


@pytest.fixture
def served(serve: Client, folder: Path) -> TestClient:
    return serve(releases=folder)


def test_releases_are_listed_the_newest_first_by_day_and_digest(served: TestClient, folder: Path) -> None:
    found = served.get("/api/v1/releases").json()
    assert [(one["name"], one["day"]) for one in found] == [("second", "2022-10-21"), ("first", "2022-09-21")]
    assert found[0]["digest"] == hashlib.sha256((folder / "second" / "SHA256SUMS").read_bytes()).hexdigest()
    assert found[0]["digest"][:12] in found[0]["cite"]


def test_a_file_of_a_release_is_the_one_that_its_checksum_names(served: TestClient) -> None:
    (incidents,) = [one for one in served.get("/api/v1/releases").json()[0]["files"] if one["name"] == "incidents.csv"]
    content = served.get("/api/v1/releases/second/incidents.csv").content
    assert (len(content), hashlib.sha256(content).hexdigest()) == (incidents["bytes"], incidents["sha256"])


def test_full_texts_of_a_release_need_a_token(served: TestClient) -> None:
    path = "/api/v1/releases/first/reports.jsonl"
    assert [served.get(path).status_code, served.get(path, headers=HELD).status_code] == [401, 200]


@pytest.mark.parametrize("path", ["second/nothing.csv", "notes/a.txt", "../second/ids.csv", "second/..%2ffirst%2fids.csv", ".%2e/x"])
def test_nothing_else_is_handed_out(served: TestClient, path: str) -> None:
    assert served.get(f"/api/v1/releases/{path}").status_code == 404


def test_without_a_folder_there_is_none(client: TestClient) -> None:
    assert client.get("/api/v1/releases").json() == []
    assert client.get("/api/v1/publications").status_code == 200
