"""Fetching from the web: politely, within bounds, and never from an address that is not public."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from time import monotonic
from urllib.parse import urljoin

from gesta.errors import FetchFailed
from gesta.intake.addresses import Resolve, Target, addresses_of, is_public, resolved, shown, target_of
from gesta.intake.exchange import Deadline, exchange
from gesta.intake.response import Response
from gesta.intake.robots import Robots

TOKEN = "gesta"
OK, MULTIPLE_CHOICES, NOT_MODIFIED = 200, 300, 304
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5
PASSING = frozenset({408, 425, 429})
"""Statuses of the client's fault that another day may not have."""
SERVER_FAULT = 500
SECONDS = 60.0
INTERVAL = 2.0
LONGEST_WAIT = 120.0


class Fetcher:
    """Fetches web addresses one at a time.

    `agent` is the version that the User-Agent names. Between two requests to one host at least `interval` seconds pass, or what its
    robots.txt asks for; they are spent in `pause`. One fetch, its redirects included, takes at most `seconds` beside them. `allowed` says
    which network addresses may be connected to, `resolve` finds those of a host. Nothing goes through a proxy: it would resolve names anew.
    """

    def __init__(
        self,
        agent: str,
        *,
        interval: float = INTERVAL,
        seconds: float = SECONDS,
        pause: Callable[[float], object] = time.sleep,
        allowed: Callable[[str], bool] = is_public,
        resolve: Resolve = resolved,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self.agent = f"{TOKEN}/{agent} (reads news reports for research; obeys robots.txt)"
        self._interval, self._seconds, self._pause = interval, seconds, pause
        self._allowed, self._resolve, self._given = allowed, resolve, context
        self._robots = Robots(TOKEN, lambda url: self._followed(url, {}, None))
        self._free: dict[str, float] = {}

    @cached_property
    def _context(self) -> ssl.SSLContext:
        """Whose certificates are trusted: by default the system's list."""
        return self._given or ssl.create_default_context()

    def get(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Response:
        """The answer, with status 200, or 304 where `etag` or `modified` (as a Last-Modified header gave it) still hold.

        FetchRefused for an address that may not be fetched, at the first or at a later hop; FetchFailed for every other status and when
        there is no whole answer in time; TooLarge above a document's limit.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        return self._followed(url, {name: value for name, value in conditions.items() if value}, self._robots)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Response:
        """The answer to a body that is sent to an address, with a status below 300. No redirect is followed: a body goes where it was sent.

        FetchRefused for an address that is not public or no web address; FetchFailed for every other status and when there is no whole
        answer in time. robots.txt is not asked: whoever owns the address asked for it.
        """
        target, deadline = target_of(url), Deadline(self._seconds)
        addresses = addresses_of(target, self._resolve, self._allowed, deadline.left)
        said = {"User-Agent": self.agent, "Connection": "close", **headers}
        response = exchange(target, addresses, said, deadline, self._context, body)
        if not OK <= response.status < MULTIPLE_CHOICES:
            why = f"the host answers with status {response.status}"
            raise FetchFailed(
                why=why, path=shown(target.url), status=response.status, retry_after=retry_after(response.headers.get("retry-after"))
            )
        return response

    def _followed(self, url: str, conditions: Mapping[str, str], robots: Robots | None) -> Response:
        left = self._seconds
        for _ in range(MOST_REDIRECTS + 1):
            target = target_of(url)
            if robots is not None:
                self._wait(target, robots.delay(target))
            started = monotonic()
            response = self._asked(target, conditions, left)
            left -= monotonic() - started
            location = response.headers.get("location")
            if response.status in REDIRECTS and location:
                url = urljoin(url, location)
                continue
            self._judged(target, response)
            return response
        raise FetchFailed(why=f"more than {MOST_REDIRECTS} redirects", path=shown(url), lasting=True)

    def _asked(self, target: Target, conditions: Mapping[str, str], seconds: float) -> Response:
        """The answer of one hop."""
        deadline = Deadline(seconds)
        addresses = addresses_of(target, self._resolve, self._allowed, deadline.left)
        headers = {
            "User-Agent": self.agent,
            "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5",
        }
        headers |= {"Accept-Encoding": "gzip", "Accept-Language": "en", "Connection": "close", **conditions}
        return exchange(target, addresses, headers, deadline, self._context)

    def _wait(self, target: Target, delay: float) -> None:
        """Returns when the host may be asked again. FetchFailed when that is longer than a run should stand still."""
        wait = self._free.get(target.host, 0.0) - monotonic()
        if wait > LONGEST_WAIT:
            raise FetchFailed(why=f"the host asked to be left alone for {wait:.0f} s more", path=shown(target.url), retry_after=wait)
        if wait > 0:
            self._pause(wait)
        self._free[target.host] = monotonic() + max(self._interval, delay)

    def _judged(self, target: Target, response: Response) -> None:
        """FetchFailed unless the answer is a document or says that it has not changed."""
        if response.status in (OK, NOT_MODIFIED):
            return
        wait = retry_after(response.headers.get("retry-after"))
        if wait is not None:
            self._free[target.host] = max(self._free.get(target.host, 0.0), monotonic() + wait)
        raise FetchFailed(
            why=f"the host answers with status {response.status}",
            path=shown(target.url),
            status=response.status,
            retry_after=wait,
            lasting=response.status < SERVER_FAULT and response.status not in PASSING,
        )


def retry_after(said: str | None) -> float | None:
    """Seconds of a Retry-After header, which gives them or a date (RFC 9110 10.2.3); None for what is neither. Never below 0."""
    if said is None:
        return None
    if said.strip().isdecimal() and len(said) < 10:
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    return max(0.0, ((until if until.tzinfo else until.replace(tzinfo=UTC)) - datetime.now(UTC)).total_seconds())
