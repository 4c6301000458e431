"""Rows of a large store, made up: as many as wanted, spread as news are (few conflicts and capitals have most of them), always the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from itertools import accumulate
from operator import itemgetter
from typing import Any, Final

from gesta.linking.naming import incident_id
from gesta.model import Claim, Estimate, Filing, Incident, Origin, Telling, Tie
from gesta.model.incident import Granularity, RuleName
from gesta.model.telling import Spoken
from gesta.store.batches import Row, estimate_row, incident_row, origin_row, tie_row, values
from gesta.store.schema import CLAIM, ESTIMATE, FILING, INCIDENT, NAMED, ORIGIN, TELLING, TIE, Table
from gesta.store.spelling import ITEMS
from gesta.store.wording import bounds, code_keys, item_number, numbered, place_keys, to_json

FIRST_DAY: Final = date(2014, 1, 1)
DAYS: Final = 4_000
TYPES: Final = (
    "ASSAULT COERCE MOBILIZE ACCUSE CONSULT SUPPORT THREATEN AID SANCTION PROTEST REQUEST REJECT AGREE RETREAT CONCEDE COOPERATE".split()
)
EFFECTS: Final = "killed wounded captured missing displaced".split()
RULES: Final[tuple[RuleName, ...]] = ("gesta", "ucdp", "acled")
GRANULARITIES: Final[tuple[Granularity, ...]] = ("episode", "incident", "conflict-day")
EVENTS_PER_REPORT: Final = 10  # and four figures, nearly as in the sample reports
FIGURES_PER_REPORT: Final = 4
EVENTS_PER_INCIDENT: Final = 4
EVIDENCE: Final = (
    "Shells fell on the outskirts of the town before dawn, the ministry said, and the road to the north was closed to traffic. "
)
# From the fields of a noun to their values, in its order.
_TELLING, _CLAIM = (itemgetter(*noun.__dataclass_fields__) for noun in (Telling, Claim))


class Falling:
    """A choice in which each value is rarer than the one before it, as Zipf has it."""

    def __init__(self, chosen: list[Any]) -> None:
        """Of these values, the commonest first."""
        self.values = chosen
        self._weights = list(accumulate(1 / rank for rank in range(1, len(chosen) + 1)))

    def __call__(self, chance: random.Random, k: int = 1) -> list[Any]:
        """So many of them."""
        return chance.choices(self.values, cum_weights=self._weights, k=k)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the made-up world."""

    name: str
    number: int
    country: str
    admin1: str
    lat: float
    lon: float


@dataclass(slots=True, kw_only=True)
class World:
    """What the rows are drawn from."""

    chance: random.Random = field(default_factory=lambda: random.Random(2022))
    parties: Falling = field(init=False)
    places: Falling = field(init=False)
    outlets: Falling = field(init=False)
    types: Falling = field(init=False)

    def __post_init__(self) -> None:
        """400 parties in 80 countries, 20,000 places, 300 outlets."""
        countries = [f"{chr(65 + n // 26)}{chr(65 + n % 26)}A" for n in range(80)]
        self.parties = Falling([*countries, *(f"{c}.{sector}" for sector in ("CVL", "REB", "MIL", "OPP") for c in countries)])
        self.outlets = Falling([f"THE OUTLET {n}" for n in range(300)])
        self.types = Falling(list(TYPES))
        middles = {c: (self.chance.uniform(-35, 60), self.chance.uniform(-110, 140)) for c in countries}
        named = Falling(countries)
        self.places = Falling([self._place(n, named(self.chance)[0], middles) for n in range(20_000)])

    def _place(self, number: int, country: str, middles: dict[str, tuple[float, float]]) -> Place:
        lat, lon = middles[country]
        return Place(
            name=f"Stâd {number}", number=number, country=country, admin1=f"{country} province {number % 12}",
            lat=round(lat + self.chance.gauss(0, 3), 4), lon=round(lon + self.chance.gauss(0, 4), 4),
        )  # fmt: skip

    def told(self, seq: int, known: date) -> dict[str, Any]:
        """The fields that a telling and a claim share: mostly of the day before, at one place, by one claimant."""
        place: Place = self.places(self.chance)[0]
        start = known - timedelta(days=min(int(self.chance.expovariate(0.7)), 60))
        claimant = self.parties(self.chance)[0]
        outlet = self.outlets(self.chance)[0]
        length = self.chance.randrange(40, len(EVIDENCE))
        return {
            "report": f"{seq:064x}", "known": known, "outlet": outlet, "claimants": (claimant,), "claimant_names": (claimant,),
            "via": (outlet,), "own_voice": False, "stance": "assert", "start": start, "end": start, "date_prec": 1,
            "places": (place.name,), "geonames": (place.number,), "lats": (place.lat,), "lons": (place.lon,),
            "countries": (place.country,), "admin1": (place.admin1,), "where_prec": 1,
            "era": "background" if self.chance.random() < 0.15 else "current", "evidence": EVIDENCE[:length], "evidence_start": 0,
            "evidence_end": length, "confidence": round(self.chance.random(), 3), "day_told": True, "place_told": True,
        }  # fmt: skip


def reports(world: World, events: int, *, whole: bool = False) -> Iterator[dict[Table, list[Row]]]:
    """So many events, report by report in the order of their days. `whole`: each has a text, a record and names, to be read by people."""
    total = events // EVENTS_PER_REPORT
    for seq in range(1, total + 1):
        known = FIRST_DAY + timedelta(days=seq * DAYS // total)
        events_told = [telling(world, seq, known, n) for n in range(EVENTS_PER_REPORT)]
        counted_of = [claim(world, seq, known, n) for n in range(FIGURES_PER_REPORT)]
        told, figures = list(map(_TELLING, events_told)), list(map(_CLAIM, counted_of))
        yield {
            FILING: [filing_row(world, seq, known, record(seq, known, events_told, counted_of) if whole else None)],
            NAMED: sorted({(seq, code, f"The {code}", "group" if "." in code else "country") for e in events_told for code in e["actors"]})
            if whole
            else [],
            TELLING: [telling_row(event, seq, n) for n, event in enumerate(told)],
            CLAIM: claim_rows(figures, told, seq),
        }


def _places(noun: type, *names: str) -> Callable[[Row], Any]:
    """From the values of a noun's fields to those of these names."""
    listed = [field.name for field in fields(noun)]
    return itemgetter(*map(listed.index, names))


_FOUND_BY: Final = _places(Spoken, "claimants", "places", "admin1", "lats", "lons")
_OF_TELLING: Final = _places(Telling, "key", "type", "actors", "recipients", "mediators")
_OF_CLAIM: Final = _places(Claim, "key", "side", "event")


def telling_row(event: Row, seq: int, place: int) -> Row:
    """A row of the table of events, of the values of a `Telling`."""
    key, _, actors, recipients, mediators = _OF_TELLING(event)
    number = item_number(seq, "events", key)
    return (seq * ITEMS + place, seq, number, *event, code_keys(actors + recipients + mediators), *found_by(*_FOUND_BY(event)))


def claim_rows(figures: Sequence[Row], events: Iterable[Row], seq: int) -> list[Row]:
    """Rows of the table of figures: found by the side that suffered, and by the parties and the type of the event they belong to."""
    by_key = {key: (type_, actors + recipients) for key, type_, actors, recipients, _ in map(_OF_TELLING, events)} if figures else {}
    rows = []
    for place, figure in enumerate(figures):
        key, side, event = _OF_CLAIM(figure)
        type_, parties = by_key.get(event, (None, ()))
        of_event = (type_, item_number(seq, "events", event) if type_ else None)
        keys = code_keys((side, *parties) if side else parties)
        number = item_number(seq, "figures", key)
        rows.append((seq * ITEMS + place, seq, number, *figure, keys, *found_by(*_FOUND_BY(figure)), *of_event))
    return rows


def found_by(claimants: Row, places: Row, divisions: Row, lats: Row, lons: Row) -> Row:
    """Keys of claimants and of places with their first-level divisions; south, north, west, east."""
    return (code_keys(claimants), place_keys(places + divisions), *bounds(lats, lons))


def record(seq: int, known: date, told: list[dict[str, Any]], figures: list[dict[str, Any]]) -> dict[str, Any]:
    """What a reader of one report is shown: its text, and events and figures with their evidence in it."""
    text = EVIDENCE * len(told)
    spans = [[[n * len(EVIDENCE), n * len(EVIDENCE) + event["evidence_end"]]] for n, event in enumerate(told)]
    return {
        "report": {"id": f"{seq:064x}", "title": f"Shells fall on town {seq}", "published": known.isoformat(), "text": text},
        "events": [{"id": e["key"], "type": e["type"], "evidence": span} for e, span in zip(told, spans, strict=True)],
        "figures": [
            {"id": f["key"], "effect": f["effect"], "best": f["best"], "evidence": s} for f, s in zip(figures, spans, strict=False)
        ],
    }


def filing_row(world: World, seq: int, known: date, told: dict[str, Any] | None) -> Row:
    """A report with a short text, or that of its record; one in fifty is a newer version of the one before it."""
    text = told["report"]["text"] if told else EVIDENCE
    head = Filing(
        seq=seq, id=f"{seq:064x}", known=known, text=text, text_sha256=f"{seq:064x}", title=f"Shells fall on town {seq}",
        outlet=world.outlets(world.chance)[0], url=f"https://outlet.example/{seq}",
        revision_of=f"{seq - 1:064x}" if seq % 50 == 0 else None,
    )  # fmt: skip
    return (*values(Filing)(head), numbered(head.id), "{}", to_json(told or {}).decode())


def telling(world: World, seq: int, known: date, place: int) -> dict[str, Any]:
    """The fields of a `Telling`: one event between two parties."""
    actor, recipient = world.parties(world.chance, 2)
    return dict(
        **world.told(seq, known), key=f"e{place}", type=world.types(world.chance)[0], mode="heavy-weapons", cameo="190",
        acled="Shelling/artillery/missile attack", factuality="actual", actors=(actor,), recipients=(recipient,), mediators=(), targets=(),
        weapon=None, denies=(), part_of=(),
    )  # fmt: skip


def claim(world: World, seq: int, known: date, place: int) -> dict[str, Any]:
    """The fields of a `Claim`: one figure, of the event at that place."""
    number = min(int(world.chance.paretovariate(0.8)), 100_000)
    return dict(
        **world.told(seq, known), key=f"f{place}", effect=EFFECTS[min(int(world.chance.expovariate(0.9)), 4)], low=number, best=number,
        high=number, qualifier="exact", side=world.parties(world.chance)[0], who="military", kinds=(), provisional=False, cumulative=False,
        event=f"e{place}", part_of=(),
    )  # fmt: skip


def computed(world: World, events: int, known: int) -> dict[Table, Iterator[Row]]:
    """What linking would make of the first `known` reports: incidents in one to three states, ties at three granularities, three estimates.

    With the last report old incidents have one more source: one in a hundred.
    """
    total = events // EVENTS_PER_INCIDENT
    met = known * EVENTS_PER_REPORT // EVENTS_PER_INCIDENT
    now: dict[str, Incident] = {}
    return {
        ORIGIN: counted(origin_row(o, int(o.report, 16)) for o in origins(known)),
        INCIDENT: counted(map(incident_row, noted(incidents(world, total, met), now))),
        TIE: counted(tie_row(t, int(t.report, 16), now.get(t.incident)) for t in ties(known * EVENTS_PER_REPORT)),
        ESTIMATE: counted(estimate_row(e, now.get(e.subject)) for e in estimates(world, total, met)),
    }


def noted(found: Iterator[Incident], now: dict[str, Incident]) -> Iterator[Incident]:
    """The incidents; those that hold now stand in `now` when all have been gone through."""
    for incident in found:
        if incident.known_to is None:
            now[incident.id] = incident
        yield incident


def counted(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows, counted from 1."""
    return ((n, *row) for n, row in enumerate(rows, start=1))


def origins(reports: int) -> Iterator[Origin]:
    """One report in four is a copy of the one before it."""
    for seq in range(1, reports + 1):
        copy = seq % 4 == 0
        yield Origin(report=f"{seq:064x}", group=f"{seq - copy:064x}", kind="copy" if copy else "original", of=None, why="shared runs")


def named(granularity: Granularity, number: int) -> str:
    """The id of an incident: its order tells as little of its day as that of a true one."""
    return incident_id(str(number), granularity)


def incidents(world: World, total: int, met: int) -> Iterator[Incident]:
    """The first `met` of a total, at all granularities: of each four one is a conflict-day's, and each has an episode of its own."""
    for number in range(met):
        start = FIRST_DAY + timedelta(days=number * DAYS // total)
        states = 1 + min(int(world.chance.expovariate(1.2)), 2)
        for granularity in GRANULARITIES:
            if granularity == "conflict-day" and number % 4:
                continue
            for state in range(states):
                known = start + timedelta(days=1 + 5 * state)
                until = known + timedelta(days=5) if state < states - 1 else None
                made = incident(world, named(granularity, number), granularity, start, (known, until))
                yield replace(made, sources=made.sources + 1) if met == total and number % 100 == 0 else made


def incident(world: World, name: str, granularity: Granularity, start: date, known: tuple[date, date | None]) -> Incident:
    """One state of one incident."""
    place: Place = world.places(world.chance)[0]
    a, b, claimant = world.parties(world.chance, 3)
    tellings = 1 + int(world.chance.expovariate(0.3))
    deaths = min(int(world.chance.paretovariate(0.8)), 10_000)
    return Incident(
        id=name, granularity=granularity, known_from=known[0], known_to=known[1], part_of=None, summary=False,
        title=f"Fighting at {place.name}",
        type=world.types(world.chance)[0], mode=None, acled=None, violence=1, factuality="actual", background=world.chance.random() < 0.1,
        start=start, end=start, date_prec=1, sides_a=(a,), sides_b=(b,), directed=True, actors=(a, b), mediators=(), claimants=(claimant,),
        denied_by=(), contested=False, place=place.name, places=(place.name,), geonames=place.number, countries=(place.country,),
        admin1=place.admin1, lat=place.lat, lon=place.lon, where_prec=1, tellings=tellings, reports=tellings, sources=1 + tellings // 2,
        outlets=tuple(world.outlets(world.chance, 2)), episodes=1, deaths_low=deaths,
        deaths_best=deaths, deaths_high=deaths, confidence=0.5,
    )  # fmt: skip


def ties(events: int) -> Iterator[Tie]:
    """Each event and each figure at each granularity."""
    for seq in range(1, events // EVENTS_PER_REPORT + 1):
        for place in range(EVENTS_PER_REPORT):
            number = ((seq - 1) * EVENTS_PER_REPORT + place) // EVENTS_PER_INCIDENT
            for granularity in GRANULARITIES:
                name = named(granularity, number - number % 4 if granularity == "conflict-day" else number)
                shared: dict[str, Any] = {
                    "report": f"{seq:064x}",
                    "granularity": granularity,
                    "incident": name,
                    "score": 0.9,
                    "why": "same town",
                }
                yield Tie(key=f"e{place}", layer="events", **shared)
                if place < FIGURES_PER_REPORT:
                    yield Tie(key=f"f{place}", layer="figures", **shared)


def estimates(world: World, total: int, met: int) -> Iterator[Estimate]:
    """By each rule, of each incident and of each conflict-day that is met."""
    chance = random.Random(total)
    for number in range(met):
        start = FIRST_DAY + timedelta(days=number * DAYS // total)
        side = world.parties(chance)[0]
        for rule in RULES:
            kinds: tuple[Granularity, ...] = ("incident", "conflict-day") if number % 4 == 0 else ("incident",)
            for name in (named(kind, number) for kind in kinds):
                yield Estimate(
                    subject=name, rule=rule, side=side, who="military", effect="killed", low=4, best=5, high=6,
                    claims=(f"{number:064x}:f0",),
                    reason="its own side's admission, the latest", known_from=start + timedelta(days=1), known_to=None,
                )  # fmt: skip
