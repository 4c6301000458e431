"""A store's incidents computed from all that is filed and judged: those chapters anew that something was added to, and published."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, Self

from gesta import linking
from gesta.codebook.folders import digest_of
from gesta.errors import StoreCrowded
from gesta.linking.chapters import EVERYTHING, Chapter, chapters
from gesta.linking.decisions import Decisions, named
from gesta.linking.link import link
from gesta.linking.parts import Window, nothing, part, read
from gesta.model import Judgement, Orphan, Part, Query
from gesta.pipeline.version import __version__
from gesta.store.interface import Ingest, Store
from gesta.store.resting import collecting


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What the computed rows of a store were made of: by which rules, up to which filing, from how many judgements, in which chapters."""

    rules: str
    seq: int = 0
    judgements: int = 0
    chapters: tuple[Chapter, ...] = ()

    @classmethod
    def noted(cls, text: str) -> Self | None:
        """From what a store was told; None where that was nothing."""
        if not text:
            return None
        found: dict[str, Any] = json.loads(text)
        days = [tuple(map(date.fromisoformat, days)) for days in found.pop("chapters")]
        return cls(**found, chapters=tuple(Chapter(first=first, last=last) for first, last in days))

    def __str__(self) -> str:
        """As `noted` reads it."""
        return json.dumps(asdict(self) | {"chapters": [[str(c.first), str(c.last)] for c in self.chapters]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """How many incidents are in the store, the orphans of its judgements, and which of how many chapters were linked."""

    incidents: int
    orphans: tuple[Orphan, ...]
    chapters: tuple[Chapter, ...]
    of: int


@cache
def rules() -> str:
    """What changes when linking may answer otherwise: versions, and a digest of linking's own files."""
    found = hashlib.sha256(f"{__version__} {digest_of()}".encode())
    for path in sorted(Path(linking.__file__).parent.glob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def relink(store: Store, ingest: Ingest | None = None, *, whole: bool = False) -> Relinked:
    """What linking computes of the store is published: readers see it, and all that was added, at once.

    Linked anew are the chapters that something was added to since the last time, or with `whole` all of them: either way the store then
    holds the same, to the byte. `ingest` is the run that this ends, kept for the record.
    """
    before, judgements = None if whole else Linked.noted(store.linked()), list(store.judgements())
    if before is not None and before.rules != rules():
        before = None
    seq, news = store.added(before.seq if before else 0)
    now = Linked(rules=rules(), seq=seq, judgements=len(judgements), chapters=chapters(store.days()))
    judged = sorted(named(judgements))
    decisions = Decisions.of(store.tellings(judged), store.claims(judged), judgements)
    bundles = decisions.bundles(now.chapters)
    if before is not None:
        days = news | days_judged(store, judgements, before.judgements)
        bundles = [bundle for bundle in bundles if any(is_due(chapter, before, days) for chapter in bundle)]
    parts = linked_parts(store, bundles, decisions)
    # Of chapters that are cut or judged otherwise than before one has rows of another's incidents.
    moved = before is not None and bool(judgements or {c for bundle in bundles for c in bundle} - set(before.chapters))
    gone = [chapter for bundle in bundles for chapter in bundle] if moved and len(bundles) > 1 else []
    cleared = (nothing(chapter, window(store, chapter, texts=False)) for chapter in gone)
    try:
        store.renew(chain(cleared, parts), decisions.orphans, str(now), ingest, anew=before is None)
    except StoreCrowded:
        store.publish(link(store.filings(), store.tellings(), store.claims(), judgements), ingest)
        bundles = [now.chapters]
    ((_, incidents),) = store.tally("incidents", Query(background=True))
    return Relinked(incidents=incidents, orphans=decisions.orphans, chapters=tuple(c for b in bundles for c in b), of=len(now.chapters))


def is_due(chapter: Chapter, before: Linked, days: frozenset[date]) -> bool:
    """Whether a chapter is another since the last time: cut anew, or with a change among the reports of its window."""
    return chapter not in before.chapters or any(map(chapter.sees, days))


def days_judged(store: Store, judgements: Sequence[Judgement], before: int) -> frozenset[date]:
    """The days from which the reports were known that judgements after the first so many are about; an undoing is about what it undoes."""
    by_id = {judgement.id: judgement for judgement in judgements}
    waiting, found = list(judgements[before:]), list[Judgement]()
    while waiting:
        found.append(judgement := waiting.pop())
        if judgement.undoes in by_id:
            waiting.append(by_id[judgement.undoes])
    reports = sorted({anchor.report for j in found for anchor in (*j.items, *j.apart)})
    return frozenset(filing.known for filing in store.filings(reports, texts=False)) if reports else frozenset()


def linked_parts(store: Store, bundles: Sequence[Sequence[Chapter]], decisions: Decisions) -> Iterator[Part]:
    """The parts of the bundles, one after the other; no more than one is held at a time."""
    superseded = store.superseded() if bundles else {}
    for bundle in bundles:
        yield linked_part(store, bundle, decisions, superseded)


def linked_part(store: Store, bundle: Sequence[Chapter], decisions: Decisions, superseded: Mapping[str, date]) -> Part:
    """What is computed of the chapters of one bundle.

    Python's collector rests: a chapter is millions of values and hardly a circle, and looking for one costs a quarter of the time.
    """
    with collecting() as collects:
        collects(False)
        return part([read(chapter, window(store, chapter), decisions) for chapter in bundle], decisions, superseded)


def window(store: Store, chapter: Chapter, *, texts: bool = True) -> Window:
    """The rows of a chapter's window."""
    known = None if chapter == EVERYTHING else chapter.window
    return Window(
        filings={filing.id: filing for filing in store.filings(known=known, texts=texts)},
        tellings=list(store.tellings(known=known)),
        claims=list(store.claims(known=known)),
    )
