"""The codebook's loader: a user's folder laid on top of the shipped one."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from fuzz.target import Attempt, Target
from gesta.codebook.folders import check_files
from gesta.codebook.ontology import CALLED, DATA, load_ontology
from gesta.codebook.registers import FILES, _closed
from gesta.codebook.row_layers import rows_laid
from gesta.codebook.tables import read_csv
from gesta.errors import CodebookError

MEMORY: Final = Path("/dev/shm")
STEMS: Final = tuple(FILES)
YAML: Final = (*CALLED, "events/ASSAULT.yaml", "events/PROTEST.yaml", "events/THREATEN.yaml")
FRAME: Final = (
    b"frames:\n  - id: my-frame\n    verbs: [pelt, stone]\n    type: ASSAULT\n    mode: beating\n    object: '@people'\n"
    b"    examples: [Youths pelted soldiers.]\n    counter_examples: []\n"
)


def folder() -> Path:
    """A folder of this process, in memory where there is such a place."""
    made = Path(tempfile.mkdtemp(prefix="gesta-fuzz-", dir=MEMORY if MEMORY.is_dir() else None))
    (made / "events").mkdir()
    return made


def overlaid(names: tuple[str, ...], load: Callable[[Path, str], Any]) -> Attempt:
    """A file of the name that the first byte chooses, with the bytes after it, loaded on top of the shipped one."""
    own = folder()

    def attempt(data: bytes) -> None:
        name = names[data[0] % len(names)] if data else names[0]
        path = own / name
        path.write_bytes(data[1:])
        try:
            check_files(own)
            load(own, name)
        except CodebookError as error:
            str(error)
        finally:
            path.unlink()

    return attempt


def registers() -> Attempt:
    """A register of actors, offices, outlets."""
    shipped = {stem: read_csv(DATA / f"{stem}.csv", kind) for stem, kind in FILES.items()}
    closed = {stem: _closed(shipped, stem) for stem in STEMS}

    def load(own: Path, name: str) -> None:
        stem = name.removesuffix(".csv")
        rows_laid(shipped[stem], own / name, FILES[stem], closed[stem])

    return overlaid(tuple(f"{stem}.csv" for stem in STEMS), load)


def ontology() -> Attempt:
    """A file of words, or of an event type's frames."""
    return overlaid(YAML, lambda own, name: load_ontology(overlay=own))


def tables() -> Iterator[bytes]:
    """The head of each register, and a row."""
    for number, stem in enumerate(STEMS):
        lines = (DATA / f"{stem}.csv").read_bytes().splitlines(keepends=True)
        yield bytes([number]) + b"".join(lines[:4])
        for row in lines[1:2]:
            yield bytes([number]) + lines[0].rstrip() + b",withdrawn\n" + row.rstrip() + b",yes\n"


def words() -> Iterator[bytes]:
    """The head of each file of words, and a frame."""
    for number, name in enumerate(YAML):
        yield bytes([number]) + (DATA / name).read_bytes()[:700]
        yield bytes([number]) + FRAME


TARGETS: Final = (
    Target(name="registers", about="a user's registers", seeds=tables, ready=registers, words=(b"*", b";", b",yes", b'""', b"2020-01-01")),
    Target(
        name="ontology",
        about="a user's word lists and frames",
        seeds=words,
        ready=ontology,
        words=(b"- ", b": ", b"[", b"@people", b"with"),
    ),
)
