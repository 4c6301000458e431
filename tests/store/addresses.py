"""Where the stores of the tests lie: a new one for each test, in DuckDB and in PostgreSQL."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from gesta.errors import StoreError
from gesta.store import open_store
from tests.store.cluster import Cluster

NUMBERS = count(1)


def left_out(why: object) -> None:
    """Says once, past pytest's capture, that the PostgreSQL half does not run."""
    print(f"left out: the stores' tests on PostgreSQL ({why})", file=sys.__stderr__)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster | None]:
    """A server with PostGIS; None where there is none."""
    with tempfile.TemporaryDirectory(prefix="gesta-postgres-") as folder:
        try:
            server = Cluster(Path(folder))
        except RuntimeError as error:
            left_out(error)
            yield None
            return
        try:
            yield server if with_template(server) else None
        finally:
            server.stop()


def with_template(server: Cluster) -> bool:
    """Makes an empty store that each test copies; False where the server has no PostGIS."""
    run(server, "CREATE DATABASE empty_store")
    try:
        with open_store(server.address("empty_store"), write=True, create=True):
            return True
    except StoreError as error:
        left_out(error)
        return False


def run(server: Cluster, statement: str) -> None:
    import psycopg

    with psycopg.connect(server.address("postgres"), autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(params=["duckdb", "postgresql"])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[int], str]]:
    """Where the stores of this test lie or will lie, by number."""
    if request.param == "duckdb":
        yield lambda number: str(tmp_path / f"{number}.gesta")
        return
    server: Cluster | None = request.getfixturevalue("cluster")
    if server is None:
        pytest.skip("no PostgreSQL with PostGIS")
    databases: dict[int, str] = {}

    def found(number: int) -> str:
        if number not in databases:
            databases[number] = f"store_{next(NUMBERS)}"
            run(server, f"CREATE DATABASE {databases[number]} TEMPLATE empty_store STRATEGY file_copy")
        return server.address(databases[number])

    yield found
    for database in databases.values():
        run(server, f"DROP DATABASE {database} WITH (FORCE)")


@pytest.fixture
def address(addresses: Callable[[int], str]) -> str:
    """Where the one store of this test lies or will lie."""
    return addresses(0)
