"""Running the application with uvicorn."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Callable
from urllib.request import ProxyHandler, build_opener

import uvicorn

from gesta.api.app import create_app
from gesta.api.opening import Opening, for_this_run
from gesta.api.settings import Settings
from gesta.errors import GestaError
from gesta.pipeline.dossier import open_dossier

__all__ = ["bound_socket", "for_this_run", "run"]

LONGEST = 60  # seconds that a first answer may take
PATIENCE = 5  # seconds that answers under way have when the server ends


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket that listens there; GestaError where the port is taken or the address is none of this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, for asyncio sends small answers at once on such sockets alone: others wait 40 ms for a receipt.
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        found.listen(2048)  # who asks before the application is there waits for it
    except OSError as error:
        found.close()
        raise GestaError(f"{host}:{port} cannot be listened at: {error.strerror}") from error
    return found


def run(
    settings: Settings, at: socket.socket, asked_once: str = "", opening: Opening | None = None, *, ready: Callable[[], None] = lambda: None
) -> None:
    """Serves until interrupted, or until the address `asked_once` has answered with a page and with rows.

    `ready` is called when the store was opened and nothing more can go wrong. StoreError where it cannot be opened, GestaError where the
    address did not answer.
    """
    open_dossier(settings.store).close()
    app = create_app(settings, opening)
    # What is there now stays, the codebook above all: looked through for what is no longer needed, it would hold up answers for 0.2 s.
    gc.collect()
    gc.freeze()
    ready()
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=PATIENCE,
        limit_concurrency=500, h11_max_incomplete_event_size=65_536,
    )  # fmt: skip
    server = uvicorn.Server(config)
    if not asked_once:
        server.run(sockets=[at])
        return
    thread = threading.Thread(target=server.run, kwargs={"sockets": [at]}, daemon=True)
    thread.start()
    opener = build_opener(ProxyHandler({}))  # whatever proxy there is, this machine is asked itself
    try:
        for path in ("", "api/v1/incidents?limit=1"):
            with opener.open(asked_once + path, timeout=LONGEST) as answer:
                answer.read()
    except OSError as error:
        raise GestaError(f"{asked_once} did not answer: {error}") from error
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
