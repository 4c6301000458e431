"""What became known: happenings, their feeds, and alerts that are signed, sent, and sent again."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from xml.etree import ElementTree as Xml

import pytest
from starlette.testclient import TestClient

from gesta.api.alerts import MOST, TRIES, Alert, Alerts, Courier, new_alert, signed
from gesta.api.app import create_app
from gesta.api.readers import Readers
from gesta.api.settings import Settings, hashed
from gesta.api.watching import Rounds, courier_of
from gesta.errors import FetchFailed, FetchRefused, GestaError, StoreError
from gesta.intake.fetching import Fetcher
from gesta.model import Query
from gesta.pipeline.happenings import KINDS, Happening, happenings
from gesta.pipeline.relinking import relink
from gesta.store import open_store
from tests.api.conftest import HELD, TOKEN, Client
from tests.cli.war_records import RECORDS, event, filed, report

ATOM = "{http://www.w3.org/2005/Atom}"


class Newsroom(Fetcher):
    """Takes what is posted, or fails as often as it is told to; nothing goes over the network."""

    def __init__(self, *faults: Exception) -> None:
        super().__init__("test")
        self.faults, self.got = list(faults), []  # type: ignore[var-annotated]

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Any:
        self.got.append((url, body, dict(headers)))
        if self.faults:
            raise self.faults.pop(0)


def known(path: Path) -> list[Happening]:
    with open_store(path) as store:
        return happenings(store, Query(background=True))


def watched(path: Path, newsroom: Newsroom, now: list[float]) -> tuple[Courier, Alerts]:
    """A courier of one alert, made before the last reports were filed."""
    alerts = Alerts()
    courier = Courier(alerts, lambda alert: known(path), newsroom, lambda: now[0])
    filed(path, RECORDS[:2])
    alerts.add(courier.begun(new_alert("All", "Ed", {}, KINDS, 3, "https://newsroom.example/hook")))
    with open_store(path, write=True) as store:
        store.add(RECORDS[2:])
        relink(store)
    return courier, alerts


def only(alerts: Alerts) -> Alert:
    (alert,) = alerts
    return alert


def test_a_claim_that_changed_and_a_denial_are_told_with_their_days(tmp_path: Path) -> None:
    found = known(filed(tmp_path / "war.gesta"))
    changes = {(one.day.isoformat(), one.title) for one in found if one.kind == "claim_changed"}
    assert {("2022-09-14", "ARM: 49 → 105 killed of ARM"), ("2022-09-16", "ARM: 105 → 135 killed of ARM")} <= changes
    days = {(one.kind, one.day.isoformat()) for one in found}
    assert {("new_incident", "2022-09-13"), ("new_denial", "2022-09-14"), ("sources_reached", "2022-09-16")} <= days


def test_a_happening_keeps_its_name_when_reports_are_added(tmp_path: Path) -> None:
    before = {one.id for one in known(filed(tmp_path / "a.gesta", RECORDS[:2]))}
    after = {one.id for one in known(filed(tmp_path / "b.gesta"))}
    assert before < after


def test_an_assault_after_a_ceasefire_of_the_same_parties_is_told_and_one_before_it_is_not(tmp_path: Path) -> None:
    truce = {"type": "RETREAT", "mode": "ceasefire", "actors": ["a1", "a2"], "recipients": []}
    for day, expected in (("2022-09-10", ["ceasefire_violated"]), ("2022-09-20", [])):
        record = report("eeee0005", "2022-09-21", "Truce Times")
        time = {"start": day, "end": day, "date_prec": 1}
        record["events"] = [event(1, 0, 10) | truce | {"time": time}]
        path = filed(tmp_path / f"{day}.gesta", [*RECORDS, record])
        assert [one.kind for one in known(path) if one.kind == "ceasefire_violated"] == expected


def test_a_question_is_a_feed_that_readers_of_feeds_understand(serve: Client) -> None:
    client = serve()
    feed = Xml.fromstring(client.get("/api/v1/happenings.atom?on=claim_changed&background=true").content)
    titles = [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]
    assert "ARM: 105 → 135 killed of ARM" in titles
    items = client.get("/api/v1/happenings.json?on=claim_changed&background=true").json()["items"]
    assert [item["title"] for item in items] == titles


def test_only_what_is_new_is_sent_and_once(tmp_path: Path) -> None:
    newsroom = Newsroom()
    courier, alerts = watched(tmp_path / "war.gesta", newsroom, [1000.0])
    courier.round()
    courier.round()
    ((url, body, headers),) = newsroom.got
    told = json.loads(body)
    assert url == "https://newsroom.example/hook"
    assert {one["day"] for one in told["happenings"]} == {"2022-09-16"}
    assert headers["Gesta-Signature"] == signed(only(alerts).secret, body, 1000)


def test_a_signature_is_an_hmac_over_time_and_body() -> None:
    expected = hmac.new(b"secret", b"7.body", hashlib.sha256).hexdigest()
    assert signed("secret", b"body", 7) == f"t=7,v1={expected}"


def test_what_fails_is_sent_again_later_and_in_the_end_given_up(tmp_path: Path) -> None:
    fault = FetchFailed(path="https://newsroom.example/hook", why="no answer")
    now, newsroom = [1000.0], Newsroom(*[fault] * (len(TRIES) + 1))
    courier, alerts = watched(tmp_path / "war.gesta", newsroom, now)
    for tries, wait in enumerate(TRIES, 1):
        courier.round()
        courier.round()
        assert (len(newsroom.got), only(alerts).tries, courier.next_due()) == (tries, tries, now[0] + wait)
        now[0] += wait
    courier.round()
    assert only(alerts).last.startswith("given up")
    courier.round()
    assert len(newsroom.got) == len(TRIES) + 1
    assert len({headers["Gesta-Delivery"] for _, _, headers in newsroom.got}) == 1


def test_a_store_that_cannot_be_read_for_once_ends_no_alert(tmp_path: Path) -> None:
    newsroom, faults = Newsroom(), [StoreError(path="war.gesta", why="cannot be read")]
    _, alerts = watched(tmp_path / "war.gesta", newsroom, [1000.0])

    def of(alert: Alert) -> list[Happening]:
        if faults:
            raise faults.pop()
        return known(tmp_path / "war.gesta")

    rounds = Rounds(Courier(alerts, of, newsroom, lambda: 1000.0), lambda: "published")
    assert rounds.look(None) is None
    assert rounds.look(None) == "published"
    assert rounds.look("published") == "published"
    assert len(newsroom.got) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1/hook", "http://[::1]:8000/", "http://169.254.169.254/latest", "http://10.0.0.1/"])
def test_no_alert_is_sent_to_a_private_address(url: str) -> None:
    with pytest.raises(FetchRefused, match="no public address"):
        Fetcher("test").post(url, b"{}", {})


def test_an_address_that_may_not_be_told_is_not_tried_again(tmp_path: Path) -> None:
    newsroom = Newsroom(FetchRefused(path="https://newsroom.example/hook", why="10.0.0.1 is no public address"))
    courier, alerts = watched(tmp_path / "war.gesta", newsroom, [1000.0])
    courier.round()
    courier.round()
    assert len(newsroom.got) == 1
    assert only(alerts).last == "refused: 10.0.0.1 is no public address"


def test_what_came_in_between_is_sent_after_what_failed_which_is_sent_as_it_was(tmp_path: Path) -> None:
    path, newsroom, now = filed(tmp_path / "war.gesta", RECORDS[:1]), Newsroom(FetchFailed(path="", why="no answer")), [1000.0]

    def courier() -> Courier:
        return Courier(Alerts(tmp_path / "alerts.json"), lambda alert: known(path), newsroom, lambda: now[0])

    courier().alerts.add(courier().begun(new_alert("All", "Ed", {}, KINDS, 3, "https://newsroom.example/hook")))
    for some in (RECORDS[1:2], RECORDS[2:]):
        with open_store(path, write=True) as store:
            store.add(some)
            relink(store)
        courier().round()
        now[0] += TRIES[0]
    (_, first, name), (_, again, same), (_, later, other) = newsroom.got
    assert (again, same["Gesta-Delivery"]) == (first, name["Gesta-Delivery"])
    sent = [{one["id"] for one in json.loads(body)["happenings"]} for body in (again, later)]
    assert sent[0].isdisjoint(sent[1])
    assert other["Gesta-Delivery"] != name["Gesta-Delivery"]


class Hanging(Newsroom):
    """One address takes nothing until all others were told."""

    def __init__(self, others: int) -> None:
        super().__init__()
        self.told, self.others = threading.Semaphore(0), others

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Any:
        if "hangs" not in url:
            super().post(url, body, headers)
            self.told.release()
            return
        for _ in range(self.others):
            assert self.told.acquire(timeout=20)
        raise FetchFailed(path=url, why="no answer in time")


def test_an_address_that_hangs_holds_up_no_other(tmp_path: Path) -> None:
    path, newsroom, alerts = filed(tmp_path / "war.gesta", RECORDS[:1]), Hanging(3), Alerts()
    courier = Courier(alerts, lambda alert: known(path), newsroom, lambda: 1000.0)
    for name in ("hangs", "a", "b", "c"):
        alerts.add(courier.begun(new_alert(name, "Ed", {}, KINDS, 3, f"https://newsroom.example/{name}")))
    published(path)
    courier.round()
    found = {alert.name: alert.last.partition(":")[0] for alert in alerts}
    assert found == {"hangs": "will be tried again", "a": "sent", "b": "sent", "c": "sent"}


def test_alerts_are_kept_where_only_their_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "settings" / "alerts.json"
    made = new_alert("Denials", "Ed", {"actor": ["ARM"]}, ["new_denial"], 3, "https://newsroom.example/")
    Alerts(path).add(made)
    assert path.stat().st_mode & 0o077 == 0
    assert list(Alerts(path)) == [made]
    path.write_text("[{}]", "utf-8")
    with pytest.raises(GestaError, match="no list of alerts"):
        Alerts(path)


def test_alerts_are_not_without_number() -> None:
    alerts = Alerts()
    for _ in range(MOST):
        alerts.add(new_alert("a", "Ed", {}, KINDS, 3, None))
    with pytest.raises(GestaError, match="delete some first"):
        alerts.add(new_alert("a", "Ed", {}, KINDS, 3, None))


def test_an_alert_is_made_shown_and_deleted_with_a_token(serve: Client) -> None:
    client = serve()
    wanted = {"name": "Denials", "filters": {"actor": ["ARM"]}, "on": ["new_denial"], "webhook": "https://newsroom.example/hook"}
    assert client.post("/api/v1/alerts", json=wanted).status_code == 401
    made = client.post("/api/v1/alerts", json=wanted, headers=HELD).json()
    listed = client.get("/api/v1/alerts", headers=HELD).json()
    assert made["secret"]
    assert [(one["id"], one["secret"]) for one in listed if one["id"] == made["id"]] == [(made["id"], None)]
    assert client.get(made["feed"]).headers["content-type"].startswith("application/atom+xml")
    assert client.delete(f"/api/v1/alerts/{made['id']}", headers=HELD).status_code == 204
    assert client.delete(f"/api/v1/alerts/{made['id']}", headers=HELD).status_code == 404


TRUCE = {
    "type": "RETREAT",
    "mode": "ceasefire",
    "actors": ["a1", "a2"],
    "recipients": [],
    "time": {"start": "2022-09-10", "end": "2022-09-10", "date_prec": 1},
}


class Hook(BaseHTTPRequestHandler):
    """An address on loopback that answers with the next of `statuses`, and keeps what it was sent."""

    statuses: ClassVar[list[int]] = []
    got: ClassVar[list[tuple[dict[str, str], bytes]]] = []

    def do_POST(self) -> None:
        self.got.append(({k.lower(): v for k, v in self.headers.items()}, self.rfile.read(int(self.headers["Content-Length"]))))
        self.send_response(self.statuses.pop(0) if self.statuses else 204)
        self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on standard error."""


@pytest.fixture
def hook() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    Hook.statuses, Hook.got = [], []
    yield f"http://127.0.0.1:{server.server_address[1]}/hook"
    server.shutdown()
    server.server_close()


def published(path: Path) -> None:
    """What was told after the first report, and of a ceasefire before all of it."""
    late = report("eeee0005", "2022-09-21", "Truce Times")
    late["events"] = [event(1, 0, 10) | TRUCE]
    with open_store(path, write=True) as store:
        store.add([*RECORDS[1:], late])
        relink(store)


def test_every_kind_of_news_goes_from_the_alert_over_http_to_its_address_and_its_feeds(tmp_path: Path, hook: str) -> None:
    path, kept = filed(tmp_path / "war.gesta", RECORDS[:1]), tmp_path / "alerts.json"
    settings = Settings(store=str(path), tokens={"Ed": hashed(TOKEN)}, alerts=kept)
    with TestClient(create_app(settings), base_url="http://localhost") as client:
        wanted = {"name": "All", "filters": {"background": True}, "sources": 2, "webhook": hook}
        made = client.post("/api/v1/alerts", json=wanted, headers=HELD).json()
        published(path)
        now = [1000.0]
        Hook.statuses[:] = [500, 302]
        couriers = courier_of(Readers(str(path)), Alerts(kept), Fetcher("test", allowed=lambda address: True), lambda: now[0])
        for wait in (0.0, *TRIES[:3]):
            now[0] += wait
            couriers.round()
        feed = client.get(made["json_feed"]).json()["items"]
        atom = Xml.fromstring(client.get(made["feed"]).content)
    (first, body), (second, again), (third, last) = Hook.got
    assert body == again == last
    assert first["gesta-delivery"] == second["gesta-delivery"] == third["gesta-delivery"]
    at, mac = (part.partition("=")[2] for part in third["gesta-signature"].split(","))
    assert mac == hmac.new(made["secret"].encode(), f"{at}.".encode() + last, hashlib.sha256).hexdigest()
    told = json.loads(last)["happenings"]
    assert {one["kind"] for one in told} == set(KINDS)
    assert {one["id"] for one in told} <= {item["id"] for item in feed}
    assert len(list(atom.iter(f"{ATOM}entry"))) == len(feed)


def test_an_address_of_this_machine_is_never_told(tmp_path: Path, hook: str) -> None:
    path, alerts = filed(tmp_path / "war.gesta", RECORDS[:1]), Alerts()
    courier = courier_of(Readers(str(path)), alerts)
    alerts.add(courier.begun(new_alert("All", "Ed", {}, KINDS, 3, hook)))
    published(path)
    courier.round()
    assert (Hook.got, only(alerts).last) == ([], "refused: 127.0.0.1 is no public address")
