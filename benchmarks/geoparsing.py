"""Place names to points: accuracy within 161 km on GeoVirus and LGL, and how many places of annotated articles are found.

    python benchmarks/geoparsing.py [--data ../shared/data/geoparsing] [--gold ../shared/gold/dev] [--misses 20]

The toponyms' names are given, as in the field's "resolution" task; countries and neighbours come from the names of the same article.
"ceiling" is the share for which any candidate lies within 161 km. "with the larger place" joins a name to the one after a comma
("Tripoli, Lebanon").
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from gesta.codebook.gazetteer import Gazetteer, Toponym, km
from gesta.codebook.gazetteer_document import locate

ROOT: Final = Path(__file__).resolve().parents[1]
NEAR_KM: Final = 161.0
GOLD_KM: Final = 25.0
# Quotes of the annotated set are as long as it takes to be unique: "in Israel".
_BEFORE: Final = re.compile(r"^(?:[a-z]+ )?(?:in|of|from|with) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One toponym of an article: its words, and where it truly lies."""

    name: str
    joined: str
    point: tuple[float, float]
    within_km: float = NEAR_KM


def corpus(path: Path) -> Iterator[list[Case]]:
    """The articles of a corpus, each a list of the toponyms that have coordinates."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            article: dict[str, Any] = json.loads(line)
            tops = article["toponyms"]
            cases = []
            for top, after in zip(tops, [*tops[1:], None], strict=True):
                if top["lat"] is None:
                    continue
                follows = after is not None and article["text"][top["end"] : after["start"]] == ", "
                joined = f"{top['name']}, {after['name']}" if follows and after else top["name"]
                cases.append(Case(name=top["name"], joined=joined, point=(float(top["lat"]), float(top["lon"]))))
            yield cases


def gold(folder: Path) -> Iterator[list[Case]]:
    """The articles of the annotated set, each a list of its places with coordinates."""
    for path in sorted(folder.glob("*.yaml")):
        places = yaml.safe_load(path.read_text(encoding="utf-8")).get("places") or []
        yield [
            Case(name=name, joined=name, point=(p["lat"], p["lon"]), within_km=p.get("within_km", GOLD_KM))
            for p in places
            if p.get("lat") is not None
            for name in [_BEFORE.sub("", str(p.get("name", p["quote"])))]
        ]


def right(found: Toponym | None, case: Case) -> bool:
    """Whether the place lies as near as asked."""
    return found is not None and km(found.point, case.point) <= case.within_km


def measure(gazetteer: Gazetteer, articles: Iterable[list[Case]], *, join: bool = False) -> tuple[dict[str, float], list[str]]:
    """Shares over all toponyms, and a line for each one missed."""
    total = hit = answered = reachable = 0
    misses = []
    for cases in articles:
        names = [case.joined if join else case.name for case in cases]
        for case, found in zip(cases, locate(gazetteer, names), strict=True):
            total += 1
            answered += found is not None
            within = any(right(candidate, case) for candidate in gazetteer.candidates(case.name))
            reachable += within
            if right(found, case):
                hit += 1
            else:
                where = f"{found.name}, {found.kind}, {found.country}, {km(found.point, case.point):.0f} km off" if found else "nothing"
                misses.append(f"{case.name} {case.point}: {where}{'' if within else ' (not among the candidates)'}")
    return {"toponyms": total, "within": hit / total, "of answered": hit / max(answered, 1), "ceiling": reachable / total}, misses


def main() -> None:
    """Prints one line for each corpus and setting, then the misses asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT / "../shared/data/geoparsing")
    parser.add_argument("--gold", type=Path, default=ROOT / "../shared/gold/dev")
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    gazetteer = Gazetteer.load()
    print(gazetteer.version)
    runs = [(name, list(corpus(options.data / f"{name}.jsonl.gz")), join) for name in ("geovirus", "lgl") for join in (False, True)]
    for name, articles, join in [*runs, ("gold", list(gold(options.gold)), False)]:
        start = time.perf_counter()
        figures, misses = measure(gazetteer, articles, join=join)
        shares = "  ".join(f"{key} {value:.3f}" if key != "toponyms" else f"{key} {value:.0f}" for key, value in figures.items())
        print(f"{name}{' with the larger place' if join else ''}: {shares}  ({time.perf_counter() - start:.1f} s)")
        for line in misses[: options.misses]:
            print("   ", line, file=sys.stderr)


if __name__ == "__main__":
    main()
