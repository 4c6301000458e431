"""How many events gesta codes where there is no conflict: `neutral_paragraphs.txt`, each paragraph read as a report of its own.

    python -m benchmarks.neutral [FILE] [--show]

A file has one paragraph a line; a line that begins with `#` is a heading. Printed are the paragraphs in which an ASSAULT is coded (wanted:
at most 3 of 300), and those with any event, by type: some tell one truly (two ministers met).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gesta.model import Article, Report
from gesta.pipeline import Pipeline

PARAGRAPHS = Path(__file__).parent / "neutral_paragraphs.txt"


def paragraphs(path: Path = PARAGRAPHS) -> list[str]:
    """The paragraphs of a file, in order."""
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def coded(path: Path = PARAGRAPHS) -> Iterator[Report]:
    """A report for each paragraph."""
    yield from Pipeline().code(Article(text=text, language="en", origin=str(n)) for n, text in enumerate(paragraphs(path), 1))


def main() -> None:
    """Prints the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=PARAGRAPHS)
    parser.add_argument("--show", action="store_true", help="also print each event with its paragraph")
    options = parser.parse_args()
    reports = list(coded(options.file))
    assaults = sum(any(e.type == "ASSAULT" for e in r.events) for r in reports)
    print(f"{len(reports)} paragraphs: {assaults} with an ASSAULT, {sum(bool(r.events) for r in reports)} with any event")
    print(", ".join(f"{kind} {n}" for kind, n in Counter(e.type for r in reports for e in r.events).most_common()))
    if options.show:
        for report in reports:
            for event in report.events:
                print(f"{event.type:10} {event.why:30} {report.article.text}")


if __name__ == "__main__":
    main()
