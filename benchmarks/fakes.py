"""FA-KES: how many stories a day of the Syrian war had in fifteen outlets, how many outlets a story, and how many of them copied.

    python -m benchmarks.fakes ../shared/data/articles_fakes_syria.jsonl.gz [--alike 0.12] [--show 20] [--seed 1]

Each line is one report: `id`, `outlet`, `date`, `title`, `text`. Nothing is scored, for FA-KES says nothing of stories; `--show` prints the
titles of as many stories of several reports, drawn by chance, to be judged by a reader.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from statistics import mean

from gesta.linking.independence import Descent, descents
from gesta.linking.newsrooms import newsroom_key
from gesta.linking.printings import Printing
from gesta.linking.stories import Grouping, Story, stories


def printings(path: Path) -> dict[str, Printing]:
    """The reports by id."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return {
        row["id"]: Printing(
            id=row["id"], text=row["text"], title=row["title"], outlet=row["outlet"], published=date.fromisoformat(row["date"])
        )
        for row in rows
    }


def outlets(story: Story, reports: Mapping[str, Printing]) -> set[str]:
    """The outlets of a story."""
    return {reports[report].outlet or "" for report in story.reports}


def sources(story: Story, found: Mapping[str, Descent]) -> set[str]:
    """The newsrooms whose copy a story's reports are."""
    return {newsroom_key(found[report].newsroom or found[report].group) for report in story.reports}


def spread(values: Iterable[int]) -> str:
    """How often each number occurs, with the mean."""
    every = list(values)
    return f"mean {mean(every):.2f}: " + ", ".join(f"{number}: {count}" for number, count in sorted(Counter(every).items()))


def show(told: Sequence[Story], reports: Mapping[str, Printing], found: Mapping[str, Descent], count: int, seed: int) -> None:
    """Prints stories drawn by chance."""
    for story in Random(seed).sample(list(told), min(count, len(told))):
        print(f"\n{', '.join(story.terms)}")
        for report in sorted(story.reports, key=lambda r: (reports[r].day or date.max, r)):
            copied = "" if found[report].group == report else f" < {reports[found[report].group].outlet}"
            print(f"  {reports[report].day} {reports[report].outlet}{copied}: {reports[report].title}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--alike", type=float, default=Grouping().alike)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    reports = printings(options.file)
    found, told = descents(reports.values()), stories(reports.values(), Grouping(alike=options.alike))
    days: dict[date | None, set[str]] = defaultdict(set)
    for story in told:
        for report in story.reports:
            days[reports[report].day].add(story.id)
    busy = {day: of for day, of in days.items() if sum(p.day == day for p in reports.values()) > 1}
    several = [story for story in told if len(story.reports) > 1]
    print(f"{len(reports)} reports of {len({p.outlet for p in reports.values()})} outlets on {len(days)} days, {len(told)} stories")
    print(f"stories a day, on the {len(busy)} days with several reports: {spread(len(of) for of in busy.values())}")
    print(f"outlets a story: {spread(len(outlets(story, reports)) for story in told)}")
    print(f"stories of several reports: {len(several)}")
    print(f"  outlets a story: {spread(len(outlets(story, reports)) for story in several)}")
    print(f"  independent newsrooms a story: {spread(len(sources(story, found)) for story in several)}")
    copies = [report for report, descent in found.items() if descent.group != report]
    abroad = [report for report in copies if reports[found[report].group].outlet != reports[report].outlet]
    print(f"copies: {len(copies)} reports go back to another, {len(abroad)} of them to one of another outlet")
    if options.show:
        show(several, reports, found, options.show, options.seed)


if __name__ == "__main__":
    main()
