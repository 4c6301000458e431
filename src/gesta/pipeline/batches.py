"""Batches, and work on those that come next while one is used."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from gesta.errors import InputError
from gesta.model import Article

# What one process is given at once: enough that handing it over costs nothing, little enough that all processes end at about the same time.
BATCH_ARTICLES = 4
BATCH_CHARACTERS = 400_000

Found = Article | InputError
In = TypeVar("In")
Out = TypeVar("Out")


def batches(found: Iterable[In], longest: int = BATCH_ARTICLES) -> Iterator[list[In]]:
    """Runs of what was found, in order; a run ends with the item that makes it `longest` long or its articles BATCH_CHARACTERS large."""
    batch: list[In] = []
    size = 0
    for item in found:
        batch.append(item)
        size += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= longest or size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def ahead(work: Callable[[In], Out], items: Iterable[In], workers: int) -> Iterator[Out]:
    """`map(work, items)`, worked on by so many threads, up to twice as many items ahead of the one in use.

    What `work` raises is raised at its place. An iteration that is left early does not wait for the work that is under way.
    """
    waiting: deque[Future[Out]] = deque()
    threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="gesta-crew")
    try:
        for item in items:
            waiting.append(threads.submit(work, item))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
