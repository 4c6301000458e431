"""`gesta watch` and `gesta serve` on one store for an hour: the feed, the questions, the samples, and what came of it."""

from __future__ import annotations

import csv
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

from benchmarks.throughput import paragraphs

from gesta.store import open_store

KEPT: Final = 40  # entries of the feed, as usual
SAMPLED: Final = 10.0  # seconds between two samples
ASKED: Final = 1.5  # seconds between two questions
LAST: Final = 0.06  # of the run: the feed brings nothing new any more
GROWTH: Final = 0.02
# The command as it is, but that it may connect to loopback and need not wait between two pages of it.
WATCH: Final = """
import sys
from functools import partial
from gesta.cli import watch
from gesta.cli.app import main
watch.Fetcher = partial(watch.Fetcher, allowed=lambda address: True, interval=0.0)
sys.argv = ["gesta", "watch", sys.argv[1], "--store", sys.argv[2], "--every", "1"]
main()
"""
QUESTIONS: Final = (
    "incidents?limit=50", "incidents?facets=type,actors&sort=-reports", "events?limit=100", "claims?limit=100", "figures?limit=100",
    "actors", "timeline", "series?by=event", "places", "names", "sources", "happenings.atom", "reports", "method",
    "incidents?type=ASSAULT&from=2022-01-01", "claims?effect=killed&min_sources=1", "incidents?place=Goris",
)  # fmt: skip


class Sample(NamedTuple):
    """What a process held at a time: minutes from the beginning, MB of memory, open files, threads, MB of what it had started."""

    minute: float
    memory: float
    files: int
    threads: int
    beside: float


def sampled(pid: int, started: float) -> Sample:
    """Now."""
    here = Path(f"/proc/{pid}")
    tasks = list((here / "task").iterdir())
    beside = sum(resident(int(child)) for task in tasks for child in (task / "children").read_text("ascii").split())
    return Sample((time.monotonic() - started) / 60, resident(pid), len(os.listdir(here / "fd")), len(tasks), beside)


def resident(pid: int) -> float:
    """MB of memory that a process holds; 0.0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0


@dataclass
class Outlet:
    """A feed of the newest entries, and the page of each."""

    pages: dict[str, bytes] = field(default_factory=dict)
    listed: list[str] = field(default_factory=list)
    port: int = 0

    def bring(self, count: int) -> None:
        """So many new articles."""
        pool = [part for part in paragraphs() if 20 <= len(part.split()) <= 60]
        for number in range(len(self.pages), len(self.pages) + count):
            said = "".join(f"<p>{pool[(number * 31 + part) % len(pool)]}</p>" for part in range(2))
            head = f"<!doctype html><html lang='en'><head><title>Report {number}</title></head><body><article><h1>Report {number}</h1>"
            path = f"/article/{number}"
            self.pages[path] = (
                f"{head}<p>This is report {number} of the Loopback Post, a paper that does not exist.</p>{said}</article>".encode()
            )
            self.listed.append(path)

    def feed(self) -> bytes:
        """RSS of the newest."""
        items = "".join(
            f"<item><title>Report</title><link>http://127.0.0.1:{self.port}{path}</link>"
            "<pubDate>Tue, 13 Sep 2022 10:00:00 GMT</pubDate></item>"
            for path in reversed(self.listed[-KEPT:])
        )
        return f'<rss version="2.0"><channel><title>Loopback Post</title>{items}</channel></rss>'.encode()


@contextmanager
def published(outlet: Outlet) -> Iterator[Outlet]:
    """The outlet on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = outlet.feed() if self.path == "/feed" else outlet.pages.get(self.path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", "application/rss+xml" if self.path == "/feed" else "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on standard error."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    outlet.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield outlet
    server.shutdown()
    server.server_close()


@contextmanager
def running(command: Sequence[str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is asked to end at the end."""
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


def free_port() -> int:
    """A port that nobody listens at."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        return int(server.server_address[1])


def asked(base: str, question: str) -> str:
    """What became of one question: its status, or the name of the error."""
    try:
        with urlopen(f"{base}/api/v1/{question}", timeout=120) as answer:
            answer.read()
            return str(answer.status)
    except HTTPError as error:
        return str(error.code)
    except OSError as error:
        return type(error).__name__


def soak(minutes: float, warm: float, count: int, folder: Path | None) -> bool:
    """Runs both for so many minutes; True where nothing grew, was lost or doubled."""
    with ExitStack() as stack:
        place = folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="gesta-soak-")))
        place.mkdir(parents=True, exist_ok=True)
        outlet = stack.enter_context(published(Outlet()))
        outlet.bring(count)
        store, port, started = place / "soak.gesta", free_port(), time.monotonic()
        watch = stack.enter_context(
            running([sys.executable, "-c", WATCH, f"http://127.0.0.1:{outlet.port}/feed", str(store)], place / "watch.log")
        )
        while not store.exists():
            time.sleep(1.0)
            if watch.poll() is not None:
                raise SystemExit(f"the watch ended: {(place / 'watch.log').read_text('utf-8')}")
        serve = stack.enter_context(
            running([sys.executable, "-m", "gesta", "serve", "--store", str(store), "--port", str(port)], place / "serve.log")
        )
        while asked(f"http://127.0.0.1:{port}", "names") == "URLError":
            time.sleep(1.0)
        answers, samples = lived(outlet, {"watch": watch, "serve": serve}, f"http://127.0.0.1:{port}", started, minutes, count)
        ended = [name for name, process in (("watch", watch), ("serve", serve)) if process.poll() is not None]
        kept(place / "samples.csv", samples)
        watch.terminate()
        watch.wait(120)  # what was fetched is filed
        sound = filed(store, outlet)
    steady = [told(name, found, warm) for name, found in samples.items()]
    failed = sum(number for status, number in answers.items() if status not in ("200", "304"))
    print(f"questions                 {sum(answers.values()):,}, of which failed {failed} {dict(answers)}")
    print(f"processes that ended      {', '.join(ended) or 'none'}")
    return all(steady) and sound and not failed and not ended


def lived(
    outlet: Outlet, processes: dict[str, subprocess.Popen[bytes]], base: str, started: float, minutes: float, count: int
) -> tuple[Counter[str], dict[str, list[Sample]]]:
    """The hour: new articles each minute, questions, samples."""
    chance, answers = random.Random(1), Counter[str]()
    samples: dict[str, list[Sample]] = {name: [] for name in processes}
    brought = sampled_at = started
    time.sleep(5.0)
    while (now := time.monotonic()) - started < minutes * 60:
        if now - brought >= 60 and now - started < minutes * 60 * (1 - LAST) - 60:
            outlet.bring(count)
            brought = now
        if now - sampled_at >= SAMPLED:
            sampled_at = now
            for name, process in processes.items():
                if process.poll() is None:
                    samples[name].append(sampled(process.pid, started))
        answers[asked(base, chance.choice(QUESTIONS))] += 1
        time.sleep(ASKED)
    return answers, samples


def kept(path: Path, samples: dict[str, list[Sample]]) -> None:
    """All samples as a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("process", *Sample._fields))
        table.writerows((name, *sample) for name, found in samples.items() for sample in found)


def told(name: str, samples: Sequence[Sample], warm: float) -> bool:
    """Prints how a process went after the warm-up, the medians of its first and last fifth; True where memory and files did not grow."""
    after = [sample for sample in samples if sample.minute > warm] or list(samples)
    part = max(1, len(after) // 5)
    first, last = after[:part], after[-part:]
    growth = median(s.memory for s in last) / median(s.memory for s in first) - 1
    files = median(s.files for s in last) - median(s.files for s in first)
    threads = median(s.threads for s in last) - median(s.threads for s in first)
    print(
        f"{name:6} memory             {median(s.memory for s in first):,.1f} MB, {growth:+.2%} "
        f"in {last[-1].minute - first[0].minute:.0f} min (largest {max(s.memory for s in samples):,.0f} MB, "
        f"with what it starts {max(s.memory + s.beside for s in samples):,.0f} MB); "
        f"open files {median(s.files for s in last):.0f} ({files:+.0f}), "
        f"threads {median(s.threads for s in last):.0f} ({threads:+.0f})"
    )
    return growth < GROWTH and files <= 0 and threads <= 0


def filed(store: Path, outlet: Outlet) -> bool:
    """Prints how many articles of the feed are in the store, lost and doubled; True where each is there once."""
    with open_store(store) as opened:
        found = Counter(filing.url for filing in opened.filings(texts=False))
        aside = len(list(opened.failures()))
        events = Counter((telling.report, telling.key) for telling in opened.tellings())
    wanted = {f"http://127.0.0.1:{outlet.port}{path}" for path in outlet.pages}
    lost, doubled = wanted - set(found), [url for url, number in found.items() if number > 1]
    print(
        f"articles                  {len(wanted)} in the feed, {len(found)} filed, {len(lost)} lost, "
        f"{len(doubled)} doubled, {aside} set aside"
    )
    print(f"events                    {len(events)}, {sum(number > 1 for number in events.values())} doubled")
    return not (lost or doubled or aside)
