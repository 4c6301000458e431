"""The rules by which the standing numbers of several claimants about one side's people become one estimate (docs/estimates.md)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from statistics import median_low
from typing import Final

from gesta.codebook.conventions import Conventions
from gesta.linking.courses import Number, as_of
from gesta.linking.voices import CIVILIANS, Bearing
from gesta.model import RuleName

SIGNS: Final[Mapping[str, str]] = {
    "at_least": "at least ", "more_than": "more than ", "at_most": "up to ", "less_than": "fewer than ", "about": "about ",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The standing number of one claimant, as a rule weighs it. `out_of_date`: a newer and higher number has overtaken a third party's."""

    label: str
    bearing: Bearing
    qualifier: str
    low: int
    best: int
    high: int
    as_of: date
    last: date
    provisional: bool
    ref: str
    out_of_date: bool = False

    def __str__(self) -> str:
        """`ARM: at least 135, 2022-09-16, provisional`."""
        many = f"{self.low:,} to {self.high:,}" if self.qualifier == "range" else f"{SIGNS.get(self.qualifier, '')}{self.best:,}"
        return f"{self.label}: {many}, {self.as_of}" + (", provisional" if self.provisional else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """An estimate before it has a subject and days; `claims` are refs, `newest` is the latest day that one of their numbers holds for."""

    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    reason: str
    newest: date


def word(found: Number, label: str, bearing: Bearing, conventions: Conventions) -> Word:
    """A number as a rule weighs it: "at least 135" is 135 to 135, "up to 80" is 0 to 80, "dozens" the least that the word can mean."""
    said = found.said
    unbound = said.qualifier in ("at_most", "less_than")
    return Word(
        label=label,
        bearing=bearing,
        qualifier=said.qualifier,
        low=said.low if said.low is not None else 0 if unbound else found.value,
        best=found.value,
        high=said.high if said.high is not None else found.value,
        as_of=as_of(said, conventions),
        last=found.printings[-1][0],
        provisional=all(claim.provisional for _, _, claim in found.printings),
        ref=said.ref,
    )


def dated(words: Sequence[Word], conventions: Conventions) -> list[Word]:
    """The words, those of third parties marked that a higher number of a later day has overtaken. Parties stand by their numbers."""
    near = sorted((w for w in words if w.bearing != "adversary"), key=lambda w: w.as_of)
    days = [w.as_of for w in near]
    highest = list(accumulate((w.best for w in reversed(near)), max))[::-1]

    def overtaken(one: Word) -> bool:
        after = bisect_right(days, one.last + timedelta(days=conventions.stale_days))
        return after < len(near) and highest[after] > one.best

    return [replace(one, out_of_date=True) if one.bearing == "third" and overtaken(one) else one for one in words]


def fresh(words: Iterable[Word], *bearings: Bearing) -> list[Word]:
    """The words of these bearings that are not out of date, by ref."""
    return sorted((w for w in words if w.bearing in bearings and not w.out_of_date), key=lambda w: w.ref)


def heard(words: Sequence[Word]) -> list[Word]:
    """The words that a rule weighs: those of witnesses, and "up to" a number, only where nobody else counts."""
    coded = [w for w in words if w.bearing != "witness"] or [replace(w, bearing="third") for w in words]
    kept = [w for w in coded if w.qualifier not in ("at_most", "less_than")] or coded
    # What overtook them all may be among those left out.
    return kept if any(not w.out_of_date for w in kept) else [replace(w, out_of_date=False) for w in kept]


def made(low: int | None, best: int | None, high: int | None, used: Sequence[Word], reason: str) -> Value:
    """The value, its bounds in order."""
    bounds = [n for n in (low, best, high) if n is not None]
    top = max(bounds) if high is not None else None
    return Value(
        low=low, best=best, high=top, claims=tuple(sorted({w.ref for w in used})), reason=reason, newest=max(w.as_of for w in used)
    )


def gesta_fighters(words: Sequence[Word]) -> Value:
    """The rule of gesta for a party's losses.

    low: what the party admits of its own, else the lowest count of a third party, else 0. best: the median of the third parties' counts
    that are not below that, else what the party admits; none where only the adversary speaks. high: the highest that anybody stands by.
    """
    own, third, adversary = fresh(words, "own"), fresh(words, "third"), fresh(words, "adversary")
    everyone = [*own, *third, *adversary]
    top = max(everyone, key=lambda w: (w.high, w.ref))
    if not own and not third:
        return made(0, None, top.high, everyone, f"only its adversary counts ({top}), and that can only lift the highest")
    floor = max(own, key=lambda w: (w.low, w.ref)) if own else min(third, key=lambda w: (w.low, w.ref))
    if len(everyone) == 1:
        return made(floor.low, floor.best, floor.high, own or third, f"{'its own count' if own else 'one count'} and no other ({floor})")
    said = [f"low: {'admitted by the side that suffered it' if own else 'the lowest count of a third party'} ({floor})"]
    independent = [w for w in third if w.best >= floor.low]
    best = max(w.best for w in own or third)
    if independent:
        best = max(median_low(w.best for w in independent), max((w.best for w in own), default=0))
        said.append(f"best: {middle(independent, best)}")
    else:
        said.append("best: the same, no third party counts more")
    said.append(f"high: {'its adversary says' if top.bearing == 'adversary' else 'the highest count'} ({top})")
    return made(floor.low, best, top.high, everyone, "; ".join(said))


def gesta_people(words: Sequence[Word]) -> Value:
    """The rule of gesta for civilians, and for people whose side is not said: nobody there admits what is against its own interest.

    low: the lowest number but a denial by those accused ("no civilian was hit"). best: the median of those not party to it, else the
    lowest of the others. high: the highest.
    """
    near = fresh(words, "own", "third")
    accused = [w for w in fresh(words, "adversary") if w.best > 0]
    everyone = [*near, *accused] or fresh(words, "adversary")
    if len(everyone) == 1:
        only = everyone[0]
        return made(only.low, only.best, only.high, everyone, f"one count and no other ({only})")
    floor = min(everyone, key=lambda w: (w.low, w.ref))
    top = max(everyone, key=lambda w: (w.high, w.ref))
    third = fresh(everyone, "third")
    best = median_low(w.best for w in third) if third else min(w.best for w in everyone)
    likely = middle(third, best) if third else "the lowest, no third party counts"
    return made(floor.low, best, top.high, everyone, f"low: the lowest count ({floor}); best: {likely}; high: the highest count ({top})")


def middle(words: Sequence[Word], best: int) -> str:
    """In words: the median of third parties' counts."""
    if len(words) == 1:
        return f"the count of a third party ({words[0]})"
    return f"{best:,}, the middle one of {len(words)} third parties' counts"


def ucdp(words: Sequence[Word]) -> Value:
    """UCDP's practice: best is the most likely number and, between equally reliable reports, the lower.

    low and high are the lowest and the highest of the reliable ones. A party's word on its adversary's losses is not reliable: alone it is
    an unconfirmed high.
    """
    reliable = fresh(words, "own", "third")
    if not reliable:
        top = max(words, key=lambda w: (w.high, w.ref))
        return made(0, 0, top.high, words, f"counted by its adversary alone, whom nobody confirms ({top})")
    if len(reliable) == 1:
        only = reliable[0]
        return made(only.low, only.best, only.high, reliable, f"one reliable count ({only})")
    floor, likely = (min(reliable, key=lambda w: (getattr(w, bound), w.ref)) for bound in ("low", "best"))
    top = max(reliable, key=lambda w: (w.high, w.ref))
    return made(floor.low, likely.best, top.high, reliable, f"best: the lowest of {len(reliable)} reliable counts ({likely}); high: {top}")


def acled(words: Sequence[Word], conventions: Conventions) -> Value:
    """ACLED's practice: one number, the most conservative; plurals without a number by ACLED's table."""
    usable = fresh(words, "own", "third") or fresh(words, "adversary")

    def told(w: Word) -> int:
        return conventions.acled_orders.get(w.low, w.low) if w.qualifier == "order" else w.low or w.best

    least = min(usable, key=lambda w: (told(w), w.ref))
    said = "one count" if len(usable) == 1 else f"the most conservative of {len(usable)} counts"
    return made(told(least), told(least), told(least), [least], f"{said} ({least})")


def rules(side: str | None, effect: str, conventions: Conventions) -> dict[RuleName, Callable[[Sequence[Word]], Value]]:
    """The rules that apply: ACLED's to the killed alone, gesta's by whether a party's fighters or other people suffered."""
    gesta = gesta_people if side is None or side.endswith(CIVILIANS) else gesta_fighters
    found: dict[RuleName, Callable[[Sequence[Word]], Value]] = {
        "gesta": lambda words: gesta(heard(words)),
        "ucdp": lambda words: ucdp(heard(words)),
    }
    if effect == "killed":
        found["acled"] = lambda words: acled(heard(words), conventions)
    return found
