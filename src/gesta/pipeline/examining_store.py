"""Checks of a store: whether it opens, what a writer left, whether decisions still hold, whether there is room to write."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from gesta.errors import StoreError, StoreTooNew
from gesta.pipeline.coder import Pipeline
from gesta.pipeline.examining import Amiss, Check, Seen, noted, seen
from gesta.pipeline.examining_room import MEGABYTE, shown
from gesta.render.phrases import counted
from gesta.store import Condition, Store, condition_of, open_store

SPARE: Final = 512 * MEGABYTE
"""What a writer takes beyond a second copy of the store: the log of what is added, and what that weighs."""
NAMED: Final = 3  # orphans that are named


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A store by its address, and the pipeline that would code into it."""

    address: str
    pipeline: Pipeline

    @property
    def path(self) -> Path | None:
        """Its file; None for a store on a server."""
        return None if "://" in self.address else Path(self.address)

    def condition(self) -> Condition:
        """Of a store in a file also where it cannot be opened; StoreError for one on a server that cannot."""
        if (known := condition_of(self.address)) is not None:
            return known
        with self.opened() as store:
            return store.condition()

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """The store, open for reading; Amiss where it is not there, damaged or of another gesta, with what to do then."""
        try:
            with open_store(self.address) as store:
                yield store
        except StoreTooNew as error:
            raise Amiss(str(error), "pip install --upgrade gesta, or read the store where it was made") from error
        except StoreError as error:
            raise Amiss(str(error), self.mending(error)) from error

    def mending(self, error: StoreError) -> str:
        """What to do about a store that cannot be opened."""
        left = condition_of(self.address)
        if "older gesta" in error.why:
            return f"gesta ingest SOURCE --store {self.address} renews it, once a copy of it is kept"
        if left is not None and left.waiting and self.path is not None and not self.path.exists():
            return (
                f"the first ingest did not come to its end: give the same gesta ingest --store {self.address} again, it goes on from there"
            )
        if "there is no store" in error.why:
            return f"gesta ingest SOURCE --store {self.address} makes one; or give the right path"
        if "psycopg" in error.why:
            return "pip install 'gesta[postgres]'"
        if left is None:
            return "see that the server runs, and that address, user and password are right"
        return "put a copy that was kept in its place, or ingest the sources into a new store; gesta code's records can be ingested again"


def store(stored: Stored) -> Seen:
    """The store opens; what it holds, who keeps it."""
    with stored.opened() as opened:
        found, sizes, made = opened.condition(), opened.sizes(), opened.coded_by()
    kept = ", ".join(f"{name} {number}" for name, number in found.keeper.items())
    held = ", ".join((counted(sizes["reports"], "report"), counted(sizes["judgements"], "judgement"), f"{sizes['set aside']} set aside"))
    facts = {"bytes": found.size, "keeper": dict(found.keeper), **sizes, **made}
    return seen(f"schema {made['schema']}, {held}, {shown(found.size)}, {kept}", **facts)


def coded_by(stored: Stored) -> Seen:
    """The records in the store are of the model and codebook of now, or it is said that they are not."""
    now = stored.pipeline.made
    with stored.opened() as opened:
        made = opened.coded_by()
    others = {name: made[name] for name in ("model", "codebook") if made.get(name) not in ("", None, getattr(now, name))}
    if not others:
        return seen("by the model and codebook of now", **made)
    said = "; ".join(f"{name} {value}" for name, value in others.items())
    return noted(f"by others than those of now ({said}): gesta recode --store {stored.address} codes all anew", **made)


def leftovers(stored: Stored) -> Seen:
    """Nothing was left by a writer that was killed."""
    found = stored.condition()
    left = ", ".join(f"{name} ({shown(size)})" for name, size in found.beside.items())
    facts = {"beside": dict(found.beside), "waiting": found.waiting, "writing": found.writing}
    if found.writing:
        return noted("a process writes to the store now" + (f": {left}" if left else ""), **facts)
    again = f"give the same gesta ingest or gesta watch --store {stored.address} again: it goes on from there"
    if found.waiting:
        raise Amiss(f"a writer was stopped; what it filed is kept and not published yet{f': {left}' if left else ''}", again, **facts)
    if left:
        raise Amiss(f"a writer was killed while it copied: {left}", f"{again}; or delete what is named, nothing is lost with it", **facts)
    return seen("nothing left behind by a writer", **facts)


def decisions(stored: Stored) -> Seen:
    """Every decision still finds what it was made on."""
    with stored.opened() as opened:
        lost, made = list(opened.orphans()), opened.sizes()["judgements"]
    if not lost:
        return seen(f"{counted(made, 'judgement')}, none without what it was made on", judgements=made, orphans=0)
    named = "; ".join(f"{orphan.judgement} on {orphan.ref}: {orphan.why}" for orphan in islice(lost, NAMED))
    raise Amiss(
        f"{counted(len(lost), 'item')} of judgements not found any more ({named})",
        f"gesta judgements --store {stored.address} shows them: gesta undo them, or decide anew on what is there now",
        judgements=made,
        orphans=len(lost),
    )


def rights(stored: Stored) -> Seen:
    """The store can be written from here."""
    found = stored.condition()
    if found.denied is not None:
        where = stored.path.parent.absolute() if stored.path is not None else stored.address
        raise Amiss(f"{where} cannot be written: {found.denied}", "give this user the right to write there, or room; asking works without")
    return seen("can be read and written")


def room(stored: Stored) -> Seen:
    """The disk has room for a writer, which works on a copy. Nothing can be said of a server's disk."""
    path = stored.path
    if path is None:
        return seen("on the server, which does not say how much is free")
    size, free = stored.condition().size, shutil.disk_usage(path.parent).free
    wanted = size + SPARE
    if free < wanted:
        raise Amiss(f"{shown(free)} are free, a writer may take {shown(wanted)}", "make room, or move the store", free=free, wanted=wanted)
    return seen(f"{shown(free)} free, a writer may take {shown(wanted)}", free=free, wanted=wanted)


STORED: Final = (
    Check(name="store", look=store),
    Check(name="coded", look=coded_by, needs=("store",)),
    Check(name="leftovers", look=leftovers),
    Check(name="decisions", look=decisions, needs=("store",)),
    Check(name="rights", look=rights),
    Check(name="room", look=room, needs=("rights",)),
)
