"""How fast gesta codes, against its own encoder alone on the same windows in the same run; peak memory; cold starts.

    throughput.py [--articles 200] [--rounds 3] [--threads N]

The articles are made from samples/ and tests/articles: number N is the run of their paragraphs, about 600 words long, that begins
with paragraph N; every machine makes the same. gesta is timed end to end, from files on disk to JSON lines; the encoder is its
onnxruntime session, fed the very inputs that gesta fed it. Both take turns, and the share is the median over the rounds.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, ClassVar

import onnxruntime

from gesta.intake import articles
from gesta.model import Article, Report
from gesta.pipeline import Pipeline, json_line

ROOT = Path(__file__).parent.parent
WORDS = 600
LOADED_WITH = 8
COLD_STARTS = 3
# Kibibytes on Linux, bytes on macOS (getrusage).
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class Recording(onnxruntime.InferenceSession):  # type: ignore[misc]
    """The session that gesta uses, keeping what it is asked while `keep` is set."""

    asked: ClassVar[list[Callable[[], Any]]] = []
    keep = False

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, Any], run_options: Any = None) -> Any:
        """As the session's own."""
        if Recording.keep:
            Recording.asked.append(partial(super().run, output_names, input_feed, run_options))
        return super().run(output_names, input_feed, run_options)


def paragraphs() -> list[str]:
    """Every paragraph of our own articles, in the order of their files."""
    files = [p for folder in ("samples", "tests/articles") for p in sorted((ROOT / folder).iterdir()) if p.stem != "README"]
    found = [article.text for path in files for article in articles(path) if isinstance(article, Article)]
    return [line for text in found for line in text.split("\n") if line.strip()]


def made_articles(folder: Path, count: int) -> list[Path]:
    """`count` files of about 600 words."""
    pool = paragraphs()
    paths = []
    for number in range(count):
        parts, words = [], 0
        for part in islice(cycle(pool), number, None):
            parts.append(part)
            words += len(part.split())
            if words >= WORDS:
                break
        path = folder / f"{number:04}.md"
        path.write_text(f"---\ntitle: Benchmark {number}\npublished: 2022-09-14\n---\n\n" + "\n\n".join(parts), "utf-8")
        paths.append(path)
    return paths


def coded(pipeline: Pipeline, paths: Sequence[Path]) -> int:
    """Codes the files to JSON lines; their size."""
    return sum(len(json_line(report)) for report in pipeline.code_paths(paths) if isinstance(report, Report))


def encoded() -> None:
    """What gesta asked of the encoder, asked again."""
    for ask in Recording.asked:
        ask()


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def cold(*arguments: str) -> float:
    """Seconds of a new process that runs gesta, the median of a few."""
    command = [sys.executable, "-m", "gesta", *arguments]
    return median(seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(COLD_STARTS))


def turns(pipeline: Pipeline, paths: Sequence[Path], rounds: int) -> Iterator[tuple[float, float]]:
    """Seconds of gesta and of its encoder alone, in turn. The first round of gesta says what the encoder is asked."""
    coded(pipeline, paths[:LOADED_WITH])
    for number in range(rounds):
        Recording.keep = number == 0
        yield seconds(lambda: coded(pipeline, paths)), seconds(encoded)


def show(count: int, taken: Sequence[tuple[float, float]]) -> None:
    """One line for each round, then the medians."""
    for gesta, encoder in taken:
        print(f"gesta {count / gesta:.2f} articles/s, encoder alone {count / encoder:.2f} articles/s, share {encoder / gesta:.2f}")
    print(f"articles a second {median(count / gesta for gesta, _ in taken):.2f}")
    print(f"share of the encoder {median(encoder / gesta for gesta, encoder in taken):.2f}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--threads", type=int, default=None)
    options = parser.parse_args()
    onnxruntime.InferenceSession = Recording
    with tempfile.TemporaryDirectory() as folder:
        paths = made_articles(Path(folder), options.articles)
        words = sum(len(path.read_text("utf-8").split()) for path in paths) / len(paths)
        print(f"{len(paths)} articles of {words:.0f} words, {options.threads or 'all'} threads")
        show(len(paths), list(turns(Pipeline(threads=options.threads), paths, options.rounds)))
        print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e9:.2f} GB")
        print(f"gesta --help, cold {cold('--help'):.2f} s")
        print(f"gesta code of one article, cold {cold('code', str(paths[0])):.2f} s")


if __name__ == "__main__":
    main()
