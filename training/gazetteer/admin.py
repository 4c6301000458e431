"""First- and second-order units: named by ``rg_cities1000.csv`` and ``admin1.csv``, placed and sized by their towns."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gazetteer.rows import CHECKED, OWN, Row, several, table
from gazetteer.sources import Town, UnitRow
from gesta.codebook.gazetteer_names import fold
from gesta.codebook.gazetteer_places import km

_SAME_KM: Final = 3.0
_CELL: Final = 0.25
_AGREE: Final = 0.7
_GENERIC: Final = re.compile(
    r"\b(?:Provinc(?:e|ia|ie)|Governorate|Oblast|Region|State|District|County|Parish|Rayonu?|Raion(?:ul)?|Depart[ae]ment[o]?|Prefecture"
    r"|City|Division|Municip(?:ality|io|iul)|Muhafazat|Mintaqat|Sha`biyat|Wilayat?|Changwat|Marz|Sheng|Shi|Krai|Okrug|Republic|Respublika"
    r"|Autonomous|Borough|Sahari|Shahri|Viloyati|Oblysy|Qalasy|Territory|Special|Capital|Comuna|Gemeente|Powiat|Obshtina|Oras|Okres"
    r"|Partido|Politischer Bezirk|Bezirk|Nomos|Rrethi|Canton|Amphoe|Komuna|Regierungsbezirk|Distrito|Kabupaten|Opstina|Kommune?|vald|linn"
    r"|Shire|Zone|Autonomna)\b",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(r"^(?:(?:of|the|and|de|del|di|du|des|la|l'|d'|i|e)\b[ ']*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Member:
    """A town as a unit needs it."""

    lat: float
    lon: float
    population: int


def middle(members: Sequence[Member]) -> tuple[float, float]:
    """The middle of a unit, (lat, lon): each quarter-degree cell with a town counts once, so that no great city stands for a state."""
    cells = {(round(m.lat / _CELL), round(m.lon / _CELL)): m for m in sorted(members, key=lambda m: m.population)}.values()
    lons = [m.lon for m in cells]
    turned = [lon + 360 if max(lons) - min(lons) > 180 and lon < 0 else lon for lon in lons]
    lon = sum(turned) / len(turned)
    return sum(m.lat for m in cells) / len(cells), lon - 360 if lon > 180 else lon


def plain(name: str) -> str | None:
    """The name without its generic word ("Rapides Parish" to "Rapides"); None where there is none or nothing else."""
    generic = _GENERIC.search(name)
    if generic is None:
        return None
    bare = " ".join(_GENERIC.sub(" ", name).split()).strip(" -'`")
    if generic.start() == 0:
        bare = _JOINT.sub("", bare)
    return bare if bare and bare != name and len(bare) > 2 else None


class Neighbourhood:
    """Towns by tenth of a degree, to find the one at a point."""

    def __init__(self, towns: Iterable[Town]) -> None:
        self._cells: dict[tuple[str, int, int], list[Town]] = defaultdict(list)
        for town in towns:
            self._cells[town.country, round(town.lat * 10), round(town.lon * 10)].append(town)

    def at(self, row: UnitRow) -> Town | None:
        """The town of the row's country nearest to its point, within three kilometres."""
        y, x = round(row.lat * 10), round(row.lon * 10)
        around = [town for dy in (-1, 0, 1) for dx in (-1, 0, 1) for town in self._cells.get((row.country, y + dy, x + dx), ())]
        best = min(around, key=lambda town: (km((town.lat, town.lon), (row.lat, row.lon)), town.geonames), default=None)
        return best if best is not None and km((best.lat, best.lon), (row.lat, row.lon)) <= _SAME_KM else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The unit rows, and the first-order unit's display name for each (country, GeoNames number)."""

    rows: list[Row]
    names: dict[tuple[str, str], str]


def units(towns: Sequence[Town], unit_rows: Iterable[UnitRow]) -> Units:
    """Every first- and second-order unit; where numbers and names disagree (units reformed since), both as places."""
    around = Neighbourhood(towns)
    votes: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str], list[Member]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[Member]] = defaultdict(list)
    for row in unit_rows:
        town = around.at(row)
        member = Member(row.lat, row.lon, town.population if town else 1000)
        if row.admin1:
            first[row.country, row.admin1].append(member)
            if town:
                votes[row.country, town.code, row.admin1] += 1
        if row.admin2:
            second[row.country, row.admin1, row.admin2].append(member)
    agreed = _agreed(votes)
    numbered: dict[tuple[str, str], list[Member]] = defaultdict(list)
    for town in towns:
        numbered[town.country, town.code].append(Member(town.lat, town.lon, town.population))
    rows, names = _first_order(numbered, first, agreed)
    display = {(country, old): names[country, code] for (country, code), old in agreed.items() if (country, code) in names}
    rows += [
        _unit("admin2", country, name, members, display.get((country, admin1), admin1 or None))
        for (country, admin1, name), members in sorted(second.items())
    ]
    return Units(rows=rows, names=names)


def _agreed(votes: Counter[tuple[str, str, str]]) -> dict[tuple[str, str], str]:
    """The name of each numbered unit where most towns of the number bear the name and most towns of the name the number."""
    of_code: Counter[tuple[str, str]] = Counter()
    of_name: Counter[tuple[str, str]] = Counter()
    for (country, code, name), count in votes.items():
        of_code[country, code] += count
        of_name[country, name] += count
    return {
        (country, code): name
        for (country, code, name), count in sorted(votes.items())
        if count >= _AGREE * of_code[country, code] and count >= _AGREE * of_name[country, name]
    }


def _first_order(
    numbered: dict[tuple[str, str], list[Member]], named: dict[tuple[str, str], list[Member]], agreed: dict[tuple[str, str], str]
) -> tuple[list[Row], dict[tuple[str, str], str]]:
    by_hand = {(row["country"], row["code"]): row for row in table("admin1.csv")}
    unknown = sorted(set(by_hand) - set(numbered))
    if unknown:
        raise SystemExit(f"admin1.csv names units without a town: {unknown}")
    rows: list[Row] = []
    names: dict[tuple[str, str], str] = {}
    for key, members in sorted(numbered.items()):
        hand, old = by_hand.get(key), agreed.get(key)
        name = hand["name"] if hand else old
        if name is None:
            continue
        names[key] = name
        row = _unit("admin1", key[0], name, members, None)
        if hand:
            row.names += [(alias, CHECKED) for alias in several(hand["aliases"])]
            if hand["lat"]:
                row.lat, row.lon = float(hand["lat"]), float(hand["lon"])
        if old and old != name:
            row.names += [(other, CHECKED) for other in (old, plain(old)) if other]
        rows.append(row)
    taken = {(country, name) for (country, _), name in agreed.items()} | {(country, name) for (country, _), name in names.items()}
    rows += [
        _unit("admin1", country, name, members, None) for (country, name), members in sorted(named.items()) if (country, name) not in taken
    ]
    return rows, names


def _unit(kind: str, country: str, name: str, members: Sequence[Member], admin1: str | None) -> Row:
    lat, lon = middle(members)
    slug = fold(name).replace(" ", "-")
    above = f"{fold(admin1).replace(' ', '-')}/" if kind == "admin2" and admin1 else ""
    names = [(name, OWN)]
    bare = plain(name)
    if bare:
        names.append((bare, CHECKED))
    return Row(
        id=f"{country}:{kind}:{above}{slug}", name=name, kind=kind, country=country, lat=lat, lon=lon,
        admin1=name if kind == "admin1" else admin1, population=sum(m.population for m in members), names=names,
    )  # fmt: skip
