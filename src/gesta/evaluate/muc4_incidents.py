"""Which incidents MUC-4 would have of a coded report: what is one instance, and what is relevant.

The rules are those of the task description (`template-doc-part1`, version 7, March 1992). Its section on relevance was read in part, as it
stands in appendix A of the proceedings of MUC-3 (1991), and that part and the sentences on types and instances as users of the corpus
restate them; the description as a whole was not at hand:

- *Type.* "The 'attack' category should only be used when a terrorist incident does not clearly fit into any of the other categories." An
  event that is coded as an attack belongs to the bombing or abduction whose target its sentence names, or whose victim it hits.
- *Instance.* "A 'separate instance' is one which has different information about the location, date or perpetrator." What is told again
  with no other place, day or doer is the same incident.
- *Relevance.* Guerrillas and drug traffickers may attack anybody but another such group or a member of it, and soldiers or police of their
  own nationality; that is "a purely guerrilla act", and no incident unless civilians or their property are hit too. Clashes are none.
  Those who were soldiers, guards of a person or a firm, and soldiers from abroad are targets like others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from gesta.evaluate.gold_items import Range, sentence_of
from gesta.evaluate.gold_statements import overlap
from gesta.model import Actor, Event, Figure, Place, Report, Span

ATTACK: Final = "ATTACK"
BY_MODE: Final = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
#: Frames whose verb or noun says that two sides fought.
FIGHTING: Final = frozenset({"ASSAULT.fight", "ASSAULT.fighting-noun", "ASSAULT.clash"})
#: A word of a name; the last of them is the surname.
NAME: Final = re.compile(r"[^\W\d_]+")
#: Sectors of those against whom an act is a guerrilla's and no incident.
ARMED: Final = frozenset({"MIL", "COP", "REB", "SEP"})
#: Kinds of target that are theirs.
MILITARY: Final = frozenset({"military-position", "convoy"})
#: Words of those who serve no army or police any more, or a private person: the key has types of their own for both.
UNARMED: Final = re.compile(r"\b(former|retired|ex|bodyguards?|security guards?|watchm[ae]n)\b", re.I)
AROUND: Final = 12  # characters before a noun, and behind it, in which "former" and "retired" stand


class Wanted(NamedTuple):
    """What makes a gold template's incident known: the types that it may have, and where its targets' words stand."""

    types: Collection[str]
    spans: Sequence[Range]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A violent event: its incident type by its mode, the sentences that tell it, the surnames of those it hits."""

    event: Event
    kind: str
    sentences: tuple[Range, ...]
    names: frozenset[str]


def instances(report: Report, wanted: Sequence[Wanted]) -> list[tuple[str, list[Telling]]]:
    """The tellings of each incident, with its type: those that name a target of one gold template, then what is no other instance."""
    found = [telling(event, report) for event in report.events if violent(event)]
    homes = [next((n for n, w in enumerate(wanted) if t.kind in w.types and touching(t.sentences, w.spans)), None) for t in found]
    groups: dict[tuple[str, int], list[Telling]] = {}
    for t, home in zip(found, homes, strict=True):
        if home is not None:
            groups.setdefault((t.kind, home), []).append(t)
    special = sorted((kind, n) for kind, n in groups if kind != ATTACK)
    rest = [t for t, home in zip(found, homes, strict=True) if home is None]
    for t in sorted(rest, key=lambda t: t.kind == ATTACK):  # an attack may be one of the others
        near = next((key for key in special if t.kind == ATTACK and touching(t.sentences, wanted[key[1]].spans)), None)
        host = near or of_same_victim(t, groups) or same_instance(t, groups, report) or (t.kind, -1 - len(groups))
        groups.setdefault(host, []).append(t)
    return [(kind, tellings) for (kind, _), tellings in groups.items()]


def telling(event: Event, report: Report) -> Telling:
    """A violent event with what makes it known."""
    text = report.article.text
    told = [event.evidence, *event.mentions, *(figure.evidence for figure in report.figures if figure.event == event.id)]
    named = (p for p in people_of(report) if any(map(p.overlaps, event.spans.recipients)))
    return Telling(
        event=event,
        kind=BY_MODE.get(event.mode or "", ATTACK),
        sentences=tuple(sentence_of(text, (span.start, span.end)) for span in told),
        names=frozenset(words[-1].lower() for p in named if (words := NAME.findall(text[p.start : p.end]))),
    )


def people_of(report: Report) -> set[Span]:
    """The words that name persons."""
    return {span for actor in report.actors if actor.kind == "person" for span in actor.mentions} | set(report.people)


def touching(spans: Sequence[Range], targets: Sequence[Range]) -> int:
    """How many of the sentences hold a target's words."""
    return sum(any(overlap(span, target) for target in targets) for span in spans)


def violent(event: Event) -> bool:
    """True for an ASSAULT on somebody or something that was done, or may have been."""
    fighting = (len(event.actors) > 1 and not event.recipients) or event.why.split("+")[0] in FIGHTING
    return event.type == "ASSAULT" and event.mode != "crowd-control" and not fighting and event.factuality in ("actual", "possible")


def of_same_victim(t: Telling, groups: dict[tuple[str, int], list[Telling]]) -> tuple[str, int] | None:
    """The first incident of the same type, or of another than an attack, that hit a person of the same surname."""
    return next(
        (key for key, told in groups.items() if key[0] in {t.kind} | {*BY_MODE.values()} and any(t.names & o.names for o in told)), None
    )


def same_instance(t: Telling, groups: dict[tuple[str, int], list[Telling]], report: Report) -> tuple[str, int] | None:
    """The incident of the same type told nearest that has no other place, day or doer; None where all have."""
    whole = [key for key, told in groups.items() if key[0] == t.kind and not any(apart(t.event, o.event, report) for o in told)]
    return min(whole, key=lambda key: min(abs(o.event.evidence.start - t.event.evidence.start) for o in groups[key]), default=None)


def apart(a: Event, b: Event, report: Report) -> bool:
    """True for two events with other places, other days or other doers; what one of them does not tell keeps them not apart.

    A doer whom no word of the event shows was filled in and is not told.
    """
    told = [event.actors if event.spans.actors else () for event in (a, b)]
    doers = [[actor for actor in report.actors if actor.id in those and actor.code] for those in told]
    if all(doers) and not any(may_be_one(x, y) for x in doers[0] for y in doers[1]):
        return True
    places = [[place for place in report.places if place.id in event.places] for event in (a, b)]
    return other_day(a, b) or elsewhere(*places)


def may_be_one(a: Actor, b: Actor) -> bool:
    """True for doers of one code, and for a country's unnamed rebels beside a group of that country: what is less is not different."""
    unnamed = [x for x in (a, b) if x.code == f"{x.country}.REB"]
    if not unnamed:
        return (a.code or "").partition(".")[0] == (b.code or "").partition(".")[0]
    return a.country == b.country and all(x in unnamed or x.kind == "armed-group" for x in (a, b))


def other_day(a: Event, b: Event) -> bool:
    """True for two events whose known days do not meet."""
    if a.time is None or b.time is None or not (a.time.start and a.time.end and b.time.start and b.time.end):
        return False
    return a.time.end < b.time.start or b.time.end < a.time.start


def elsewhere(a: Sequence[Place], b: Sequence[Place]) -> bool:
    """True for places in other countries, and for those below a country of which none is the other's nor holds it."""
    lands = [{p.country for p in places} for places in (a, b)]
    if not a or not b or (None not in lands[0] | lands[1] and not lands[0] & lands[1]):
        return bool(a and b)
    exact = [[p for p in places if p.kind != "country"] for places in (a, b)]
    same = any(x.id == y.id or x.name == y.admin1 or y.name == x.admin1 for x in exact[0] for y in exact[1])
    return all(exact) and not same


def relevant(events: Sequence[Event], figures: Iterable[Figure], report: Report) -> bool:
    """False where all who are told to be hit are soldiers, police or guerrillas of the doers' country.

    `figures` count the incident's dead. Where one of the events does not tell who is hit, it may be anybody.
    """
    if any(kind not in MILITARY for event in events for kind in event.targets):
        return True
    home = {actor.country for event in events for actor in report.actors if actor.id in event.actors} - {None}
    home = home or {place.country for event in events for place in report.places if place.id in event.places} - {None}
    if not all(event.spans.recipients and armed(event, home, report) for event in events):
        return True
    return any(figure.victims.who != "military" for figure in figures)


def private(event: Event, text: str) -> bool:
    """True where those hit are told to have served in former times, or to guard a person or a firm."""
    return any(UNARMED.search(text, max(0, span.start - AROUND), span.end + AROUND) for span in event.spans.recipients)


def armed(event: Event, home: set[str | None], report: Report) -> bool:
    """True where the words of those hit name serving soldiers, police or guerrillas alone, none of them from abroad."""
    text, hit = report.article.text, [actor for actor in report.actors if actor.id in event.recipients]
    abroad = any(home and actor.country is not None and actor.country not in home for actor in hit)
    return bool(hit) and not private(event, text) and not abroad and all(actor.sector in ARMED for actor in hit)
