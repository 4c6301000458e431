"""The rounds of a `gesta watch` one after the other without waiting: how its memory goes with the store, by part."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.soaking import Outlet, published

from gesta.cli.heap import give_back, one_arena
from gesta.intake.fetching import Fetcher
from gesta.intake.language import identifier
from gesta.intake.webpage import forget_pages
from gesta.pipeline import Pipeline, watching
from gesta.store import open_store

WARM: Final = 10  # rounds, as the minutes of the soak that brings as many articles a minute
TOLD: Final = 5  # rounds between two lines


def parts() -> Counter[str]:
    """Bytes of this process's memory that are resident: the C library's heap, what else is anonymous, files."""
    found, name = Counter[str](), ""
    for line in Path("/proc/self/smaps").read_text("utf-8").splitlines():
        words = line.split()
        if not words[0].endswith(":"):
            name = words[5] if len(words) > 5 else ""
        elif words[0] == "Rss:":
            found["heap" if name == "[heap]" else "files" if name.startswith("/") else "anonymous"] += int(words[1]) * 1024
    return found


def rounds(number: int, count: int) -> None:
    """So many rounds of a watch in this process, with so many new articles each; prints how memory went, and growth after the warm-up."""
    one_arena()
    identifier()
    watching.is_due = lambda state: True
    sizes = list[int]()
    with tempfile.TemporaryDirectory(prefix="gesta-rounds-") as folder, published(Outlet()) as outlet:
        store = str(Path(folder) / "rounds.gesta")
        fetcher = Fetcher("0", allowed=lambda address: True, interval=0.0)
        watched = watching.Watch([f"http://127.0.0.1:{outlet.port}/feed"], store, Pipeline(), fetcher, apart=True)
        print("round  reports    MB  heap  anonymous  files")
        for made in range(1, number + 1):
            outlet.bring(count)
            if aside := list(watched.round()):
                raise SystemExit(f"set aside: {aside[0]}")
            forget_pages()
            give_back()
            held = parts()
            sizes.append(held.total())
            if made % TOLD == 0 or made == 1:
                of = [round(size / 1e6) for size in (held.total(), held["heap"], held["anonymous"], held["files"])]
                print(f"{made:5} {len(outlet.pages):8} {of[0]:5} {of[1]:5} {of[2]:10} {of[3]:6}", flush=True)
        with open_store(store) as opened:
            filed = sum(1 for _ in opened.filings(texts=False))
    after = sizes[WARM:] or sizes
    part = max(1, len(after) // 5)
    growth = median(after[-part:]) / median(after[:part]) - 1
    print(f"\n{len(outlet.pages)} articles, {filed} filed; growth from first to last fifth after round {WARM}: {growth:+.1%}")
