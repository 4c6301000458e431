"""Coding in a process of its own, which is ended when a text takes too long: a hostile text holds up nobody but itself."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Final, Literal

import orjson

from gesta.errors import GestaError, InputError, MalformedRecord, TooLarge
from gesta.intake import article_from_text, documents_in
from gesta.model import Article
from gesta.pipeline.coded import loaded
from gesta.pipeline.lines import json_line

LONGEST: Final = 100_000  # characters of one article: some ten seconds
DEADLINE: Final = 60.0  # seconds that one article may take
START: Final = 60.0  # seconds more for the first one, which waits for the model
LOWER: Final = 5  # by how much coding stands back behind answering (nice)
Refusal = Literal[409, 413]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An article to code: a text, or the bytes of a file called `name`. What a file says of itself stands before the other fields."""

    text: str = ""
    file: bytes | None = None
    name: str = ""
    published: date | None = None
    title: str | None = None
    outlet: str | None = None


class TooSlow(GestaError):
    """A text that was not coded in time."""


class Refused(GestaError):
    """A text that cannot be coded; `status` says what that is to a client."""

    def __init__(self, status: Refusal, why: str) -> None:
        super().__init__(why)
        self.status: Refusal = status


class Apart:
    """A process that codes one text after another. It starts with the first text; whoever uses it does so one at a time."""

    def __init__(self, seconds: float = DEADLINE, work: Callable[[Task], bytes] | None = None) -> None:
        """`seconds` for each text; `work` makes the answer to a task there, `answer` if not given."""
        self.seconds, self._work = seconds, work or answer
        self._process: SpawnProcess | None = None
        self._ours: Connection | None = None

    def code(self, task: Task) -> bytes:
        """The record of the task as JSON. Refused where the text cannot be coded; TooSlow where it took too long, or took the process."""
        ours, wait = self._connected()
        try:
            ours.send(task)
            if not ours.poll(wait):
                self.close()
                raise TooSlow(f"it was not coded in {wait:.0f} seconds and was given up")
            said = ours.recv_bytes()
        except (EOFError, OSError):
            self.close()
            raise TooSlow("the process that codes came to an end over it") from None
        if said.startswith(b"{"):
            return said
        status, why = orjson.loads(said)
        raise Refused(status, why)

    def _connected(self) -> tuple[Connection, float]:
        """The connection to the process, and how long its next answer may take (seconds)."""
        if self._ours is not None and self._process is not None and self._process.is_alive():
            return self._ours, self.seconds
        self.close()
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, self._work), daemon=True, name="gesta-coding")
        self._process.start()
        theirs.close()
        return self._ours, self.seconds + START

    def close(self) -> None:
        """The process is gone, whatever it was at; the next text starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._ours is not None:
            self._ours.close()
        self._process = self._ours = None


def serve(theirs: Connection, work: Callable[[Task], bytes]) -> None:
    """What the process does: answers until the other end is closed. An interrupt of the terminal is for the server to heed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(LOWER)
    while True:
        try:
            task = theirs.recv()
        except EOFError:
            return
        theirs.send_bytes(work(task))


def answer(task: Task) -> bytes:
    """An object with the record; a list of status and reason where the text cannot be coded. Bytes: nothing of it is unpickled."""
    coder = loaded(None, None, None)
    try:
        report = next(coder.code([article_of(task)]))
    except InputError as error:
        why = error.why if task.file is None else str(error)
        return orjson.dumps([413 if isinstance(error, TooLarge) else 409, why.encode("utf-8", "replace").decode()])
    return b'{"record":%s}' % json_line(report).encode("utf-8", "replace")


def article_of(task: Task) -> Article:
    """The article of the task; InputError where it cannot be coded here."""
    if task.file is None:
        return article_from_text(task.text, published=task.published, title=task.title, outlet=task.outlet)
    article, *more = islice(documents_in(task.file, task.name), 2)
    if isinstance(article, InputError):
        raise article
    if isinstance(article, dict):
        raise MalformedRecord(path=task.name, why="a record that is coded already")
    if more:
        raise MalformedRecord(path=task.name, why="more than one article: gesta code and gesta ingest read them all")
    if len(article.text) > LONGEST:
        why = f"{len(article.text):,} characters; at most {LONGEST:,} are coded here (gesta code reads longer ones)"
        raise TooLarge(path=task.name, why=why)
    return replace(
        article, published=article.published or task.published, title=article.title or task.title, outlet=article.outlet or task.outlet
    )
