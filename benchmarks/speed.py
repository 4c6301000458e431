"""gesta's speed as one table: against its encoder, with longer articles, with more articles, with more events, and from a cold start.

    python -m benchmarks.speed [--articles 48] [--rounds 3] [--stream 64 256] [--events 5000 20000] [--against OTHER/src]

Rates and shares of the encoder are by the clock, both sides in turn in one run; everything that grows is processor time, so that what else
the machine does counts for little. An exponent of 1 is time in proportion to size. `--against` takes the src folder of another checkout
(of the same dependencies) and codes the same articles with both in turn, each in a process of its own on one thread.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain, cycle
from math import log
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final

from benchmarks.linking import runs
from benchmarks.throughput import RSS_UNIT, cold, made_articles, paragraphs, peak, turns

from gesta.coding import code_article
from gesta.model import Article
from gesta.pipeline import Pipeline, usual_size

ROOT: Final = Path(__file__).parent.parent
LENGTHS: Final = (500, 1_000, 2_000, 5_000, 10_000, 20_000)  # words
SHORT: Final = 4_000  # words that the shorter articles of the growth with length have together, so that each is timed long enough
WARM: Final = 8
# Runs with any checkout since the first: codes a few articles, then times all of them.
CHILD: Final = """
import json, resource, sys, time
from pathlib import Path
from gesta.pipeline import Pipeline, json_line
paths = sorted(Path(sys.argv[1]).iterdir())
pipeline = Pipeline(threads=1)
sum(1 for _ in pipeline.code_paths(paths[:{warm}]))
start = time.process_time()
count = sum(bool(json_line(report)) for report in pipeline.code_paths(paths))
print(json.dumps([time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss]))
"""


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The slope of the straight line through the logarithms."""
    xs, ys = [log(size) for size in sizes], [log(time) for time in times]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def article_of(words: int) -> Article:
    """Our own paragraphs, over and over, up to so many words."""
    parts: list[str] = []
    count = 0
    for part in cycle(paragraphs()):
        parts.append(part)
        count += len(part.split())
        if count >= words:
            break
    return Article(text="\n\n".join(parts), language="en", origin=f"{words} words")


def times_of(pipeline: Pipeline, words: int) -> tuple[float, float]:
    """Seconds of the processor for one article of so many words: reading, coding."""
    article, repeats = article_of(words), max(1, SHORT // words)
    start = process_time()
    for _ in range(repeats):
        (reading,) = pipeline.reader.read([article])
    read = process_time()
    for _ in range(repeats):
        code_article(article, reading, pipeline.codebook, pipeline.made)
    return (read - start) / repeats, (process_time() - read) / repeats


def by_length() -> Iterator[tuple[str, str]]:
    """Rows: reading and coding of each length, and the exponents."""
    pipeline = Pipeline(threads=1)
    times_of(pipeline, LENGTHS[0])
    found = [times_of(pipeline, words) for words in LENGTHS]
    for words, (reading, coding) in zip(LENGTHS, found, strict=True):
        yield f"one article of {words:,} words", f"{reading:.2f} s to read, {coding:.2f} s to code"
    read, coded, both = ([each[0] for each in found], [each[1] for each in found], [sum(each) for each in found])
    yield (
        "growth with length, exponent",
        f"{exponent(LENGTHS, both):.2f} (reading {exponent(LENGTHS, read):.2f}, coding {exponent(LENGTHS, coded):.2f})",
    )


def coded_by(source: Path, folder: Path) -> tuple[float, float]:
    """Seconds of the processor, and peak GB, of a process that codes the folder with this source."""
    environment = {**os.environ, "PYTHONPATH": str(source)}
    command = [sys.executable, "-c", CHILD.format(warm=WARM), str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    seconds, peak = json.loads(done.stdout)
    return seconds, peak * RSS_UNIT / 1e9


def by_number(counts: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Rows: time and memory of streams of so many articles."""
    found = []
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            made_articles(Path(folder), count)
            found.append(coded_by(ROOT / "src", Path(folder)))
        yield f"a stream of {count:,} articles", f"{found[-1][0] / count * 1000:.0f} ms each, peak {found[-1][1]:.2f} GB"
    yield "growth with number of articles, exponent", f"{exponent(counts, [seconds for seconds, _ in found]):.2f}"


def by_events(sizes: Sequence[int]) -> Iterator[tuple[str, str]]:
    """Rows: linking so many events."""
    found = list(runs(sizes, "spread"))
    for events, incidents, seconds, most in found:
        yield f"linking {events:,} events", f"{incidents:,} incidents, {seconds:.1f} s, peak {most} MB"
    yield "growth with number of events, exponent", f"{exponent([f[0] for f in found], [f[2] for f in found]):.2f}"


def against(other: Path, count: int, rounds: int) -> Iterator[tuple[str, str]]:
    """Rows: articles a second of this checkout over those of the other, both by processor time."""
    with tempfile.TemporaryDirectory() as folder:
        made_articles(Path(folder), count)
        pairs = [(coded_by(ROOT / "src", Path(folder))[0], coded_by(other, Path(folder))[0]) for _ in range(rounds)]
    yield "ms an article, this checkout / the other", " / ".join(f"{median(p[k] for p in pairs) / count * 1000:.0f}" for k in (0, 1))
    yield "articles a second over the other's", f"{median(theirs / ours for ours, theirs in pairs):.2f}"


def by_encoder(count: int, rounds: int) -> Iterator[tuple[str, str]]:
    """Rows: against the encoder alone, peak memory, cold starts."""
    with tempfile.TemporaryDirectory() as folder:
        paths = made_articles(Path(folder), count)
        taken = list(turns(paths, rounds, usual_size()))
        yield "articles of 600 words a second, all layers", f"{median(count / gesta for gesta, _ in taken):.1f}"
        yield "the encoder alone, articles a second", f"{median(count / encoder for _, encoder in taken):.1f}"
        yield "share of the encoder", f"{median(encoder / gesta for gesta, encoder in taken):.2f}"
        yield "peak memory of each process", f"{peak(resource.RUSAGE_CHILDREN):.2f} GB"
        yield "gesta --help, cold", f"{cold('--help'):.2f} s"
        yield "gesta code of one article, cold", f"{cold('code', str(paths[0])):.2f} s"


def main() -> None:
    """Prints the table, a row as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=48)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stream", nargs="*", type=int, default=[64, 256])
    parser.add_argument("--events", nargs="*", type=int, default=[5_000, 20_000])
    parser.add_argument("--against", type=Path, metavar="SRC")
    parser.add_argument("--only", choices=["encoder", "length", "stream", "events", "against"], help="this part alone")
    options = parser.parse_args()
    parts = {
        "encoder": by_encoder(options.articles, options.rounds),
        "length": by_length(),
        "stream": by_number(options.stream),
        "events": by_events(options.events),
    }
    if options.against:
        parts["against"] = against(options.against, options.articles, options.rounds)
    chosen = parts.values() if options.only is None else [parts[options.only]]
    for name, figure in chain.from_iterable(chosen):
        print(f"| {name} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
