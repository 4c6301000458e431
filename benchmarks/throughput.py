"""How fast gesta codes, against its own encoder alone on the same windows in the same run; peak memory; cold starts.

    throughput.py [--articles 200] [--rounds 3] [--processes N]

The articles are made from samples/ and tests/articles: number N is the run of their paragraphs, about 600 words long, that begins
with paragraph N; every machine makes the same. gesta is timed end to end, from files on disk to JSON lines, with its crew of processes;
the encoder is its onnxruntime session, in as many processes of one thread, fed the very inputs that gesta feeds it. Both take turns, and
the share is the median over the rounds.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, ClassVar

from gesta.errors import InputError
from gesta.intake import articles
from gesta.model import Article
from gesta.pipeline import Pipeline, usual_size
from gesta.reading.encoder import Encoder

ROOT = Path(__file__).parent.parent
WORDS = 600
COLD_STARTS = 3
# Kibibytes on Linux, bytes on macOS (getrusage).
RSS_UNIT = 1 if sys.platform == "darwin" else 1024

Asked = tuple[Sequence[str], Mapping[str, Any]]


class Listening:
    """A session that keeps what it is asked."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.asked: list[Asked] = []

    def run(self, names: Sequence[str], feed: Mapping[str, Any]) -> Any:
        """As the session's own."""
        self.asked.append((names, feed))
        return self.session.run(names, feed)


class Alone:
    """The encoder without the rest of gesta, in processes of one thread, and what gesta asks it for each of these articles."""

    session: ClassVar[Any]

    def __init__(self, paths: Sequence[Path], processes: int) -> None:
        """The articles are read once here, to hear what is asked."""
        reader = Pipeline(threads=1).reader
        network: Any = reader.nlp.get_pipe("gesta_network")
        encoder = network.encoder
        listening = vars(encoder)["_session"] = Listening(encoder._session)
        self.asked: list[list[Asked]] = []
        for path in paths:
            listening.asked = []
            list(reader.read(found for found in articles(path) if isinstance(found, Article)))
            self.asked.append(listening.asked)
        self._pool = ProcessPoolExecutor(processes, get_context("spawn"), load_session)

    def __call__(self) -> None:
        """All is asked again."""
        list(self._pool.map(ask, self.asked))


def load_session() -> None:
    """This process has a session."""
    Alone.session = Encoder(threads=1)._session


def ask(asked: Sequence[Asked]) -> None:
    """What was asked for one article, asked again."""
    for names, feed in asked:
        Alone.session.run(names, feed)


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
    return sum(len(line.text) for line in pipeline.code_lines(paths) if not isinstance(line, InputError))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def cold(*arguments: str) -> float:
    """Seconds of a new process that runs gesta, the median of a few."""
    command = [sys.executable, "-m", "gesta", *arguments]
    return median(seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(COLD_STARTS))


def turns(paths: Sequence[Path], rounds: int, processes: int) -> Iterator[tuple[float, float]]:
    """Seconds of gesta and of its encoder alone, in turn; both have run before."""
    pipeline, alone = Pipeline(threads=1, processes=processes), Alone(paths, processes)
    coded(pipeline, paths)
    alone()
    for _ in range(rounds):
        yield seconds(lambda: coded(pipeline, paths)), seconds(alone)
    pipeline.close()


def show(count: int, taken: Sequence[tuple[float, float]]) -> None:
    """One line for each round, then the medians."""
    for gesta, encoder in taken:
        print(f"gesta {count / gesta:.2f} articles/s, encoder alone {count / encoder:.2f} articles/s, share {encoder / gesta:.2f}")
    print(f"articles a second {median(count / gesta for gesta, _ in taken):.2f}")
    print(f"share of the encoder {median(encoder / gesta for gesta, encoder in taken):.2f}")


def peak(who: int) -> float:
    """The most memory in GB that this process (`RUSAGE_SELF`), or one of those that it started and that have ended, ever had."""
    return resource.getrusage(who).ru_maxrss * RSS_UNIT / 1e9


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--processes", type=int, default=usual_size())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = made_articles(Path(folder), options.articles)
        words = sum(len(path.read_text("utf-8").split()) for path in paths) / len(paths)
        print(f"{len(paths)} articles of {words:.0f} words, {options.processes} processes")
        show(len(paths), list(turns(paths, options.rounds, options.processes)))
        print(f"peak memory {peak(resource.RUSAGE_CHILDREN):.2f} GB in each process")
        print(f"gesta --help, cold {cold('--help'):.2f} s")
        print(f"gesta code of one article, cold {cold('code', str(paths[0])):.2f} s")


if __name__ == "__main__":
    main()
