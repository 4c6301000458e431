"""What the ledger says beyond its rows: how a number moved, which numbers cannot both hold, who is silent, who leans which way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One number of one claimant about one side's people; every printing of the same number is this one step.

    `claimant` is a code, several joined by "+", or a name; `voice` tells two unnamed claimants of one name apart. `as_of` is the day the
    number holds for, `known` the day of its first printing, `last` that of its latest one. `refs` are all printings, the first one first;
    `sources` counts those that are no copies of one another. `standing`: nothing that the claimant said later takes its place.
    """

    subject: str
    claimant: str
    voice: str
    side: str | None
    who: str
    effect: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: str
    provisional: bool
    as_of: date
    known: date
    last: date
    refs: tuple[str, ...]
    reports: int
    sources: int
    standing: bool
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two standing numbers of two claimants about one side's people, of the same time, that cannot both hold. `one` is the smaller."""

    subject: str
    side: str | None
    effect: str
    one: Step
    other: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A party to an incident that has given no number of its own for what others say it cost one side."""

    subject: str
    party: str
    side: str | None
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bias:
    """How a party's count of its own losses compares with its adversary's count of the same losses, over a store.

    `both` counts the incidents for which both give a number, `own_only` and `adversary_only` those for which one does. `ratio` is the
    geometric mean of the adversary's number over the party's own (None where no pair has two numbers above 0); above 1 the adversary
    counts more. `own` and `adversary_said` are the medians of the numbers in those pairs.
    """

    party: str
    adversary: str
    effect: str
    both: int
    own_only: int
    adversary_only: int
    own: float | None
    adversary_said: float | None
    ratio: float | None
