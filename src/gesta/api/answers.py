"""Answers: made once for each publishing of the store, then handed out as they are, or not at all to who has them already."""

from __future__ import annotations

import gzip
import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import orjson
from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from gesta.api.readers import Readers
from gesta.export.geography import plain
from gesta.pipeline.dossier import Dossier
from gesta.pipeline.version import __version__

HELD: Final = 128_000_000  # bytes of answers that are kept, packed ones too
LARGEST: Final = 4_000_000  # bytes of one that is
LEAST: Final = 1_000  # bytes from which an answer is packed
PACKED: Final = 5  # gzip's level: the next ones take twice as long for a few bytes
PIECE: Final = 64_000  # bytes that a long answer is sent in
ASKED: Final = 20_000  # requests whose answers are known by their address
MAKERS: Final = max(2, os.cpu_count() or 1)  # answers made at a time: more would only keep one another waiting
JSON: Final = "application/json"
Made = Callable[[Dossier], bytes]
Pieces = Callable[[Dossier], Iterable[bytes]]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The bytes of an answer, as they are and packed (None where that is not worth it), and the headers that it leaves with."""

    tag: str
    media_type: str
    body: bytes
    packed: bytes | None

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return len(self.body) + len(self.packed or b"")

    def response(self, *, has: bool, packs: bool) -> Response:
        """To a client that has the answer already, or takes it packed."""
        headers = labels(self.tag)
        if has:
            return Response(status_code=304, headers=headers)
        if packs and self.packed is not None:
            return Response(self.packed, media_type=self.media_type, headers={**headers, "Content-Encoding": "gzip"})
        return Response(self.body, media_type=self.media_type, headers=headers)


class Answers:
    """Answers of one publishing of a store, the ones last asked for kept. Each depends on nothing but the question and the publishing."""

    def __init__(self, readers: Readers) -> None:
        """None is kept yet."""
        self.readers = readers
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._asked: OrderedDict[Key, str] = OrderedDict()
        self._size = 0
        self._shown = ""
        self._lock = threading.Lock()
        self._makers = threading.Semaphore(MAKERS)

    def give(self, request: Request, make: Made, media_type: str = JSON, *, seen: str = "") -> Response:
        """The answer to this request, or 304 where the client has it. `seen` tells apart what two clients may see of it."""
        state = self.readers.state()
        tag = tagged(request, state, seen, media_type)
        answer = self._known(tag)
        if answer is None and state and has(request, tag):
            return Response(status_code=304, headers=labels(tag))
        if answer is None:
            with self._makers, self.readers.reading() as opened:
                tag = tagged(request, opened.state, seen, media_type)
                answer = self._keep(made(tag, media_type, make(opened.dossier)), opened.state)
        self._remember(request, answer.tag)
        return answer.response(has=has(request, answer.tag), packs=packs(request))

    def known(self, key: Key) -> Answer | None:
        """The answer that a request of this key was given, while it is kept."""
        with self._lock:
            tag = self._asked.get(key)
        return self._known(tag) if tag is not None else None

    def stream(self, request: Request, pieces: Pieces, media_type: str, name: str) -> Response:
        """The answer as it comes, as a file of this name, or 304. All of it shows one publishing; nothing is kept."""
        with self.readers.reading() as opened:
            tag = tagged(request, opened.state, "", media_type)
        if has(request, tag):
            return Response(status_code=304, headers=labels(tag))

        def flow() -> Iterator[bytes]:
            with self.readers.reading() as opened:
                yield from gathered(pieces(opened.dossier))

        return StreamingResponse(
            flow(), media_type=media_type, headers={**labels(tag), "Content-Disposition": f'attachment; filename="{name}"'}
        )

    def _known(self, tag: str) -> Answer | None:
        with self._lock:
            if (answer := self._kept.get(tag)) is not None:
                self._kept.move_to_end(tag)
            return answer

    def _keep(self, answer: Answer, state: str) -> Answer:
        """The answer, kept beside those of the same publishing: nobody can ask for those of another any more, which are forgotten."""
        with self._lock:
            if state != self._shown:
                self._kept.clear()
                self._asked.clear()
                self._size, self._shown = 0, state
            if answer.size <= LARGEST and answer.tag not in self._kept:
                self._kept[answer.tag] = answer
                self._size += answer.size
                while self._size > HELD:
                    self._size -= self._kept.popitem(last=False)[1].size
        return answer

    def _remember(self, request: Request, tag: str) -> None:
        """A request of the same key is given the same answer, without being read again."""
        if (key := request.scope.get("gesta.key")) is not None:
            with self._lock:
                self._asked[key] = tag
                while len(self._asked) > ASKED:
                    self._asked.popitem(last=False)


def made(tag: str, media_type: str, body: bytes) -> Answer:
    """The answer, packed once for all who will take it."""
    packed = gzip.compress(body, PACKED, mtime=0) if len(body) >= LEAST else None
    return Answer(tag=tag, media_type=media_type, body=body, packed=packed)


def tagged(request: Request, state: str, seen: str, media_type: str) -> str:
    """The ETag of the answer to this request by the store in this state."""
    question = f"{state}|{__version__}|{request.url}|{seen}|{media_type}"
    return f'"{hashlib.sha256(question.encode("utf-8", "replace")).hexdigest()[:32]}"'


def labels(tag: str) -> dict[str, str]:
    """The headers of an answer that depends on the store."""
    return {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization, Accept-Encoding"}


def has(request: Request, tag: str) -> bool:
    """True where the client says that it has the answer of this tag."""
    said = request.headers.get("if-none-match") or ""
    return said.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in said.split(",")]


def packs(request: Request) -> bool:
    """True where the client takes gzip."""
    return "gzip" in (request.headers.get("accept-encoding") or "")


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of some size: each piece is a message of its own."""
    some = bytearray()
    for piece in pieces:
        some += piece
        if len(some) >= PIECE:
            yield bytes(some)
            some.clear()
    yield bytes(some)


def json_bytes(value: Any) -> bytes:
    """JSON: nouns as objects, days as ISO 8601."""
    return orjson.dumps(value, default=simple)


def simple(value: Any) -> Any:
    """Named tuples as lists; days as ISO 8601."""
    return list(value) if isinstance(value, tuple) else plain(value)
