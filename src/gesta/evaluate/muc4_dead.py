"""MUC-4: how many died in a coded incident.

What the sentences of the incident tell of its largest killing: the figures of killed, summed, and one for each name or noun in the singular
on the receiving side of an event that says that somebody was killed, for the record has no figure for a name without a numeral. The largest
killing that is told beside another ("two guards were also killed", "his guards were killed") is added. Dead guerrillas, parts of a figure,
running totals, figures of another era than the events' and figures of another event are left out; so is "thousands", which the key does not
count either ("PLURAL").
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
FATAL: Final = re.compile(
    r"\b(kill\w*|murder\w*|assassinat\w*|massacr\w*|slain|slay\w*|execut\w+|dead|deaths?|died|gunned down|riddled with|"
    r"(fatally|mortally) (wounded|injured|shot))\b",
    re.I,
)
#: Words of a sentence that say so of somebody who was abducted.
FOUND: Final = re.compile(r"\b(found (dead|murdered|shot)|bod(y|ies) of|\w+ bod(y|ies))\b", re.I)
#: Words of a killing that is told beside another: "two guards were also killed", "seven other people died".
BESIDE: Final = re.compile(r"\b(also|other|others|too|of the (wounded|injured))\b", re.I)
#: Those who are somebody's own, as the words for them begin.
OWNED: Final = re.compile(r"(his|her|their|\S+['\u2019]s?)\s", re.I)
#: Guerrillas by the words for them.
FIGHTERS: Final = re.compile(
    r"\b(guerrillas?|rebels?|terrorists?|subversives?|insurgents?|attackers?|assailants?|extremists?|gunm[ae]n)\b", re.I
)
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
    victims: dict[Span, list[Span]] = {}
    figures = [f for f in counted(events, spans, report) if not of_fighters((*f.spans.number, *f.spans.victims), text)]
    for f in figures:
        word = f.spans.effect[0]
        words[word] = f.evidence
        killings[word] += number_of(f) or 0
        victims.setdefault(word, []).extend(f.spans.victims)
    shown = [span for f in figures for span in (*f.spans.number, *f.spans.victims, *kin(f, events, text))]
    fatal = [event for event in events if kills(event, text)]
    for event in fatal:
        alone = [s for s in apart(event.spans.recipients, text) if not any(map(s.overlaps, shown)) and not plural(report, s)]
        alone = [s for s in alone if not of_fighters([s], text)]
        if alone:
            word = event.spans.trigger[0]
            words[word] = event.evidence
            killings[word] += len(alone)
            victims.setdefault(word, []).extend(alone)
    if not killings:
        return 1 if any(event.recipients and not event.spans.recipients for event in fatal) else None
    return summed(killings, words, {word: [text[span.start : span.end] for span in hit] for word, hit in victims.items()}, text)


def summed(killings: Counter[Span], words: dict[Span, Span], told: dict[Span, list[str]], text: str) -> int | None:
    """The largest killing and the largest told beside it; `words` are the evidence of each, `told` the words for whom it killed."""
    extra = {word for word in killings if BESIDE.search(text, words[word].start, words[word].end) or owned(told[word])}
    largest = max((word for word in killings if word not in extra), key=lambda word: killings[word], default=None)
    known = {last_word(name) for name in told[largest]} if largest is not None else set()
    others = [killings[word] for word in extra if not told[word] or not {last_word(name) for name in told[word]} <= known]
    return ((killings[largest] if largest is not None else 0) + max(others, default=0)) or None


def kin(figure: Figure, events: Sequence[Event], text: str) -> list[Span]:
    """Those whom a figure of one person counts with them: the son in "a policeman and his son", whose number is two."""
    if figure.best in {None, 1} or not any(text[span.start : span.end].lower() in {"a", "an"} for span in figure.spans.number):
        return []
    hit = (span for event in events for span in event.spans.recipients if figure.evidence.overlaps(span))
    return [span for span in hit if OWNED.match(text, span.start, span.end)]


def of_fighters(spans: Sequence[Span], text: str) -> bool:
    """True for dead guerrillas: they are no target of an incident."""
    return any(FIGHTERS.search(text, span.start, span.end) for span in spans)


def owned(told: Sequence[str]) -> bool:
    """True for those who are all somebody's: "his bodyguards", "the agent's son"."""
    return bool(told) and all(map(OWNED.match, told))


def last_word(told: str) -> str:
    """The last word of those hit, in small letters: what they are, or a surname."""
    return told.rsplit(maxsplit=1)[-1].lower()


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
