"""MUC-4: incident templates of messages on terrorism in Latin America, over the documents that have one.

A coded event is an incident where it is an ASSAULT, told as done or as possible, that is no crowd control and no fighting of two sides
(several who act and nobody who is hit, or a frame of fighting): a KIDNAPPING by the mode abduct, a BOMBING by explosives and suicide
attacks, an ATTACK else. Events of one incident type are one coded template where they overlap a target of the same gold template, hit a
person of the same surname, or have the same recipients and places; what befell a person who was abducted belongs to the abduction. A
coded and a gold template may be aligned where their incident types are the same and a sentence of an event (of its evidence, its later
mentions, its figures) overlaps one of the gold's targets, human or physical, wherever its words stand; a gold template without such words
is aligned by its type alone. Alignment is one to one, most overlaps first. Optional templates cost nothing when they are missed; FORCED
WORK STOPPAGE, ROBBERY and ARSON, which gesta does not tell apart, are left out.

*Number killed*: for each template the numbers of its targets that died, summed; where the dead are not counted ("PLURAL") the template is
left out. Against it stands what the sentences of the coded template tell of its largest killing: the figures of killed, summed, and one
for each name or noun in the singular on the receiving side of an event that says that somebody was killed, for the record has no figure
for a name without a numeral. The largest killing that is told beside another ("two guards were also killed") is added. Parts of a figure,
running totals, figures of another era than the events' and figures of another event are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.gold_items import Range, sentence_of
from gesta.evaluate.gold_statements import overlap
from gesta.evaluate.pairing import paired
from gesta.evaluate.phrasing import told
from gesta.evaluate.task import Measure, Miss, Scored, Task, tallied
from gesta.model import Event, Figure, Report, Span

TARGETS: Final = ("phys_tgt_id", "hum_tgt_name", "hum_tgt_description")
BY_MODE: Final = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
TYPES: Final = frozenset({"ATTACK", "BOMBING", "KIDNAPPING"})
QUOTED: Final = re.compile(r'"([^"]+)"')
#: Frames whose verb or noun says that somebody was killed.
KILLING: Final = frozenset({"ASSAULT.kill", "ASSAULT.murder", "ASSAULT.killing-noun"})
#: Frames whose verb or noun says that two sides fought.
FIGHTING: Final = frozenset({"ASSAULT.fight", "ASSAULT.fighting-noun", "ASSAULT.clash"})
#: Deaths of which the gold gives no number: what is coded of them costs nothing.
UNCOUNTED: Final = -1
#: Words of an event that say so whatever its frame: "was shot to death", "killed in an attack".
FATAL: Final = re.compile(r"\b(kill\w*|murder\w*|assassinat\w*|massacr\w*|slain|slay\w*|execut\w+|dead|deaths?|died|gunned down)\b", re.I)
#: Words of a killing that is told beside another: "two guards were also killed", "seven other people died".
BESIDE: Final = re.compile(r"\b(also|other|others|too)\b", re.I)
#: The end of a noun phrase of several people.
PLURAL: Final = re.compile(r"([^s]s|men|women|children|people|police|both|others|them|they)['\u2019]?$", re.I)
#: A word of a name; the last of them is the surname.
NAME: Final = re.compile(r"[^\W\d_]+")
NUMBER: Final = re.compile(r"[~?]?\s*(\d+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A gold template: the incident types that it may have, where its targets' words stand, and how many of them died (None: not told)."""

    types: frozenset[str]
    spans: tuple[Range, ...]
    killed: int | None
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A coded template: its events, their sentences, and how many died in them (None: nobody told of)."""

    type: str
    events: tuple[Event, ...]
    spans: tuple[Range, ...]
    killed: int | None


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each message that has a template."""
    rows = [row for path in paths for row in records(path) if row["templates"]]
    for row, report in zip(rows, equipment.coded((row["text"], None) for row in rows), strict=True):
        yield scored(row, report)


def template(raw: Mapping[str, Any]) -> Template | None:
    """A gold template; None for an incident type that is left out."""
    types = frozenset(kind.strip() for fill in raw["slots"]["incident_type"] for kind in fill["raw"].split("/"))
    if not types & TYPES:
        return None
    spans = tuple((start, end) for slot in TARGETS for places in raw["spans"].get(slot, {}).values() for start, end in places)
    return Template(types=types, spans=spans, killed=killed_of(raw["slots"]), optional=bool(raw["optional_template"]))


def killed_of(slots: Mapping[str, Any]) -> int | None:
    """How many targets died, of each group of targets the first number given; UNCOUNTED where none of the dead are counted."""
    numbers: list[int | None] = []
    for dead in slots["hum_tgt_effect"]:
        if dead["raw"].startswith("DEATH"):
            names = set(QUOTED.findall(dead["raw"]))
            of_them = (NUMBER.match(fill["raw"]) for fill in slots["hum_tgt_number"] if names & set(QUOTED.findall(fill["raw"])))
            number = next(of_them, None)
            numbers.append(int(number[1]) if number else None)
    known = [number for number in numbers if number is not None]
    return sum(known) if known else UNCOUNTED if numbers else None


def incidents(report: Report, templates: Sequence[Template]) -> list[Incident]:
    """The coded templates of a report."""
    events = [event for event in report.events if violent(event)]
    sentences = [told_in(event, report.article.text, report.figures) for event in events]
    names = [persons_hit(event, report) for event in events]
    keys = [key_of(event, spans, templates) for event, spans in zip(events, sentences, strict=True)]
    hosts = sorted(range(len(events)), key=lambda n: len(keys[n]))  # those that overlap a target first
    groups: dict[tuple[object, ...], list[tuple[Event, list[Range]]]] = {}
    for n, event in enumerate(events):
        same = (h for h in hosts if h != n and names[n] & names[h] and keys[h][0] in {keys[n][0], "KIDNAPPING"})
        host = next(same, None) if len(keys[n]) > len(("type", "template")) else None
        keys[n] = keys[n] if host is None else keys[host]
        groups.setdefault(keys[n], []).append((event, sentences[n]))
    return [incident(str(key[0]), pairs, report) for key, pairs in groups.items()]


def key_of(event: Event, spans: Sequence[Range], templates: Sequence[Template]) -> tuple[object, ...]:
    """What makes events one coded template: incident type and the gold template whose target they overlap, else recipients and places."""
    kind = BY_MODE.get(event.mode or "", "ATTACK")
    near = next((n for n, t in enumerate(templates) if kind in t.types and touching(spans, t.spans)), None)
    return (kind, near) if near is not None else (kind, event.recipients, event.places)


def persons_hit(event: Event, report: Report) -> frozenset[str]:
    """The surnames on the receiving side."""
    text = report.article.text
    named = (p for p in people_of(report) if any(map(p.overlaps, event.spans.recipients)))
    return frozenset(words[-1].lower() for p in named if (words := NAME.findall(text[p.start : p.end])))


def people_of(report: Report) -> set[Span]:
    """The words that name persons."""
    return {span for actor in report.actors if actor.kind == "person" for span in actor.mentions} | set(report.people)


def told_in(event: Event, text: str, figures: Sequence[Figure]) -> list[Range]:
    """The sentences that tell an event: of its evidence, its later mentions and the figures of it."""
    told = [event.evidence, *event.mentions, *(figure.evidence for figure in figures if figure.event == event.id)]
    return [sentence_of(text, (span.start, span.end)) for span in told]


def touching(spans: Sequence[Range], targets: Sequence[Range]) -> int:
    """How many of the sentences hold a target's words."""
    return sum(any(overlap(span, target) for target in targets) for span in spans)


def violent(event: Event) -> bool:
    """True for an ASSAULT on somebody or something that was done, or may have been."""
    fighting = (len(event.actors) > 1 and not event.recipients) or event.why.split("+")[0] in FIGHTING
    return event.type == "ASSAULT" and event.mode != "crowd-control" and not fighting and event.factuality in ("actual", "possible")


def incident(kind: str, pairs: list[tuple[Event, list[Range]]], report: Report) -> Incident:
    """One coded template of its events and their sentences."""
    events = tuple(event for event, _ in pairs)
    spans = tuple(dict.fromkeys(span for _, sentences in pairs for span in sentences))
    return Incident(type=kind, events=events, spans=spans, killed=dead_of(events, spans, report))


def dead_of(events: Sequence[Event], spans: Sequence[Range], report: Report) -> int | None:
    """How many died in a coded template, None where nobody is told to have: the largest killing, and the largest told beside another.

    Of one killing the figures are summed, and each person on the receiving side whom none of them counts is one.
    """
    text = report.article.text
    words: dict[Span, Span] = {}
    killings: Counter[Span] = Counter()
    figures = counted(events, spans, report)
    for f in figures:
        words[f.spans.effect[0]] = f.evidence
        killings[f.spans.effect[0]] += number_of(f) or 0
    shown = [span for f in figures for span in (*f.spans.number, *f.spans.victims)]
    fatal = [event for event in events if kills(event, text)]
    for event in fatal:
        alone = [s for s in apart(event.spans.recipients) if not any(map(s.overlaps, shown)) and not plural(report, s)]
        if alone:
            words[event.spans.trigger[0]] = event.evidence
            killings[event.spans.trigger[0]] += len(alone)
    if not killings:
        return 1 if any(event.recipients and not event.spans.recipients for event in fatal) else None
    beside = {word for word in killings if BESIDE.search(text, words[word].start, words[word].end)}
    largest = [max((n for word, n in killings.items() if (word in beside) is extra), default=0) for extra in (False, True)]
    return sum(largest)


def apart(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, without one that stands right behind another: a title and its name are one person."""
    found = sorted(set(spans))
    return [span for before, span in zip((None, *found), found, strict=False) if before is None or span.start > before.end + 1]


def counted(events: Sequence[Event], spans: Sequence[Range], report: Report) -> list[Figure]:
    """The figures of killed in the sentences of a coded template that count its dead.

    No parts, no running totals, none of another era, none that the record ties to an event of another template.
    """
    eras, ids = {event.era for event in events}, {event.id for event in events}
    parts = {link.source for link in report.links if link.kind == "part_of"}
    own = (f for f in report.figures if f.effect == "killed" and not f.cumulative and f.era in eras and f.id not in parts)
    here = (f for f in own if any(overlap(span, (f.evidence.start, f.evidence.end)) for span in spans))
    return [f for f in here if (f.event is None or f.event in ids) and number_of(f) is not None and f.spans.effect]


def kills(event: Event, text: str) -> bool:
    """True where the frame of an event or the words that tell it say that somebody was killed."""
    told = (*event.spans.trigger, event.evidence, *event.mentions)
    return event.why.split("+")[0] in KILLING or any(FATAL.search(text, span.start, span.end) for span in told)


def plural(report: Report, span: Span) -> bool:
    """True for words that name several people: a plural noun that is no person's name."""
    several = PLURAL.search(report.article.text[span.start : span.end])
    return several is not None and not any(map(span.overlaps, people_of(report)))


def number_of(figure: Figure) -> int | None:
    """The number that a figure stands for."""
    return figure.best if figure.best is not None else figure.low


def scored(row: Mapping[str, Any], report: Report) -> Scored:
    """One message."""
    gold = [made for raw in row["templates"] if (made := template(raw))]
    found = incidents(report, gold)
    pairs = paired(gold, found, fit)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [t for i, t in enumerate(gold) if i not in hit and not t.optional]
    extra = [f for j, f in enumerate(found) if j not in used]
    counts: Counter[str] = Counter()
    tallied(counts, "type", len(pairs), len(pairs) + len(missed), len(found))
    dead = [(gold[i].killed, found[j].killed) for i, j in pairs] + [(t.killed, None) for t in missed] + [(None, f.killed) for f in extra]
    dead = [pair for pair in dead if pair[0] != UNCOUNTED]
    tallied(
        counts, "killed", sum(a == b is not None for a, b in dead), sum(a is not None for a, _ in dead), sum(b is not None for _, b in dead)
    )
    return Scored(document=row["id"], counts=counts, misses=tuple(misses(row, report, pairs, gold, found)))


def fit(gold: Template, found: Incident) -> float:
    """How many sentences of the coded template hold a target of the gold's; a little where the gold has no target's words."""
    if found.type not in gold.types:
        return 0
    if not gold.spans:
        return 0.1
    return float(touching(found.spans, gold.spans))


def misses(
    row: Mapping[str, Any], report: Report, pairs: list[tuple[int, int]], gold: list[Template], found: list[Incident]
) -> Iterator[Miss]:
    """Templates of one side alone, and other numbers of dead."""
    text, hit, used = row["text"], {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j in pairs:
        if gold[i].killed not in (found[j].killed, UNCOUNTED):
            what = f"killed {gold[i].killed}, coded {found[j].killed}: {told(report, found[j].events[0])}"
            yield Miss(document=row["id"], what=what, text=text[slice(*found[j].spans[0])])
    for i, wanted in enumerate(gold):
        if i not in hit:
            at = wanted.spans[0] if wanted.spans else (0, 1)
            what = f"missed: {'/'.join(sorted(wanted.types))}{' (optional)' if wanted.optional else ''}"
            yield Miss(document=row["id"], what=what, text=text[slice(*sentence_of(text, at))], weight=0.5 if wanted.optional else 2)
    for j, extra in enumerate(found):
        if j not in used:
            yield Miss(
                document=row["id"],
                what=f"beyond: {extra.type} {told(report, extra.events[0])}",
                text=text[slice(*extra.spans[0])],
                weight=1.5,
            )


TASK: Final = Task(
    name="muc4",
    about="MUC-4 templates of messages in capitals",
    corpus=("muc4/{split}.jsonl.gz",),
    measures=(
        Measure(name="incident type", key="type", wanted=0.60),
        Measure(name="incident type, precision", key="type", kind="precision"),
        Measure(name="incident type, recall", key="type", kind="recall"),
        Measure(name="number killed", key="killed", wanted=0.60),
    ),
    score=score,
    splits={"dev": ("tst2",), "test": ("tst3", "tst4")},
)
