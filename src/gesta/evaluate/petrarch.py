"""PETRARCH's unit records: who acts on whom, with the actors and agents of its validation dictionaries given as a codebook folder.

A dyad is a source and a target. Each coded event gives one for every actor and recipient, and both ways between the actors of an event
without recipients (a meeting, a joint act). *Exact* is a dyad whose two codes are the gold's, the state's code and the sector behind it;
*states* asks for the state's code alone. A record for which no event is wanted counts as one dyad, right where nothing with two sides is
coded. Gold dyads with a side that has no state (`---`, `###`) are left out: most are the reporter's "officials said".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import permutations, product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from gesta.codebook.petrarch_folder import write_folder
from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, tallied
from gesta.model import Actor, Report

DICTIONARIES: Final = tuple(f"petrarch_validate_dictionaries/PETR.Validate.{what}.txt" for what in ("actors", "agents"))
NOBODY: Final = ("", "")
BODIES: Final = frozenset({"organisation", "armed-group", "media"})
Dyad = tuple[str, str]


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each record, coded with the dictionaries beside the corpus where there are any."""
    rows = [row for path in paths for row in records(path)]
    with TemporaryDirectory() as folder:
        dictionaries = [path for name in DICTIONARIES if (path := paths[0].parent / name).exists()]
        if dictionaries:
            write_folder(dictionaries, Path(folder), equipment.pipeline.codebook.registers)
            equipment = Equipment(codebook=Path(folder), threads=equipment.threads)
            equipment.pipeline.load()
    reports = equipment.coded((row["text"], datetime.strptime(row["date"], "%Y%m%d").date()) for row in rows)
    for row, report in zip(rows, reports, strict=True):
        yield scored(row, report)


def scored(row: dict[str, Any], report: Report) -> Scored:
    """One record."""
    gold, found = wanted(row["events"]), coded(report)
    counts: Counter[str] = Counter()
    if not gold and any(event["source"] for event in row["events"]):
        return Scored(document=row["id"])
    for key, cut in (("exact", len), ("states", lambda _: 3)):
        ours, theirs = ({(a[: cut(a)], b[: cut(b)]) for a, b in dyads} or {NOBODY} for dyads in (gold, found))
        tallied(counts, key, len(ours & theirs), len(ours), len(theirs))
    if gold == found:
        return Scored(document=row["id"], counts=counts)
    events = "; ".join(told(report, event) for event in report.events) or "no event"
    what = f"{sorted(gold) or 'nothing'}, coded {sorted(found) or 'nothing'}: {events}"
    return Scored(document=row["id"], counts=counts, misses=(Miss(document=row["id"], what=what, text=row["text"]),))


def wanted(events: Iterable[dict[str, str | None]]) -> set[Dyad]:
    """The gold's dyads that have two states."""
    return {(a, b) for e in events if (a := e["source"]) and (b := e["target"]) and a[:3].isalpha() and b[:3].isalpha()}


def coded(report: Report) -> set[Dyad]:
    """The dyads of all events."""
    actors = {actor.id: code_of(actor) for actor in report.actors}
    pairs = (pair for e in report.events for pair in (product(e.actors, e.recipients) if e.recipients else permutations(e.actors, 2)))
    return {(actors[a], actors[b]) for a, b in pairs if actors[a] and actors[b]}


def code_of(actor: Actor) -> str:
    """The state's code and the sector behind it, as CAMEO writes an actor; of a body or group, which has no state, its code."""
    if not actor.code:
        return ""
    state, _, sector = actor.code.partition(".")
    whole = actor.kind == "country" or (actor.kind in BODIES and actor.code != actor.country)
    return state + (sector or ("" if whole else actor.sector or ""))


TASK: Final = Task(
    name="petrarch",
    about="PETRARCH's unit records, actors and agents from its validation dictionaries",
    corpus=("event_coding/petrarch2_unittest.jsonl",),
    measures=(
        Measure(name="dyads, exact codes, found", key="exact", kind="recall", wanted=0.85, peer="UniversalPetrarch 0.775 (276 records)"),
        Measure(name="dyads, exact codes, precision", key="exact", kind="precision"),
        Measure(name="dyads, states alone, found", key="states", kind="recall"),
        Measure(name="dyads, states alone, precision", key="states", kind="precision"),
    ),
    score=score,
)
