"""The description of the API is what it does: schemathesis asks each route what the description allows, and what it forbids."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from gesta.api.app import create_app
from gesta.api.settings import Settings, hashed
from tests.api.conftest import HELD, TOKEN, Client
from tests.cli.war_records import filed

EACH = int(os.environ.get("GESTA_ASKED", "3"))  # questions of each route; more find more, where there is time


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The description as schemathesis reads it, of a server whose store may be changed."""
    store = filed(tmp_path_factory.mktemp("asked") / "war.gesta")
    app = create_app(Settings(store=str(store), hosts=("localhost", "testserver"), tokens={"Ed": hashed(TOKEN)}, writes_a_minute=100_000))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def test_every_route_answers_as_described(description: Any) -> None:
    asked: set[str] = set()
    for found in description.get_all_operations():
        operation = found.ok()
        owned = operation.path.endswith(("/decisions", "/alerts", "/alerts/{name}"))
        ask(operation, HELD if (owned and operation.method != "get") or "alerts" in operation.path else None)
        asked.add(operation.path)
    assert {"/api/v1/incidents", "/api/v1/code", "/api/v1/decisions", "/api/v1/happenings.atom"} <= asked


def ask(operation: Any, headers: dict[str, str] | None) -> None:
    """Raises what schemathesis finds: faults of the server, answers of another shape, status or type than described, and more."""

    @settings(max_examples=EACH, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def asked(case: Any) -> None:
        case.call_and_validate(headers=headers)

    asked()


def test_every_answer_has_a_type_and_every_route_a_summary(serve: Client) -> None:
    document = serve().get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    every = [(path, about) for path, methods in document["paths"].items() for about in methods.values()]
    assert [path for path, about in every if not about.get("summary")] == []
    assert [path for path, about in every if not any(good(answer) for status, answer in about["responses"].items() if status < "300")] == []


def test_what_goes_wrong_is_described_as_a_problem_and_nothing_else(serve: Client) -> None:
    document = serve().get("/api/v1/openapi.json").json()
    every = [about for methods in document["paths"].values() for about in methods.values()]
    assert [about["summary"] for about in every if not about.get("description")] == []
    kinds = {kind for about in every for status, answer in about["responses"].items() if status >= "400" for kind in answer["content"]}
    assert kinds == {"application/problem+json"}


def good(answer: dict[str, Any]) -> bool:
    """True where the description says of which type an answer is, or that it has no body."""
    content = answer.get("content")
    return content is None or all(kind != "application/json" or "schema" in about for kind, about in content.items())


def test_the_description_has_a_page_of_our_own(serve: Client, root: Path) -> None:
    page = serve().get("/api/v1/docs").text
    script = (root / "src" / "gesta" / "api" / "data" / "docs.js").read_text("utf-8")
    assert "/api/v1/docs/docs.js" in page
    assert "http://" not in page + script
    assert "https://" not in page + script


def test_the_page_is_written_for_the_api_as_it_is(serve: Client, root: Path) -> None:
    # After a change that is meant: write `create_app(…).openapi()` to web/openapi.json and look at web/src/nouns.ts.
    known, now = json.loads((root / "web" / "openapi.json").read_text("utf-8")), serve().get("/api/v1/openapi.json").json()
    assert shape(known) == shape(now)


def shape(document: dict[str, Any]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Routes with their parameters, and answers with their fields: what no version of FastAPI writes otherwise."""
    routes = {
        f"{method} {path}": {parameter["name"] for parameter in about.get("parameters", ())}
        for path, methods in document["paths"].items()
        for method, about in methods.items()
    }
    ours = {name: set(schema.get("properties", ())) for name, schema in document["components"]["schemas"].items()}
    return routes, {name: fields for name, fields in ours.items() if name not in ("HTTPValidationError", "ValidationError")}
