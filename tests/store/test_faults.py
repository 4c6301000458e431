"""What goes wrong around a store: other files, other versions, other writers, full disks, sudden deaths."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from time import sleep

import pytest

from gesta.errors import StoreBusy, StoreError, StoreTooNew
from gesta.model import Derived, Query
from gesta.store import Store, migrations, open_store, schema
from gesta.store.postgres import PostgresEngine, without_password
from gesta.store.schema import DERIVED, FILING, JOINED, KEYED, SOURCED, SOURCES, Table
from tests.conftest import ROOT
from tests.store.reports import derived, record

Open = Callable[..., Store]

# Adds batches of three until it is killed, and says which ones the store has answered for.
WRITER = """
import sys
from gesta.store import open_store
from gesta.model import Derived, Query
from tests.store.reports import record
with open_store(sys.argv[1], write=True, create=True) as store:
    for number in range(10_000):
        store.add([record(f"r{number}-{part}", "Shells hit Goris. " * 200) for part in range(3)])
        print(number, flush=True)
        if number % 5 == 4:
            store.publish(Derived())
            print("published", number, flush=True)
"""


def writing(address: str, *, preamble: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", preamble + WRITER, address], cwd=ROOT, env={"PYTHONPATH": "src:."}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def answered(lines: Sequence[str]) -> tuple[set[str], int]:
    """Ids of the reports that were answered for, and the last batch published (-1: none)."""
    numbers = [line for line in lines if line.strip().isdigit()]
    published = [int(line.split()[1]) for line in lines if line.startswith("published")]
    return {f"r{int(n)}-{part}" for n in numbers for part in range(3)}, max(published, default=-1)


def test_a_writer_killed_while_it_makes_the_file_leaves_none(tmp_path: Path) -> None:
    path = tmp_path / "new.gesta"
    killed = "import os\nos.replace = lambda *_: os.kill(os.getpid(), 9)\n"
    with writing(str(path), preamble=killed) as process:
        assert process.communicate()[0] == ""
    assert process.returncode == -9
    assert not path.with_name("new.gesta.work").exists()
    with open_store(str(path), write=True, create=True) as store:
        store.add([record("r", "Shells hit Goris.")])
        store.publish(Derived())
    assert [entry.name for entry in tmp_path.glob("new.gesta*") if "partial" in entry.name] == []


def written_next(address: str) -> Store:
    """The store open for writing, as soon as a server has noticed that the killed writer is gone, which takes it a moment under load."""
    for _ in range(100):
        try:
            return open_store(address, write=True)
        except StoreBusy:
            sleep(0.1)
    return open_store(address, write=True)


def test_a_writer_that_is_done_makes_way_before_its_server_has_noticed(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not address.startswith("postgresql:"):
        pytest.skip("a file has no connection")
    connection = pytest.importorskip("psycopg").Connection
    engine = PostgresEngine(address, write=True, create=False)
    with monkeypatch.context() as patched:
        patched.setattr(connection, "close", lambda _: None)
        engine.close()
    PostgresEngine(address, write=True, create=False).close()
    engine.close()


def test_a_killed_writer_loses_nothing_and_shows_no_half(address: str) -> None:
    chance = random.Random(4)
    for _ in range(3):
        process = writing(address)
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(chance.randrange(1, 14))]
        process.kill()
        lines += process.stdout.readlines()
        process.wait()
        kept, published = answered(lines)
        if published >= 0:
            with open_store(address) as reader:
                seen = [filing.id for filing in reader.filings()]
            assert len(seen) % 15 == 0, "a publishing is seen whole"
            assert len(seen) >= 3 * (published + 1)
        with written_next(address) as writer:
            ids = [filing.id for filing in writer.filings()]
            assert len(ids) == len(set(ids))
            assert len(ids) % 3 == 0, "a batch is kept whole"
            assert kept <= set(ids)
            assert len(list(writer.tellings())) == len(ids)


def test_a_full_disk_is_said_and_costs_nothing_answered_for(tmp_path: Path) -> None:
    path = tmp_path / "full.gesta"
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))\n"
    out, error = writing(str(path), preamble=limit).communicate(timeout=60)
    kept, _ = answered(out.splitlines())
    assert "StoreError" in error.splitlines()[-1]
    assert kept
    with open_store(path, write=True) as writer:
        assert kept <= {filing.id for filing in writer.filings()}
        writer.publish(Derived())


def test_a_lost_connection_is_said_and_costs_the_batch_alone(store: Open, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    psycopg = pytest.importorskip("psycopg")
    if not address.startswith("postgresql:"):
        pytest.skip("a file has no connection")
    take = PostgresEngine.take

    def cut(engine: PostgresEngine, table: Table, prepared: bytes) -> None:
        take(engine, table, prepared)
        if table is FILING:
            with psycopg.connect(address, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gesta'")

    with store(write=True) as writer:
        writer.add([record("r1")])
        monkeypatch.setattr(PostgresEngine, "take", cut)
        with pytest.raises(StoreError, match="connection was lost"):
            writer.add([record("r2"), record("r3")])
    monkeypatch.undo()
    with store(write=True) as writer:
        assert writer.add([record("r1"), record("r2"), record("r3")]) == 2


def test_what_cannot_be_filed_costs_the_whole_batch_and_nothing_else(store: Open) -> None:
    broken = record("r2")
    del broken["events"][0]["type"]
    with store(write=True) as writer:
        writer.add([record("r1")])
        with pytest.raises(KeyError):
            writer.add([record("r3"), broken])
        assert writer.add([record("r3")]) == 1


def made_by(version: int, store: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """A published store of that schema."""
    with monkeypatch.context() as other:
        other.setattr(schema, "SCHEMA", version)
        with store(write=True) as writer:
            writer.add([record("r1")])
            writer.publish(derived("r1"))


@pytest.fixture
def unmade(address: str) -> None:
    """The store of this test is made by its first writer in PostgreSQL too."""
    if address.startswith("postgresql:"):
        import psycopg

        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("DROP SCHEMA gesta CASCADE")


@pytest.mark.usefixtures("unmade")
def test_a_store_of_a_newer_gesta_is_left_alone(store: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    made_by(schema.SCHEMA + 1, store, monkeypatch)
    for write in (False, True):
        with pytest.raises(StoreTooNew, match="newer gesta"):
            store(write=write)


@pytest.mark.usefixtures("unmade")
def test_a_store_of_an_older_gesta_is_renewed_by_the_next_writer(store: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    made_by(schema.SCHEMA, store, monkeypatch)
    monkeypatch.setattr(schema, "SCHEMA", schema.SCHEMA + 1)
    monkeypatch.setattr(migrations, "STEPS", {schema.SCHEMA: lambda run: run("ALTER TABLE failure ADD COLUMN severity integer")})
    with pytest.raises(StoreError, match="older gesta"):
        store()
    with store(write=True) as writer:
        assert [filing.id for filing in writer.filings()] == ["r1"]
        writer.publish(derived("r1"))
    with store() as reader:
        assert reader.derived() == derived("r1")
        assert reader.versions()["schema"] == str(schema.SCHEMA)


# From the tables of now to those of the first schema.
TO_FIRST = (
    "ALTER TABLE filing ADD COLUMN digest {text}",
    "ALTER TABLE tie DROP COLUMN sources",
    *(f"ALTER TABLE estimate DROP COLUMN {name}" for name in ("granularity", "background", "sources")),
)


def as_the_first_schema_had_it(address: str) -> None:
    """The published store has the tables of the first schema."""
    if address.startswith("postgresql:"):
        import psycopg

        with psycopg.connect(address, options="-csearch_path=gesta,public") as connection:
            own = [f"ALTER TABLE {table.name} DROP COLUMN digest" for table in DERIVED]
            for statement in (*TO_FIRST, *own, "DROP INDEX telling_actor_keys", "UPDATE state SET version = 1"):
                connection.execute(statement.format(text="text").encode())
        return
    import duckdb

    own = [
        f"ALTER TABLE {table.name} DROP COLUMN {name}"
        for tables, columns in ((SOURCED, SOURCES), (KEYED, JOINED))
        for table, name in product(tables, columns.values())
    ]
    with duckdb.connect(address) as connection:
        for statement in (*TO_FIRST, *own, "UPDATE gesta_store SET value = '1' WHERE name = 'schema'"):
            connection.execute(statement.format(text="VARCHAR"))


def test_a_store_of_the_first_schema_is_renewed_and_answers_as_before(store: Open, address: str) -> None:
    with store(write=True) as writer:
        writer.add([record("r1"), record("r2")])
        writer.publish(derived("r1"))
    as_the_first_schema_had_it(address)
    with pytest.raises(StoreError, match="older gesta"):
        store()
    with store(write=True) as writer:
        assert [writer.ask(layer, Query(min_sources=2)).num_rows for layer in ("events", "claims", "figures")] == [1, 1, 1]
        assert writer.add([record("r1"), record("r2"), record("r3")]) == 1
        writer.publish(derived("r1", "r3"))
    with store() as reader:
        assert [found["report"]["id"] for found in reader.records()] == ["r1", "r2", "r3"]
        assert reader.derived() == derived("r1", "r3")
        assert reader.ask("events", Query(min_sources=2)).num_rows == 2


def test_there_is_no_store_until_one_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        open_store(tmp_path / "none.gesta")
    with pytest.raises(StoreError, match="there is no store"):
        open_store(tmp_path / "none.gesta", write=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"report,deaths\n1,2\n", b"\x00" * 20_000])
def test_a_file_that_is_no_store_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    for write in (False, True):
        with pytest.raises(StoreError, match=r"table\.csv"), open_store(path, write=write, create=write) as opened:
            opened.add([record("r1")])
    assert path.read_bytes() == content


def test_a_database_of_somebody_else_is_no_store(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE filing (id INTEGER)")
    for write in (False, True):
        with pytest.raises(StoreError, match="no store of gesta"):
            open_store(path, write=write, create=write).add([])


def test_what_is_taken_down_leaves_no_byte(tmp_path: Path) -> None:
    path, secret = tmp_path / "s.gesta", "Wolframite quarries at Kestrelmoor"
    with open_store(path, write=True, create=True) as writer:
        writer.add([record("r1"), record("r2", secret, title=secret)])
        writer.publish(derived("r1", "r2"))
        assert secret.encode() in path.read_bytes()
        writer.take_down(["r2"], "asked for")
        writer.publish(derived("r1"))
    assert [p.name for p in tmp_path.iterdir() if secret.encode() in p.read_bytes()] == []


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(StoreError, match="cannot be reached") as caught:
        open_store("postgresql://reader:hush@127.0.0.1:1/conflict?password=hush")
    assert "hush" not in str(caught.value)
    assert without_password("postgresql://reader:hush@h/db?password=x&a=1") == "postgresql://reader@h/db?password=…&a=1"


def test_without_the_driver_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StoreError, match=r"gesta\[postgres\]"):
        open_store("postgresql://127.0.0.1/conflict")
