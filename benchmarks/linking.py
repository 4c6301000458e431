"""How long linking takes for many events, and how that grows.

    python -m benchmarks.linking [--sizes 10000 100000] [--shapes spread crowded dense]

Made-up tellings of made-up conflicts: 40 pairs of parties with 60 towns each, incidents that one to a dozen reports tell, a fifth of the
tellings without a place, a fifth without a day, a fifth words and not acts, a figure for every third. Three shapes: `spread` has the same
number of incidents each day for every size, so that more events are more days; in `crowded` two parties fight for one town for three days,
so that thousands of like events are one incident or a few; in `dense` all sizes share thirty days, so that more events are a denser war.
Texts are not compared (benchmarks/wires.py measures that): each report is an original. Each size runs in a process of its own, on one
core; seconds are those of the processor, so that what else the machine does counts for little.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import log
from random import Random
from time import process_time
from typing import Any, Final

from gesta.linking.independence import Descent
from gesta.linking.link import link
from gesta.model import Claim, Filing, Telling

FIRST: Final = date(2020, 1, 1)
PAIRS: Final = 40
TOWNS: Final = 60
A_DAY: Final = 60  # incidents
DENSE_DAYS: Final = 30
CROWDED_DAYS: Final = 3
OUTLETS: Final = 12
A_REPORT: Final = 8  # tellings of a crowded report, on average
TELLINGS_EACH: Final = 5  # of an incident, on average
ACTS: Final = (("ASSAULT", None), ("ASSAULT", "heavy-weapons"), ("ASSAULT", "drone"), ("ASSAULT", "firearms"), ("COERCE", "arrest"))
WORDS: Final = (("ACCUSE", "allege"), ("AGREE", None), ("CONSULT", "phone"), ("RETREAT", "ceasefire"))
LIMIT: Final = 1.15
SHAPES: Final = ("spread", "crowded", "dense")


class World:
    """Rows of so many tellings, the same for the same seed."""

    def __init__(self, size: int, shape: str, seed: int = 20) -> None:
        """Makes `size` tellings in one of the `SHAPES`."""
        crowded = shape == "crowded"
        self.random, self.days = Random(seed), days(size, shape)
        self.pairs, self.at, self.outlets = (1, 1, size // A_REPORT) if crowded else (PAIRS, TOWNS, OUTLETS)
        self.towns = [
            [(pair * TOWNS + t, 2.0 * pair - 40 + self.random.uniform(-0.8, 0.8), self.random.uniform(-0.8, 0.8)) for t in range(TOWNS)]
            for pair in range(PAIRS)
        ]
        self.tellings: list[Telling] = []
        self.claims: list[Claim] = []
        self.filings: dict[str, Filing] = {}
        while len(self.tellings) < size:
            self.tell(size)

    def tell(self, size: int) -> None:
        """One incident, in so many reports of its day or the next."""
        pair, day = self.random.randrange(self.pairs), self.random.randrange(self.days)
        act, town = self.random.choice(WORDS if self.random.random() < 0.2 else ACTS), self.random.choice(self.towns[pair][: self.at])
        for _ in range(min(size - len(self.tellings), 1 + int(self.random.expovariate(1 / TELLINGS_EACH)))):
            known = FIRST + timedelta(days=day + self.random.randrange(2))
            report = f"{known.toordinal()}-{pair}-{self.random.randrange(self.outlets)}"
            self.filings.setdefault(report, filed(report, known, len(self.filings) + 1))
            spoken = self.spoken(report, known, day, town)
            a, b = f"A{pair}", f"B{pair}"
            turned = self.random.random() < 0.1
            self.tellings.append(
                Telling(
                    **spoken,
                    type=act[0],
                    mode=act[1],
                    cameo=None,
                    acled=None,
                    factuality="actual",
                    actors=(b if turned else a,),
                    recipients=(a if turned else b,),
                    mediators=(),
                    targets=(),
                    weapon=None,
                    denies=(),
                    part_of=(),
                )
            )
            if self.random.random() < 1 / 3:
                self.claims.append(toll(spoken, b, self.random.randrange(1, 60)))

    def spoken(self, report: str, known: date, day: int, town: tuple[int, float, float]) -> dict[str, Any]:
        """The columns of one telling."""
        at, on = len(self.tellings), FIRST + timedelta(days=day) if self.random.random() < 0.8 else None
        number, lat, lon = town
        placed = (number,) if self.random.random() < 0.8 else ()
        return {
            "report": report,
            "key": f"{at:x}",
            "known": known,
            "outlet": outlet(report),
            "claimants": (),
            "claimant_names": (),
            "via": (),
            "own_voice": True,
            "stance": None,
            "start": on,
            "end": on,
            "date_prec": 1 if on else None,
            "places": tuple(f"Town {n}" for n in placed),
            "geonames": placed,
            "lats": (lat,) * len(placed),
            "lons": (lon,) * len(placed),
            "countries": (),
            "admin1": (),
            "where_prec": 1 if placed else None,
            "era": "current",
            "evidence": f"telling {at}",
            "evidence_start": 100 * at,
            "evidence_end": 100 * at + 90,
            "confidence": 0.8,
        }


def days(size: int, shape: str) -> int:
    """Days over which the incidents of a shape are spread."""
    return {"crowded": CROWDED_DAYS, "dense": DENSE_DAYS}.get(shape, max(1, size // (A_DAY * (TELLINGS_EACH + 1))))


def filed(report: str, known: date, seq: int) -> Filing:
    """A report without a text."""
    return Filing(seq=seq, id=report, known=known, published=known.isoformat(), text="", text_sha256=report, outlet=outlet(report))


def outlet(report: str) -> str:
    """One of a dozen."""
    return f"Outlet {int(report.rpartition('-')[2]) % OUTLETS}"


def toll(spoken: dict[str, Any], side: str, number: int) -> Claim:
    """The dead that a telling tells."""
    return Claim(
        **{**spoken, "key": f"f{spoken['key']}"},
        effect="killed",
        low=number,
        best=number,
        high=number,
        qualifier="exact",
        side=side,
        who="unknown",
        kinds=(),
        provisional=False,
        cumulative=False,
        event=spoken["key"],
        part_of=(),
    )


def measured(size: int, shape: str) -> None:
    """Links one world and prints events, incidents, seconds and peak MB, parted by blanks."""
    world = World(size, shape)
    descent = {report: Descent(report=report, origins=(report,), newsroom=f.outlet) for report, f in world.filings.items()}
    start = process_time()
    derived = link(world.filings.values(), world.tellings, world.claims, descent=descent)
    seconds = process_time() - start
    count = len({i.id for i in derived.incidents if i.granularity == "incident"})
    print(size, count, round(seconds, 2), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def runs(sizes: Sequence[int], shape: str) -> Iterator[tuple[int, int, float, int]]:
    """The figures of each size."""
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.linking", "--one", str(size), "--shapes", shape]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        events, incidents, seconds, peak = done.stdout.split()
        yield int(events), int(incidents), float(seconds), int(peak)


def main() -> None:
    """Prints a line for each size of each shape and the exponents of growth between them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--shapes", nargs="*", choices=SHAPES, default=["spread", "crowded"])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        return measured(options.one, options.shapes[0])
    print(f"{'shape':<9}{'events':>9}{'incidents':>11}{'seconds':>9}{'events/s':>10}{'peak MB':>9}")
    for shape in options.shapes:
        found = []
        for events, incidents, seconds, peak in runs(sorted(options.sizes), shape):
            print(f"{shape:<9}{events:>9,}{incidents:>11,}{seconds:>9.1f}{events / seconds:>10,.0f}{peak:>9,}")
            found.append((events, seconds))
        for (few, quick), (many, slow) in pairwise(found):
            exponent = log(slow / quick) / log(many / few)
            print(f"{shape}, growth from {few:,} to {many:,}: exponent {exponent:.2f} (wanted at most {LIMIT})")
    return None


if __name__ == "__main__":
    main()
