"""Decisions over HTTP: entered with a token, seen by readers at once, undone by another; and texts that are coded and not kept."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from gesta.api.app import create_app
from gesta.api.settings import Settings, hashed
from tests.api.conftest import HELD, TOKEN
from tests.cli.war_records import filed

CLAIM = "aaaa0001:f1000000"


def best(client: TestClient) -> list[int]:
    incident, *_ = client.get("/api/v1/incidents.json?sort=-reports").json()
    steps = client.get(f"/api/v1/incidents/{incident['id']}").json()["steps"]
    return [step["best"] for step in steps if (step["claimant"], step["side"]) == ("ARM", "ARM")]


def test_a_correction_is_seen_by_readers_and_undone(tmp_path: Path) -> None:
    settings = Settings(store=str(filed(tmp_path / "war.gesta")), tokens={"Ed": hashed(TOKEN)})
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        assert best(client) == [49, 105, 135]
        changes = {"low": "48", "best": "48", "high": "48"}
        decision = {"kind": "correct", "items": [CLAIM], "changes": changes, "reason": "The ministry's own page says 48."}
        entered = client.post("/api/v1/decisions", json=decision, headers=HELD)
        assert (entered.status_code, entered.json()["by"]) == (201, "Ed")
        assert best(client) == [48, 105, 135]
        wrong = client.post("/api/v1/decisions", json={**decision, "changes": {"nothing": "1"}}, headers=HELD)
        assert (wrong.status_code, "there is no field" in wrong.json()["detail"]) == (409, True)
        undone = client.post("/api/v1/decisions", json={"kind": "undo", "undoes": entered.json()["id"]}, headers=HELD)
        assert undone.status_code == 201
        assert best(client) == [49, 105, 135]
        assert [row["reason"] for row in client.get("/api/v1/decisions").json()] == ["The ministry's own page says 48.", ""]
