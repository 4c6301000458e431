"""What a store takes and answers: records filed a second, and the 95th percentile of each filter over a million events.

    python -m benchmarks.store [--records 10000] [--events 1000000] [--postgres postgresql://…] [--only ingest|ask] [--keep FOLDER]

Records are the samples, coded once, under new names; coding is not timed. Events, figures, incidents and estimates are made up
(`store_rows.py`). A query asks for the first hundred rows, sorted; each filter is asked with forty values, drawn as the rows were. In
brackets stands the processor time of this process, on all its cores: it is what a busy machine moves least.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import Any, Final

from benchmarks.store_rows import DAYS, EVENTS_PER_REPORT, FIRST_DAY, World, computed, reports

from gesta.errors import InputError
from gesta.model import BoundingBox, Derived, Layer, Query
from gesta.pipeline import Pipeline, json_line
from gesta.pipeline.ingesting import BATCH
from gesta.store import open_store
from gesta.store.duck import DuckEngine
from gesta.store.engine import Engine
from gesta.store.postgres import PostgresEngine
from gesta.store.schema import OF_REPORTS

ROOT: Final = Path(__file__).resolve().parents[1]
POOL: Final = 2_000
NEWS: Final = 5_000  # reports of a day
ASKED: Final = 40
LAYERS: Final[tuple[Layer, ...]] = ("incidents", "events", "claims", "figures")


def coded_samples() -> list[str]:
    """The sample reports as records."""
    paths = sorted(p for p in (ROOT / "samples").iterdir() if p.suffix in {".txt", ".md", ".html", ".jsonl"} and p.stem != "README")
    return [json_line(report) for report in Pipeline().code_paths(paths) if not isinstance(report, InputError)]


def renamed(pool: Sequence[Mapping[str, Any]], first: int, number: int) -> list[dict[str, Any]]:
    """So many records, each one of the pool under a name and an address of its own."""
    made = []
    for n in range(first, first + number):
        record, name = pool[n % len(pool)], f"{n:064x}"
        made.append({**record, "report": record["report"] | {"id": name, "url": f"https://outlet.example/{n}", "text_sha256": name}})
    return made


def ingest(address: str, samples: Sequence[str], records: int) -> None:
    """Prints how many records a second are filed, batch after batch as `gesta ingest` does it, until the last one is kept."""
    # So many, each with values of its own, that no record is in the processor's caches when its turn comes.
    pool = [json.loads(samples[n % len(samples)]) for n in range(min(records, POOL))]
    with open_store(address, write=True, create=True) as store:
        began, at_work = time.perf_counter(), time.process_time()
        kept = [store.add_ahead(renamed(pool, first, min(BATCH, records - first))) for first in range(0, records, BATCH)]
        filed = sum(number() for number in kept)
        seconds, worked = time.perf_counter() - began, time.process_time() - at_work
        began = time.perf_counter()
        store.publish(Derived())
        published = time.perf_counter() - began
    rate = f"{filed / seconds:,.0f} a second ({filed / worked:,.0f} a second of processor time)"
    print(f"{filed} records filed: {rate}; then published in {published:.1f} s", flush=True)


def filled(engine: Engine, events: int, *, whole: bool = False) -> None:
    """The store holds so many events and all that would be computed of them, published; `whole`: with reports to read.

    A large one is published a day's news before the last.
    """
    made, every = reports(World(), events, whole=whole), events // EVENTS_PER_REPORT
    done = 0
    for known in [every - NEWS, every] if every > 2 * NEWS else [every]:
        began = time.perf_counter()
        waiting: dict[Any, list[Any]] = {table: [] for table in OF_REPORTS}
        for n, rows in enumerate(islice(made, known - done), start=1):
            for table, some in rows.items():
                waiting[table] += some
            if n % 2_000 == 0:
                file_away(engine, waiting)
        file_away(engine, waiting)
        filed, began, done = time.perf_counter() - began, time.perf_counter(), known
        engine.publish(computed(World(), events, known), None)
        print(f"{known:,} reports: filed in {filed:.0f} s, published in {time.perf_counter() - began:.0f} s", flush=True)


def file_away(engine: Engine, waiting: dict[Any, list[Any]]) -> None:
    """What waits is kept."""
    with engine.writing():
        for table, rows in waiting.items():
            engine.append(table, rows)
            rows.clear()


def filters(world: World, chance: random.Random) -> dict[str, Callable[[], dict[str, Any]]]:
    """The filters by name, each giving values as a user might: what is common is asked for often."""

    def period(days: int) -> dict[str, Any]:
        start = FIRST_DAY + timedelta(days=chance.randrange(DAYS - days))
        return {"start": start, "end": start + timedelta(days=days)}

    def box() -> dict[str, Any]:
        place, half = world.places(chance)[0], chance.choice([0.5, 2.0, 8.0])
        west, east = max(place.lon - half, -180.0), min(place.lon + half, 180.0)
        return {"bbox": BoundingBox(west, max(place.lat - half, -90.0), east, min(place.lat + half, 90.0))}

    def day() -> date:
        return FIRST_DAY + timedelta(days=chance.randrange(DAYS))

    def some(name: str, values: Any) -> Callable[[], dict[str, Any]]:
        return lambda: {name: tuple(values(chance))}

    alone: dict[str, Callable[[], dict[str, Any]]] = {
        "none": dict,
        "from, to": lambda: period(chance.choice([1, 7, 30, 365])),
        "actor": some("actors", world.parties),
        "claimant": some("claimants", world.parties),
        "type": some("types", world.types),
        "place": lambda: {"places": (world.places(chance)[0].name.upper(),)},
        "bbox": box,
        "min sources": lambda: {"min_sources": chance.choice([2, 3, 5])},
        "as of": lambda: {"as_of": day()},
    }
    return alone | {
        "from, to, actor, type": lambda: period(30) | alone["actor"]() | alone["type"](),
        "actor, bbox, as of": lambda: alone["actor"]() | box() | alone["as of"](),
        "place, claimant, min sources": lambda: alone["place"]() | alone["claimant"]() | alone["min sources"](),
        "rare actor": lambda: {"actors": (world.parties.values[-1 - chance.randrange(50)],)},
        "all at once": lambda: period(365) | alone["actor"]() | alone["type"]() | box() | alone["min sources"]() | alone["as of"](),
    }


def ask(address: str, events: int) -> None:
    """Prints the 95th percentile of each filter for each layer, in ms."""
    with open_store(address) as store:
        print(f"| first 100 of {events:,} events, p95 in ms | {' | '.join(LAYERS)} |")
        print(f"|---|{'---|' * len(LAYERS)}")
        for name, draw in filters(World(), random.Random(7)).items():
            cells = [timed([partial(store.ask, layer, query) for query in asked(draw)]) for layer in LAYERS]
            print(f"| {name} | {' | '.join(cells)} |", flush=True)


def asked(draw: Callable[[], dict[str, Any]]) -> Iterator[Query]:
    """As many queries as are timed, after one that is not."""
    return (Query(limit=100, **draw()) for _ in range(ASKED + 1))


def timed(questions: Sequence[Callable[[], Any]]) -> str:
    """The 95th percentile of the times of all but the first, in ms, and of their processor time."""
    taken = []
    for question in questions:
        began, at_work = time.perf_counter(), time.process_time()
        question()
        taken.append((time.perf_counter() - began, time.process_time() - at_work))
    wall, worked = (quantiles(times, n=20)[-1] * 1000 for times in zip(*taken[1:], strict=True))
    return f"{wall:.0f} ({worked:.0f})"


def measured(records_at: str, events_at: str, given: argparse.Namespace) -> None:
    """Both measures of stores at these addresses; what is at the second already is asked again."""
    if given.only != "ask":
        ingest(records_at, coded_samples(), given.records)
    if given.only != "ingest":
        with filling(events_at) as (engine, empty):
            if empty:
                filled(engine, given.events)
        ask(events_at, given.events)


@contextmanager
def filling(address: str) -> Iterator[tuple[Engine, bool]]:
    """The engine of the store there, and whether nothing is in it."""
    engine: Engine
    if address.startswith("postgresql:"):
        engine = PostgresEngine(address, write=True, create=True)
    else:
        engine = DuckEngine(Path(address), write=True, create=True)
    try:
        yield engine, not engine.rows("SELECT 1 FROM filing LIMIT 1")
    finally:
        engine.close()


def database(server: str, name: str, *, anew: bool) -> str:
    """The address of a database of that name on the server."""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        if anew:
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
    return f"{server.rsplit('/', 1)[0]}/{name}"


def main() -> None:
    """Both measures for DuckDB, and for PostgreSQL where a server is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--postgres", help="postgresql://USER@HOST/postgres, where databases gesta_records and gesta_events_… are made")
    parser.add_argument("--only", choices=["ingest", "ask"])
    parser.add_argument("--keep", type=Path, help="folder for the DuckDB files; a store of events that is there is asked again")
    given = parser.parse_args()
    if given.postgres:
        print("PostgreSQL")
        events = database(given.postgres, f"gesta_events_{given.events}", anew=False)
        measured(database(given.postgres, "gesta_records", anew=True), events, given)
        return
    print("DuckDB")
    with tempfile.TemporaryDirectory() as scratch:
        measured(str(Path(scratch) / "records.gesta"), str((given.keep or Path(scratch)) / f"events-{given.events}.gesta"), given)


if __name__ == "__main__":
    main()
