"""A day's news into a large store: 5,000 reports filed and linked, and how fast each filter answers then.

    python -m benchmarks.daily [--events 10000000] [--days 4000] [--keep FOLDER] [--whole] [--only day|ask]

The store is made up (`grown.py` says how) and stands in FOLDER afterwards. So are the reports: ten events and four figures each, as
the store's own, 250 words, most of the store's last day, some of the five before. They come coded; coding is not timed. `--whole` links
the store's every chapter, for comparison; for ten million events that takes hours.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from benchmarks.grown import LAST_DAY, grown, sentence, vocabulary
from benchmarks.store import NEWS, ask
from benchmarks.store_rows import DAYS, EVENTS_PER_REPORT, FIGURES_PER_REPORT, World, claim, telling

from gesta.linking.chapters import chapters
from gesta.pipeline.batches import batches
from gesta.pipeline.ingesting import BATCH
from gesta.pipeline.relinking import Linked, relink, rules
from gesta.store import open_store

MEMORY: Final = 1_500  # MB that DuckDB may take
LATE: Final = 0.2  # of the reports that are not of the last day
A_WORD: Final = 8  # code points of evidence


def news(world: World, day: date, count: int) -> Iterator[dict[str, Any]]:
    """So many records of a day."""
    chance, words = random.Random(5), vocabulary()
    for place in range(count):
        known = day - timedelta(days=chance.randrange(1, 6) if chance.random() < LATE else 0)
        yield record(world, known, sentence(chance, words), place)


def record(world: World, known: date, text: str, place: int) -> dict[str, Any]:
    """One of them."""
    name = hashlib.sha256(f"{known} {text}".encode()).hexdigest()
    about = {
        "id": name, "text": text, "text_sha256": name, "title": f"News {place}", "outlet": world.outlets(world.chance)[0],
        "url": f"https://outlet.example/day/{place}", "published": known.isoformat(), "credits": [], "synthetic": True,
    }  # fmt: skip
    made: dict[str, Any] = {
        "made": {"record": 1},
        "report": about,
        "actors": {},
        "places": [],
        "statements": {},
        "events": [],
        "figures": [],
    }
    for n in range(EVENTS_PER_REPORT):
        told = telling(world, place, known, n)
        kept = ("type", "mode", "cameo", "acled", "factuality")
        made["events"].append(
            {"id": f"e{n}", **{name: told[name] for name in kept}} | parties(made, told) | shared(made, told, n, len(text))
        )
    for n in range(FIGURES_PER_REPORT):
        counted = claim(world, place, known, n)
        kept = ("effect", "low", "best", "high", "qualifier")
        of = {"event": f"e{n}", "victims": {"code": counted["side"], "who": "military", "kinds": []}}
        made["figures"].append({"id": f"f{n}", **{name: counted[name] for name in kept}} | of | shared(made, counted, n, len(text)))
    return made | {"actors": list(made["actors"].values()), "statements": list(made["statements"].values())}


def parties(made: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    """Who acts on whom, by actors of the record."""
    return {role: [actor(made, code) for code in told[role]] for role in ("actors", "recipients")}


def actor(made: dict[str, Any], code: str) -> str:
    """The id of the actor with this code."""
    made["actors"].setdefault(code, {"id": f"a-{code}", "name": f"The {code}", "kind": "country", "code": code})
    return f"a-{code}"


def shared(made: dict[str, Any], told: dict[str, Any], place: int, length: int) -> dict[str, Any]:
    """What an event and a figure have in common."""
    (claimant,), (name,), (number,) = told["claimants"], told["places"], told["geonames"]
    made["statements"].setdefault(claimant, {"id": f"s-{claimant}", "sources": [actor(made, claimant)], "within": None, "stance": "assert"})
    made["places"].append(
        {
            "id": f"p{len(made['places'])}", "name": name, "geonames": number, "lat": told["lats"][0], "lon": told["lons"][0],
            "country": told["countries"][0], "admin1": told["admin1"][0],
        }
    )  # fmt: skip
    start = place * length // EVENTS_PER_REPORT
    day = told["start"].isoformat()
    return {
        "key": told["key"], "statements": [f"s-{claimant}"], "time": {"start": day, "end": day, "date_prec": 1, "span": [0, A_WORD]},
        "places": [made["places"][-1]["id"]], "where_prec": 1, "era": told["era"], "evidence": [start, start + 12 * A_WORD],
        "confidence": told["confidence"],
    }  # fmt: skip


def day(address: str, events: int, *, whole: bool) -> None:
    """Prints how long the day's filing and linking took, by the clock and of the processor, and the most memory that this process had."""
    made = list(news(World(), LAST_DAY, NEWS))
    with open_store(address, write=True, memory=MEMORY) as store:
        seq, _ = store.added(0)
        store.note("linked", str(Linked(rules=rules(), seq=seq, chapters=chapters(store.days()))))  # what is made up was not linked
        began, at_work = time.perf_counter(), time.process_time()
        kept = [store.add_ahead(list(some)) for some in batches(made, BATCH)]
        filed, linking, worked = sum(number() for number in kept), time.perf_counter(), time.process_time()
        done = relink(store, whole=whole)
    ended, rested = time.perf_counter(), time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024
    print(f"{filed:,} reports into {events:,} events: filed in {linking - began:.0f} s ({worked - at_work:.0f} of the processor)")
    print(f"linked and published in {ended - linking:.0f} s ({rested - worked:.0f})")
    print(f"linked: {len(done.chapters)} of {done.of} chapters; {done.incidents:,} incidents; peak {peak:.1f} GB", flush=True)


def main() -> None:
    """Makes the store, gives a copy of it its day, and asks that."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--days", type=int, default=DAYS, help="only so many of the last days")
    parser.add_argument("--keep", type=Path, help="folder for the store; one that is there is taken as it is")
    parser.add_argument("--whole", action="store_true", help="link every chapter")
    parser.add_argument("--only", choices=["day", "ask"])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(exist_ok=True)
        store, dated = (folder / f"{name}-{given.events}-{given.days}.gesta" for name in ("events", "day"))
        grown(store, given.events, given.days)
        if given.only != "ask":
            shutil.copyfile(store, dated)
            day(str(dated), given.events, whole=given.whole)
        if given.only != "day":
            ask(str(dated if dated.exists() else store), given.events)


if __name__ == "__main__":
    main()
