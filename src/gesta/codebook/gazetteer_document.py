"""All the places of one text together: each name helps to place the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from gesta.codebook.gazetteer import Gazetteer
from gesta.codebook.gazetteer_places import Toponym

_RIVAL_POPULATION: Final = 1_000_000
_PRECISE: Final = ("settlement", "facility", "admin2", "admin1", "region")
_VOTES: Final = {"country": 2.0, "admin1": 1.0, "region": 1.0}
_ANY_OTHER: Final = 0.5
_LEAST_SHARE: Final = 0.05


def countries_named(gazetteer: Gazetteer, names: Sequence[str]) -> tuple[str, ...]:
    """The alpha-3 codes of the countries that ``names`` name outright, the most frequent first, ties in order of appearance.

    A name that a large first-order unit elsewhere bears too ("Georgia") counts only where no other names a country.
    """
    sure: Counter[str] = Counter()
    open_to_doubt: Counter[str] = Counter()
    for name in names:
        candidates = gazetteer.candidates(name)
        codes = [place.country for place in candidates if place.kind == "country" and place.country]
        if codes:
            rival = any(place.kind == "admin1" and place.prior == 1.0 and place.population > _RIVAL_POPULATION for place in candidates)
            (open_to_doubt if rival else sure)[codes[0]] += 1
    return tuple(code for code, _ in (sure or open_to_doubt).most_common())


def locate(gazetteer: Gazetteer, names: Sequence[str], *, context: Sequence[str] = ()) -> list[Toponym | None]:
    """The place of each name, in the order given; None where there is none.

    Each name is resolved by ``context`` (or, without one, by the countries that the other names name), then again by the countries and
    points that the first round found for the others. A name is never evidence for itself.
    """
    distinct = tuple(dict.fromkeys(names))
    others = {name: [other for other in names if other != name] for name in distinct}
    first = {name: gazetteer.resolve(name, context=context or countries_named(gazetteer, others[name])) for name in distinct}
    second = {
        name: gazetteer.resolve(name, context=_countries_found(first, others[name], context), near=_points(first, name))
        for name in distinct
    }
    return [second[name] for name in names]


def _countries_found(found: dict[str, Toponym | None], names: Sequence[str], told: Sequence[str]) -> tuple[str, ...]:
    """The countries of the places found for ``names``, and those told, by weight; a country hardly ever meant is left out."""
    votes: dict[str, float] = {code: 1.0 / (rank + 1) for rank, code in enumerate(told)}
    for name in names:
        place = found[name]
        if place is not None and place.country is not None:
            votes[place.country] = votes.get(place.country, 0.0) + _VOTES.get(place.kind, _ANY_OTHER) * place.prior
    least = _LEAST_SHARE * sum(votes.values())
    return tuple(sorted((code for code in votes if votes[code] >= least), key=lambda code: -votes[code]))


def _points(found: dict[str, Toponym | None], name: str) -> tuple[tuple[float, float], ...]:
    return tuple(place.point for other, place in found.items() if other != name and place is not None and place.kind in _PRECISE)
