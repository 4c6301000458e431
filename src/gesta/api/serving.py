"""Running the application with uvicorn."""

from __future__ import annotations

import socket

import uvicorn

from gesta.api.app import create_app
from gesta.api.settings import Settings
from gesta.errors import GestaError
from gesta.pipeline.dossier import open_dossier

PATIENCE = 5  # seconds that answers under way have when the server ends


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket that listens there; GestaError where the port is taken or the address is none of this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
        found.listen(2048)  # who asks before the application is there waits for it
    except OSError as error:
        found.close()
        raise GestaError(f"{host}:{port} cannot be listened at: {error.strerror}") from error
    return found


def run(settings: Settings, at: socket.socket) -> None:
    """Serves until interrupted. StoreError at once where the store cannot be opened."""
    open_dossier(settings.store).close()
    config = uvicorn.Config(
        create_app(settings), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=PATIENCE,
        limit_concurrency=500, h11_max_incomplete_event_size=65_536,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[at])
