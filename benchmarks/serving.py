"""How fast a store is served: the first view of many incidents call by call, then many readers at once.

    .venv/bin/python benchmarks/serving.py [--events 400000] [--readers 100] [--seconds 60]

The store is made up (`benchmarks/store_rows.py`: 400,000 events are some 100,000 incidents); the server is a process of its own on
loopback. Prints the 95th percentile of each call of the first view, each question new to the server, in ms; then, for readers who ask
without a pause, calls a second, errors, and the 95th percentile. Server and readers share the processors.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

import httpx

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.store import filled
from benchmarks.store_rows import DAYS, FIRST_DAY

from gesta.model import Query
from gesta.store import open_store
from gesta.store.duck import DuckEngine

ASKED = 30
SHORTEST = 4  # characters that may stand for an id
START = 60.0  # seconds within which the server answers
Draw = Callable[[random.Random], str]


def period(chance: random.Random) -> dict[str, str]:
    """Some months."""
    start: date = FIRST_DAY + timedelta(days=chance.randrange(DAYS - 200))
    return {"from": start.isoformat(), "to": (start + timedelta(days=chance.choice([7, 30, 180]))).isoformat()}


def views(incidents: list[str]) -> dict[str, Draw]:
    """The calls of the first view, filtered by some months so that no two are the same, and of the pages behind it."""
    facets = "type,actors,claimants,countries"
    return {
        "incidents, with facets": lambda c: f"incidents?{urlencode({**period(c), 'sort': '-reports', 'facets': facets})}",
        "incidents, all, with facets": lambda c: f"incidents?sort=-reports&facets={facets}&limit={c.randrange(50, 150)}",
        "series": lambda c: f"series?min_sources={c.choice([0, 1])}&{urlencode(period(c))}",
        "series, all": lambda c: f"series?limit={c.randrange(1, 1000)}",
        "places": lambda c: f"places?{urlencode(period(c))}",
        "places, all": lambda c: f"places?limit={c.randrange(1, 1000)}",
        "one incident": lambda c: f"incidents/{c.choice(incidents)}",
        "its matrix": lambda c: f"matrix?incident={c.choice(incidents)}",
        "claims": lambda c: f"claims?{urlencode({**period(c), 'sort': '-known'})}",
        "happenings": lambda c: f"happenings?{urlencode(period(c))}",
        "reports": lambda c: f"reports?limit={c.randrange(50, 150)}",
        "sources": lambda c: f"sources?limit={c.randrange(1, 1000)}",
        "method": lambda c: f"method?limit={c.randrange(1, 1000)}",
    }


@contextmanager
def served(store: Path) -> Iterator[str]:
    """The address of a server over this store."""
    command = [sys.executable, "-m", "gesta", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as server:
        try:
            said = server.stderr.readline() if server.stderr else ""
            address = said.partition(" at ")[2].split(" ")[0]
            wait_for(address)
            yield f"{address}api/v1/"
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Returns once the server answers."""
    end = time.monotonic() + START
    while time.monotonic() < end:
        try:
            httpx.get(f"{address}api/v1/openapi.json", timeout=START)
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"no answer at {address} within {START:.0f} s")


def one_by_one(base: str, calls: dict[str, Draw]) -> None:
    """Prints the 95th percentile of each call."""
    chance = random.Random(3)
    print("| call, alone, each question new | p50, ms | p95, ms | kB |\n|---|---|---|---|")
    with httpx.Client(timeout=60) as client:
        for name, draw in calls.items():
            taken, size = [], 0
            for _ in range(ASKED + 1):
                began = time.perf_counter()
                answer = client.get(base + draw(chance))
                taken.append((time.perf_counter() - began) * 1000)
                answer.raise_for_status()
                size = len(answer.content)
            cut = quantiles(taken[1:], n=20)
            print(f"| {name} | {cut[9]:.0f} | {cut[-1]:.0f} | {size / 1000:.0f} |", flush=True)


async def read(base: str, draws: list[Draw], seed: int, end: float, taken: list[float], wrong: Counter[str]) -> None:
    """One reader, who asks what others ask too, until the end."""
    chance = random.Random(seed)
    async with httpx.AsyncClient(timeout=60) as client:
        while time.perf_counter() < end:
            began = time.perf_counter()
            try:
                answer = await client.get(base + chance.choice(draws)(random.Random(chance.randrange(20))))
                wrong[str(answer.status_code)] += answer.status_code >= 400
            except httpx.HTTPError as error:
                wrong[type(error).__name__] += 1
            taken.append((time.perf_counter() - began) * 1000)


async def at_once(base: str, calls: dict[str, Draw], readers: int, seconds: float) -> None:
    """Prints what so many readers see: mixed calls, of each twenty different questions."""
    taken: list[float] = []
    wrong: Counter[str] = Counter()
    end = time.perf_counter() + seconds
    draws = list(calls.values())
    await asyncio.gather(*(read(base, draws, seed, end, taken, wrong) for seed in range(readers)))
    cut = quantiles(taken, n=20)
    faults = {name: n for name, n in wrong.items() if n} or "none"
    print(f"{readers} readers, {seconds:.0f} s: {len(taken) / seconds:.0f} calls a second, errors: {faults}")
    print(f"p50 {cut[9]:.0f} ms, p95 {cut[-1]:.0f} ms")


def main() -> None:
    """Makes the store where there is none, serves it, and asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=400_000)
    parser.add_argument("--readers", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--store", type=Path, help="a store to serve; one is made up where there is none")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "events.gesta"
        if not path.exists():
            engine = DuckEngine(path, write=True, create=True)
            filled(engine, given.events)
            engine.close()
        with open_store(path) as store:
            ((_, every),) = store.tally("incidents", Query(background=True))
            told = store.ask("incidents", Query(background=True, limit=1000)).column("id").to_pylist()
        print(f"{every:,} incidents")
        told = [name for name in told if len(name) >= SHORTEST]
        calls = views(random.Random(1).sample(told, min(200, len(told))))
        with served(path) as base:
            one_by_one(base, calls)
            asyncio.run(at_once(base, calls, given.readers, given.seconds))


if __name__ == "__main__":
    main()
