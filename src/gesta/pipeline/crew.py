"""Processes that read and code beside one another, each with a model of its own on one core.

Within one process the encoder and the rules wait for one another: whoever leaves Python for a moment has to wait its turn to come back.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final, TypeVar

from gesta.errors import CodingFailed, GestaError, InputError
from gesta.model import Article, Report
from gesta.pipeline.cores import usable_cores

COMMAND: Final = ("-m", "gesta.pipeline.worker")
TRIES: Final = 2  # how often an article may end a process before it is set aside: the first time the process may have been killed by chance
MOST: Final = 8  # processes, where nobody says how many

Shaped = TypeVar("Shaped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What a process of the crew makes its own pipeline with."""

    pipeline: str | None
    force: bool
    codebook: Path | None
    first_pass: bool


class Gone(Exception):
    """The process ended before it answered."""


class Hand:
    """One process of the crew, started at once; it loads its model while nobody waits for it."""

    def __init__(self, orders: Orders) -> None:
        # Of a session of its own: Ctrl-C is for the process that the user sees, which ends this one.
        self._process = subprocess.Popen(
            [sys.executable, *COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            env=surroundings(),
        )
        self._is_ready = False
        with suppress(OSError):  # one that is gone already says so when it is asked
            self._tell(orders)

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def results(self, batch: Sequence[Article], shape: Callable[[Report], Shaped]) -> list[Shaped | InputError]:
        """What `shape`, a function of a module, makes there of each article's report, or the error that says why there is none.

        Gone where the process ends before it has them all; GestaError where model or codebook are missing or wrong.
        """
        self.get_ready()
        results: list[Shaped | InputError] = self._ask((shape, batch))
        return results

    def get_ready(self) -> None:
        """Its model and codebook are loaded. Gone where the process ends before; GestaError where they are missing or wrong."""
        if not self._is_ready:
            self._answer()
            self._is_ready = True

    def end(self) -> str:
        """The process is no more, whatever it was at; how it had ended, in words."""
        self._process.kill()
        status = self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        return f"signal {-status}" if status < 0 else f"exit code {status}"

    def _ask(self, said: object) -> Any:
        try:
            self._tell(said)
        except OSError as error:
            raise Gone from error
        return self._answer()

    def _tell(self, said: object) -> None:
        assert self._process.stdin is not None
        pickle.dump(said, self._process.stdin)
        self._process.stdin.flush()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        try:
            answer = pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise Gone from error
        if isinstance(answer, GestaError):
            raise answer
        return answer


class Crew:
    """So many processes that code by the same orders; they end with the crew, at the latest with this process."""

    def __init__(self, orders: Orders, size: int) -> None:
        self.size: Final = size
        self._orders: Final = orders
        self._hands: Final = {Hand(orders) for _ in range(size)}
        self._idle: SimpleQueue[Hand] = SimpleQueue()
        for hand in self._hands:
            self._idle.put(hand)
        self.close: Final = weakref.finalize(self, end_all, self._hands)

    def results(self, batch: Sequence[Article], shape: Callable[[Report], Shaped]) -> list[Shaped | InputError]:
        """As of one process, waiting for one to be idle. Of a process that was killed another takes the place.

        The article that ends its process a second time is set aside.
        """
        hand = self._idle.get()
        try:
            return hand.results(batch, shape)
        except Gone:
            hand = self._another(hand)[0]
            results = []
            for article in batch:
                hand, result = self._alone(hand, article, shape)
                results.append(result)
            return results
        finally:
            self._idle.put(hand)

    def _alone(self, hand: Hand, article: Article, shape: Callable[[Report], Shaped]) -> tuple[Hand, Shaped | InputError]:
        """The article's result from this process, or from those that took its place; and the one that is there now."""
        for _ in range(TRIES):
            try:
                return hand, hand.results([article], shape)[0]
            except Gone:
                hand, how = self._another(hand)
        return hand, CodingFailed(path=article.origin, why=f"the process that coded it ended each time ({how})")

    def _another(self, hand: Hand) -> tuple[Hand, str]:
        """A process in the place of this one, ready, and how this one ended; GestaError where it ends before it is ready."""
        self._hands.discard(hand)
        how = hand.end()
        if not self.close.alive:
            raise GestaError("stopped")
        new = Hand(self._orders)
        self._hands.add(new)
        try:
            new.get_ready()
        except Gone:
            raise GestaError(f"a process to code with could not be started ({new.end()})") from None
        return new, how


def end_all(hands: Iterable[Hand]) -> None:
    """None of these processes is there any more."""
    for hand in tuple(hands):
        hand.end()


def surroundings() -> dict[str, str]:
    """The environment in which a new Python imports what this one does."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def usual_size() -> int:
    """As many processes as this one may use cores; at most 8, for each takes memory."""
    return min(MOST, usable_cores())
