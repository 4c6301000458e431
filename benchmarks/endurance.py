"""gesta for a long time: memory while many articles are coded, and watch and serve side by side on one store.

    python -m benchmarks.endurance memory [--articles 20000] [--minutes 60]
    python -m benchmarks.endurance soak [--minutes 60] [--warm 10] [--articles 6]
    python -m benchmarks.endurance rounds [--rounds 55] [--articles 6]

`memory` codes short articles made of our own sentences, no two alike, in a stream, and prints how memory goes with their number: a straight
line through one sample each hundred articles, with its standard error. `soak` runs `gesta watch` on a feed of this process that brings
articles every minute, and `gesta serve` on the store, which is asked meanwhile; it prints how memory, open files and threads of both went,
and holds what was filed against what the feed had. `rounds` is the watch of the soak in one process, without waiting: the same store in two
minutes.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from benchmarks.rounds import rounds
from benchmarks.soaking import soak
from benchmarks.throughput import paragraphs

from gesta.model import Article
from gesta.pipeline import Pipeline, json_line

EVERY: Final = 100  # articles between two samples
WARM: Final = 1_000  # articles until caches that have a bound are mostly full
BOUND: Final = 1_200  # MB


class Line(NamedTuple):
    """A straight line through samples: slope and its standard error, for each step of the abscissa."""

    slope: float
    error: float


def line(xs: Sequence[float], ys: Sequence[float]) -> Line:
    """By least squares; the error is infinite for fewer than three samples."""
    count = len(xs)
    if count < 3:
        return Line(0.0, float("inf"))
    x, y = sum(xs) / count, sum(ys) / count
    spread = sum((a - x) ** 2 for a in xs)
    slope = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / spread
    left = sum((b - y - slope * (a - x)) ** 2 for a, b in zip(xs, ys, strict=True))
    return Line(slope, (left / (count - 2) / spread) ** 0.5)


def resident(process: str = "self") -> float:
    """MB of memory that a process holds now."""
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6


def articles() -> Iterator[Article]:
    """Without end: 40 to 80 words each, of our own sentences in ever new company, with numbers and names of its own."""
    pool = [sentence for part in paragraphs() for sentence in part.split(". ") if 6 <= len(sentence.split()) <= 40]
    number = 0
    while True:
        said, at = f"Report {number} of the Post{number % 977}.", number * 7919
        while len(said.split()) < 40:
            said += f" {pool[at % len(pool)].rstrip('.')}."
            at += 1 + number % 89
        # A word that no other article has: what remembers words without a bound would be seen.
        yield Article(
            text=f"{said} The town of Qar{number:x}ov was quiet, Ana Mor{number:x}e said.", language="en", origin=f"made {number}"
        )
        number += 1


def memory(count: int, minutes: float) -> None:
    """Codes so many articles, or for so long, and prints how memory went."""
    pipeline, started = Pipeline(), time.monotonic()
    samples: list[tuple[int, float]] = []
    done = 0
    for report in pipeline.code(islice(articles(), count)):
        json_line(report)
        done += 1
        if done % EVERY == 0:
            samples.append((done, resident()))
            if done % (10 * EVERY) == 0:
                print(f"{done:>8,} articles  {samples[-1][1]:7.1f} MB  {time.monotonic() - started:7.0f} s", flush=True)
            if time.monotonic() - started > minutes * 60:
                break
    warm = [(n / 1000, size) for n, size in samples if n > WARM] or [(n / 1000, size) for n, size in samples]
    found = line([n for n, _ in warm], [size for _, size in warm])
    half = len(warm) // 2
    late = line([n for n, _ in warm[half:]], [size for _, size in warm[half:]])
    print(f"\narticles coded            {done:,}")
    print(f"memory, largest sample    {max(size for _, size in samples):,.0f} MB (at most {BOUND:,})")
    print(f"memory, last tenth        {median(size for _, size in warm[-max(1, len(warm) // 10) :]):,.0f} MB")
    print(f"growth after {WARM:,}        {found.slope:+.3f} ± {found.error:.3f} MB for 1,000 articles")
    print(f"growth, second half       {late.slope:+.3f} ± {late.error:.3f} MB for 1,000 articles")


def main() -> None:
    """Runs one of the three."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("memory", "soak", "rounds"))
    parser.add_argument("--articles", type=int, default=None, help="memory: at most so many (20000); else new in the feed each time (6)")
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--warm", type=float, default=10.0, help="soak: minutes until growth is measured")
    parser.add_argument("--rounds", type=int, default=55, help="rounds: so many")
    parser.add_argument("--folder", type=Path, default=None, help="soak: where store and samples are kept; else a folder that goes")
    options = parser.parse_args()
    if options.what == "memory":
        memory(options.articles or 20_000, options.minutes)
    elif options.what == "rounds":
        rounds(options.rounds, options.articles or 6)
    elif not soak(options.minutes, options.warm, options.articles or 6, options.folder):
        sys.exit(1)


if __name__ == "__main__":
    main()
