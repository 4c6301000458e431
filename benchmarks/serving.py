"""How fast a store is served: the first view of 100,000 incidents, the page in Chromium, and many readers at once.

    python -m benchmarks.serving [--store FILE] [--readers 100] [--seconds 60] [--pause 0] [--only new|page|calls|readers]

The store is made up (`store_rows.py`: 400,000 events are some 100,000 incidents) and served by a process of its own on loopback; server,
readers and browser share the processors. Each call is asked for with questions that are new to the server. In brackets stands what the
server took of processor time: it is what a busy machine moves least. A store that is kept with --store is asked again.

Readers come twice: to a server that was asked nothing before, where each question is new to it (--only new), and to one that has answered
the page and the calls (--only readers).
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import quantiles
from typing import Final
from urllib.parse import urlencode

import httpx
from benchmarks.serving_readers import Sights, crowd, opened
from benchmarks.store import filled
from benchmarks.store_rows import DAYS, FIRST_DAY, TYPES, World

from gesta.model import Query
from gesta.store import open_store
from gesta.store.duck import DuckEngine

ASKED: Final = 30
MARKS: Final = (10.0, 30.0)  # seconds after which a crowd is looked at
PARTS: Final = ("new", "page", "calls", "readers")
SHORTEST: Final = 4  # characters that may stand for an id
FACETS: Final = "type,actors,claimants,countries"
TICKS: Final = os.sysconf("SC_CLK_TCK")
Draw = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that runs: its address, and its process."""

    base: str
    pid: int

    def worked(self) -> float:
        """Seconds of processor time that it has taken."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def largest(self) -> int:
        """The most memory that it has held, in MB."""
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) // 1000 if found else 0


@contextmanager
def served(store: Path) -> Iterator[Server]:
    """A server over this store, from its line that it serves until it has ended."""
    command = [sys.executable, "-m", "gesta", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        try:
            said = process.stderr.readline() if process.stderr else ""
            base = said.partition(" at ")[2].split(" ")[0]
            httpx.get(f"{base}api/v1/openapi.json", timeout=60).raise_for_status()
            yield Server(base=base, pid=process.pid)
        finally:
            process.terminate()


def period(chance: random.Random) -> dict[str, str]:
    """Some months."""
    start: date = FIRST_DAY + timedelta(days=chance.randrange(DAYS - 200))
    return {"from": start.isoformat(), "to": (start + timedelta(days=chance.choice([7, 30, 180]))).isoformat()}


def calls(incidents: list[str], reports: list[str]) -> dict[str, Draw]:
    """The calls of the first view, of all and of some months, and of the pages behind it.

    A parameter that another route reads makes a question without a filter new.
    """
    listed = f"incidents?facets={FACETS}&sort=-reports"
    new = "fields=id&limit={}"
    return {
        "first view: incidents, facets": lambda c: f"{listed}&limit={c.randrange(50, 150)}",
        "first view: days": lambda c: f"series?by=event&{new.format(c.randrange(1, 1000))}",
        "first view: places": lambda c: f"places?limit={c.randrange(1900, 2001)}",
        "first view: names": lambda c: f"names?{new.format(c.randrange(1, 1000))}",
        "some months: incidents, facets": lambda c: f"{listed}&{urlencode(period(c))}",
        "some months: days": lambda c: f"series?{urlencode(period(c))}",
        "some months: places": lambda c: f"places?{urlencode(period(c))}",
        "one incident": lambda c: f"incidents/{c.choice(incidents)}",
        "its matrix": lambda c: f"matrix?incident={c.choice(incidents)}",
        "one report": lambda c: f"reports/{c.choice(reports)}/annotations",
        "feed of what happened": lambda c: f"happenings.atom?{urlencode(period(c))}",
        "claims": lambda c: f"claims?{urlencode({**period(c), 'sort': '-known'})}",
        "reports": lambda c: f"reports?limit={c.randrange(50, 150)}",
        "sources": lambda c: f"sources?{new.format(c.randrange(1, 1000))}",
        "method": lambda c: f"method?{new.format(c.randrange(1, 1000))}",
    }


def one_by_one(server: Server, asked: dict[str, Draw]) -> None:
    """Prints the 95th percentile of each call."""
    chance = random.Random(3)
    print("| call, alone | p50, ms | p95, ms | server, ms | kB packed |\n|---|---|---|---|---|")
    with httpx.Client(timeout=60, base_url=f"{server.base}api/v1/") as client:
        for name, draw in asked.items():
            taken, worked, size = [], server.worked(), 0
            for _ in range(ASKED):
                question, began = draw(chance), time.perf_counter()
                with client.stream("GET", question) as answer:
                    size = sum(map(len, answer.iter_raw()))
                taken.append((time.perf_counter() - began) * 1000)
                answer.raise_for_status()
            cut, worked = quantiles(taken, n=20), (server.worked() - worked) / ASKED
            print(f"| {name} | {cut[9]:.0f} | {cut[-1]:.0f} | ({worked * 1000:.0f}) | {size / 1000:.0f} |", flush=True)


def at_once(server: Server, sights: Sights, given: argparse.Namespace) -> None:
    """Prints what many readers at once met."""
    worked, mine = server.worked(), time.process_time()
    seen = asyncio.run(crowd(server.base, sights, given.readers, given.seconds, given.pause))
    worked, mine = server.worked() - worked, time.process_time() - mine
    reading = f"{given.pause:g} s between two pages" if given.pause else "no pause"
    print(f"{given.readers} readers, {given.seconds:.0f} s, {reading}: errors {sum(seen.wrong.values())} {dict(+seen.wrong) or ''}")
    for seconds in (*(mark for mark in MARKS if mark < given.seconds), given.seconds):
        taken = seen.taken(seconds)
        cut = quantiles(taken, n=20)
        print(f"in the first {seconds:.0f} s: {len(taken):,} calls, p50 {cut[9]:.0f} ms, p95 {cut[-1]:.0f} ms, longest {max(taken):.0f} ms")
    print(f"processor time {worked:.0f} s of the server, {mine:.0f} s of the readers; it held {server.largest()} MB at most", flush=True)


def in_browser(server: Server) -> None:
    """Prints how long a new browser takes until the page can be used."""
    visits = opened(server.base)
    if not visits:
        print("page: left out, there is no Chromium")
        return
    clicked, drawn = zip(*visits, strict=True)
    print(f"page interactive in Chromium: {clicked[0]:.1f} s when nobody had asked before, then at most {max(clicked[1:]):.1f} s", end="; ")
    print(f"its map is drawn after {drawn[0]:.1f} s, then {max(drawn[1:]):.1f} s", flush=True)


def made(path: Path, events: int) -> None:
    """A store lies there."""
    if not path.exists():
        engine = DuckEngine(path, write=True, create=True)
        filled(engine, events, whole=True)
        engine.close()


def sights_of(path: Path) -> tuple[int, Sights]:
    """How many incidents a store has, and what readers look at: what the list shows first, and filters by type, actor and some months."""
    chance, world = random.Random(1), World()
    with open_store(path) as store:
        ((_, every),) = store.tally("incidents", Query(background=True))
        incidents = store.ask("incidents", Query(sort="-reports", limit=300)).column("id").to_pylist()
        reports = store.listed(limit=300)
    filters = [f"type={kind}" for kind in TYPES] + [f"actor={code}" for code in world.parties.values[:24]]
    filters += [urlencode(period(chance)) for _ in range(20)]
    chance.shuffle(filters)
    return every, Sights(filters=filters, incidents=[name for name in incidents if len(name) >= SHORTEST], reports=reports)


def main() -> None:
    """Makes the store where there is none, serves it, and asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=400_000)
    parser.add_argument("--readers", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds that a reader reads a page, on average")
    parser.add_argument("--store", type=Path, help="a store to serve; one is made up where there is none")
    parser.add_argument("--only", choices=PARTS, action="append", help="a part; may be repeated")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.store or Path(folder) / "events.gesta"
        made(path, given.events)
        every, sights = sights_of(path)
        print(f"{every:,} incidents")
        parts = given.only or PARTS
        if "new" in parts:
            with served(path) as server:
                print("\nasked nothing before")
                at_once(server, sights, given)
        with served(path) as server:
            if "page" in parts:
                in_browser(server)
            if "calls" in parts:
                one_by_one(server, calls(sights.incidents, sights.reports))
            if "readers" in parts:
                print("\nasked before")
                at_once(server, sights, given)


if __name__ == "__main__":
    main()
