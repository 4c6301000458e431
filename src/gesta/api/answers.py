"""Answers: made once for each publishing of the store, then handed out as they are, or not at all to who has them already."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import orjson
from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from gesta.api.readers import Opened, Readers
from gesta.export.geography import plain
from gesta.pipeline.dossier import Dossier
from gesta.pipeline.version import __version__

HELD: Final = 64_000_000  # bytes of answers that are kept
LARGEST: Final = 4_000_000  # bytes of one that is
PIECE: Final = 64_000  # bytes that a long answer is sent in
JSON: Final = "application/json"
Made = Callable[[Dossier], bytes]
Pieces = Callable[[Dossier], Iterable[bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The bytes of an answer and the tag that names them."""

    tag: str
    body: bytes


class Answers:
    """Answers of one store, the ones last asked for kept. An answer depends on nothing but the question and the published store."""

    def __init__(self, readers: Readers) -> None:
        """None is kept yet."""
        self.readers = readers
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def give(self, request: Request, make: Made, media_type: str = JSON, *, seen: str = "") -> Response:
        """The answer to this request, or 304 where the client has it. `seen` tells apart what two clients may see of it."""
        with self.readers.reading() as opened:
            headers = self._headers(request, opened, media_type, seen)
            tag = headers["ETag"]
            if has(request, tag):
                return Response(status_code=304, headers=headers)
            answer = self._known(tag) or self._keep(Answer(tag=tag, body=make(opened.dossier)))
        return Response(answer.body, media_type=media_type, headers=headers)

    def stream(self, request: Request, pieces: Pieces, media_type: str, name: str) -> Response:
        """The answer as it comes, as a file of this name, or 304. All of it shows one publishing; nothing is kept."""
        with self.readers.reading() as opened:
            headers = self._headers(request, opened, media_type, "")
        if has(request, headers["ETag"]):
            return Response(status_code=304, headers=headers)

        def flow() -> Iterator[bytes]:
            with self.readers.reading() as opened:
                yield from gathered(pieces(opened.dossier))

        return StreamingResponse(
            flow(), media_type=media_type, headers={**headers, "Content-Disposition": f'attachment; filename="{name}"'}
        )

    def _headers(self, request: Request, opened: Opened, media_type: str, seen: str) -> dict[str, str]:
        question = f"{opened.state}|{__version__}|{request.url}|{seen}|{media_type}"
        tag = f'"{hashlib.sha256(question.encode("utf-8", "replace")).hexdigest()[:32]}"'
        return {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization, Accept-Encoding"}

    def _known(self, tag: str) -> Answer | None:
        with self._lock:
            if (answer := self._kept.get(tag)) is not None:
                self._kept.move_to_end(tag)
            return answer

    def _keep(self, answer: Answer) -> Answer:
        with self._lock:
            if len(answer.body) <= LARGEST and answer.tag not in self._kept:
                self._kept[answer.tag] = answer
                self._size += len(answer.body)
                while self._size > HELD:
                    self._size -= len(self._kept.popitem(last=False)[1].body)
        return answer


def has(request: Request, tag: str) -> bool:
    """True where the client says that it has the answer of this tag."""
    said = request.headers.get("if-none-match") or ""
    return said.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in said.split(",")]


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
