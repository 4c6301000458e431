"""Under which keys tellings find one another: only those that share one are ever compared, so that time grows with their number."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence

from gesta.linking.accounts import Account, Days, Spot, bare, wholes
from gesta.linking.families import root

#: Degrees of a cell; its neighbours are asked too, so that no two spots within 0.25° of one another miss each other.
CELL = 0.25
#: So many days of a long interval are keys; longer ones are blocked by period.
MOST_DAYS = 10
#: Under this, beside their days, tellings of reports without a day of publication find one another.
ANY_DAY = 0

Key = tuple[Hashable, ...]


def span(days: Days) -> Sequence[int]:
    """The ordinals of an interval under which it is found: its first days where it is long, none where it is vague."""
    found = range(days.start, days.start if days.vague else min(days.end, days.start + MOST_DAYS) + 1)
    return found if days.published else (*found, ANY_DAY)


def around(days: Days) -> Sequence[int]:
    """The ordinals of an interval and of the days before and after."""
    found = range(days.start - 1, (days.end if days.vague else min(days.end, days.start + MOST_DAYS)) + 2)
    return found if days.published else (*found, ANY_DAY)


def cells(spot: Spot, reach: int = 0) -> Iterator[tuple[Hashable, ...]]:
    """The cell of a spot, and those `reach` cells about it; a spot without a point stands for itself."""
    if spot.lat is None or spot.lon is None:
        yield (spot.key,)
        return
    row, column = math.floor(spot.lat / CELL), math.floor(spot.lon / CELL)
    for up in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            yield row + up, column + right


def placed(account: Account) -> Iterator[Key]:
    """Where and when an act is told to be."""
    yield from (("spot", root(account.family), *cell, day) for spot in account.spots for cell in cells(spot) for day in span(account.days))
    yield from (("name", root(account.family), name, day) for spot in account.spots for name in names(spot) for day in span(account.days))


def names(spot: Spot) -> tuple[str, ...]:
    """The names that a spot is found under: its own, and of what it may be a part."""
    return bare(spot.name), *wholes(spot)


def about_placed(account: Account) -> Iterator[Key]:
    """Where and when another telling of it could be: the cells about it, a day to and fro."""
    near = around(account.days)
    yield from (("spot", root(account.family), *cell, day) for spot in account.spots for cell in cells(spot, 1) for day in near)
    yield from (("name", root(account.family), name, day) for spot in account.spots for name in names(spot) for day in near)


def between(account: Account) -> Iterator[Key]:
    """Whose act, and when."""
    yield from (("party", root(account.family), party, day) for party in parties(account) for day in span(account.days))


def about_between(account: Account) -> Iterator[Key]:
    """Whose act another telling of it could be, a day to and fro."""
    yield from (("party", root(account.family), party, day) for party in parties(account) for day in around(account.days))


def parties(account: Account) -> list[str]:
    """The parties; where none is told, the report stands for them, so that its own tellings are still compared."""
    return sorted(account.sides.all) or [account.telling.report]


def in_period(account: Account) -> Iterator[Key]:
    """Whose act in which year: for what is told of a month, a year, a war."""
    first, last = (ordinal // 365 for ordinal in (account.days.start, account.days.end))
    yield from (
        ("period", root(account.family), party, year) for party in parties(account) for year in range(first, min(last, first + 9) + 1)
    )
