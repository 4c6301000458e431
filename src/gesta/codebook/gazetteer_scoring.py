"""Which of several places a name means: a sum of plain terms, each of which can be shown."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gesta.codebook.gazetteer_places import Toponym, km


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The terms' weights, in units of a factor of ten in population. Chosen on GeoVirus and LGL (`gesta evaluate lgl geovirus`)."""

    prior: float = 4.0
    country: float = 2.0
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
    anchor: float = 3.0
    anchor_km: float = 2000.0
    seat: float = -2.0
    seat_share: float = 0.1


#: The shipped choice.
WEIGHTS: Final = Weights()

#: What a hint in words also allows: an Azerbaijani rayon is a first-order unit, and "region" is said of oblasts.
_AKIN: Final = frozenset(
    {
        ("admin2", "admin1"), ("admin1", "admin2"), ("region", "admin1"), ("admin1", "region"), ("region", "admin2"), ("region", "other"),
        ("facility", "other"), ("settlement", "facility"), ("admin1", "country"), ("region", "country"),
    }
)  # fmt: skip
_LEAST_TOWN: Final = 100
_LEAST_LARGE: Final = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of the text around a name.

    ``context`` are the countries that it is about, the weightiest first, ``borders`` those next to them, ``anchors`` the middles (lat, lon)
    of the weightiest; ``near`` points of places already resolved; ``hint`` the kind that the words beside the name say.
    """

    context: Sequence[str] = ()
    near: Sequence[tuple[float, float]] = ()
    hint: str | None = None
    borders: frozenset[str] = frozenset()
    anchors: Sequence[tuple[float, float]] = ()


def terms(place: Toponym, setting: Setting, weights: Weights = WEIGHTS) -> dict[str, float]:
    """The score's terms by name; their sum ranks the candidates."""
    least = _LEAST_TOWN if place.kind in ("admin1", "admin2", "settlement") else _LEAST_LARGE
    found = {
        "population": math.log10(max(place.population, least)),
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
    return {
        "country": weights.country, "region": weights.region, "water": weights.water, "admin1": weights.admin1,
        "admin2": weights.admin2, "facility": weights.facility, "other": weights.other,
    }[place.kind]  # fmt: skip


def _context(place: Toponym, setting: Setting, weights: Weights) -> float:
    ranks = [setting.context.index(code) for code in {*place.claimed_by, place.country} if code in setting.context]
    if ranks:
        return weights.context * weights.fade ** min(ranks)
    if place.country is None:
        return max((weights.anchor * math.exp(-km(place.point, point) / weights.anchor_km) for point in setting.anchors), default=0.0)
    return weights.neighbour if place.country in setting.borders else 0.0


def score(place: Toponym, setting: Setting, weights: Weights = WEIGHTS) -> float:
    """The sum of the terms: the higher, the likelier."""
    return sum(terms(place, setting, weights).values())


def best(candidates: Sequence[Toponym], setting: Setting, weights: Weights = WEIGHTS) -> Toponym | None:
    """The highest score among those that are no chance homonyms.

    A first-order unit gives way to its own chief town of the same name ("Kandahar"), unless a hint says otherwise.
    """
    kept = [place for place in candidates if not is_chance_homonym(place, setting)]
    if len(kept) < 2:
        return kept[0] if kept else None
    towns: dict[tuple[str | None, str | None], int] = {}
    for place in kept:
        if place.kind == "settlement":
            towns[place.country, place.admin1] = max(place.population, towns.get((place.country, place.admin1), 0))

    def rank(place: Toponym) -> tuple[float, float, str]:
        seat = towns.get((place.country, place.name), 0) if place.kind == "admin1" and setting.hint is None else 0
        behind = weights.seat if seat > weights.seat_share * place.population else 0.0
        return (score(place, setting, weights) + behind, place.prior, place.id)

    return max(kept, key=rank)


_KNOWN_ANYWHERE: Final = ("country", "region", "water", "facility", "other")
#: Below this population a town outside the text's countries is taken for a chance homonym: by its own name, and by another.
_OWN_FLOOR: Final = 100_000
_OTHER_FLOOR: Final = 150_000
_OWN_PRIOR: Final = 0.8
_BY_THE_WAY_KM: Final = 200.0


def is_chance_homonym(place: Toponym, setting: Setting) -> bool:
    """Whether a small place in a country that the text never speaks of merely shares the name. False without a context to contradict it."""
    own = place.prior >= _OWN_PRIOR
    if not setting.context or place.kind in _KNOWN_ANYWHERE or place.capital:
        return False
    if place.country in setting.context or (own and place.country in setting.borders):
        return False
    if any(km(place.point, point) <= _BY_THE_WAY_KM for point in setting.near):
        return False
    return place.kind == "admin2" or place.population < (_OWN_FLOOR if own else _OTHER_FLOOR)
