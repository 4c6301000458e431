"""Those who ask at once: what was answered is handed out before anything else is looked at, what is being answered is waited for."""

from __future__ import annotations

import asyncio
from typing import Final

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gesta.api.answers import Answers, Key, has, packs
from gesta.api.guard import Guard

PATHS: Final = "/api/v1/"


class Askers:
    """Of many who ask the same, one is answered the long way; the others get its answer.

    The same is asked with the same words, headers that say who asks among them, of one publishing and with the same tokens in force. So
    nobody is handed what they would have been refused. What is refused is not kept: each who asks for it is refused anew.
    """

    def __init__(self, app: ASGIApp, answers: Answers, guard: Guard) -> None:
        self.app, self.answers, self.guard = app, answers, guard
        self._underway: dict[Key, asyncio.Event] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers at once, or lets the request through."""
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(PATHS):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        key = self.key(request)
        answer = self.answers.known(key)
        if answer is None and (underway := self._underway.get(key)) is not None:
            await underway.wait()
            answer = self.answers.known(key)
        if answer is not None:
            await answer.response(has=has(request, answer.tag), packs=packs(request))(scope, receive, send)
        else:
            await self._first(key, scope, receive, send)

    def key(self, request: Request) -> Key:
        """What two requests that are answered alike have in common."""
        tokens = tuple(self.guard.tokens.now().items())
        return self.answers.readers.glance(), tokens, request.headers.get("authorization"), str(request.url)

    async def _first(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        """The request is answered the long way; until its answer begins, others who ask the same wait for it."""
        done = asyncio.Event()
        self._underway[key] = done

        async def begun(message: Message) -> None:
            done.set()
            await send(message)

        try:
            await self.app({**scope, "gesta.key": key if key[0] else None}, receive, begun)
        finally:
            done.set()
            if self._underway.get(key) is done:
                del self._underway[key]
