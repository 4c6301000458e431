"""ECB+ (Cybulska and Vossen 2014): which actions of many reports are the same, and which of two like events a report is on.

A topic holds reports on two events of one kind: two bombs at banks, two murders of a deputy. Each report is coded by itself, then all of a
topic are linked; the corpus gives no day of publication, so all count as known on one day and what tells no day is news of it. An action
that people marked is *coded* where the trigger of an event overlaps its words; its incident is the event's (the first event's, in the order
of the record, where several have that trigger). Whatever else gesta joins to an event of one report is not scored.

Scored are the incidents against the corpus's chains, over a topic: B-cubed and the pairs that stand together, on the actions that are
coded; and B-cubed over all actions, where one without an event stands alone. A chain is narrower than an incident: the shot, the death of
who was shot and the attack are three chains and one incident, so precision has a ceiling that a perfect linker would not pass.

Of every topic in which both events have something coded, each event is *kept apart* where no incident holds an event of its reports and one
of the other's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from gesta.evaluate.b_cubed import b_cubed
from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared, tallied, unlisted
from gesta.linking.link import link
from gesta.model import Event, Report, Span, claims, filing, tellings, to_record

#: The day on which reports without one are filed.
FILED: Final = date(2026, 1, 1)

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """An action that people marked: its document and the event that its document is on, its words, its chain."""

    document: str
    about: str
    words: str
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic as scored: its actions, each with its incident (None: not coded), and the events and reports that each incident holds."""

    actions: tuple[tuple[Action, str | None], ...]
    holds: Mapping[str, frozenset[tuple[str, str]]]


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each topic, with what its incidents mix and part."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for path in paths:
        for row in records(path):
            rows[row["topic"]].append(row)
    for name, documents in rows.items():
        yield scored(name, topic(documents, list(equipment.coded((row["text"], None) for row in documents))))


def score_kept(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """The same; no miss is listed."""
    return unlisted(score(paths, equipment))


def topic(rows: Sequence[Row], reports: Sequence[Report]) -> Topic:
    """The documents of a topic and their reports, in one order, linked."""
    incidents = linked(reports)
    actions = [found for row, report in zip(rows, reports, strict=True) for found in coded(row, report, incidents)]
    holds: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row, report in zip(rows, reports, strict=True):
        for event in report.events:
            holds[incidents[report.id, event.key]].add((row["event_cluster"], row["id"]))
    return Topic(actions=tuple(actions), holds={incident: frozenset(held) for incident, held in holds.items()})


def linked(reports: Sequence[Report]) -> dict[tuple[str, str], str]:
    """The incident of every event, by its report's id and its key; all reports are filed on one day, in the order given."""
    written = [to_record(report) for report in reports]
    derived = link(
        [filing(record, number, FILED) for number, record in enumerate(written, 1)],
        [row for record in written for row in tellings(record, FILED)],
        [row for record in written for row in claims(record, FILED)],
    )
    return {(t.report, t.key): t.incident for t in derived.ties if t.layer == "events" and t.granularity == "incident"}


def coded(row: Row, report: Report, incidents: Mapping[tuple[str, str], str]) -> Iterator[tuple[Action, str | None]]:
    """Each action of a document with the incident of the event that has its words as trigger."""
    words, at = [], 0
    for token in row["tokens"]:
        words.append(Span(at, at + len(token)))
        at += len(token) + 1
    for mention in row["mentions"]:
        if mention["kind"] == "event":
            action = Action(document=row["id"], about=row["event_cluster"], words=mention["text"], chain=mention["chain"])
            event = told(report, [words[n] for n in mention["tokens"]])
            yield action, None if event is None else incidents[report.id, event.key]


def told(report: Report, words: Sequence[Span]) -> Event | None:
    """The first event whose trigger overlaps the words."""
    return next((e for e in report.events if any(w.overlaps(t) for t in e.spans.trigger for w in words)), None)


def scored(name: str, found: Topic) -> Scored:
    """A topic's counts, and what is wrong: incidents that hold both events, chains that are parted."""
    counts: Counter[str] = Counter()
    true = {n: action.chain for n, (action, _) in enumerate(found.actions)}
    ours: dict[int, Hashable] = {n: incident for n, (_, incident) in enumerate(found.actions) if incident is not None}
    grouped(counts, "coded", ours, {n: true[n] for n in ours})
    grouped(counts, "all", {n: ours.get(n, n) for n in true}, true)
    for n in true:
        shared(counts, "actions", n in ours)
    pairs = Counter((ours[n], true[n]) for n in ours)
    tallied(counts, "pairs", joins(pairs), joins(Counter(true[n] for n in ours)), joins(Counter(ours.values())))
    about = {incident: {event for event, _ in held} for incident, held in found.holds.items()}
    events = set().union(*about.values())
    for event in events if len(events) > 1 else ():
        shared(counts, "apart", all(held == {event} for held in about.values() if event in held))
    for incident, held in found.holds.items():
        if len({document for _, document in held}) > 1:
            shared(counts, "one", len(about[incident]) == 1)
    return Scored(document=name, counts=counts, misses=(*mixed(name, found), *parted(name, found)))


def grouped(counts: Counter[str], key: str, ours: Mapping[int, Hashable], true: Mapping[int, Hashable]) -> None:
    """Adds a B-cubed to the counts of a relaxed F1."""
    value = b_cubed(ours, true)
    for part, number in (("hit", value.recall), ("gold", 1), ("beyond", 1 - value.precision), ("found", 1)):
        counts[f"{key} {part}"] += number * len(true)  # type: ignore[assignment]  # counts may be fractions, as `Counts` has it


def joins(sizes: Counter[Any]) -> int:
    """Pairs that stand together in groups of these sizes."""
    return sum(n * (n - 1) // 2 for n in sizes.values())


def mixed(name: str, found: Topic) -> Iterator[Miss]:
    """A miss for each incident that holds reports on both events."""
    for incident, held in sorted(found.holds.items()):
        if len({event for event, _ in held}) > 1:
            said = "; ".join(f"{action.document}: {action.words}" for action, where in found.actions if where == incident)
            yield Miss(document=name, what="two events in one incident", text=said, weight=float(len(held)))


def parted(name: str, found: Topic) -> Iterator[Miss]:
    """A miss for each chain that stands in several incidents."""
    chains: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for action, incident in found.actions:
        if incident is not None:
            chains[action.chain][incident].append(f"{action.document}: {action.words}")
    for incidents in chains.values():
        if len(incidents) > 1:
            said = " | ".join("; ".join(words) for words in incidents.values())
            yield Miss(document=name, what=f"one action in {len(incidents)} incidents", text=said, weight=float(len(incidents)) / 10)


MEASURES: Final = (
    Measure(name="actions that are coded", key="actions", kind="share"),
    Measure(name="B³ of actions coded", key="coded", kind="relaxed f1"),
    Measure(name="pairs of actions coded", key="pairs"),
    Measure(name="B³ of all actions", key="all", kind="relaxed f1"),
    Measure(name="two like events kept apart", key="apart", kind="share"),
    Measure(name="incidents of several reports on one event", key="one", kind="share"),
)
CORPUS: Final = ("event_coref/ecbplus.{split}.jsonl.gz",)
TASK: Final = Task(
    name="coreference",
    about="ECB+: actions of many reports in incidents, the half for training",
    corpus=CORPUS,
    measures=MEASURES,
    score=score,
    splits={"dev": ("train",)},
)
APART: Final = Task(
    name="coreference-kept",
    about="the other topics of it, whose misses nobody reads",
    corpus=CORPUS,
    measures=MEASURES,
    score=score_kept,
)
