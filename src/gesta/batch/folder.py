"""A folder of parts, on disk or in object storage: what is in it is whole.

    about.json                    what made it: versions and what they were told
    records/STEM.parquet          the records of one input file, which is finished when this is there
    failures/STEM.parquet         what of that file was set aside; only where something was
    .pieces/STEM/00000.parquet    pieces of files that are not finished, which no reader of the folder sees

Each file is written beside its place and moved there. Writing one again gives the same bytes, so nothing is lost or doubled when two
workers code the same piece, because one of them was taken for dead.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, Final
from uuid import uuid4

from gesta.batch.parts import Result, failures_schema, records_schema, tables, write
from gesta.batch.pieces import Piece
from gesta.errors import PartsError
from gesta.intake.storage import storage_at, unsecret

FORMAT: Final = 1
SUFFIX: Final = ".parquet"
FAILED: Final = ".failures.parquet"


class Folder:
    """The folder at an address. PartsError wherever it cannot be read or written."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._storage, self._root = storage_at(address)

    def begin(self, about: Mapping[str, Any]) -> None:
        """The folder is there and was made by `about`, or by nothing yet. PartsError where it was coded otherwise."""
        told = {"format": FORMAT, **about}
        with self._said():
            for name in ("records", "failures", ".pieces"):
                self._storage.create_dir(f"{self._root}/{name}", recursive=True)
            held = self._about()
            if held is None:
                self._write("about.json", lambda stream: stream.write((json.dumps(told, indent=1, sort_keys=True) + "\n").encode()))
        if held is not None and held != told:
            other = ", ".join(sorted(name for name in held.keys() | told.keys() if held.get(name) != told.get(name)))
            raise PartsError(path=self._name, why=f"was coded with other settings or versions ({other}); name another folder")

    def finished(self) -> set[str]:
        """The stems of the files that are done."""
        return {name.removesuffix(SUFFIX) for name in self._names("records") if name.endswith(SUFFIX)}

    def failed(self) -> set[str]:
        """The stems of the files of which something was set aside."""
        return {name.removesuffix(SUFFIX) for name in self._names("failures") if name.endswith(SUFFIX)}

    def kept(self, stem: str) -> set[int]:
        """The numbers of the pieces of a file that are coded."""
        names = (name for name in self._names(f".pieces/{stem}") if name.endswith(SUFFIX) and not name.endswith(FAILED))
        return {int(name.removesuffix(SUFFIX)) for name in names}

    def keep(self, piece: Piece, results: list[Result]) -> None:
        """The results of a piece are in the folder."""
        records, failures = tables(piece.source.file.name, piece.first, results)
        place = f".pieces/{piece.source.stem}"
        with self._said():
            self._storage.create_dir(f"{self._root}/{place}", recursive=True)
            if failures.num_rows:
                self._write(f"{place}/{piece.number:05}{FAILED}", lambda stream: write([failures], failures_schema(), stream))
            self._write(f"{place}/{piece.number:05}{SUFFIX}", lambda stream: write([records], records_schema(), stream))

    def finish(self, stem: str, count: int) -> None:
        """The part of a file is there, made of its `count` pieces, which are gone, as is the part of an earlier state of that file."""
        place, names = f".pieces/{stem}", self._names(f".pieces/{stem}")
        failed = [name for name in sorted(names) if name.endswith(FAILED)]
        with self._said():
            if failed:
                self._write(f"failures/{stem}{SUFFIX}", lambda stream: write(self._read(place, failed), failures_schema(), stream))
            every = [f"{number:05}{SUFFIX}" for number in range(count)]
            self._write(f"records/{stem}{SUFFIX}", lambda stream: write(self._read(place, every), records_schema(), stream))
            self._forget(stem)

    def part(self, kind: str, stem: str) -> str:
        """The address of a file's part, `kind` is records or failures."""
        path, mark, query = self.address.partition("?")
        return f"{path.rstrip('/')}/{kind}/{stem}{SUFFIX}{mark}{query}"

    @property
    def _name(self) -> str:
        return unsecret(self.address)

    def _forget(self, stem: str) -> None:
        """Pieces of this file, in whatever state, and parts of its other states are gone."""
        same = stem.rpartition(".")[0] + "."
        for old in self._names(".pieces"):
            if old.startswith(same):
                self._storage.delete_dir(f"{self._root}/.pieces/{old}")
        for kind in ("failures", "records"):
            for old in self._names(kind):
                if old.startswith(same) and old != f"{stem}{SUFFIX}":
                    self._storage.delete_file(f"{self._root}/{kind}/{old}")

    def _names(self, inner: str) -> list[str]:
        """The names in a folder of the folder; none where it is not there."""
        from pyarrow import fs

        with self._said():
            selector = fs.FileSelector(f"{self._root}/{inner}", allow_not_found=True)
            return [info.base_name for info in self._storage.get_file_info(selector)]

    def _about(self) -> dict[str, Any] | None:
        """What made the folder; None where nothing has yet."""
        try:
            with self._storage.open_input_stream(f"{self._root}/about.json") as stream:
                found: dict[str, Any] = json.loads(stream.read())
                return found
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise PartsError(path=self._name, why=f"its about.json is broken: {error}") from error

    def _read(self, place: str, names: list[str]) -> Iterator[Any]:
        """The tables of pieces, one after the other."""
        import pyarrow.parquet as pq

        for name in names:
            with self._storage.open_input_file(f"{self._root}/{place}/{name}") as stream:
                yield pq.read_table(stream)

    def _write(self, inner: str, fill: Callable[[Any], object]) -> None:
        """The file is there, whole; on this machine's disk also after a power cut."""
        from pyarrow import fs

        aside = f"{self._root}/.pieces/.{uuid4().hex}"
        try:
            with self._storage.open_output_stream(aside) as stream:
                fill(stream)
            if isinstance(self._storage, fs.LocalFileSystem):
                sync(aside)
            self._storage.move(aside, f"{self._root}/{inner}")
        except BaseException:
            with suppress(OSError):
                self._storage.delete_file(aside)
            raise

    @contextmanager
    def _said(self) -> Iterator[None]:
        """What the storage says against it, as a PartsError that names the folder."""
        try:
            yield
        except OSError as error:
            raise PartsError(path=self._name, why=os.strerror(error.errno) if error.errno else " ".join(str(error).split())) from error


def sync(path: str) -> None:
    """The file's bytes are on the disk."""
    with open(path, "rb") as file:
        os.fsync(file.fileno())
