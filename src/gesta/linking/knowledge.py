"""What was known of an incident on each day: one row for each state of knowledge, made by adding up and never from the start again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gesta.linking.accounts import Account
from gesta.linking.naming import title
from gesta.linking.sides import is_code, party
from gesta.model import Granularity, Incident, Telling

#: UCDP's date_prec by the most days that an interval may have.
DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4))
Change = Callable[[Telling, int], None]
#: Sectors of unarmed people, after the dot of a code.
UNARMED = frozenset({"CVL", "JRN", "MED", "CHR", "MOS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An incident as it is named: everything about it that does not change with what is known."""

    id: str
    granularity: Granularity
    part_of: str | None
    summary: bool
    background: bool
    episodes: int


@dataclass(slots=True)
class Distinct:
    """How many different things stand, without going through them: there is one count for each report of an incident, and one row a day."""

    counts: Counter[str] = field(default_factory=Counter)
    standing: int = 0

    def count(self, item: str, by: int) -> None:
        """Adds an item (`by` 1) or takes it away (`by` -1)."""
        before = self.counts[item]
        self.counts[item] = now = before + by
        self.standing += (now > 0) - (before > 0)


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts over the tellings that stand at one time; each is added once and taken away at most once."""

    origins: Mapping[str, str]
    kinds: Counter[tuple[str, str | None, str | None]] = field(default_factory=Counter)
    days: Counter[tuple[date | None, date | None]] = field(default_factory=Counter)
    sides: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=Counter)
    blamed: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)
    mediators: Counter[str] = field(default_factory=Counter)
    claimants: Counter[str] = field(default_factory=Counter)
    deniers: Counter[str] = field(default_factory=Counter)
    places: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    reports: Distinct = field(default_factory=Distinct)
    sources: Distinct = field(default_factory=Distinct)
    outlets: Counter[str] = field(default_factory=Counter)
    doubts: Counter[float] = field(default_factory=Counter)
    factuality: Counter[str] = field(default_factory=Counter)

    def count(self, telling: Telling, by: int) -> None:
        """Adds a telling (`by` 1) or takes it away (`by` -1)."""
        self.kinds[telling.type, telling.mode, telling.acled] += by
        self.days[telling.start, telling.end] += by
        self.sides[telling.actors, telling.recipients] += by
        self.factuality[telling.factuality] += by
        self.reports.count(telling.report, by)
        self.sources.count(self.origins.get(telling.report, telling.report), by)
        self.doubts[round(1 - telling.confidence, 3)] += by
        if telling.outlet:
            self.outlets[telling.outlet] += by
        for code in dict.fromkeys((*telling.actors, *telling.recipients)):
            self.actors[code] += by
        for code in telling.mediators:
            self.mediators[code] += by
        for code in telling.claimants:
            self.claimants[code] += by
            self.blamed[code, tuple(sorted({party(actor) for actor in telling.actors if is_code(actor)}))] += by
        for place in places_of(telling):
            self.places[place] += by

    def deny(self, telling: Telling, by: int) -> None:
        """Adds a denial or takes it away."""
        for code in telling.claimants:
            self.deniers[code] += by


def places_of(telling: Telling) -> Iterator[tuple[Any, ...]]:
    """Precision, name, id, point, countries and first-level divisions of each place."""
    columns = zip(telling.places, telling.geonames, telling.lats, telling.lons, strict=True)
    precision = telling.where_prec or 9
    return ((precision, name, number, lat, lon, telling.countries, telling.admin1) for name, number, lat, lon in columns)


def standing(counter: Counter[Any]) -> list[Any]:
    """What is counted at least once, the most often first, then by value."""
    if len(counter) <= 1:  # most incidents are told once, and `repr` of a place is dear
        return [item for item, count in counter.items() if count > 0]
    return sorted((item for item, count in counter.items() if count > 0), key=lambda item: (-counter[item], repr(item)))


def states(
    subject: Subject, members: Sequence[Account], denials: Sequence[Account], origins: Mapping[str, str], superseded: Mapping[str, date]
) -> Iterator[Incident]:
    """One row from each day on which what was known changed, oldest first; none for the time in which no report told it."""
    changes: dict[date, list[tuple[Change, Telling, int]]] = {}
    tally = Tally(origins=origins)
    sorts: tuple[tuple[Sequence[Account], Change], ...] = ((members, tally.count), (denials, tally.deny))
    for accounts, change in sorts:
        for telling in (account.telling for account in accounts):
            gone = superseded.get(telling.report)
            if gone is not None and gone <= telling.known:
                continue
            changes.setdefault(telling.known, []).append((change, telling, 1))
            if gone is not None:
                changes.setdefault(gone, []).append((change, telling, -1))
    last: Incident | None = None
    for day in sorted(changes):
        for change, telling, by in changes[day]:
            change(telling, by)
        row = snapshot(subject, tally, day) if tally.reports.standing else None
        if last is not None and (row is None or not same(row, last)):
            yield ended(last, day)
        if row is None or last is None or not same(row, last):
            last = row
    if last is not None:
        yield last


def same(one: Incident, other: Incident) -> bool:
    """Whether two states differ in nothing but their day."""
    return ended(one, None, other.known_from) == other


def ended(row: Incident, to: date | None, since: date | None = None) -> Incident:
    """The row with other days of knowledge."""
    values = {name: getattr(row, name) for name in Incident.__slots__}
    return Incident(**{**values, "known_from": since or row.known_from, "known_to": to})


def snapshot(subject: Subject, tally: Tally, day: date) -> Incident:
    """The row from the counts as they stand."""
    kinds = standing(tally.kinds)
    kind, mode, acled = kinds[0][0], next((m for _, m, _ in kinds if m), None), next((a for _, _, a in kinds if a), None)
    start, end = when(tally.days)
    a, b, directed = who(tally.sides)
    place = where(tally.places)
    deniers = sorted(standing(tally.deniers))
    doubt = 1.0
    for item in standing(tally.doubts)[:3]:
        doubt *= item
    return Incident(
        id=subject.id,
        granularity=subject.granularity,
        known_from=day,
        known_to=None,
        part_of=subject.part_of,
        summary=subject.summary,
        title=title(kind, mode, a, b, directed, place[1] if place else None),
        type=kind,
        mode=mode,
        acled=acled,
        violence=violence(kind, a, b),
        factuality=standing(tally.factuality)[0],
        background=subject.background,
        start=start,
        end=end,
        date_prec=precision(start, end),
        sides_a=a,
        sides_b=b,
        directed=directed,
        actors=tuple(sorted(standing(tally.actors))),
        mediators=tuple(sorted(standing(tally.mediators))),
        claimants=tuple(sorted(standing(tally.claimants))),
        denied_by=tuple(deniers),
        contested=bool(deniers) or disputed(tally.blamed),
        place=place[1] if place else None,
        places=tuple(dict.fromkeys(name for _, name, *_ in standing(tally.places))),
        geonames=place[2] if place else None,
        countries=tuple(sorted({c for found in standing(tally.places) for c in found[5]})),
        admin1=place[6][0] if place and place[6] else None,
        lat=place[3] if place else None,
        lon=place[4] if place else None,
        where_prec=place[0] if place and place[0] < 9 else None,
        tellings=sum(n for n in tally.kinds.values() if n > 0),
        reports=tally.reports.standing,
        sources=tally.sources.standing,
        outlets=tuple(sorted(standing(tally.outlets))),
        episodes=subject.episodes,
        deaths_low=None,
        deaths_best=None,
        deaths_high=None,
        confidence=round(min(0.99, 1 - doubt), 3),
    )


def when(days: Counter[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    """First and last day by the tellings that give a day or few; by the most often told interval where none does."""
    told = [(s or e, e or s) for s, e in standing(days) if s or e]
    sharp = [(s, e) for s, e in told if s and e and (e - s).days < 3]
    if sharp:
        return min(s for s, _ in sharp), max(e for _, e in sharp)
    return told[0] if told else (None, None)


def precision(start: date | None, end: date | None) -> int | None:
    """UCDP's date_prec of an interval."""
    if start is None or end is None:
        return None
    length = (end - start).days + 1
    return next((prec for most, prec in DATE_PREC if length <= most), 5)


def who(sides: Counter[tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Sides a and b, and whether a acted on b: by the most told direction, both ways or two-sided told being fighting without one."""
    both = 0
    pairs: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    for (actors, recipients), count in sides.items():
        if count > 0:
            a, b = tuple(sorted(actors)), tuple(sorted(recipients))
            if len(a) > 1 and not b:
                a, b = a[:1], a[1:]
                both += count
            pairs[a, b] += count
    full = Counter({pair: n for pair, n in pairs.items() if pair[0] and pair[1]}) or pairs
    best = standing(full)[0] if full else ((), ())
    turned = full.get((best[1], best[0]), 0)
    mutual = 0 < full[best] <= both * 2 or turned * 2 >= full[best] > 0
    if mutual and best[1] < best[0]:
        best = best[1], best[0]
    return best[0], best[1], not mutual and bool(best[0] or best[1])


def where(places: Counter[tuple[Any, ...]]) -> tuple[Any, ...] | None:
    """The most precise place, of those the most often told."""
    found = standing(places)
    return min(found, key=lambda place: (place[0], -places[place], repr(place)), default=None)


def disputed(blamed: Counter[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether two claimants name different parties as those who did it."""
    named: dict[tuple[str, ...], set[str]] = {}
    for claimant, actors in standing(blamed):
        if len(actors) == 1:
            named.setdefault(actors, set()).add(claimant)
    return any(named[one] - named[other] and named[other] - named[one] for one in named for other in named if one < other)


def violence(kind: str, a: Sequence[str], b: Sequence[str]) -> int | None:
    """UCDP's type: 3 where those hit are unarmed, 1 where a state's forces are a side, else 2; None where it is no violence."""
    if kind != "ASSAULT" or not (a or b):
        return None
    if b and all(code.partition(".")[2] in UNARMED for code in b):
        return 3
    return 1 if any(is_state(code) for code in (*a, *b)) else 2


def is_state(code: str) -> bool:
    """Whether a code is a state's: three capitals, nothing after."""
    return len(code) == 3 and code.isalpha() and code.isupper()
