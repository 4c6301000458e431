"""A telling as linking compares it: its family, sides, days and spots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from gesta.codebook.gazetteer_names import fold, without_article
from gesta.linking.families import family
from gesta.linking.sides import Sides, sides
from gesta.model import Filing, Telling

#: UCDP's where_prec up to which a place is a spot and not an area: exact, near, second-order unit.
POINT: Final = 3
#: An undated act is news of the day of the report or of the two days before it.
NEWS_DAYS: Final = 2
#: Background without a day may go back so many days from its report.
REMEMBERED: Final = 45
#: A spot that acts are told of on more days than this is busy.
BUSY_DAYS: Final = 14
#: What is called by the place that it leads to, and may lie anywhere.
WAYS: Final = frozenset({"street", "road", "avenue", "highway", "boulevard", "gate", "square", "bridge"})
#: A war that is told of without a day may have begun so many days before the report.
YEAR: Final = 365
#: Longest interval, in days, that still dates an act; a longer one is a period.
SHORT: Final = 3
#: Longest interval, in days, that can be one episode of fighting and not a war.
PERIOD: Final = 31


_WAR: Final = re.compile(
    r"(?:[\w'’.-]+ ){0,4}(?:war|conflict|(?P<invaded>invasion|aggression))(?: (?:in|on|against|with|between|of) [^:;,]{1,40})?",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(r" ?['’]s\b")
_REFERENCE: Final = re.compile(
    r"(?:\b(?:km|kilomet(?:re|er)s?|miles?)|\b(?:north|south)?(?:east|west|north|south)(?:ern)?) (?:\w+ )?(?:of|from) (?P<rest>.*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place by GeoNames id, else by folded name; `lat` and `lon` in degrees, None where the gazetteer does not know."""

    key: str
    name: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """An interval of whole days as ordinals, both included. `told`: by the words themselves, and not taken from the report's day.

    `published`: the report has a day of publication, so that an act without a day can be news of it.
    """

    start: int
    end: int
    told: bool
    published: bool = True

    @property
    def length(self) -> int:
        """In days."""
        return self.end - self.start + 1

    @property
    def sharp(self) -> bool:
        """Whether the words give a day, or few."""
        return self.told and self.length <= SHORT

    @property
    def open(self) -> bool:
        """Whether neither words nor a day of publication bound it: it may be any day before the report was filed."""
        return not self.told and not self.published

    @property
    def vague(self) -> bool:
        """Whether nothing but the memory of weeks bounds it."""
        return not self.told and self.length > REMEMBERED

    @property
    def period(self) -> bool:
        """Whether it is too long for one episode."""
        return self.told and self.length > PERIOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What linking knows of one telling. `seq` and `position` order tellings by filing and by place in the report."""

    telling: Telling
    seq: int
    position: int
    family: str
    sides: Sides
    days: Days
    spots: tuple[Spot, ...]
    stance: str  # real, planned, denied
    war: bool = False  # told of a war as a whole, and of no day of it

    @property
    def ref(self) -> str:
        """`REPORT:KEY`."""
        return self.telling.ref

    @property
    def order(self) -> tuple[date, str, int, str]:
        """By content alone, so that linking does not hang on the order of filing."""
        return self.telling.known, self.telling.report, self.telling.evidence_start, self.telling.key


@cache
def bare(name: str) -> str:
    """A place name as it is compared: folded, without an article, without the "h" that some romanisations end in."""
    core = without_article(fold(name))
    return core.removesuffix("h") if core.endswith("ah") else core


def beside(name: str, words: str) -> bool:
    """Whether the words name a place only to say where another lies: "60 km north of Goris"."""
    found = _REFERENCE.search(fold(words))
    return found is not None and f"{without_article(found['rest'])} ".startswith(f"{bare(name)} ")


def wholes(spot: Spot) -> tuple[str, ...]:
    """What a place that no gazetteer knows may be a part of, by its name: Tavas of "Tavas hospital", "eastern Tavas", "Tavas's prison".

    Of nothing, where it is a street or the like, which is called by what it leads to.
    """
    words = bare(_OWNED.sub("", spot.name)).split()
    if spot.lat is not None or len(words) < 2 or words[-1] in WAYS:
        return ()
    runs = {*(" ".join(words[:n]) for n in range(1, len(words))), *(" ".join(words[n:]) for n in range(1, len(words)))}
    return tuple(sorted(runs))


def part_of(one: Spot, other: Spot) -> bool:
    """Whether one is a part of the other by its name: of a place that is known, or has a name of several words."""
    return any(bare(b.name) in wholes(a) and (b.lat is not None or " " in bare(b.name)) for a, b in ((one, other), (other, one)))


def spots(telling: Telling) -> tuple[Spot, ...]:
    """The places of a telling that are spots, each once; none where the telling is known to an area only."""
    if (telling.where_prec is not None and telling.where_prec > POINT) or not telling.place_told:
        return ()
    found: dict[str, Spot] = {}
    for name, geonames, lat, lon in zip(telling.places, telling.geonames, telling.lats, telling.lons, strict=True):
        key = f"#{geonames}" if geonames is not None else bare(name)
        found.setdefault(key, Spot(key=key, name=name, lat=lat, lon=lon))
    if len(found) > 1:
        return tuple(s for s in found.values() if not beside(s.name, telling.evidence)) or tuple(found.values())
    return tuple(found.values())


def days(telling: Telling, *, published: bool, war: bool) -> Days:
    """When: as told; as the report's day and the two before where nothing is told, or where an act is told of a day still to come.

    Of a report that is not known to be `published` on a day those three are no more than a guess, open to what is told of any day before;
    a `war` as a whole may have begun a year before.
    """
    known = telling.known.toordinal()
    back = YEAR if war else REMEMBERED if telling.era == "background" else NEWS_DAYS
    undated = Days(start=known - back, end=known, told=False, published=published)
    if telling.start is None and telling.end is None:
        return undated
    start = (telling.start or telling.end or telling.known).toordinal()
    end = max(start, (telling.end or telling.start or telling.known).toordinal())
    if start > known + 1 and telling.factuality in ("actual", "possible"):
        return undated
    if not telling.day_told:
        return Days(start=start - 1, end=max(end, min(end + 1, known)), told=False)
    return Days(start=start, end=end, told=True, published=published)


def of_a_war(telling: Telling) -> bool:
    """Whether all that is told is that there is a war, and not when: "Israel's war on Gaza", "the war", "the Russian invasion".

    The invasion of a town or a district is an act there.
    """
    undated = telling.start is None and telling.end is None
    if not undated or telling.type != "ASSAULT" or telling.mode is not None:
        return False
    named = _WAR.fullmatch(telling.evidence)
    return named is not None and not (named["invaded"] and spots(telling))


def stance(telling: Telling) -> str:
    """Whether an act is told as done, as still to be done, or denied. What somebody could or would give up is not given up yet."""
    if telling.factuality == "negated" or telling.stance == "deny":
        return "denied"
    offered = telling.factuality == "possible" if telling.type == "RETREAT" else telling.type in ("AGREE", "CONCEDE")
    if offered and family(telling.type, telling.mode, telling.evidence) in ("release", "remains"):
        return "planned"
    return "planned" if telling.factuality in ("planned", "hypothetical") else "real"


def busy(every: Iterable[Account]) -> frozenset[str | frozenset[str]]:
    """Keys of spots, and pairs of parties, of which acts are told on more than `BUSY_DAYS` days: there, place or parties say less."""
    days_of: dict[str | frozenset[str], set[int]] = {}
    for account in every:
        if account.days.sharp and account.stance == "real":
            keys: list[str | frozenset[str]] = [spot.key for spot in account.spots]
            for key in [*keys, account.sides.all] if len(account.sides.all) > 1 else keys:
                days_of.setdefault(key, set()).add(account.days.start)
    return frozenset(key for key, found in days_of.items() if len(found) > BUSY_DAYS)


def accounts(tellings: Iterable[Telling], filings: Mapping[str, Filing]) -> list[Account]:
    """The tellings of filed reports, sorted by content."""
    places: dict[str, int] = {}
    found = []
    for telling in sorted(tellings, key=lambda t: (t.report, t.evidence_start, t.evidence_end, t.key)):
        if telling.report not in filings:
            continue
        places[telling.report] = position = places.get(telling.report, -1) + 1
        filing, war = filings[telling.report], of_a_war(telling)
        found.append(
            Account(
                telling=telling,
                seq=filing.seq,
                position=position,
                family=family(telling.type, telling.mode, telling.evidence),
                sides=sides(telling),
                days=days(telling, published=filing.published is not None, war=war),
                spots=spots(telling),
                stance=stance(telling),
                war=war,
            )
        )
    return sorted(found, key=lambda a: a.order)
