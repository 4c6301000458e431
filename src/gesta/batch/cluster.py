"""The engine on many machines: Ray Data reads the files and hands pieces to a pool of actors, each with a model of its own.

Ray starts what died again. What Ray gives up on is given to it anew, from the pieces that the folder has.
"""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Final

from gesta.batch.folder import Folder
from gesta.batch.pieces import Piece, Source, pieces
from gesta.batch.working import Done, Settings, worked
from gesta.errors import EngineError, GestaError
from gesta.model import Made
from gesta.pipeline import Pipeline

TRIES: Final = 3
"""Times in a row that nothing comes of giving Ray the rest, before the run ends."""
READERS: Final = 8
"""Workers that one reader feeds: reading takes some 3 ms an article, coding 200."""
BLOCKS: Final = 200
"""Lists of files that readers are given, at least: few enough that planning costs nothing, enough to spread them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What each reader and worker is told: the settings, the folder's address, and the versions that every record is to name."""

    settings: Settings
    folder: str
    made: Made


class Ray:
    """The engine on the Ray cluster at an address: None starts one on this machine alone, "auto" is the one that runs on it.

    `workers` bounds the models (None: one for each processor), each of which has one thread. EngineError where there
    is no Ray, no cluster, or not the same gesta on its machines.
    """

    def __init__(self, job: Job, address: str | None = None, workers: int | None = None) -> None:
        self._job, self._address, self._workers = job, address, workers

    def done(self, todo: Sequence[Source]) -> Iterator[Done]:
        """Each piece of these files once at least, as it is kept."""
        if not todo:
            return
        ray = connected(self._address)
        folder, vain = Folder(self._job.folder), 0
        try:
            while todo:
                progress = False
                try:
                    for row in self._rows(todo):
                        progress = True
                        yield pickle.loads(row["done"])
                    return
                except ray.exceptions.RayError as error:
                    vain = 0 if progress else vain + 1
                    if vain == TRIES:
                        raise EngineError(f"the cluster failed {TRIES} times in a row: {' '.join(str(error).split())[:300]}") from error
                finished = folder.finished()
                todo = [source for source in todo if source.stem not in finished]
        finally:
            ray.shutdown()

    def _rows(self, todo: Sequence[Source]) -> Iterator[dict[str, Any]]:
        """What Ray Data gives for the files: a row for each piece."""
        import ray

        workers = self._workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        blocks = min(len(todo), max(BLOCKS, workers * READERS))
        job = pickle.dumps(self._job)
        reader: Any = partial(read, job=job)
        found = ray.data.from_items([{"source": pickle.dumps(source)} for source in todo], override_num_blocks=blocks)
        cut = found.map_batches(
            reader, batch_size=1, batch_format="pyarrow", num_cpus=0,
            compute=ray.data.TaskPoolStrategy(size=max(1, workers // READERS)),
        )  # fmt: skip
        coded = cut.map_batches(
            Worker, fn_constructor_kwargs={"job": job}, batch_size=1, batch_format="pyarrow", num_cpus=1,
            compute=ray.data.ActorPoolStrategy(min_size=1, max_size=workers),
        )  # fmt: skip
        yield from coded.iter_rows()


def connected(address: str | None) -> Any:
    """Ray, connected and quiet. EngineError where it is not installed or nothing answers at the address."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # what runs here is nobody else's business
    os.environ.setdefault("RAY_DATA_DISABLE_PROGRESS_BARS", "1")
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise EngineError("Ray is not installed: pip install 'gesta[ray]'") from error
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, include_dashboard=False if address is None else None)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise EngineError(f"no Ray cluster at {address or 'this machine'}: {' '.join(str(error).split())[:300]}") from error
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = 1  # bytes: each piece is a block of its own, and so the work of one worker
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    return ray


def row(name: str, value: object) -> Any:
    """A table of one row with one value, pickled: what it holds is ours from end to end."""
    import pyarrow as pa

    return pa.table({name: pa.array([pickle.dumps(value)], pa.large_binary())})


def values(batch: Any, name: str) -> Iterator[Any]:
    """The values of such rows."""
    return (pickle.loads(value) for value in batch[name].to_pylist())


@lru_cache(maxsize=1)
def reading(job: bytes) -> tuple[Folder, Pipeline, object]:
    """What reading needs, kept from task to task: the outlets of the codebook, no model."""
    told: Job = pickle.loads(job)
    return Folder(told.folder), *told.settings.unpacked()


def read(batch: Any, job: bytes) -> Iterator[Any]:
    """The pieces of the files."""
    folder, pipeline, _ = reading(job)
    for source in values(batch, "source"):
        try:
            for piece in pieces(source, pipeline.names, force=pipeline.force, kept=folder.kept(source.stem)):
                yield row("piece", piece)
        except GestaError as error:
            yield row("piece", Done(source=source, number=0, is_last=False, broken=error))


class Worker:
    """One model, which codes pieces and keeps them."""

    def __init__(self, job: bytes) -> None:
        self._job: Job = pickle.loads(job)
        self._folder = Folder(self._job.folder)
        self._pipeline, self._codebook = self._job.settings.unpacked()

    def __call__(self, batch: Any) -> Iterator[Any]:
        """A row for each piece."""
        for piece in values(batch, "piece"):
            yield row("done", self._done(piece) if isinstance(piece, Piece) else piece)

    def _done(self, piece: Piece) -> Done:
        try:
            self._pipeline.load()
            if self._pipeline.made != self._job.made:
                raise EngineError(f"a machine of the cluster has another gesta: {self._pipeline.made}, here {self._job.made}")
            return worked(piece, self._pipeline, self._folder)
        except GestaError as error:
            return Done(source=piece.source, number=piece.number, is_last=False, broken=error)
