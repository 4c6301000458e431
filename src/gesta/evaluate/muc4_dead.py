"""MUC-4: how many died in a coded incident.

What the sentences of the incident tell of its largest killing: the figures of killed, summed, and one for each name or noun in the singular
on the receiving side of an event that says that somebody was killed, for the record has no figure for a name without a numeral. The largest
killing that is told beside another ("two guards were also killed") is added. Parts of a figure, running totals, figures of another era than
the events' and figures of another event are left out; so is "thousands", which the key does not count either ("PLURAL").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from gesta.evaluate.gold_items import Range, sentence_of
from gesta.evaluate.gold_statements import overlap
from gesta.evaluate.muc4_incidents import people_of
from gesta.model import Event, Figure, Report, Span

#: Frames whose verb or noun says that somebody was killed.
KILLING: Final = frozenset({"ASSAULT.kill", "ASSAULT.murder", "ASSAULT.killing-noun"})
#: Words of an event that say so whatever its frame: "was shot to death", "killed in an attack".
FATAL: Final = re.compile(r"\b(kill\w*|murder\w*|assassinat\w*|massacr\w*|slain|slay\w*|execut\w+|dead|deaths?|died|gunned down)\b", re.I)
#: Words of a sentence that say so of somebody who was abducted.
FOUND: Final = re.compile(r"\b(found (dead|murdered|shot)|bod(y|ies) of|\w+ bod(y|ies))\b", re.I)
#: Words of a killing that is told beside another: "two guards were also killed", "seven other people died".
BESIDE: Final = re.compile(r"\b(also|other|others|too)\b", re.I)
#: The end of a noun phrase of several people.
PLURAL: Final = re.compile(r"([^s]s|men|women|children|people|police|both|others|them|they)['\u2019]?$", re.I)
#: Qualifiers of words that give no number: "thousands", "several".
VAGUE: Final = frozenset({"order", "some"})


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
        alone = [s for s in apart(event.spans.recipients, text) if not any(map(s.overlaps, shown)) and not plural(report, s)]
        if alone:
            words[event.spans.trigger[0]] = event.evidence
            killings[event.spans.trigger[0]] += len(alone)
    if not killings:
        return 1 if any(event.recipients and not event.spans.recipients for event in fatal) else None
    beside = {word for word in killings if BESIDE.search(text, words[word].start, words[word].end)}
    largest = [max((n for word, n in killings.items() if (word in beside) is extra), default=0) for extra in (False, True)]
    return sum(largest) or None


def apart(spans: Sequence[Span], text: str) -> list[Span]:
    """The spans in order, without one that stands right behind another (a title and its name are one person) and what is told twice."""
    found = sorted(set(spans))
    single = [span for before, span in zip((None, *found), found, strict=False) if before is None or span.start > before.end + 1]
    return list({text[span.start : span.end].lower(): span for span in reversed(single)}.values())


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
    """True where the frame of an event or the words that tell it say that somebody was killed, or that who was abducted was found dead."""
    told = (*event.spans.trigger, event.evidence, *event.mentions)
    if event.mode == "abduct" and any(FOUND.search(text, *sentence_of(text, (span.start, span.end))) for span in told):
        return True
    return event.why.split("+")[0] in KILLING or any(FATAL.search(text, span.start, span.end) for span in told)


def plural(report: Report, span: Span) -> bool:
    """True for words that name several people: a plural noun that is no person's name."""
    several = PLURAL.search(report.article.text[span.start : span.end])
    return several is not None and not any(map(span.overlaps, people_of(report)))


def number_of(figure: Figure) -> int | None:
    """The number that a figure stands for; None for "thousands"."""
    if figure.best is None and figure.qualifier in VAGUE:
        return None
    return figure.best if figure.best is not None else figure.low
