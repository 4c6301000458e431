"""Who holds a place after an act: a town that is taken, and one that is taken back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from gesta.linking.accounts import Account
from gesta.linking.nearness import gap, nearest

#: ACLED's sub-events that change who holds a place by force; those who act hold it then.
TAKEN: Final = frozenset({"Non-state actor overtakes territory", "Government regains territory"})
#: The one by which those who act leave it.
LEFT: Final = "Non-violent transfer of territory"
#: Days from one change to the opposite one by which they are two: within a day of one another two parties claim one town.
QUIET: Final = 2
#: Kilometres within which two changes are of one place.
ONE_PLACE: Final = 15.0


def changes(account: Account) -> bool:
    """Whether it tells that a place changed hands."""
    return account.telling.acled in TAKEN or account.telling.acled == LEFT


def holders(account: Account) -> tuple[frozenset[str], frozenset[str]]:
    """Who holds the place after it, and who held it before, as far as told."""
    if account.telling.acled == LEFT:
        return account.sides.b, account.sides.a
    return account.sides.a, account.sides.b


def opposite(one: Account, other: Account) -> bool:
    """Whether a place changed hands in one direction and, after a quiet day, in the other."""
    if not changes(one) or not changes(other) or gap(one.days, other.days) < QUIET:
        return False
    near = nearest(one, other)
    if near is not None and near[2] is not None and near[2] > ONE_PLACE:
        return False
    (won, lost), (held, left) = holders(one), holders(other)
    return bool(won & left or lost & held) and not (won & held or lost & left)


def parted(ones: Iterable[Account], others: Iterable[Account]) -> bool:
    """Whether one of each lies on opposite sides of such a change."""
    those = list(others)
    return any(opposite(one, other) for one in ones for other in those)
