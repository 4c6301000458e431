"""Who may ask what: hosts, origins, tokens, rates, sizes, and what a browser may do with an answer."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from gesta.api.app import create_app
from gesta.api.guard import bare
from gesta.api.opening import SECONDS, Opening, for_this_run
from gesta.api.settings import Settings, hashed
from gesta.api.tokens import kept_tokens, new_token
from gesta.errors import GestaError
from tests.api.conftest import HELD, TOKEN, Client
from tests.cli.war_records import RECORDS, filed

REPORT = "aaaa0001" * 8
DECISION = {"kind": "accept", "items": ["aaaa0001:e1000000"]}


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"])
def test_the_machine_itself_is_asked(client: TestClient, host: str) -> None:
    assert client.get("/api/v1/incidents", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[::1].evil.example"])
def test_a_name_that_was_rebound_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/v1/incidents", headers={"Host": host})
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost.evil.example"])
@pytest.mark.parametrize("path", ["/api/v1/decisions", "/api/v1/code", "/api/v1/alerts"])
def test_pages_of_other_origins_do_not_write(client: TestClient, origin: str, path: str) -> None:
    assert client.post(path, json=DECISION, headers={**HELD, "Origin": origin}).status_code == 403


def test_no_other_origin_reads_an_answer(client: TestClient) -> None:
    answer = client.get("/api/v1/incidents", headers={"Origin": "https://evil.example"})
    assert [name for name in answer.headers if name.startswith("access-control")] == []
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/api/v1/docs", "/api/v1/incidents", "/api/v1/incidents/nothing0", "/nowhere"])
def test_every_answer_binds_the_browser(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert policy["frame-ancestors"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in headers


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer"}, {"Authorization": "Basic %%%"}])
def test_writing_needs_a_token(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/v1/decisions", json=DECISION, headers=headers).status_code == 401


def test_a_wrong_token_is_not_read_as_none(client: TestClient) -> None:
    assert client.get("/api/v1/incidents", headers={"Authorization": "Bearer wrong"}).status_code == 401


def test_readers_of_feeds_give_the_token_as_a_password(serve: Client) -> None:
    client = serve(open_reading=False)
    told = base64.b64encode(f"feeds:{TOKEN}".encode()).decode()
    assert client.get("/api/v1/happenings.atom", headers={"Authorization": f"Basic {told}"}).status_code == 200


@pytest.mark.parametrize("path", ["incidents", "incidents.csv", "reports", "method", "happenings.atom", "matrix?incident=aaaa"])
def test_beyond_this_machine_reading_needs_a_token(serve: Client, path: str) -> None:
    client = serve(open_reading=False)
    assert client.get(f"/api/v1/{path}").status_code == 401
    assert client.get(f"/api/v1/{path}", headers=HELD).status_code in (200, 404)


def test_a_server_for_others_does_not_start_without_a_token() -> None:
    with pytest.raises(GestaError, match="make a token first"):
        Settings.bound("war.gesta", "192.0.2.1", {})
    assert not Settings.bound("war.gesta", "192.0.2.1", {"Ed": "0" * 64}).open_reading


def test_full_texts_are_for_tokens_on_this_machine_too(serve: Client) -> None:
    path = f"/api/v1/reports/{REPORT}/annotations"
    for client in (serve(tokens={}), serve()):
        hidden = client.get(path).json()
        assert (hidden["whole"], hidden["record"]["report"]["text"]) == (False, "")
    assert serve().get(path, headers=HELD).json()["whole"]


SECRET = "a sentence that nothing was coded in"


def test_no_address_shows_more_of_a_text_than_was_coded_without_a_token(tmp_path: Path) -> None:
    records = [{**one, "report": {**one["report"], "text": f"{one['report']['text']} {'.' * 400} {SECRET}"}} for one in RECORDS]
    settings = Settings(store=str(filed(tmp_path / "war.gesta", records)), tokens={"Ed": hashed(TOKEN)})
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        incident = client.get("/api/v1/incidents").json()["data"][0]["id"]
        given = {"name": incident, "report": REPORT, "code": "ARM", "incident": incident, "from": "2022-09-13", "to": "2022-09-20"}
        for path, methods in client.get("/api/v1/openapi.json").json()["paths"].items():
            if "get" in methods and "releases/" not in path:
                needed = {p["name"]: given[p["name"]] for p in methods["get"].get("parameters", ()) if p["in"] == "query" and p["required"]}
                answer = client.get(path.format(**given), params=needed)
                assert answer.status_code == 200 or path.startswith("/api/v1/alerts"), (path, answer.text)
                assert SECRET.encode() not in answer.content, path
        assert SECRET in client.get(f"/api/v1/reports/{REPORT}/annotations", headers=HELD).text


def test_an_address_that_was_opened_is_good_for_a_token_once_and_not_for_long(war: Path) -> None:
    settings, opening = for_this_run(Settings(store=str(war)))
    with TestClient(create_app(settings, opening), base_url="http://localhost") as client:
        path = "/api/v1/opening"
        assert client.post(path, json={"code": "wrong"}).status_code == 403
        token = client.post(path, json={"code": opening.code}).json()["token"]
        assert client.post(path, json={"code": opening.code}).status_code == 403
        headers = {"Authorization": f"Bearer {token}"}
        assert client.get(f"/api/v1/reports/{REPORT}/annotations", headers=headers).json()["whole"]
    now = [0.0]
    late = Opening(lambda: now[0])
    now[0] = SECONDS + 1
    assert late.taken(late.code) is None


def test_an_answer_for_a_token_is_not_handed_to_others(client: TestClient) -> None:
    path = f"/api/v1/reports/{REPORT}/annotations"
    tag = client.get(path, headers=HELD).headers["etag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_writing_and_coding_too_often_is_refused_with_the_time_to_wait(serve: Client) -> None:
    client = serve(writes_a_minute=2)
    codes = [client.post("/api/v1/code", json={"text": "1 2 3"}).status_code for _ in range(3)]
    assert codes == [409, 409, 429]
    last = client.post("/api/v1/code", json={"text": "1 2 3"})
    assert 1 <= int(last.headers["retry-after"]) <= 61


def test_a_body_that_is_too_large_is_refused_with_and_without_its_length(client: TestClient) -> None:
    large = b'{"text": "' + b"a" * 2_100_000 + b'"}'
    headers = {"Content-Type": "application/json"}
    assert client.post("/api/v1/code", content=large, headers=headers).status_code == 413
    assert client.post("/api/v1/code", content=iter([large[:1_000_000], large[1_000_000:]]), headers=headers).status_code == 413


def test_an_address_with_bytes_that_no_address_has_is_refused(serve: Client) -> None:
    app, answers = serve().app, list[int]()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        answers.append(message.get("status", 0))

    head = {"type": "http", "method": "GET", "path": "/api/v1/incidents", "headers": [(b"host", b"localhost")]}

    async def ask() -> None:
        await app({**head, "query_string": b"place=\xa9"}, receive, send)

    asyncio.run(ask())
    assert answers[0] == 400


@pytest.mark.parametrize(
    "path", ["/assets/../../../pyproject.toml", "/assets/%2e%2e/%2e%2e/app.py", "/api/v1/docs/..%2fapp.py", "/assets/..%5c..%5capp.py"]
)
def test_no_file_outside_the_page_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_token_is_kept_as_a_hash_that_only_its_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "settings" / "tokens.json"
    token = new_token("Ed", path)
    assert token not in path.read_text("utf-8")
    assert path.stat().st_mode & 0o077 == 0
    assert list(kept_tokens(path)) == ["Ed"]


@pytest.mark.parametrize(
    ("host", "name"), [("localhost:80", "localhost"), ("[::1]:80", "[::1]"), ("[::1]", "[::1]"), ("Name", "name"), ("a:b:80", "a:b")]
)
def test_a_host_is_told_without_its_port(host: str, name: str) -> None:
    assert bare(host) == name
