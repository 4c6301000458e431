"""A token for one run of a server, which the page that `gesta serve --open` opens is handed once."""

from __future__ import annotations

import getpass
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Final

from fastapi import APIRouter, Body, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field

from gesta.api.guard import Guard
from gesta.api.settings import Settings, hashed

SECONDS: Final = 600.0  # after the start, for which the code is good


class Opening:
    """A code for an address, and the token that it is good for: once, and not for long.

    Other users of a machine can read the command line that opens a browser: they see a code that is used up.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Code and token are made, and kept nowhere else."""
        self.code, self.token = secrets.token_urlsafe(16), secrets.token_urlsafe(32)
        self._now, self._until, self._lock = now, now() + SECONDS, threading.Lock()

    def taken(self, code: str) -> str | None:
        """The token, to the first who shows the code in time; else None."""
        with self._lock:
            if self._now() > self._until or not hmac.compare_digest(code.encode("utf-8", "replace"), self.code.encode()):
                return None
            self._until = self._now() - 1
            return self.token


def for_this_run(settings: Settings) -> tuple[Settings, Opening]:
    """The settings with a token more, for whoever started the server and as long as it runs."""
    opening = Opening()
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = "this machine"
    name = user if user not in settings.tokens else f"{user}, this run"
    return replace(settings, tokens={**settings.tokens, name: hashed(opening.token)}), opening


class Shown(BaseModel):
    """The code of the address that was opened."""

    model_config = ConfigDict(extra="forbid")

    code: Annotated[str, Field(max_length=100)]


def opening_routes(opening: Opening | None, guard: Guard) -> APIRouter:
    """The route by which the page that was opened gets its token."""
    router = APIRouter(include_in_schema=False)

    @router.post("/opening")
    def opened(request: Request, shown: Annotated[Shown, Body()]) -> dict[str, str]:
        guard.paced(request)
        token = opening.taken(shown.code) if opening is not None else None
        if token is None:
            raise HTTPException(403, "this address was opened already, or too late: reading goes on without a token")
        return {"token": token}

    return router
