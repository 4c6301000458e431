"""Towns, with the names worth keeping, and the hand-written names laid over them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from gazetteer.rows import CHECKED, FAR, LISTED, OWN, Row, table
from gazetteer.sources import Land, Town
from gesta.codebook.gazetteer_names import fold
from gesta.codebook.gazetteer_spelling import likeness, skeleton

# Latin letters with the marks of romanisation; no digits, commas, brackets.
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿʻ-ʿ‘’'`´\-\u2010-\u2013\s.\u0300-\u036f]{3,40}")
# Codes of airports and ports, and consonant skeletons of a machine's romanisation ("swldw").
_CODE: Final = re.compile(r"[A-Z]{1,5}")
_OFFICIAL: Final = re.compile(
    r"census designated place|^(?:city|town|village|borough|commune|municipality|gorod|selo|posëlok|stadt|ciudad de) (?:of )?",
    re.IGNORECASE,
)


def worth_keeping(name: str) -> bool:
    """Whether an alternate could stand in an English text: Latin letters, a capital, no code and no "City of"."""
    return bool(_LATIN.fullmatch(name)) and name != name.lower() and not _CODE.fullmatch(name) and not _OFFICIAL.search(name)


_ALIKE: Final = 0.4


def level_of(alternate: str, own: str) -> int:
    """LISTED for an alternate that reads like the own name, FAR for one that does not."""
    return LISTED if likeness(skeleton(fold(alternate)), skeleton(fold(own))) >= _ALIKE else FAR


def settlements(
    towns: Iterable[Town], by_two: dict[str, Land], names: dict[tuple[str, str], str], claimed: dict[tuple[str, str], tuple[str, ...]]
) -> list[Row]:
    """A row for every town, in the order given."""
    capitals = {(land.code, land.capital) for land in by_two.values()}
    rows = []
    for town in towns:
        admin1 = names.get((town.country, town.code))
        rows.append(
            Row(
                id=f"gn:{town.geonames}", name=town.name, kind="settlement", country=town.country, lat=town.lat, lon=town.lon,
                claimed_by=claimed.get((town.country, admin1 or ""), claimed.get((town.country, "*"), (town.country,))),
                admin1=admin1, geonames=town.geonames, population=town.population, capital=(town.country, town.name) in capitals,
                names=[(town.name, OWN), *((alias, level_of(alias, town.name)) for alias in town.alternates if worth_keeping(alias))],
            )
        )  # fmt: skip
    return rows


def rename(rows: Iterable[Row]) -> None:
    """Lays ``renamed.csv`` over the towns: each line goes to the most populous one of its country that bears the name ``place``."""
    wanted = defaultdict(list)
    for line in table("renamed.csv"):
        wanted[fold(line["place"]), line["country"]].append(line)
    best: dict[tuple[str, str], Row] = {}
    for row in rows:
        for name, level in row.names:
            key = (fold(name), row.country or "")
            if key in wanted and (key not in best or (-level, row.population) > (-_level(best[key], key[0]), best[key].population)):
                best[key] = row
    missing = sorted(set(wanted) - set(best))
    if missing:
        raise SystemExit(f"renamed.csv names towns that the extract lacks: {missing}")
    for key, lines in wanted.items():
        row = best[key]
        for line in lines:
            level = {"press": OWN, "former": LISTED}.get(line["relation"], CHECKED)
            row.names.append((line["name"], level))
            if level == OWN:
                row.name = line["name"]


def _level(row: Row, key: str) -> int:
    return min(level for name, level in row.names if fold(name) == key)
