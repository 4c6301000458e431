"""`gesta serve`: the page and the API for one store."""

from __future__ import annotations

import webbrowser
from dataclasses import replace
from pathlib import Path
from threading import Timer
from typing import Annotated

import typer

from gesta.api.settings import Settings
from gesta.api.tokens import alerts_file, kept_tokens, new_token, tokens_file
from gesta.cli.heap import one_arena
from gesta.cli.options import StoreAddress
from gesta.cli.streams import complain, emit
from gesta.errors import GestaError

Releases = Annotated[
    Path | None,
    typer.Option("--releases", metavar="FOLDER", help="Releases (gesta release) lie in it: they are handed out.", show_default=False),
]
NewToken = Annotated[
    str | None, typer.Option("--new-token", metavar="NAME", help="Make a token for NAME, print it once, and end.", show_default=False)
]


def serve(
    store: StoreAddress = "",
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; beyond this machine only with a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0: any that is free.")] = 8000,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name under which it may be asked. May be repeated.", show_default=False),
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in the browser, with a token for as long as it runs.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Answer with the page and one question, then end.")] = False,
    releases: Releases = None,
    token: NewToken = None,
) -> None:
    """Serve the page and the API. See who says what; on this machine all read, whole texts and decisions are for tokens (--new-token)."""
    # FastAPI and uvicorn cost half a second: no other command waits for them.
    from gesta.api.serving import bound_socket, for_this_run, run

    if token is not None:
        emit(new_token(token) + "\n")
        complain(f"the token of {token}; it is kept as a hash, so write it down now")
        return
    if not store:
        raise typer.BadParameter("is needed: which store?", param_hint="--store")
    one_arena()
    settings = replace(
        Settings.bound(store, host, kept_tokens(), tuple(allow_host or ())),
        alerts=alerts_file(store), token_file=tokens_file(), releases=releases,
    )  # fmt: skip
    socket = bound_socket(host, port)
    address = f"http://{'localhost' if host in ('127.0.0.1', '::1') else host}:{socket.getsockname()[1]}/"
    opening = None
    if show and not check:
        settings, opening = for_this_run(settings)

    def ready() -> None:
        complain(f"serving {store} at {address} (Ctrl-C ends it)")
        if opening is not None:
            Timer(1.0, opened, (f"{address}#open={opening.code}",)).start()

    try:
        run(settings, socket, address if check else "", opening, ready=ready)
    except OSError as error:
        raise GestaError(f"cannot serve: {error.strerror}") from error
    if check:
        emit(f"{address} answered with the page and with rows\n")


def opened(address: str) -> None:
    """The address is open in a browser, or said where there is none."""
    if not webbrowser.open(address):
        complain(f"no browser opens here; this address is good once, for ten minutes, and brings a token for this run: {address}")
