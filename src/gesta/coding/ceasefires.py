"""The life of a ceasefire in one report: called for, agreed or declared, in force, extended, violated, ended; and promises kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from gesta.coding.record_actors import codes_of
from gesta.model import Event, LinkKind

SHORT = r"\b(?:cease-?fire|truce|armistice)\b"
NAMED = r"\b(?:cease-?fire|truce|armistice|cessation of hostilities)\b"
TRUCE = re.compile(NAMED, re.I)
#: What stands between an event's evidence and the word for a truce in the same clause: "called for | an immediate ceasefire".
CLAUSE = re.compile(rf"[^.,;:\n]{{0,60}}?{NAMED}", re.I)
BREACH = re.compile(rf"[^.\n]*\b(?:breach|violation|defiance) of (?:the|a|their|its|this|that)\b[^.\n]*{SHORT}", re.I)
EXTENSION = re.compile(rf"\b(?:extend|prolong|renew)(?:s|ed|ing)?\b[^.\n]{{0,40}}{SHORT}", re.I)
MADE = frozenset({"AGREE", "CONCEDE", "SUPPORT"})  # agreed, declared, signed
STANDING = MADE | {"RETREAT"}
KEPT = frozenset({"withdraw", "release"})  # modes of what is promised (CONCEDE) and then done (RETREAT)
YEAR = timedelta(days=366)
Codes = Mapping[str, str | None]
Found = tuple[LinkKind, str, str]


def ceasefire_links(events: tuple[Event, ...], codes: Codes, text: str) -> Iterator[Found]:
    """What ties the stages of each ceasefire of a report to one another: later stages point to earlier ones.

    An agreement, declaration or refusal `responds_to` the call for it; a ceasefire in force `implements` what was agreed or declared; an
    extension `extends`, a breach `violates`, an end by word `ends` the ceasefire. A stage belongs to the one told last before it, else to
    the first told after it, with a party of its own, of which two sides that are told of on both ends are the same two.
    """
    about = [e for e in events if e.factuality != "negated" and (e.mode == "ceasefire" or is_of_truce(e, text))]
    longer = {e.id for e in about if e.type in STANDING and EXTENSION.search(text, e.evidence.start, e.evidence.end + 60)}
    calls = [e for e in about if e.type == "REQUEST"]
    standing = [e for e in about if e.type in STANDING]
    begun = [e for e in standing if e.id not in longer and e.factuality != "hypothetical"]
    made = [e for e in begun if e.type in MADE]
    for e in about:
        yield from to_nearest(e, calls if e.type in MADE | {"REJECT"} and e.id not in longer else (), "responds_to", codes)
        yield from to_nearest(e, made if e.type == "RETREAT" and e.id not in longer else (), "implements", codes)
        yield from to_nearest(e, begun if e.id in longer else (), "extends", codes)
        yield from to_nearest(e, standing if e.type == "SANCTION" else (), "ends", codes)
    for e in events:
        if e.type == "ASSAULT" and e.factuality != "negated" and breaks(e, text):
            yield from to_nearest(e, standing, "violates", codes)


def is_of_truce(event: Event, text: str) -> bool:
    """True where the words that tell the event, or those right behind them in its clause, name a truce."""
    return bool(TRUCE.search(text, event.evidence.start, event.evidence.end) or CLAUSE.match(text, event.evidence.end))


def breaks(event: Event, text: str) -> bool:
    """True for a breach by its name, and for an act done "in breach of the truce"."""
    return event.why.startswith("ASSAULT.violate-ceasefire") or bool(BREACH.match(text, event.evidence.end))


def parties(event: Event, codes: Codes) -> frozenset[str]:
    """Codes, without the dot, of who takes part in an event; who asks for a truce or brokers it is no party to it."""
    asked = event.recipients if event.type == "REQUEST" else (*event.actors, *event.recipients)
    return codes_of(asked, codes)


def same_truce(a: Event, b: Event, codes: Codes) -> bool:
    """True where the sides of two stages agree: both of the two where each tells two, else one of them, else one end tells none."""
    one, other = parties(a, codes), parties(b, codes)
    if not one or not other:
        return True
    return len(one & other) >= (2 if len(one) > 1 and len(other) > 1 else 1)


def day_of(e: Event) -> date | None:
    """The day on which a stage begins, where it is known."""
    return date.fromisoformat(e.time.start[:10]) if e.time is not None and e.time.start is not None else None


def of_one_time(earlier: Event, later: Event) -> bool:
    """True where the earlier stage is no later than the other, and no more than a year before it; undated ones share their era."""
    first, then = day_of(earlier), day_of(later)
    return earlier.era == later.era if first is None or then is None else timedelta(0) <= then - first <= YEAR


def to_nearest(event: Event, among: Iterable[Event], kind: LinkKind, codes: Codes) -> Iterator[Found]:
    """The link to the stage told last before the event, else first after it, that it can belong to; none where there is none."""
    fits = [o for o in among if o is not event and same_truce(event, o, codes)]
    if kind != "violates":
        fits = [o for o in fits if of_one_time(o, event)]
    told = [o for o in fits if o.evidence.start < event.evidence.start]
    if fits:
        yield kind, event.id, (told[-1] if told else fits[0]).id


def kept_promises(events: tuple[Event, ...], codes: Codes) -> Iterator[Found]:
    """A withdrawal or a release `implements` the promise of it by the same party, told before it."""
    for act in events:
        if act.type != "RETREAT" or act.mode not in KEPT or act.factuality != "actual":
            continue
        doing = frozenset(codes.get(a) for a in act.actors) - {None}
        promises = [e for e in events if e.type == "CONCEDE" and e.mode == act.mode and doing & {codes.get(a) for a in e.actors}]
        told = [e for e in promises if e.evidence.start < act.evidence.start and of_one_time(e, act)]
        if told:
            yield "implements", act.id, told[-1].id
