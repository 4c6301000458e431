"""A small store served to a client that speaks to the application directly. Each server of a kind is made once, which costs a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from gesta.api.app import create_app
from gesta.api.settings import Settings, hashed
from tests.cli.war_records import filed

TOKEN = "a token of the tests"
HELD = {"Authorization": f"Bearer {TOKEN}"}
Client = Callable[..., TestClient]


@pytest.fixture(scope="session")
def war(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a store of a small war, which nobody changes."""
    return filed(tmp_path_factory.mktemp("served") / "war.gesta")


@pytest.fixture(scope="session")
def serve(war: Path) -> Iterator[Client]:
    """Gives the client of a server over that store, with these settings beside a token for Ed; one for the same settings."""
    known: dict[str, TestClient] = {}
    with ExitStack() as open_clients:

        def served(**given: Any) -> TestClient:
            settings = replace(Settings(store=str(war), tokens={"Ed": hashed(TOKEN)}, writes_a_minute=10_000), **given)
            if str(settings) not in known:
                client = TestClient(create_app(settings), base_url="http://localhost", raise_server_exceptions=False)
                known[str(settings)] = open_clients.enter_context(client)
            return known[str(settings)]

        yield served


@pytest.fixture
def client(serve: Client) -> TestClient:
    """A client of the usual server on loopback, which has a token."""
    return serve()
