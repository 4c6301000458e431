"""Feeds into a store, polled when they are due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from gesta.errors import InputError
from gesta.intake import Found
from gesta.intake.fetching import Fetcher
from gesta.intake.polling import EVERY, FeedState, Poll, read_states, written
from gesta.model import Article
from gesta.pipeline.coder import Pipeline
from gesta.pipeline.ingesting import Ingestion, Tally
from gesta.pipeline.relinking import relink
from gesta.pipeline.relinking_apart import relink_apart
from gesta.store import Ingest, Store, open_store

NOTE = "feeds"


class Watch:
    """Polls feeds into the store at an address, which is open, and so closed to other writers, only while what was fetched is filed.

    Between rounds the states of the feeds are kept here, and in the store whenever something was filed. Once `stopped` is true,
    what was fetched is filed and nothing more is fetched. With `apart` each round is linked by a process that ends with it: between rounds
    a watch that goes on for months holds what reading and coding need, and nothing of what linking needed for a moment.
    """

    def __init__(
        self,
        feeds: Sequence[str],
        address: str,
        pipeline: Pipeline,
        fetcher: Fetcher,
        *,
        every: float = EVERY,
        stopped: Callable[[], bool] = lambda: False,
        apart: bool = False,
    ) -> None:
        self.tally = Tally()
        self.polled = 0
        self._address, self._pipeline, self._fetcher = address, pipeline, fetcher
        self._every, self._stopped, self._apart = every, stopped, apart
        self._states = {feed: FeedState(url=feed) for feed in dict.fromkeys(feeds)}
        self.rounds = 0
        self._is_linked = True
        self._fetched: dict[str, tuple[FeedState, list[Found]]] = {}

    @property
    def seconds(self) -> float:
        """How long until a feed is due; 0.0 when one is."""
        now = datetime.now(UTC)
        return min(max(0.0, (state.due - now).total_seconds()) if state.due else 0.0 for state in self._states.values())

    def round(self) -> Iterator[InputError]:
        """Each document that was set aside, as the feeds that are due are polled; then all is filed, linked and seen by readers.

        `tally` counts what this round did, `polled` its feeds, `rounds` those that came to their end. StoreBusy where another process
        writes to the store; after that or any other StoreError the next round makes up for what this one left.
        """
        if not self.rounds:
            with open_store(self._address, write=True, create=True) as store:
                self._recall(store)
        self._fetch()
        unlinked: Ingest | None = None
        with open_store(self._address, write=True, create=True) as store:
            run, self.polled = Ingestion(store, self._pipeline), 0
            for feed, (state, found) in list(self._fetched.items()):
                yield from filter(None, run.take(found))
                self._states[feed] = state
                del self._fetched[feed]
                self.polled += 1
                self._is_linked &= not (run.tally.filed or run.tally.failed)
            self.tally = run.tally
            if not self._is_linked or next(store.ingests(), None) is None:
                store.note(NOTE, written(self._states.values()))
                ended = run.row(" ".join(self._states))
                if self._apart:
                    unlinked = ended
                else:
                    relink(store, ended)
        if unlinked is not None:
            relink_apart(self._address, unlinked)
        self._is_linked = True
        self.rounds += 1

    def _fetch(self) -> None:
        """What the feeds that are due give waits to be filed, beside what an earlier round could not file."""
        for feed in [feed for feed, state in self._states.items() if is_due(state) and feed not in self._fetched]:
            if self._stopped():
                return
            poll = Poll(self._states[feed], self._fetcher, self._pipeline.names, force=self._pipeline.force, every=self._every)
            found: list[Found] = list(self._until_stopped(poll))
            self._fetched[feed] = (poll.state, found)

    def _until_stopped(self, poll: Poll) -> Iterator[Article | InputError]:
        """What the poll gives, up to the first that is had after the stop."""
        for found in poll:
            yield found
            if self._stopped():
                return

    def _recall(self, store: Store) -> None:
        """What an earlier watch of this store knew of the feeds is known again."""
        kept = {state.url: state for state in read_states(store.noted(NOTE) or "[]")}
        self._states = {feed: kept.get(feed, state) for feed, state in self._states.items()}


def is_due(state: FeedState) -> bool:
    """True when the feed may be asked now."""
    return state.due is None or state.due <= datetime.now(UTC)
