"""Decisions of people on what the machine made: appended to a store, which is then linked and published anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any, Final

from gesta.errors import GestaError, NotFound
from gesta.linking.replay import corrected, standing
from gesta.model import Anchor, Claim, Judgement, JudgementKind, Layer, Query, Span, Telling
from gesta.pipeline.casefiles import SHORTEST, find
from gesta.pipeline.paging import noun
from gesta.pipeline.relinking import Relinked, relink
from gesta.store import Store

#: What no decision changes: which item it is, and which words show it.
FIXED: Final = frozenset({"report", "key", "known", "evidence", "evidence_start", "evidence_end"})
Row = Telling | Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who decides, and why in their words."""

    by: str
    reason: str = ""


def merge(store: Store, names: Sequence[str], author: Author) -> Judgement:
    """All tellings of these incidents are of one. NotFound for a name that no incident has; GestaError for fewer than two incidents."""
    incidents = {incident.id: incident for incident in (find(store, name) for name in names)}
    if len(incidents) < 2:
        raise GestaError("a merge needs two incidents that differ")
    return decided("merge", author, items=[anchor(row) for name in incidents for row in tellings_of(store, name)])


def split(store: Store, name: str, refs: Sequence[str], author: Author) -> Judgement:
    """These tellings are an incident of their own, apart from the others of the incident. GestaError where none, or all, are named."""
    every = {row.ref: row for row in tellings_of(store, find(store, name).id)}
    named = [row_of(store, ref) for ref in refs]
    if wrong := next((row for row in named if row.ref not in every), None):
        raise GestaError(f"{wrong.ref[:8]}:{wrong.key[:4]} is no telling of {name}")
    chosen = {row.ref for row in named}
    rest = [anchor(row) for ref, row in every.items() if ref not in chosen]
    if not chosen or not rest:
        raise GestaError("a split needs some of an incident's tellings and not all of them")
    return decided("split", author, items=[anchor(row) for row in named], apart=rest)


def verdict(store: Store, kind: JudgementKind, refs: Sequence[str], author: Author) -> Judgement:
    """The items are right (accept), or are left out of all that is computed (reject)."""
    return decided(kind, author, items=[anchor(row_of(store, ref)) for ref in refs])


def correct(store: Store, ref: str, changes: Mapping[str, str], author: Author) -> Judgement:
    """The item with other values, as JSON (bare words are text). GestaError for a field that it has not or a value of another type."""
    row = row_of(store, ref)
    pairs = tuple((name, valued(text)) for name, text in changes.items())
    known = [f.name for f in fields(row) if f.name not in FIXED]
    for name, _ in pairs:
        if name not in known:
            raise GestaError(f"there is no field {name!r} to correct; there are {', '.join(known)}")
    if wrong := corrected(row, pairs)[1]:
        raise GestaError("; ".join(wrong))
    return decided("correct", author, [anchor(row)], changes=pairs)


def undo(store: Store, name: str, author: Author) -> Judgement:
    """The judgement counts no more. NotFound where none, or more than one, begins so; GestaError where it counts no more already."""
    every = list(store.judgements())
    found = [j for j in every if j.id.startswith(name.lower())] if len(name) >= SHORTEST else []
    if len(found) != 1:
        raise NotFound(path=name, why="no judgement begins so" if not found else f"{len(found)} judgements begin so")
    if found[0].kind != "undo" and found[0].id not in {j.id for j in standing(every)}:
        raise GestaError(f"{found[0].id} is undone already")
    return decided("undo", author, undoes=found[0].id)


def entered(store: Store, judgement: Judgement) -> Relinked:
    """The judgement stands in the store, and what is computed follows it; readers see both at once."""
    store.judge([judgement])
    return relink(store)


def decided(
    kind: JudgementKind,
    author: Author,
    items: Iterable[Anchor] = (),
    apart: Iterable[Anchor] = (),
    changes: tuple[tuple[str, str], ...] = (),
    undoes: str | None = None,
) -> Judgement:
    """The decision, made now."""
    return Judgement(
        kind=kind,
        at=datetime.now(UTC).replace(microsecond=0).isoformat(),
        by=author.by,
        reason=author.reason,
        items=tuple(items),
        apart=tuple(apart),
        changes=changes,
        undoes=undoes,
    )


def tellings_of(store: Store, incident: str) -> list[Telling]:
    """The tellings of an incident, in the order of filing."""
    rows = store.ask("events", Query(incidents=(incident,), background=True)).to_pylist()
    return [noun(Telling, row) for row in rows]


def row_of(store: Store, ref: str) -> Row:
    """The event or figure that `REPORT:KEY` names, each by its beginning; NotFound where there is none, or more than one."""
    report, colon, key = ref.lower().partition(":")
    if not colon or len(report) < SHORTEST or not key:
        raise NotFound(path=ref, why="an item is named REPORT:KEY, as gesta claims and gesta events --format json print it")
    found: list[Row] = []
    found += [noun(Telling, row) for row in beginning(store, "events", report, key)]
    found += [noun(Claim, row) for row in beginning(store, "claims", report, key)]
    if len(found) != 1:
        raise NotFound(path=ref, why="there is no event and no figure of this name" if not found else f"{len(found)} items begin so")
    return found[0]


def beginning(store: Store, layer: Layer, report: str, key: str) -> list[dict[str, Any]]:
    """The rows of a layer whose report and key begin so."""
    table = store.ask(layer, Query(background=True))
    pairs = zip(table.column("report").to_pylist(), table.column("key").to_pylist(), strict=True)
    places = [place for place, (one, other) in enumerate(pairs) if one.startswith(report) and other.startswith(key)]
    return [table.slice(place, 1).to_pylist()[0] for place in places]


def anchor(row: Row) -> Anchor:
    """What a judgement says of a row, so that it is found again when its report is coded anew."""
    layer, kind = ("events", row.type) if isinstance(row, Telling) else ("figures", row.effect)
    return Anchor(report=row.report, key=row.key, layer=layer, kind=kind, evidence=Span(row.evidence_start, row.evidence_end))


def valued(text: str) -> str:
    """The text as JSON: itself where it is JSON, else a string."""
    try:
        json.loads(text)
    except ValueError:
        return json.dumps(text)
    return text
