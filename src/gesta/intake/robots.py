"""robots.txt (RFC 9309): who may fetch what, and how often. Kept for a day, after a failure for ten minutes."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from gesta.errors import FetchFailed, FetchRefused, InputError
from gesta.intake.addresses import Target, shown
from gesta.intake.response import Response

KEPT, KEPT_AFTER_FAILURE = 24 * 3600.0, 600.0
LONGEST = 512 * 2**10  # RFC 9309 2.5: at least 500 KiB are parsed
LONGEST_DELAY = 60.0
TOO_MANY_REQUESTS = 429
UNAVAILABLE = range(400, 500)


class Robots:
    """The rules of each origin, fetched when first asked for with `fetch`, which raises FetchFailed with the status of what is no 200."""

    def __init__(self, token: str, fetch: Callable[[str], Response]) -> None:
        self._token, self._fetch = token, fetch
        self._rules: dict[str, tuple[float, Any]] = {}

    def delay(self, target: Target) -> float:
        """Seconds between two requests that the origin asks for, at most a minute; 0.0 when it asks for nothing.

        FetchRefused when the address may not be fetched; FetchFailed when that is not known, because the rules cannot be reached: then
        nothing may be (RFC 9309 2.3.1.4). Rules that are not there (4xx) forbid nothing (2.3.1.3).
        """
        try:
            rules = self._of(target)
        except FetchRefused as error:
            raise FetchRefused(why=error.why, path=shown(target.url)) from error
        if rules is None:
            return 0.0
        if isinstance(rules, FetchFailed):
            why = f"the robots.txt of the host cannot be read ({rules.why}), so nothing is fetched there"
            raise FetchFailed(why=why, path=shown(target.url), status=rules.status, retry_after=rules.retry_after)
        if not rules.can_fetch(target.url, self._token):
            raise FetchRefused(why="the robots.txt of the host forbids it", path=shown(target.url))
        return min(LONGEST_DELAY, float(rules.crawl_delay(self._token) or 0.0))

    def _of(self, target: Target) -> Any:
        """The parsed rules, None for none, or why they could not be had."""
        until, rules = self._rules.get(target.origin, (0.0, None))
        if monotonic() >= until:
            rules = self._read(f"{target.origin}/robots.txt")
            kept = KEPT_AFTER_FAILURE if isinstance(rules, FetchFailed) else KEPT
            self._rules[target.origin] = (monotonic() + kept, rules)
        return rules

    def _read(self, url: str) -> Any:
        from protego import Protego  # needed where something is fetched

        try:
            response = self._fetch(url)
        except FetchRefused:
            raise
        except FetchFailed as error:
            return None if error.status in UNAVAILABLE and error.status != TOO_MANY_REQUESTS else error
        except InputError as error:  # too large to be read
            return FetchFailed(why=error.why, path=url)
        return Protego.parse(response.body[:LONGEST].decode("utf-8", "replace"))
