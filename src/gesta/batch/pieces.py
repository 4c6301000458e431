"""Input files cut into pieces: what a worker codes at once, and what a run that was killed need not code again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from gesta.errors import InputError
from gesta.intake import Found, NewsNames
from gesta.intake.storage import WEB, Stored, read, scheme_of, stored
from gesta.pipeline.batches import batches
from gesta.pipeline.coder import set_aside

PIECE: Final = 128
"""Documents of a piece: half a minute of one core. A worker that dies loses no more than that."""
LEGIBLE: Final = 60  # characters of a file's folder and name that are kept in the name of its part


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An input file. `stem` names its part: it says which file, and ends in a digest of that file's state."""

    file: Stored
    stem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """`count` documents of a file that follow on one another, `first` the place of the first (from 1); None: coded and kept already.

    `unread` says why the file could not be read on from here; such a piece has no documents and is not the last.
    """

    source: Source
    number: int
    first: int
    count: int
    documents: tuple[Found, ...] | None
    is_last: bool
    unread: InputError | None = None


def sources(addresses: Iterable[str]) -> Iterator[Source | InputError]:
    """The files that are to be coded, each once, in order; an InputError in the place of an address that has none."""
    seen: set[str] = set()
    for address in addresses:
        try:
            if address == "-" or scheme_of(address) in WEB:
                raise InputError(path=address, why="parts are coded from files, on disk or in object storage")
            for file in stored(address):
                source = Source(file=file, stem=stem_of(file))
                if source.stem not in seen:
                    seen.add(source.stem)
                    yield source
        except InputError as error:
            yield error


def stem_of(file: Stored) -> str:
    """`FOLDER-NAME.FILE.STATE`: 12 hex digits of the address, 8 of size and time of writing."""
    legible = re.sub(r"[^A-Za-z0-9_-]+", "-", "/".join(file.name.split("/")[-2:])).strip("-")[:LEGIBLE]
    return f"{legible}.{digest(file.name)[:12]}.{digest(file.state)[:8]}"


def digest(text: str) -> str:
    """Sha256 in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def pieces(source: Source, names: NewsNames, *, force: bool, kept: Collection[int] = ()) -> Iterator[Piece]:
    """The documents of a file in order, cut the same way each time; those whose numbers are `kept` come without their documents."""
    number, first, waiting = 0, 1, None
    try:
        for documents in batches(documents_of(source.file, names, force=force), PIECE):
            if waiting is not None:
                yield piece(source, number, first, waiting, kept, is_last=False)
                number, first = number + 1, first + len(waiting)
            waiting = documents
    except OSError as error:
        unread = InputError(path=source.file.name, why=f"cannot be read to its end: {error.strerror or error}")
        yield Piece(source=source, number=number, first=first, count=0, documents=(), is_last=False, unread=unread)
        return
    yield piece(source, number, first, waiting or [], kept, is_last=True)


def piece(source: Source, number: int, first: int, documents: list[Found], kept: Collection[int], *, is_last: bool) -> Piece:
    """One piece."""
    held = None if number in kept else tuple(documents)
    return Piece(source=source, number=number, first=first, count=len(documents), documents=held, is_last=is_last)


def documents_of(file: Stored, names: NewsNames, *, force: bool) -> Iterator[Found]:
    """What a file holds; where intake stumbles over it, the rest of it is one error. OSError where it cannot be read."""
    try:
        yield from read(file, names, force=force)
    except OSError:
        raise
    except Exception as error:
        yield set_aside(file.name, error)
