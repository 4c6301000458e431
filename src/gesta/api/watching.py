"""News to follow: happenings as JSON, as Atom and JSON feeds, and alerts that are sent."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Body, Depends, HTTPException, Path, Request, Response, Security
from fastapi import Query as Parameter
from pydantic import BaseModel, ConfigDict, Field

from gesta.api.alerts import Alert, Alerts, Courier, new_alert
from gesta.api.answers import Answers, json_bytes
from gesta.api.asked import BOX, EVENT_TYPES, Filtered, filtered
from gesta.api.feeds import Entry, feed_bytes, moment
from gesta.api.guard import TOKEN, Guard
from gesta.api.problems import PROBLEMS
from gesta.api.readers import Readers
from gesta.errors import GestaError
from gesta.intake.addresses import target_of
from gesta.intake.fetching import Fetcher
from gesta.model import Effect, Granularity, Query
from gesta.pipeline.happenings import KINDS, Happening, HappeningKind, happenings
from gesta.pipeline.version import __version__

LOG = logging.getLogger("gesta.api")
LOOK: Final = 5.0  # seconds between two looks for a new publishing
ANSWERED: Final = 10.0  # seconds that an address has to take a delivery
WORDS: Final = 80  # characters of a filter's value
_LABEL: Final = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
ADDRESS: Final = rf"^https?://{_LABEL}(\.{_LABEL})*(:([1-9][0-9]{{0,3}}|[1-5][0-9]{{4}}))?(/[!-~]*)?$"
On = Annotated[list[HappeningKind], Parameter(description="Of these kinds alone. May be repeated; all where there is none.")]
Sources = Annotated[int, Parameter(ge=1, le=1000, description="sources_reached: when an incident has so many independent sources.")]
Words = Annotated[list[Annotated[str, Field(max_length=WORDS)]], Field(max_length=50)]


class Following(BaseModel):
    """What is followed."""

    query: Any
    kinds: list[HappeningKind]
    sources: int


def followed(query: Filtered, on: On = [], sources: Sources = 3) -> Following:  # noqa: B006
    """The question of a feed."""
    return Following(query=query, kinds=list(on) or list(KINDS), sources=sources)


Followed = Annotated[Following, Depends(followed)]


class Filters(BaseModel):
    """The filters of an alert, by the names of the parameters."""

    model_config = ConfigDict(extra="forbid")

    actor: Words = []
    claimant: Words = []
    side: Words = []
    type: Annotated[list[str], Field(max_length=50, json_schema_extra={"items": {"type": "string", "enum": list(EVENT_TYPES)}})] = []
    effect: list[Effect] = []
    place: Words = []
    country: Words = []
    bbox: Annotated[str | None, Field(pattern=BOX)] = None
    min_sources: Annotated[int, Field(ge=0, le=10_000)] = 0
    granularity: Granularity = "incident"
    background: bool = False


class Wanted(BaseModel):
    """An alert to be made. Without `webhook` it is a name for a feed; with it, news is sent there, signed."""

    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=200, examples=["Denials about Goris"])]
    filters: Filters = Filters()
    on: list[HappeningKind] = list(KINDS)
    sources: Annotated[int, Field(ge=1, le=1000)] = 3
    webhook: Annotated[str | None, Field(max_length=2000, pattern=ADDRESS, examples=["https://newsroom.example/gesta"])] = None


class Saved(BaseModel):
    """An alert as it is kept. `feed` and `json_feed` are its feeds; `secret` is shown once, when it is made."""

    id: str
    name: str
    by: str
    filters: dict[str, Any]
    on: list[HappeningKind]
    sources: int
    webhook: str | None
    last: str
    feed: str
    json_feed: str
    secret: str | None = None


class FeedItem(BaseModel):
    """One item of a JSON Feed."""

    id: str
    title: str
    content_text: str
    date_published: str
    tags: list[str]


class JsonFeed(BaseModel):
    """JSON Feed, version 1.1 (jsonfeed.org)."""

    version: str
    title: str
    feed_url: str
    items: list[FeedItem]


def news(readers: Readers, query: Query, kinds: Sequence[HappeningKind], sources: int) -> list[Happening]:
    """What happened of a question, the newest first."""
    with readers.reading() as opened:
        return happenings(opened.dossier.store, query, kinds, sources)


def watching_routes(answers: Answers, guard: Guard, alerts: Alerts, courier: Courier) -> APIRouter:
    """Happenings and their feeds, and the alerts."""
    router = APIRouter(tags=["alerts"])

    @router.get("/happenings", response_model=list[Happening], summary="What became known, the newest first")
    def what_happened(request: Request, asked: Followed) -> Response:
        """New incidents, claims that changed, new denials, assaults despite a ceasefire, incidents with so many independent sources."""
        return answers.give(request, lambda d: json_bytes(happenings(d.store, asked.query, asked.kinds, asked.sources)))

    @router.get("/happenings.atom", summary="The same as an Atom feed", response_class=Response, responses=fed("application/atom+xml"))
    def atom_feed(request: Request, asked: Followed) -> Response:
        """A saved filter to follow: its address holds the filters."""
        made = lambda d: atom_of(happenings(d.store, asked.query, asked.kinds, asked.sources), str(request.url), str(request.base_url))  # noqa: E731
        return answers.give(request, made, "application/atom+xml")

    @router.get(
        "/happenings.json",
        summary="The same as a JSON feed",
        response_class=Response,
        responses={200: {"model": JsonFeed, "content": {"application/feed+json": {}}}},
    )
    def json_feed(request: Request, asked: Followed) -> Response:
        """A saved filter to follow: its address holds the filters."""
        made = lambda d: json_bytes(feed_of(happenings(d.store, asked.query, asked.kinds, asked.sources), str(request.url)))  # noqa: E731
        return answers.give(request, made, "application/feed+json")

    owned = APIRouter(tags=["alerts"], dependencies=[Security(TOKEN)], responses={s: PROBLEMS[s] for s in (409, 413, 429)})

    @owned.get("/alerts", response_model=list[Saved], summary="The alerts of this server")
    def listed(request: Request) -> list[Saved]:
        """Needs a token."""
        guard.named(request)
        return [shown(alert) for alert in alerts]

    @owned.post("/alerts", response_model=Saved, status_code=201, summary="Make an alert")
    def make(request: Request, wanted: Annotated[Wanted, Body()]) -> Saved:
        """Needs a token. What happened before is not sent. How deliveries are signed is said in the documentation."""
        by = guard.writes(request)
        if wanted.webhook is not None:
            target_of(wanted.webhook)
        filters = wanted.filters.model_dump(exclude_defaults=True)
        alert = courier.begun(new_alert(wanted.name, by, filters, wanted.on or KINDS, wanted.sources, wanted.webhook))
        try:
            alerts.add(alert)
        except GestaError as error:
            raise HTTPException(409, str(error)) from None
        return shown(alert, secret=alert.secret or None)

    @owned.delete("/alerts/{name}", status_code=204, summary="Delete an alert")
    def delete(request: Request, name: Annotated[str, Path(pattern="^[0-9a-f]{16}$")]) -> None:
        """Needs a token. Nothing more is sent."""
        guard.writes(request)
        alerts.remove(name)

    router.include_router(owned)
    return router


def fed(media_type: str) -> dict[int | str, dict[str, Any]]:
    """The description of a feed."""
    return {200: {"content": {media_type: {}}, "description": "The feed."}}


def shown(alert: Alert, secret: str | None = None) -> Saved:
    """The alert with the addresses of its feeds."""
    pairs = [(name, value) for name, values in alert.filters.items() for value in (values if isinstance(values, list) else [values])]
    pairs += [("on", kind) for kind in alert.on] + [("sources", alert.sources)]
    asked = urlencode([(name, str(value).lower() if isinstance(value, bool) else value) for name, value in pairs])
    held: dict[str, Any] = {name: getattr(alert, name) for name in ("id", "name", "by", "filters", "sources", "webhook", "last")}
    where = "/api/v1/happenings"
    return Saved(**held, on=list(alert.on), feed=f"{where}.atom?{asked}", json_feed=f"{where}.json?{asked}", secret=secret)


def query_of(alert: Alert) -> Query:
    """The filters of an alert as a query."""
    given = dict(alert.filters)
    if "type" in given:
        given["kind"] = given.pop("type")
    return filtered(**given)


def courier_of(readers: Readers, alerts: Alerts, fetcher: Fetcher | None = None, now: Callable[[], float] = time.time) -> Courier:
    """The courier that knows what happened by the store."""

    def of(alert: Alert) -> list[Happening]:
        return news(readers, query_of(alert), alert.on, alert.sources)

    return Courier(alerts, of, fetcher or Fetcher(__version__, seconds=ANSWERED), now)


class Rounds:
    """The courier's rounds, in a thread: one whenever the store was published anew, and when a failed delivery is due."""

    def __init__(self, courier: Courier, state: Any) -> None:
        """`state` is called to learn of a new publishing."""
        self._courier, self._state, self._end = courier, state, threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="gesta-alerts")

    def start(self) -> None:
        """The rounds begin."""
        self._thread.start()

    def stop(self) -> None:
        """The rounds end; what is under way is not waited for."""
        self._end.set()

    def look(self, seen: Any) -> Any:
        """The state of the store as it is, after a round where one was due. What fails is logged, and looked at again: then `seen`."""
        try:
            due, now = self._courier.next_due(), self._state()
            if any(alert.webhook for alert in self._courier.alerts) and (now != seen or (due is not None and due <= time.time())):
                self._courier.round()
        except Exception:  # whatever it is, the next publishing must be told
            LOG.exception("alerts could not be sent")
            return seen
        return now

    def _run(self) -> None:
        seen: Any = None
        while not self._end.wait(LOOK):
            seen = self.look(seen)


def atom_of(found: Sequence[Happening], here: str, base: str) -> bytes:
    """Happenings as an Atom feed (RFC 4287)."""
    entries = (
        Entry(
            id=f"urn:gesta:happening:{one.id}",
            title=one.title,
            day=one.day,
            summary=one.summary,
            incident=one.incident,
            category=one.kind,
        )
        for one in found
    )
    return feed_bytes("gesta: what became known", here, base, entries)


def feed_of(found: Sequence[Happening], here: str) -> dict[str, Any]:
    """Happenings as a JSON Feed."""
    items = [
        {"id": one.id, "title": one.title, "content_text": one.summary, "date_published": moment(one.day), "tags": [one.kind, *one.who]}
        for one in found
    ]
    return {"version": "https://jsonfeed.org/version/1.1", "title": "gesta: what became known", "feed_url": here, "items": items}
