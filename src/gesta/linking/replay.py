"""Judgements replayed over what the machine made: items found again, corrections applied, incidents merged and split."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from gesta.linking.accounts import Account
from gesta.linking.clusters import Cluster
from gesta.linking.likeness import WEIGHTS
from gesta.model import Anchor, Claim, Judgement, Orphan, Telling

Row = Telling | Claim
#: A merge or a split, its items, and those that stand apart, by refs that exist.
Ruling = tuple[Judgement, tuple[str, ...], tuple[str, ...]]
PLAIN: Final[Mapping[str, tuple[type, ...]]] = {"str": (str,), "int": (int,), "float": (int, float), "bool": (bool,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Docket:
    """Tellings and claims as judged, the standing merges and splits with refs that exist, and the items that were not found."""

    tellings: tuple[Telling, ...]
    claims: tuple[Claim, ...]
    rulings: tuple[Ruling, ...]
    orphans: tuple[Orphan, ...]


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that count, in their order: each once, none that an undo which itself stands has undone."""
    every = list({j.id: j for j in judgements}.values())
    gone: set[str] = set()
    for judgement in reversed(every):
        if judgement.kind == "undo" and judgement.id not in gone and judgement.undoes:
            gone.add(judgement.undoes)
    return [j for j in every if j.kind != "undo" and j.id not in gone]


def docket(tellings: Sequence[Telling], claims: Sequence[Claim], judgements: Iterable[Judgement]) -> Docket:
    """What the judgements leave of the rows, and what they say of incidents."""
    every: list[Row] = [*claims, *tellings]
    rows = {row.ref: row for row in every}
    reports: dict[str, list[Row]] = {}
    for row in rows.values():
        reports.setdefault(row.report, []).append(row)
    rulings, orphans = [], []
    for judgement in standing(judgements):
        items, lost = found(judgement.items, rows, reports)
        apart, also_lost = found(judgement.apart, rows, reports)
        orphans += [Orphan(judgement=judgement.id, ref=a.ref, why=f"no {a.kind} of {a.layer} there now") for a in (*lost, *also_lost)]
        if judgement.kind == "reject":
            for ref in items:
                rows.pop(ref, None)
        elif judgement.kind == "correct":
            for ref in items:
                rows[ref], wrong = corrected(rows[ref], judgement.changes)
                orphans += [Orphan(judgement=judgement.id, ref=ref, why=why) for why in wrong]
        elif judgement.kind in ("merge", "split"):
            rulings.append((judgement, items, apart))
    return Docket(
        tellings=tuple(row for row in rows.values() if isinstance(row, Telling)),
        claims=tuple(row for row in rows.values() if isinstance(row, Claim)),
        rulings=tuple(rulings),
        orphans=tuple(orphans),
    )


def found(anchors: Iterable[Anchor], rows: Mapping[str, Row], reports: Mapping[str, Sequence[Row]]) -> tuple[tuple[str, ...], list[Anchor]]:
    """The refs that the anchors stand for now, and the anchors that stand for nothing. Statements are no rows here and are passed over."""
    refs, lost = [], []
    for anchor in anchors:
        if anchor.layer == "statements":
            continue
        ref = anchor.ref if anchor.ref in rows else found_again(anchor, [row for row in reports.get(anchor.report, ()) if row.ref in rows])
        if ref is None:
            lost.append(anchor)
        else:
            refs.append(ref)
    return tuple(dict.fromkeys(refs)), lost


def found_again(anchor: Anchor, rows: Iterable[Row]) -> str | None:
    """The row of the same report, layer and kind whose evidence shares most with the anchor's; None where none shares any."""
    start, end = anchor.evidence
    best: tuple[int, str] | None = None
    for row in rows:
        layer, kind = ("events", row.type) if isinstance(row, Telling) else ("figures", row.effect)
        shared = min(end, row.evidence_end) - max(start, row.evidence_start)
        if (layer, kind) == (anchor.layer, anchor.kind) and shared > 0 and (best is None or (-shared, row.ref) < (-best[0], best[1])):
            best = shared, row.ref
    return best[1] if best else None


def corrected(row: Row, changes: Iterable[tuple[str, str]]) -> tuple[Row, list[str]]:
    """The row with fields replaced by the JSON values given, and what could not be."""
    kinds = {f.name: str(f.type) for f in fields(row)}
    values: dict[str, Any] = {}
    wrong = []
    for name, text in changes:
        if name not in kinds or name in ("report", "key", "known"):
            wrong.append(f"no field {name} to correct")
            continue
        try:
            values[name] = converted(json.loads(text), kinds[name])
        except ValueError:
            wrong.append(f"{name} cannot be {text}")
    return replace(row, **values), wrong


def converted(value: Any, kind: str) -> Any:
    """A JSON value as the field's type: lists to tuples, days from ISO 8601. ValueError where it is another type."""
    if value is None and "None" in kind:
        return None
    if kind.startswith("tuple") and isinstance(value, list):
        return tuple(value)
    if kind.startswith("date") and isinstance(value, str):
        return date.fromisoformat(value)
    if not isinstance(value, PLAIN.get(kind.partition(" ")[0], ())) or (isinstance(value, bool) and not kind.startswith("bool")):
        raise ValueError(kind)
    return value


def replayed(clusters: Sequence[Cluster], rulings: Iterable[Ruling]) -> list[Cluster]:
    """The clusters after each merge and split in its order: the last word counts."""
    homes = {a.ref: c for c in clusters for a in c.members}
    for judgement, items, apart in rulings:
        if judgement.kind == "merge":
            merged(homes, items, f"merged by {judgement.by}")
        else:
            split(homes, items, apart, f"split by {judgement.by}")
    return list({id(c): c for c in homes.values()}.values())


def merged(homes: dict[str, Cluster], items: Sequence[str], why: str) -> None:
    """The clusters of all items become one."""
    present = list({id(homes[ref]): homes[ref] for ref in items if ref in homes}.values())
    for other in present[1:]:
        present[0].take(other, why)
        for account in other.members:
            homes[account.ref] = present[0]


def split(homes: dict[str, Cluster], items: Sequence[str], apart: Sequence[str], why: str) -> None:
    """The items stand in one cluster, in which none of those apart stands."""
    present = {ref for ref in items if ref in homes}
    away = {id(homes[ref]) for ref in apart if ref in homes}
    if not any(id(homes[ref]) in away for ref in present):
        merged(homes, [ref for ref in items if ref in homes], why)
        return
    accounts: list[Account] = [
        a for c in {id(homes[r]): homes[r] for r in items if r in homes}.values() for a in c.members if a.ref in present
    ]
    home = Cluster()
    for account in accounts:
        old = homes[account.ref]
        home.add(account, WEIGHTS.enough, why)
        old.members.remove(account)
        old.faces = [f for f in old.faces if f is not account] or old.members[:1]
        homes[account.ref] = home
