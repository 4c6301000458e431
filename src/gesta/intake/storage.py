"""Files on disk and in object storage by their addresses: `s3://…`, `gs://…` and what else pyarrow or an installed fsspec knows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final

from gesta.errors import InputError
from gesta.intake.newsnames import NewsNames
from gesta.intake.sources import Found, files_in, is_article_file, read_stream, suffix_of

SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
KNOWN: Final = frozenset({"file", "s3", "gs", "gcs", "abfs", "abfss", "hdfs", "viewfs"})
"""Schemes that pyarrow opens by itself."""
WEB: Final = frozenset({"http", "https"})
AHEAD: Final = 4 * 2**20
"""Bytes that are fetched at once: each request to object storage takes some 20 ms, whatever its size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A file: its `path` in the storage that `root` is the address of ("" for this machine's disk), its size in bytes.

    `state` is different whenever the file was written anew. `name` is its address without password and endpoint.
    """

    root: str
    path: str
    name: str
    size: int
    state: str

    def open(self) -> BinaryIO:
        """The file, open for reading from any place. OSError where it cannot be."""
        if not self.root:
            return Path(self.path).open("rb")
        storage, _ = storage_at(self.root)
        return io.BufferedReader(storage.open_input_file(self.path), AHEAD)


def scheme_of(address: str) -> str:
    """The scheme in small letters, "" for a path."""
    found = SCHEME.match(address)
    return found[1].lower() if found else ""


@lru_cache(maxsize=8)
def storage_at(address: str) -> tuple[Any, str]:
    """The pyarrow filesystem of an address, and the path in it. InputError where nothing knows the scheme or opens the storage."""
    from pyarrow import ArrowException, fs

    if not scheme_of(address):
        return fs.LocalFileSystem(), str(Path(address).absolute())
    try:
        storage, path = fs.FileSystem.from_uri(address) if scheme_of(address) in KNOWN else by_fsspec(address)
    except (ArrowException, OSError, ImportError, ValueError) as error:
        why = " ".join(str(error).replace(address, unsecret(address)).split())
        raise InputError(path=unsecret(address), why=f"this storage cannot be opened: {why}") from None
    return storage, path


def by_fsspec(address: str) -> tuple[Any, str]:
    """The same by fsspec, which knows many more. ImportError where it, or what it needs for this scheme, is not installed."""
    from fsspec.core import url_to_fs
    from pyarrow import fs

    storage, path = url_to_fs(address)
    return fs.PyFileSystem(fs.FSSpecHandler(storage)), str(path)


def unsecret(address: str) -> str:
    """The address without user, password and query."""
    return re.sub(r"(?<=://)[^/@]*@", "", address.partition("?")[0])


def stored(address: str) -> Iterator[Stored]:
    """The file at an address, or the articles' files of a folder and below it, by path. InputError where there are none."""
    from pyarrow import fs

    scheme = scheme_of(address)
    storage, path = storage_at(address)
    is_local = isinstance(storage, fs.LocalFileSystem)
    try:
        (info,) = storage.get_file_info([path])
        if info.type == fs.FileType.NotFound:
            raise InputError(path=unsecret(address), why="No such file or directory")
        found = [info] if info.type == fs.FileType.File else below(storage, path, is_local)
    except OSError as error:
        raise InputError(path=unsecret(address), why=f"cannot be listed: {error.strerror or error}") from error
    if not found:
        raise InputError(path=unsecret(address), why="no article in this folder")
    for file in found:
        state = f"{file.size} {file.mtime_ns}"
        if is_local:
            yield Stored(root="", path=file.path, name=file.path, size=file.size, state=state)
        else:
            yield Stored(root=address, path=file.path, name=f"{scheme}://{file.path}", size=file.size, state=state)


def below(storage: Any, folder: str, is_local: bool) -> list[Any]:
    """The files below a folder that hold articles, by path; hidden ones are left out."""
    from pyarrow import fs

    if is_local:
        files = [str(path) for path in files_in(Path(folder))]
        return list(storage.get_file_info(files)) if files else []
    infos = storage.get_file_info(fs.FileSelector(folder, recursive=True))
    return sorted((info for info in infos if info.type == fs.FileType.File and is_seen(info.path, folder)), key=lambda info: info.path)


def is_seen(path: str, folder: str) -> bool:
    """True for a file that a folder's reader takes."""
    inner = PurePosixPath(path).relative_to(folder)
    return not any(part.startswith(".") for part in inner.parts) and is_article_file(Path(path))


def read(file: Stored, names: NewsNames, *, force: bool) -> Iterator[Found]:
    """What a file holds. OSError where it cannot be read to its end."""
    with file.open() as stream:
        yield from read_stream(stream, file.name, suffix_of(PurePosixPath(file.path))[0], names, force=force)


def read_stored(address: str, names: NewsNames, *, force: bool) -> Iterator[Found]:
    """What the files at an address of object storage hold. OSError where one cannot be read to its end."""
    try:
        for file in stored(address):
            yield from read(file, names, force=force)
    except InputError as error:
        yield error
