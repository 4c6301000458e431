"""What became known: happenings, their feeds, and alerts that are signed, sent, and sent again."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest

from gesta.api.alerts import MOST, TRIES, Alert, Alerts, Courier, new_alert, signed
from gesta.api.watching import Rounds
from gesta.errors import FetchFailed, FetchRefused, GestaError, StoreError
from gesta.intake.fetching import Fetcher
from gesta.model import Query
from gesta.pipeline.happenings import KINDS, Happening, happenings
from gesta.pipeline.relinking import relink
from gesta.store import open_store
from tests.api.conftest import HELD, Client
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
