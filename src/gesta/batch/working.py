"""Pieces coded: in this process, and what every engine hands back for a piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gesta.batch.folder import Folder
from gesta.batch.parts import Result
from gesta.batch.pieces import Piece, Source, pieces
from gesta.codebook.folders import files_in
from gesta.errors import CodingFailed, GestaError, InputError, PartsError
from gesta.pipeline import Pipeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A piece that is in the folder: how many records it has, and what was set aside. `known`: it was there before.

    `unread` says why its file could not be read on; `broken` why nothing can be coded or kept at all.
    """

    source: Source
    number: int
    is_last: bool
    coded: int = 0
    failed: tuple[InputError, ...] = ()
    known: int = 0
    unread: InputError | None = None
    broken: GestaError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How articles are coded, in a form that travels to other machines: the user's codebook goes along as its files."""

    pipeline: str | None = None
    threads: int | None = None
    force: bool = False
    first_pass: bool = False
    codebook: tuple[tuple[str, bytes], ...] | None = None

    @classmethod
    def of(cls, codebook: Path | None, **others: Any) -> Settings:
        """The settings with the files of this folder."""
        files = tuple((p.relative_to(codebook).as_posix(), p.read_bytes()) for p in files_in(codebook)) if codebook else None
        return cls(codebook=files, **others)

    def made(self, folder: Path | None = None) -> Pipeline:
        """A pipeline with these settings; `folder` has the user's codebook."""
        return Pipeline(self.pipeline, self.threads, self.force, folder, self.first_pass)

    def unpacked(self) -> tuple[Pipeline, TemporaryDirectory[str] | None]:
        """A pipeline with these settings, and the folder that it needs as long as it lives."""
        if self.codebook is None:
            return self.made(), None
        folder = TemporaryDirectory(prefix="gesta-codebook-")
        for name, data in self.codebook:
            path = Path(folder.name, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return self.made(Path(folder.name)), folder


def worked(piece: Piece, pipeline: Pipeline, folder: Folder) -> Done:
    """The piece is coded and kept, if it was not before."""
    return filed(piece, list(pipeline.each(piece.documents or ())), folder)


def filed(piece: Piece, results: list[Result], folder: Folder) -> Done:
    """The results of the piece are kept. PartsError where the folder cannot be written, or where this machine could not code them."""
    about: dict[str, Any] = {"source": piece.source, "number": piece.number, "is_last": piece.is_last}
    if piece.unread is not None:
        return Done(**about, unread=piece.unread)
    if piece.documents is None:
        return Done(**about, known=piece.count)
    failed = tuple(item for item in results if isinstance(item, InputError))
    for item in failed:
        if isinstance(item, CodingFailed) and item.passing:  # kept, it would never be tried again
            raise PartsError(path=item.path, why=item.why)
    folder.keep(piece, results)
    return Done(**about, coded=len(results) - len(failed), failed=failed)


class Here:
    """The engine on this machine: one pipeline, which reads ahead of what it codes, across pieces and files."""

    def __init__(self, pipeline: Pipeline, folder: Folder) -> None:
        self._pipeline, self._folder = pipeline, folder

    def done(self, todo: Sequence[Source]) -> Iterator[Done]:
        """Each piece of the files as it is kept, in order."""
        results: list[Result] = []
        for item in self._pipeline.each(self._stream(todo)):
            if isinstance(item, Piece):
                yield filed(item, results, self._folder)
                results = []
            else:
                results.append(item)

    def _stream(self, todo: Sequence[Source]) -> Iterator[Any]:
        """The documents of all pieces, each piece itself behind its own."""
        for source in todo:
            kept = self._folder.kept(source.stem)
            for piece in pieces(source, self._pipeline.names, force=self._pipeline.force, kept=kept):
                yield from piece.documents or ()
                yield piece
