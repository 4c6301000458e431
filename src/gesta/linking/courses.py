"""How one claimant's number moved: its printings as steps, and which step stands."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from gesta.codebook.conventions import Conventions
from gesta.linking.voices import Voice
from gesta.model import Claim
from gesta.model.ledger import Step

Printing = tuple[date, str, Claim]


def number(claim: Claim) -> int | None:
    """The number a claim is told by: best, else low, else high; None for losses without a number."""
    if claim.qualifier == "some":
        return None
    return next((n for n in (claim.best, claim.low, claim.high) if n is not None), None)


def as_of(claim: Claim, conventions: Conventions) -> date:
    """The day that a figure holds for.

    News gives the count of its own day, whatever day it names for the deed. Only a figure told of a day long gone holds for that day.
    """
    told = claim.end or claim.start
    return told if told is not None and (claim.known - told).days > conventions.news_days else claim.known


def covers(claim: Claim, value: int, conventions: Conventions) -> bool:
    """Whether a claim that is not exact leaves room for the number: "at least 100" for 135, "about 100" for 105, "up to 150" for both."""
    told = number(claim)
    if claim.qualifier == "exact" or told is None:
        return False
    if claim.qualifier == "about":
        return abs(told - value) <= value * conventions.about
    low, high = claim.low or 0, claim.high if claim.high is not None else max(told, value)
    return low <= value <= high


@dataclass(slots=True, kw_only=True)
class Number:
    """One number of one claimant with all its living printings, the first one first."""

    value: int
    printings: list[Printing] = field(default_factory=list)

    @property
    def first(self) -> Claim:
        """The printing that was known first."""
        return self.printings[0][2]

    @property
    def said(self) -> Claim:
        """The printing that says it most firmly: the first exact one, else the first."""
        return next((claim for _, _, claim in self.printings if claim.qualifier == "exact"), self.first)

    @property
    def order(self) -> tuple[date, date, int]:
        """By the firmest printing, the latest, and size: a toll told on one day in two stages ends at the larger."""
        return self.said.known, self.printings[-1][0], self.value


@dataclass(slots=True, kw_only=True)
class Stream:
    """What one claimant says of one side's people and one effect, kept up as printings come and go.

    Numbers of a kind of people only ("three officers") count where the claimant gives no other, and then as a least number.
    """

    voice: Voice
    side: str | None
    effect: str
    conventions: Conventions
    plain: dict[int, Number] = field(default_factory=dict)
    of_kinds: dict[int, Number] = field(default_factory=dict)
    _settled: bool = False
    _standing: Number | None = None

    def add(self, claim: Claim) -> None:
        """One more printing."""
        self._settled = False
        if (value := number(claim)) is not None:
            insort(
                self._numbers(claim).setdefault(value, Number(value=value)).printings, (claim.known, claim.ref, claim), key=lambda p: p[:2]
            )

    def remove(self, claim: Claim) -> None:
        """A printing that was taken back, by a newer version of its report."""
        self._settled = False
        value, numbers = number(claim), self._numbers(claim)
        if value is None or value not in numbers:
            return
        kept = [printing for printing in numbers[value].printings if printing[1] != claim.ref]
        if kept:
            numbers[value].printings = kept
        else:
            del numbers[value]

    def _numbers(self, claim: Claim) -> dict[int, Number]:
        return self.of_kinds if claim.kinds else self.plain

    def course(self) -> Iterator[tuple[Number, str]]:
        """The numbers in their order, each with "" where it took the place of the one before, else with why it did not."""
        standing: Number | None = None
        for found in sorted(self.plain.values(), key=lambda n: n.order):
            why = "" if standing is None else self.refused(found, standing)
            standing = standing if why else found
            yield found, why

    def standing(self) -> Number | None:
        """The number that stands; None where the claimant gives none."""
        if not self._settled:
            self._settled = True
            kept = [found for found, why in self.course() if not why]
            self._standing = kept[-1] if kept else max(self.of_kinds.values(), key=lambda n: n.value, default=None)
        return self._standing

    def refused(self, new: Number, standing: Number) -> str:
        """Why a later number does not take the place of the standing one; "" where it does."""
        if covers(new.said, standing.value, self.conventions):
            return f"vaguer than {standing.value:,} and not against it"
        if new.value > standing.value:
            return ""
        if as_of(new.first, self.conventions) < as_of(standing.first, self.conventions):
            return "told of an earlier day"
        if new.value < standing.value * self.conventions.correction:
            return f"too small to correct {standing.value:,}: taken as a count of something else"
        return ""

    def steps(self, subject: str, origin: Callable[[str], str]) -> tuple[Step, ...]:
        """The course as rows; `origin` gives the report that a report's words go back to."""
        standing = self.standing()
        found = list(self.course()) or [(n, "a kind of people only") for n in self.of_kinds.values()]
        return tuple(self.step(subject, n, origin, standing=n is standing, note=why) for n, why in found)

    def step(self, subject: str, found: Number, origin: Callable[[str], str], *, standing: bool, note: str = "") -> Step:
        """One number as a row."""
        first = found.first
        return Step(
            subject=subject,
            claimant=self.voice.label,
            voice=self.voice.key,
            side=self.side,
            who=first.who,
            effect=self.effect,
            low=found.said.low,
            best=found.said.best,
            high=found.said.high,
            qualifier=found.said.qualifier,
            provisional=all(claim.provisional for _, _, claim in found.printings),
            as_of=as_of(first, self.conventions),
            known=first.known,
            last=found.printings[-1][0],
            refs=tuple(ref for _, ref, _ in found.printings),
            reports=len({claim.report for _, _, claim in found.printings}),
            sources=len({origin(claim.report) for _, _, claim in found.printings}),
            standing=standing,
            note=note,
        )
