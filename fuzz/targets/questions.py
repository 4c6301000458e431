"""What is asked of a store: filters and cursors, of Python and over HTTP."""

from __future__ import annotations

import asyncio
import base64
import json
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, get_args
from urllib.parse import quote_from_bytes

from fuzz.target import Attempt, Choices, Fault, Target
from fuzz.targets.records import sample, whole
from gesta.api.app import create_app
from gesta.api.settings import Settings
from gesta.errors import StoreError
from gesta.model import BoundingBox, Granularity, Layer, Query
from gesta.pipeline.relinking import relink
from gesta.store import open_store
from gesta.store.asking import SORTS

LAYERS: Final = get_args(Layer)
GRANULARITIES: Final = get_args(Granularity)
PATHS: Final = (
    "incidents", "events", "claims", "figures", "actors", "timeline", "reports", "sources", "incidents/i1", "actors/ARM", "bias", "changes",
    "decisions", "deletions", "happenings", "happenings.atom", "matrix", "method", "names", "places", "publications", "series", "releases",
)  # fmt: skip
NAMES: Final = (
    b"from", b"to", b"as_of", b"actor", b"claimant", b"side", b"type", b"effect", b"place", b"country", b"bbox", b"incident", b"report",
    b"min_sources", b"granularity", b"background", b"rule", b"sort", b"limit", b"cursor", b"columns", b"facets", b"q", b"format",
    b"a", b"b",
)  # fmt: skip
VALUES: Final = (
    b"2022-09-13", b"ARM", b"PSE.REB", b"ASSAULT", b"killed", b"Goris", b"43.5,38.8,46.7,41.3", b"1", b"true", b"-start", b"incident",
    b"ucdp",
    b"", b"9999-12-31", b"0001-01-01", b"-1", b"1e9", b"\xff", b"%00", b"'", b'"', b"[[[[",
)  # fmt: skip
TEXTS: Final = ("", "ARM", "PSE.REB", "Görïs", "\0", "\ud800", "'", '"; --', "%", "\x1a0000", "x" * 3000, "e1")
INTEGERS: Final = (0, 1, 2, 100, -1, 2**31, 2**63, 2**70)


def war() -> Path:
    """A store of a few reports, in a folder of this process."""
    path = Path(tempfile.mkdtemp(prefix="gesta-fuzz-")) / "war.gesta"
    records = []
    for number in range(4):
        record = sample()
        record["report"] |= {"url": f"https://post.example/{number}", "text": f"{record['report']['text']} {number}"}
        records.append(whole(record))
    with open_store(path, write=True, create=True) as store:
        store.add(records)
        relink(store)
    return path


def day(choices: Choices) -> date | None:
    """A day of any year, or none."""
    return date.min + timedelta(days=choices.number(65536) * 56) if choices.number(2) else None


def asked(choices: Choices, layer: Layer) -> Query:
    """A question of the layer."""

    def some() -> tuple[str, ...]:
        return tuple(TEXTS[choices.number(len(TEXTS))] for _ in range(choices.number(3)))

    sorts = ["", *(f"{sign}{name.lstrip('-')}" for name in SORTS[layer][0] for sign in ("", "-")), "none", "--start"]
    box = BoundingBox(*(choices.number(1000) - 500 for _ in range(4))) if choices.number(3) == 2 else None
    return Query(
        start=day(choices), end=day(choices), as_of=day(choices), actors=some(), claimants=some(), types=some(), effects=some(),
        sides=some(),
        places=some(), countries=some(), bbox=box, min_sources=INTEGERS[choices.number(len(INTEGERS))], incidents=some(), reports=some(),
        granularity=GRANULARITIES[choices.number(len(GRANULARITIES))], background=bool(choices.number(2)),
        rule=(None, "gesta", "ucdp", "none")[choices.number(4)], sort=sorts[choices.number(len(sorts))],
        limit=INTEGERS[choices.number(len(INTEGERS))], after=cursor(choices),
    )  # fmt: skip


def cursor(choices: Choices) -> str:
    """None, any text, or one that is made as a page makes it, of odd values."""
    kind = choices.number(4)
    if kind == 0:
        return ""
    if kind == 1:
        return choices.part().decode("utf-8", "surrogateescape")
    if kind == 2:
        return base64.urlsafe_b64encode(choices.part()).decode().rstrip("=")
    by = ("start", "id", "n", "subject", "day", "code", "known")[choices.number(7)]
    values: list[Any] = [(None, 1, 2**70, "x", "2022-09-13", [], {}, True, 0.5, "\ud800")[choices.number(10)] for _ in range(2)]
    return base64.urlsafe_b64encode(json.dumps([by, bool(choices.number(2)), *values]).encode()).decode().rstrip("=")


def filters() -> Attempt:
    """Any question is answered, or refused by an error of the store that says why."""
    store = open_store(war())

    def attempt(data: bytes) -> None:
        choices = Choices(data)
        layer = LAYERS[choices.number(len(LAYERS))]
        try:
            store.ask(layer, asked(choices, layer))
        except StoreError as error:
            str(error)

    return attempt


def path_and_query(choices: Choices) -> tuple[str, bytes]:
    """A path below /api/v1 and a query string."""
    path = PATHS[choices.number(len(PATHS))]
    parts: list[bytes] = []
    while choices and len(parts) < 8:
        name = NAMES[choices.number(len(NAMES))]
        value = VALUES[choices.number(len(VALUES))] if choices.number(3) else choices.part()
        parts.append(name + b"=" + quote_from_bytes(value, safe="").encode() if choices.number(8) else name + b"=" + value)
    return f"/api/v1/{path}", b"&".join(parts)


def requests() -> Attempt:
    """Any request over HTTP has an answer below 500."""
    app = create_app(Settings(store=str(war())))
    loop, thread = asyncio.new_event_loop(), ThreadPoolExecutor(1)  # whoever tries this may be in a loop of their own

    def attempt(data: bytes) -> None:
        path, query = path_and_query(Choices(data))
        status = thread.submit(loop.run_until_complete, got(app, path, query)).result()
        if status >= 500:
            raise Fault(f"{status} for {path}?{query!r}")

    return attempt


async def got(app: Any, path: str, query: bytes) -> int:
    """The status of the answer to one GET."""
    statuses: list[int] = []
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
        "raw_path": path.encode(), "query_string": query, "root_path": "", "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    await app(scope, receive, send)
    return statuses[0] if statuses else 599


def scattered() -> Iterator[bytes]:
    """Some decisions to begin with."""
    for layer in range(len(PATHS)):
        yield bytes([layer, *range(1, 60)])
        yield bytes([layer]) + bytes(40)


TARGETS: Final = (
    Target(name="filters", about="questions of a store and their cursors", seeds=scattered, ready=filters),
    Target(name="requests", about="the API's parameters and cursors", seeds=scattered, ready=requests),
)
