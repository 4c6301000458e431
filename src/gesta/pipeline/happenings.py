"""What is new in a store, for those who follow a question: computed from what it knows, never kept, and the same for all who ask."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Final, Literal

from gesta.model import Incident, Query
from gesta.model.ledger import Step
from gesta.pipeline.casefiles import courses
from gesta.pipeline.paging import noun
from gesta.render.phrases import counted
from gesta.store import Store

HappeningKind = Literal["new_incident", "claim_changed", "new_denial", "ceasefire_violated", "sources_reached"]
KINDS: Final[tuple[HappeningKind, ...]] = ("new_incident", "claim_changed", "new_denial", "ceasefire_violated", "sources_reached")
LOOKED_AT: Final = 200  # incidents, those whose state of knowledge changed last
CASES: Final = 40  # of them, those whose claims are looked into
TRUCE_DAYS: Final = 90  # after a ceasefire for which an assault between its parties is told as its violation
TRUCES: Final = ("RETREAT", "CONCEDE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that became known on a day. `id` is the same whenever and for whomever it is computed; `who` are codes."""

    id: str
    kind: HappeningKind
    day: date
    incident: str
    title: str
    summary: str
    who: tuple[str, ...] = ()


def happenings(store: Store, query: Query, kinds: Sequence[HappeningKind] = KINDS, sources: int = 3) -> list[Happening]:
    """What became known of the incidents that pass the filters, the newest first, of the kinds asked for.

    Of the 200 incidents that changed last; the claims of 40 are compared, those with deaths first. `sources`: so many independent sources
    are worth a word. An assault counts as a violation of a ceasefire where one between two of its parties began before it, at most 90 days.
    """
    latest = replace(query, sort="-known_from", limit=LOOKED_AT, after="")
    now = [noun(Incident, row) for row in store.ask("incidents", latest).to_pylist()]
    found = [one for states in histories(store, now) for one in of_states(states, sources)]
    if "ceasefire_violated" in kinds:
        found += violations(store, now)
    if "claim_changed" in kinds:
        told = sorted(now, key=lambda incident: incident.deaths_best is None)[:CASES]
        steps = courses(store, told, query.as_of) if told else {}
        found += (one for incident in told for one in changed(incident, steps.get(incident.id, ())))
    wanted = {one.id: one for one in found if one.kind in kinds and (query.as_of is None or one.day <= query.as_of)}
    return sorted(wanted.values(), key=lambda one: (-one.day.toordinal(), one.kind, one.id))


def histories(store: Store, incidents: Iterable[Incident]) -> Iterator[list[Incident]]:
    """The states of each incident, the first one first."""
    about = {(incident.granularity, incident.id) for incident in incidents}
    states = [s for s in store.states(sorted({name for _, name in about})) if (s.granularity, s.id) in about]
    states.sort(key=lambda s: (s.granularity, s.id, s.known_from))
    for _, group in groupby(states, key=lambda s: (s.granularity, s.id)):
        yield list(group)


def of_states(states: Sequence[Incident], sources: int) -> Iterator[Happening]:
    """When the incident became known, who denied it and when, when it had so many sources."""
    first = states[0]
    yield happening("new_incident", first, f"New: {first.title}", by_whom(first), first.claimants)
    before = replace(first, denied_by=(), sources=0)
    for one, other in pairwise([before, *states]):
        for code in (code for code in other.denied_by if code not in one.denied_by):
            yield happening("new_denial", other, f"{code} denies: {other.title}", by_whom(other), (code,), code)
        if one.sources < sources <= other.sources:
            yield happening(
                "sources_reached", other, f"{other.sources} independent sources: {other.title}", by_whom(other), (), str(sources)
            )


def violations(store: Store, now: Iterable[Incident]) -> Iterator[Happening]:
    """Assaults between parties who had a ceasefire."""
    assaults = [i for i in now if i.type == "ASSAULT" and i.start is not None and i.factuality == "actual" and len(parties(i)) > 1]
    if not assaults:
        return
    days = [i.start for i in assaults if i.start is not None]
    asked = Query(types=TRUCES, start=min(days) - timedelta(days=TRUCE_DAYS), end=max(days), background=True)
    rows = (noun(Incident, row) for row in store.ask("incidents", asked).to_pylist())
    truces = [t for t in rows if t.mode == "ceasefire" and t.start is not None and t.factuality == "actual"]
    for incident in assaults:
        earlier = [t for t in truces if in_force(t, incident)]
        if earlier:
            last = max(earlier, key=lambda t: (t.start or date.min, t.id))
            said = f"{by_whom(incident)}; a ceasefire between them began on {last.start} ({last.title})"
            yield happening("ceasefire_violated", incident, f"Despite a ceasefire: {incident.title}", said, sorted(parties(incident)))


def in_force(truce: Incident, assault: Incident) -> bool:
    """The ceasefire began before the assault, not long before, and binds two of its parties."""
    if truce.start is None or assault.start is None or len(parties(truce) & parties(assault)) < 2:
        return False
    return timedelta(0) < assault.start - truce.start <= timedelta(days=TRUCE_DAYS)


def parties(incident: Incident) -> frozenset[str]:
    """Codes of both sides, without what stands after the dot."""
    return frozenset(code.partition(".")[0] for code in (*incident.sides_a, *incident.sides_b))


def changed(incident: Incident, steps: Iterable[Step]) -> Iterator[Happening]:
    """Each later number of one claimant for one side's losses that differs from the one before."""
    ordered = sorted(steps, key=lambda s: (s.voice, s.effect, s.side or "", s.who, s.known, s.as_of))
    for _, group in groupby(ordered, key=lambda s: (s.voice, s.effect, s.side, s.who)):
        for one, other in pairwise(group):
            if (one.low, one.best, one.high) != (other.low, other.best, other.high) and one.known < other.known:
                whose = f" of {other.side}" if other.side else ""
                title = f"{other.claimant}: {amount(one)} → {amount(other)} {other.effect.replace('_', ' ')}{whose}"
                mark = "|".join(
                    map(str, (other.voice, other.effect, other.side, other.who, other.low, other.best, other.high, other.known))
                )
                made = happening("claim_changed", incident, title, incident.title, tuple(other.claimant.split("+")), mark)
                yield replace(made, day=other.known)


def amount(step: Step) -> str:
    """`49`, `20–30`, `at least 135`."""
    if step.best is not None and (step.low, step.high) in ((step.best, step.best), (None, None)):
        return str(step.best)
    if step.high is None:
        return f"at least {step.low}" if step.low is not None else "some"
    return f"{step.low or 0}–{step.high}"


def by_whom(incident: Incident) -> str:
    """By whom an incident is told, and what it cost."""
    deaths = "" if incident.deaths_best is None else f"; {incident.deaths_best} killed by gesta's rule"
    denied = f"; denied by {', '.join(incident.denied_by)}" if incident.denied_by else ""
    said = f", according to {', '.join(incident.claimants)}" if incident.claimants else ""
    return f"{counted(incident.reports, 'report')}, {counted(incident.sources, 'independent source')}{said}{denied}{deaths}"


def happening(kind: HappeningKind, incident: Incident, title: str, summary: str, who: Sequence[str], mark: str = "") -> Happening:
    """The happening, named by what it is: `mark` tells those of one kind and incident apart."""
    name = hashlib.sha256("|".join((kind, incident.granularity, incident.id, mark)).encode("utf-8", "replace")).hexdigest()[:16]
    return Happening(id=name, kind=kind, day=incident.known_from, incident=incident.id, title=title, summary=summary, who=tuple(who))
