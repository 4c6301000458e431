"""What several questions need, computed once for each publishing and kept for the next question."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, TypeVar

from gesta.pipeline.dossier import Dossier

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The values of one publishing that were asked for last. Answers are kept apart (`answers`): these are what several are made of."""

    def __init__(self, most: int) -> None:
        """None is known yet; `most` are kept."""
        self._most = most
        self._known: OrderedDict[tuple[Hashable, ...], Future[Value]] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, dossier: Dossier, make: Callable[[], Value], *about: Hashable) -> Value:
        """The value about this, of the publishing that the dossier shows; of those who ask for it at once, one makes it, the others wait.

        What `make` raises is raised, for all of them, and not kept.
        """
        key = dossier.store.published(), *about
        with self._lock:
            waited = self._known.get(key)
            if waited is None:
                for other in [other for other in self._known if other[0] != key[0]]:
                    del self._known[other]
                made = self._known[key] = Future[Value]()
                while len(self._known) > self._most:
                    self._known.popitem(last=False)
        if waited is not None:
            return waited.result()
        try:
            made.set_result(make())
        except BaseException as error:
            with self._lock:
                self._known.pop(key, None)
            made.set_exception(error)
            raise
        return made.result()
