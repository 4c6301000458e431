"""Who may ask what: hosts and origins, tokens, how often, and what a browser may do with an answer."""

from __future__ import annotations

import base64
import hmac
import threading
import time
from collections import OrderedDict, deque
from collections.abc import MutableMapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from fastapi import FastAPI, HTTPException, Request
from fastapi.security import HTTPBearer
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gesta.api.problems import problem
from gesta.api.settings import Settings, hashed
from gesta.api.tokens import Tokens

LARGEST_BODY: Final = 2_000_000  # bytes of one request
LONGEST_LENGTH: Final = 12  # digits of a Content-Length that are looked at
CLIENTS: Final = 10_000  # whose last writes are remembered
MINUTE: Final = 60.0  # seconds
TOKEN: Final = HTTPBearer(auto_error=False, description="A token of this server: gesta serve --new-token NAME.")
# The page is scripts, styles and data of its own origin; MapLibre runs its worker from a file of the page and makes images of its own.
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
EMBEDDED: Final = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """What a request may do, by the settings of the server."""

    def __init__(self, settings: Settings) -> None:
        """Nobody has written yet."""
        self.settings = settings
        self.tokens = Tokens(settings.tokens, settings.token_file)
        self._writes: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def who(self, request: Request) -> str | None:
        """To whom the request's token was given; None for no token, and for one that is none.

        Readers of feeds know names and passwords alone: there the token is the password, whatever the name.
        """
        scheme, _, token = (request.headers.get("authorization") or "").partition(" ")
        if scheme.lower() == "basic":
            token = password(token)
        elif scheme.lower() != "bearer":
            return None
        if not token:
            return None
        digest = hashed(token.strip())
        return next((name for name, known in self.tokens.now().items() if hmac.compare_digest(known, digest)), None)

    def reads(self, request: Request) -> None:
        """Nothing happens where the client may read; 401 where it needs a token, 422 for a parameter that the route has not."""
        if request.headers.get("authorization") is not None and self.who(request) is None:
            raise HTTPException(401, "the token is none of this server's", {"WWW-Authenticate": "Bearer"})
        if not self.settings.open_reading and self.who(request) is None:
            raise HTTPException(401, "this server is read with a token", {"WWW-Authenticate": "Bearer"})
        refuse_unknown(request)

    def sees_texts(self, request: Request) -> bool:
        """True for clients that may see full texts: those with a token, on this machine too."""
        return self.who(request) is not None

    def named(self, request: Request) -> str:
        """To whom the request's token was given; 401 where there is none."""
        name = self.who(request)
        if name is None:
            raise HTTPException(401, "this needs a token (gesta serve --new-token NAME)", {"WWW-Authenticate": "Bearer"})
        return name

    def writes(self, request: Request) -> str:
        """Who writes; 401 where no token says so, 429 where it was too often."""
        name = self.named(request)
        self.paced(request)
        return name

    def paced(self, request: Request) -> None:
        """Nothing happens where the client has not asked too often in the last minute; else 429, with the seconds to wait."""
        client = self.who(request) or (request.client.host if request.client else "")
        now = time.monotonic()
        with self._lock:
            last = self._writes.setdefault(client, deque())
            self._writes.move_to_end(client)
            while last and now - last[0] > MINUTE:
                last.popleft()
            if len(last) >= self.settings.writes_a_minute:
                wait = round(MINUTE - (now - last[0])) + 1
                raise HTTPException(429, f"at most {self.settings.writes_a_minute} a minute", {"Retry-After": str(wait)})
            last.append(now)
            while len(self._writes) > CLIENTS:
                self._writes.popitem(last=False)


class Gate:
    """Requests for another host, of another origin or too large end here; every answer leaves with the headers that bind a browser."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.hosts = frozenset(name.lower() for name in settings.hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the request through, or answers why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}

        async def leave(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *self.bound(scope)]
            await send(message)

        refused = self.refused(scope, headers)
        if refused is not None:
            await problem(*refused)(scope, receive, leave)
            return
        await self.app(scope, bounded(receive), leave)

    def refused(self, scope: Scope, headers: MutableMapping[str, str]) -> tuple[int, str] | None:
        """Status and reason where the request ends here."""
        if bare(headers.get("host", "")) not in self.hosts:
            return 403, "this server is not asked under that name (--allow-host adds one)"
        origin = headers.get("origin")
        if origin is not None and scope["method"] not in ("GET", "HEAD", "OPTIONS") and bare(origin.partition("://")[2]) not in self.hosts:
            return 403, "pages of other origins may not write here"
        if not scope.get("query_string", b"").isascii():
            return 400, "an address has no bytes beyond ASCII: they are written as %xx"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or len(length) > LONGEST_LENGTH or int(length) > LARGEST_BODY:
            return 413, f"more than {LARGEST_BODY:,} bytes"
        return None

    def bound(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        """The headers of an answer; `?embed=1` may stand in another page's frame."""
        policy = EMBEDDED if b"embed=1" in scope.get("query_string", b"").split(b"&") else POLICY
        return [(name.lower().encode(), value.encode()) for name, value in {**HEADERS, "Content-Security-Policy": policy}.items()]


def refuse_unknown(request: Request) -> None:
    """422 for a parameter that no route takes: a filter that is misspelt would be no filter, and the answer would look right.

    What another route takes is let through, so that the address of a whole view can be asked of each.
    """
    known = parameters(request.app) if request.query_params else frozenset()
    for name in request.query_params:
        if name not in known:
            near = get_close_matches(name, known, 1)
            raise HTTPException(422, f"there is no parameter {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))


@cache
def parameters(app: FastAPI) -> frozenset[str]:
    """The query parameters of all routes, and that of a page in a frame."""
    every = [about for methods in app.openapi()["paths"].values() for about in methods.values()]
    return frozenset({p["name"] for about in every for p in about.get("parameters", ()) if p["in"] == "query"} | {"embed"})


def password(encoded: str) -> str:
    """The password of HTTP's basic scheme (RFC 7617); "" where it is malformed."""
    try:
        return base64.b64decode(encoded.strip(), validate=True).decode().partition(":")[2]
    except ValueError:
        return ""


def bounded(receive: Receive) -> Receive:
    """A body that says no length is cut off where it is too large: what reads it finds it broken and refuses it."""
    taken = 0

    async def bound() -> Message:
        nonlocal taken
        message = await receive()
        if message["type"] == "http.request":
            taken += len(message.get("body", b""))
            if taken > LARGEST_BODY:
                raise HTTPException(413, f"more than {LARGEST_BODY:,} bytes")
        return message

    return bound


def bare(host: str) -> str:
    """The host without its port, in lower case."""
    head, colon, port = host.lower().rpartition(":")
    return head if colon and port.isdecimal() and not (head.startswith("[") and not head.endswith("]")) else host.lower()
