"""Batches, and work on the next batch while the last one is used."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from gesta.errors import InputError
from gesta.model import Article

# A batch is read in one go: articles enough to fill the encoder's own batches with windows of like length, few enough to keep memory flat
# and the first and last batch, which nothing runs beside, short.
BATCH_ARTICLES = 16
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


def one_ahead(work: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
    """`map(work, items)`, with the item after the one in use worked on in a thread. What `work` raises is raised at its place."""
    waiting: deque[Future[Out]] = deque()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="gesta-reading") as thread:
        for item in items:
            waiting.append(thread.submit(work, item))
            if len(waiting) > 1:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
