"""Polling a feed: what is new in it, fetched article by article, and when to ask again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta

from gesta.errors import FetchFailed, FetchRefused, InputError
from gesta.intake.addresses import is_web_address
from gesta.intake.feeds import Entry, Feed, draft_of, parse_feed
from gesta.intake.fetching import NOT_MODIFIED, Fetcher
from gesta.intake.finishing import finished
from gesta.intake.newsnames import NewsNames
from gesta.intake.response import PAGES, Response, page_article
from gesta.model import Article

EVERY = 15 * 60.0
SHORTEST, LONGEST = 60.0, 24 * 3600.0
MOST_SEEN = 5_000
MOST_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is remembered of a feed from one poll to the next.

    `seen` names the entries that were taken or given up, oldest first; `tries` those that could not be fetched yet, once for each try.
    `failures` counts polls in a row that failed. `due` (UTC) is when the feed may be asked again, None for at once.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    seen: tuple[str, ...] = ()
    tries: tuple[str, ...] = ()
    failures: int = 0
    due: datetime | None = None


def written(states: Iterable[FeedState]) -> str:
    """The states as JSON, for `read_states`."""
    return json.dumps([asdict(state) | {"due": state.due.isoformat() if state.due else None} for state in states])


def read_states(text: str) -> Iterator[FeedState]:
    """The states that `written` wrote."""
    for state in json.loads(text):
        due = datetime.fromisoformat(state["due"]) if state["due"] else None
        yield FeedState(**state | {"due": due, "seen": tuple(state["seen"]), "tries": tuple(state["tries"])})


class Poll:
    """One poll. Iterated, it gives the new articles, oldest first, and errors in the place of those that could not be had.

    `state` is what to remember; it changes only when the iteration has come to its end, so that what was not kept is fetched again.
    """

    def __init__(self, state: FeedState, fetcher: Fetcher, names: NewsNames, *, force: bool = False, every: float = EVERY) -> None:
        self.state = state
        self._fetcher, self._names, self._force, self._every = fetcher, names, force, every

    def __iter__(self) -> Iterator[Article | InputError]:
        """Fetches the feed, then each of its new articles when it is asked for."""
        before = self.state
        try:
            response = self._fetcher.get(before.url, etag=before.etag, modified=before.modified)
            if response.status == NOT_MODIFIED:
                self.state = replace(before, failures=0, due=after(self._every))
                return
            feed = parse_feed(response.body, before.url, response.url)
        except InputError as error:
            self.state = backed_off(before, error, self._every)
            yield error
            return
        yield from self._articles(before, response, feed)

    def _articles(self, before: FeedState, response: Response, feed: Feed) -> Iterator[Article | InputError]:
        """The new articles of the feed; then the new state."""
        seen, tries = list(before.seen), list(before.tries)
        known = frozenset(seen)
        fresh = {name: entry for entry in reversed(feed.entries) if (name := version_of(entry)) not in known}
        for name, entry in fresh.items():
            found = entry_article(entry, feed, self._fetcher, self._names, force=self._force)
            tries.append(name)
            if not is_passing(found) or tries.count(name) >= MOST_TRIES:
                seen.append(name)
            yield found
        present = {version_of(entry) for entry in feed.entries}
        waiting = [name for name in tries if name in present and name not in seen]
        self.state = replace(
            before,
            # A feed with articles still to be fetched must be read again though it has not changed.
            etag=None if waiting else response.headers.get("etag"),
            modified=None if waiting else response.headers.get("last-modified"),
            seen=remembered(seen, present),
            tries=tuple(waiting),
            failures=0,
            due=after(max(self._every, feed.ttl or 0.0)),
        )


def version_of(entry: Entry) -> str:
    """16 hex digits for one version of an entry: a feed that gives it another date means that it has changed."""
    return hashlib.sha256(f"{entry.id} {entry.updated or ''}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def remembered(seen: Iterable[str], present: set[str]) -> tuple[str, ...]:
    """All that are still in the feed, and of the others the newest."""
    listed = list(dict.fromkeys(seen))
    newest = set(listed[-MOST_SEEN:])
    return tuple(name for name in listed if name in newest or name in present)


def is_passing(found: Article | InputError) -> bool:
    """True for a failure that another try may not have."""
    return isinstance(found, FetchFailed) and not found.lasting


def entry_article(entry: Entry, feed: Feed, fetcher: Fetcher, names: NewsNames, *, force: bool) -> Article | InputError:
    """The article behind an entry's link; without a link the text that the feed itself carries."""
    link = entry.link or ""
    try:
        if not is_web_address(link):
            return finished(draft_of(entry, feed, entry.id), names, force=force)
        response = fetcher.get(link)
    except InputError as error:
        return error
    if response.kind and response.kind not in PAGES:
        return InputError(why=f"no web page: it is {response.kind}", path=link)
    return page_article(response, link, names, force=force, known=draft_of(entry, feed, link))


def backed_off(state: FeedState, error: InputError, every: float) -> FeedState:
    """The state after a poll that failed: each failure in a row doubles the time to the next, and a host's Retry-After is kept."""
    asked = error.retry_after or 0.0 if isinstance(error, FetchFailed) else 0.0
    wait = LONGEST if isinstance(error, FetchRefused) else max(asked, every * 2 ** min(state.failures, 16))
    return replace(state, failures=state.failures + 1, due=after(wait))


def after(seconds: float) -> datetime:
    """That long from now (UTC), at least a minute and at most a day."""
    return datetime.now(UTC) + timedelta(seconds=min(LONGEST, max(SHORTEST, seconds)))
