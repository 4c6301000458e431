"""Compares gesta's figures on the gold articles with floors that only rise.

    gold_floors.py ../shared/gold             prints each figure beside its floor; exit 1 when one lies below
    gold_floors.py ../shared/gold --raise     also lifts the floors in floors.json to the figures; never lowers one

All of GOLD/dev is coded in one run of `gesta code` and scored by GOLD/score.py; the Guardian article
is scored once more alone, and GOLD/symmetry.py swaps its parties.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

FLOORS = Path(__file__).parent / "floors.json"
# int8 products round differently on another processor: a figure may move that much without anything having changed.
ROOM = 0.01
GESTA = [sys.executable, "-m", "gesta"]
GUARDIAN = "guardian-2022-09-13-armenia-azerbaijan"
AT_LEAST = "events=15,figures=5,statements=15"

# Name of the figure here: name and measure in the output of score.py.
ALL = {
    "figures": ("figures (effect, number)", "f1"),
    "figures, side and claimant": ("figures (effect, number, side, claimant)", "f1"),
    "statements": ("statements (content)", "f1"),
    "statements, source": ("statements (content and source)", "f1"),
    "events": ("events (type)", "f1"),
    "events, roles": ("events (type, actor, recipient)", "f1"),
    "events not reversed": ("events not reversed", "share"),
    "background kept from the news": ("background kept from the news", "share"),
    "report fields": ("report fields", "share"),
    "places located": ("place located", "share"),
}
ALONE = {
    "figures, side and claimant, found": ("figures (effect, number, side, claimant)", "recall"),
    "figures, side and claimant, none beyond": ("figures (effect, number, side, claimant)", "precision"),
    "statements, source": ("statements (content and source)", "f1"),
    "events, roles": ("events (type, actor, recipient)", "f1"),
}


def run(command: list[str]) -> str:
    """Standard output of the command; ends the program with its complaint when it fails."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[:4])} …: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def scores(gold: Path, articles: Path, records: Path, wanted: Mapping[str, tuple[str, str]]) -> dict[str, float]:
    """The wanted figures of `score.py`; 0 where it has none."""
    found = json.loads(run([sys.executable, str(gold / "score.py"), str(articles), "--records", str(records), "--json"]))
    return {name: float(found.get(layer, {}).get(measure, 0.0)) for name, (layer, measure) in wanted.items()}


def symmetry(gold: Path) -> tuple[dict[str, float], list[str]]:
    """The share of each layer that swaps with the parties' names, all 0 where too little was coded to compare; and what does not swap."""
    command = f"{' '.join(GESTA)} code --format json {{}}"
    article = gold / "dev" / f"{GUARDIAN}.txt"
    ask = [sys.executable, str(gold / "symmetry.py"), str(article), "--at-least", AT_LEAST, "--floor", "0", "--command", command]
    done = subprocess.run(ask, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 2):
        sys.exit(f"symmetry.py: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    found = dict(re.findall(r"^(\w+) +([\d.]+) of \d+$", done.stdout, re.M))
    shares = {f"symmetry: {layer}": float(found.get(layer, 0.0)) for layer in ("figures", "events", "statements")}
    return shares, re.findall(r"^ +(?:plain|mirror) only .*$", done.stdout, re.M)


def scored(gold: Path) -> Iterator[tuple[str, float]]:
    """The figures of `score.py` by name, of all articles and of the Guardian's alone."""
    articles = sorted(p for p in (gold / "dev").glob("*.txt") if p.with_suffix(".yaml").exists())
    with tempfile.TemporaryDirectory() as folder:
        records, alone = Path(folder, "records.jsonl"), Path(folder, "alone")
        coded = run([*GESTA, "code", "--format", "json", *map(str, articles)])
        records.write_text(coded, "utf-8")
        for name, value in scores(gold, gold / "dev", records, ALL).items():
            yield f"all: {name}", value
        alone.mkdir()
        for suffix in (".txt", ".yaml"):
            shutil.copy(gold / "dev" / f"{GUARDIAN}{suffix}", alone)
        place = next(i for i, p in enumerate(articles) if p.stem == GUARDIAN)
        records.write_text(coded.split("\n")[place] + "\n", "utf-8")
        for name, value in scores(gold, alone, records, ALONE).items():
            yield f"guardian: {name}", value


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Names of the figures that lie under their floor or have none."""
    return [name for name, value in figures.items() if name not in floors or value < floors[name]]


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """Floors lifted to a hundredth below the figures; a floor above that, and one that was not measured, stays."""
    lifted = {name: max(floors.get(name, 0.0), math.floor((value - ROOM) * 1000) / 1000) for name, value in figures.items()}
    return {**floors, **lifted}


def table(figures: Mapping[str, float], floors: Mapping[str, float]) -> str:
    """One line for each figure: figure, floor, name, and a mark where it lies below."""
    low = set(below(figures, floors))
    marks = {name: "" if name not in low else "   BELOW" if name in floors else "   NO FLOOR" for name in figures}
    rows = [f"{value:7.3f}  {floors.get(name, math.nan):7.3f}  {name}{marks[name]}" for name, value in figures.items()]
    return "\n".join([" figure    floor", *rows])


def main() -> None:
    """Prints the table; exit 1 when a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true")
    args = parser.parse_args()
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8"))
    swapped, differences = symmetry(args.gold)
    figures = dict(scored(args.gold)) | swapped
    if args.lift:
        floors = raised(figures, floors)
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    print(table(figures, floors))
    if differences:
        print("what does not swap:", *differences, sep="\n")
    if below(figures, floors):
        sys.exit("below the floor (a floor that is missing is set by --raise)")


if __name__ == "__main__":
    main()
