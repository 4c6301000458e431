"""Alerts: saved questions whose news is sent to an address, signed, again and again until it is taken."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from gesta.api.tokens import write_private
from gesta.errors import FetchFailed, FetchRefused, GestaError, InputError, NotFound
from gesta.intake.fetching import Fetcher
from gesta.pipeline.happenings import Happening, HappeningKind

#: Seconds after a failed try until the next one; after the last the delivery is given up.
TRIES: Final = (10.0, 60.0, 300.0, 1800.0, 7200.0)
MOST: Final = 200  # alerts of one server
REMEMBERED: Final = 5_000  # ids of happenings, of one alert, that are not sent again
TOGETHER: Final = 100  # happenings of one delivery
HANDS: Final = 8  # alerts that are told at a time: an address that hangs holds up no other


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A saved question. `filters` are parameters of the API, `on` the kinds of happenings, `sources` how many are worth a word.

    `webhook` is the address that is told, None where a feed is enough; `secret` signs what is sent there. `seen` are the ids of happenings
    that it was told of, or that were there before it. A delivery that failed `tries` times is tried again at `due` (UNIX time); `sending`
    are the ids of what is in it, `last` says how the last one went.
    """

    id: str
    name: str
    by: str
    filters: Mapping[str, Any]
    on: tuple[HappeningKind, ...]
    sources: int
    webhook: str | None = None
    secret: str = ""
    seen: tuple[str, ...] = ()
    sending: tuple[str, ...] = ()
    tries: int = 0
    due: float = 0.0
    last: str = field(default="")


class Alerts:
    """The alerts of one server, kept in a file that only the user may read; without a path they end with the server."""

    def __init__(self, path: Path | None = None) -> None:
        """Those of the file; GestaError where it is no list of alerts."""
        self._path, self._lock = path, threading.RLock()
        self._alerts: dict[str, Alert] = {alert.id: alert for alert in kept(path)}

    def __iter__(self) -> Iterator[Alert]:
        """Each alert, in the order in which they were made."""
        with self._lock:
            return iter(list(self._alerts.values()))

    def add(self, alert: Alert) -> None:
        """It is kept; GestaError where there are too many."""
        with self._writing():
            if len(self._alerts) >= MOST:
                raise GestaError(f"there are {MOST} alerts; delete some first")
            self._alerts[alert.id] = alert

    def remove(self, name: str) -> None:
        """It is gone; NotFound where there was none."""
        with self._writing():
            if self._alerts.pop(name, None) is None:
                raise NotFound(path=name, why="there is no alert of this id")

    def put(self, alert: Alert) -> None:
        """Its newer state is kept, unless it was removed meanwhile."""
        with self._writing():
            if alert.id in self._alerts:
                self._alerts[alert.id] = alert

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock:
            yield
            if self._path is not None:
                write_private(self._path, [asdict(alert) for alert in self._alerts.values()])


def kept(path: Path | None) -> list[Alert]:
    """The alerts of a file."""
    if path is None or not path.exists():
        return []
    try:
        rows = json.loads(path.read_text("utf-8"))
        return [
            Alert(**{**row, "on": tuple(row["on"]), "seen": tuple(row["seen"]), "sending": tuple(row.get("sending", ()))}) for row in rows
        ]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise GestaError(f"{path}: is no list of alerts: {error}") from None


def new_alert(name: str, by: str, filters: Mapping[str, Any], on: Sequence[HappeningKind], sources: int, webhook: str | None) -> Alert:
    """The alert, with an id and, where it has an address, a secret of its own."""
    secret = secrets.token_urlsafe(32) if webhook else ""
    return Alert(
        id=secrets.token_hex(8), name=name, by=by, filters=dict(filters), on=tuple(on), sources=sources, webhook=webhook, secret=secret
    )


def signed(secret: str, body: bytes, at: int) -> str:
    """The value of `Gesta-Signature`: the second it was made, and HMAC-SHA256 in hex over that second, a full stop and the body."""
    return f"t={at},v1={hmac.new(secret.encode(), b'%d.' % at + body, hashlib.sha256).hexdigest()}"


class Courier:
    """Takes happenings to the addresses of alerts, by the rule of `gesta.intake.fetching`: public addresses alone, no redirect."""

    def __init__(
        self, alerts: Alerts, news: Callable[[Alert], Iterable[Happening]], fetcher: Fetcher, now: Callable[[], float] = time.time
    ) -> None:
        """`news` gives all that happened of an alert's question, the newest first."""
        self.alerts, self._news, self._fetcher, self._now = alerts, news, fetcher, now

    def begun(self, alert: Alert) -> Alert:
        """The alert, told from now on: what happened before is seen."""
        return replace(alert, seen=tuple(one.id for one in self._news(alert))[:REMEMBERED])

    def round(self) -> None:
        """Every alert with an address whose time has come is told what it has not seen. What fails is tried later, then given up."""
        due = [alert for alert in self.alerts if alert.webhook and alert.due <= self._now()]
        with ThreadPoolExecutor(HANDS, "gesta-alert") as hands:
            for told in [hands.submit(self._told, alert) for alert in due]:
                told.result()

    def _told(self, alert: Alert) -> None:
        """The alert's address knows what it has not seen, or is tried again later: what failed first, as it was, then what came since."""
        seen, sending = set(alert.seen), set(alert.sending)
        new = [one for one in self._news(alert) if one.id not in seen]
        again, more = [one for one in new if one.id in sending], [one for one in new if one.id not in sending]
        told = alert
        for some in filter(None, [again, *(more[first : first + TOGETHER] for first in range(0, len(more), TOGETHER))]):
            told = self._sent(told, some)
            self.alerts.put(told)
            if told.due > self._now():
                return

    def next_due(self) -> float | None:
        """When a delivery that failed is tried again (UNIX time); None where none waits."""
        return min((alert.due for alert in self.alerts if alert.tries), default=None)

    def _sent(self, alert: Alert, some: Sequence[Happening]) -> Alert:
        """The alert after one try."""
        now = int(self._now())
        ids = tuple(one.id for one in some)
        body = json.dumps(
            {"alert": alert.id, "name": alert.name, "happenings": [asdict(one) for one in some]}, default=str, ensure_ascii=False
        ).encode("utf-8", "replace")
        headers = {"Content-Type": "application/json", "Gesta-Delivery": ids[0], "Gesta-Signature": signed(alert.secret, body, now)}
        seen = replace(alert, seen=(*ids, *alert.seen)[:REMEMBERED], sending=(), tries=0, due=0.0)
        try:
            self._fetcher.post(str(alert.webhook), body, headers)
        except FetchRefused as error:
            return replace(seen, last=f"refused: {error.why}")
        except InputError as error:
            if alert.tries >= len(TRIES):
                return replace(seen, last=f"given up: {error.why}")
            wait = max(TRIES[alert.tries], (error.retry_after or 0.0) if isinstance(error, FetchFailed) else 0.0)
            due = self._now() + min(wait, TRIES[-1])
            return replace(alert, sending=ids, tries=alert.tries + 1, due=due, last=f"will be tried again: {error.why}")
        return replace(seen, last="sent")
