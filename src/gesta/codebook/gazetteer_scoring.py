"""Which of several places a name means: a sum of plain terms, each of which can be shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gesta.codebook.gazetteer_places import Toponym, km


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The terms' weights, in units of a factor of ten in population. Chosen on GeoVirus and LGL (``benchmarks/geoparsing.py``)."""

    prior: float = 4.0
    country: float = 2.5
    region: float = 4.0
    water: float = 4.0
    admin1: float = -0.7
    admin2: float = -1.5
    facility: float = 3.0
    other: float = 3.0
    capital: float = 1.0
    context: float = 3.0
    fade: float = 0.8
    neighbour: float = 1.2
    near: float = 3.0
    near_km: float = 150.0
    hint: float = 4.0


#: The shipped choice.
WEIGHTS: Final = Weights()

#: What a hint in words also allows: an Azerbaijani rayon is a first-order unit, and "region" is said of oblasts.
_AKIN: Final = {("admin2", "admin1"), ("region", "admin1"), ("admin1", "region"), ("admin1", "admin2"), ("region", "admin2"), ("region", "other"), ("facility", "other"),
                ("settlement", "facility"), ("admin1", "country"), ("region", "country")}  # fmt: skip
_KNOWN_ANYWHERE: Final = ("country", "region", "water", "facility", "other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known about the text around a name: the countries it is about in order of weight, points already resolved, the kind its words name."""

    context: Sequence[str] = ()
    near: Sequence[tuple[float, float]] = ()
    hint: str | None = None
    borders: frozenset[str] = frozenset()


def terms(place: Toponym, setting: Setting, weights: Weights = WEIGHTS) -> dict[str, float]:
    """The score's terms by name; their sum ranks the candidates."""
    found = {
        "population": math.log10(max(place.population, 100 if place.kind in ("admin1", "admin2", "settlement") else 10_000)),
        "prior": weights.prior * math.log10(place.prior),
        "kind": _kind(place, weights),
        "context": _context(place, setting, weights),
    }
    if setting.near:
        company = sum(math.exp(-km(place.point, point) / weights.near_km) for point in setting.near)
        found["near"] = weights.near * math.log1p(company)
    if setting.hint:
        found["hint"] = weights.hint * (1.0 if place.kind == setting.hint else 0.5 if (setting.hint, place.kind) in _AKIN else 0.0)
    return found


def _kind(place: Toponym, weights: Weights) -> float:
    if place.kind == "settlement":
        return weights.capital if place.capital else 0.0
    by_kind = {
        "country": weights.country, "region": weights.region, "water": weights.water, "admin1": weights.admin1,
        "admin2": weights.admin2, "facility": weights.facility, "other": weights.other,
    }  # fmt: skip
    return by_kind[place.kind]


def _context(place: Toponym, setting: Setting, weights: Weights) -> float:
    ranks = [setting.context.index(code) for code in {*place.claimed_by, place.country} if code in setting.context]
    if ranks:
        return weights.context * weights.fade ** min(ranks)
    return weights.neighbour if place.country in setting.borders else 0.0


def score(place: Toponym, setting: Setting, weights: Weights = WEIGHTS) -> float:
    """The sum of the terms: the higher, the likelier."""
    return sum(terms(place, setting, weights).values())


#: Below this population a town outside the text's countries is taken for a chance homonym: by its own name, and by another.
_OWN_FLOOR: Final = 15_000
_OTHER_FLOOR: Final = 150_000
_BY_THE_WAY_KM: Final = 200.0


def is_chance_homonym(place: Toponym, setting: Setting) -> bool:
    """Whether a small place in a country that the text never speaks of merely shares the name. False without a context to contradict it."""
    if not setting.context or place.kind in _KNOWN_ANYWHERE or place.country in setting.context or place.country in setting.borders or place.capital:
        return False
    if any(km(place.point, point) <= _BY_THE_WAY_KM for point in setting.near):
        return False
    return place.population < (_OWN_FLOOR if place.prior >= 0.8 else _OTHER_FLOOR)
