"""A run: files into parts, by whatever engine, from wherever the last run was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Protocol

from gesta.batch.folder import Folder
from gesta.batch.pieces import Source, sources
from gesta.batch.working import Done
from gesta.errors import InputError


class Engine(Protocol):
    """What codes pieces and keeps them in the folder."""

    def done(self, todo: Sequence[Source]) -> Iterator[Done]:
        """Each piece of these files, in any order, once at least."""
        ...


class Run:
    """The files at some addresses into a folder that has begun.

    `files` are all of them, `before` how many were finished when the run began, `finished` how many are by now; `coded` and `failed` count
    this run's documents. `missing` says what could not be read at all, or not to its end; that is left for the next run.
    """

    def __init__(self, addresses: Sequence[str], folder: Folder) -> None:
        found = list(sources(addresses))
        self.missing = [item for item in found if isinstance(item, InputError)]
        self.files = [item for item in found if isinstance(item, Source)]
        self.folder = folder
        done = folder.finished()
        self.todo = [source for source in self.files if source.stem not in done]
        self.before = self.finished = len(self.files) - len(self.todo)
        self.coded = self.failed = 0
        self.read = 0  # bytes of the files that this run finished

    def results(self, engine: Engine) -> Iterator[Done]:
        """Each piece as it is kept. A file all of whose pieces are there is finished at once.

        Raises what an engine says is broken.
        """
        seen: dict[str, set[int]] = defaultdict(set)
        lasts: dict[str, int] = {}
        for done in engine.done(self.todo):
            if done.broken is not None:
                raise done.broken
            if done.unread is not None:
                self.missing.append(done.unread)
            elif done.number not in seen[done.source.stem]:
                seen[done.source.stem].add(done.number)
                self.coded += done.coded
                self.failed += len(done.failed)
                if done.is_last:
                    lasts[done.source.stem] = done.number + 1
                if len(seen[done.source.stem]) == lasts.get(done.source.stem):
                    self._finish(done.source, lasts.pop(done.source.stem))
            yield done

    def parts(self) -> list[str]:
        """The addresses of the parts of all files that are finished, in the order of the files."""
        finished, failed = self.folder.finished(), self.folder.failed()
        kinds = {"records": finished, "failures": finished & failed}
        return [self.folder.part(kind, s.stem) for s in self.files for kind, stems in kinds.items() if s.stem in stems]

    def _finish(self, source: Source, count: int) -> None:
        self.folder.finish(source.stem, count)
        self.finished += 1
        self.read += source.file.size
