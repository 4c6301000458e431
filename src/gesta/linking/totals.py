"""From the estimates of the sides to one for all together: what is told for all is held against their sum and never added to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gesta.codebook.conventions import Conventions
from gesta.linking.rules import Value


def summed(parts: Mapping[str, Value]) -> Value:
    """The sum over people that do not overlap, by name. A bound that a part does not have counts as its next lower one, at least as 0."""
    values = list(parts.values())
    if len(values) == 1:
        return values[0]
    bests = [v.best for v in values if v.best is not None]
    shown = ", ".join(f"{name} {v.best if v.best is not None else f'{v.low or 0} to {v.high}'}" for name, v in parts.items())
    return Value(
        low=sum(v.low or 0 for v in values),
        best=sum(bests) if bests else None,
        high=sum(v.high if v.high is not None else v.best or v.low or 0 for v in values),
        claims=tuple(sorted({ref for v in values for ref in v.claims})),
        reason=f"sum of {shown}, each by this rule",
        newest=max(v.newest for v in values),
    )


def together(told: Value | None, parts: Mapping[str, Value], conventions: Conventions) -> Value | None:
    """All together, from what is told for all and what is told of the parts; None where nothing is.

    What is told for all and is overtaken by a later and higher sum is out of date. Else the lowest of both is low, the highest high, and
    best the larger: the sum leaves out a part that nobody counts.
    """
    total = summed(parts) if parts else None
    if told is None or total is None:
        return told or total
    if (total.newest - told.newest).days > conventions.stale_days and (told.best or 0) < (total.best or 0):
        return total
    bests = [v.best for v in (told, total) if v.best is not None]
    return Value(
        low=min(told.low or 0, total.low or 0),
        best=max(bests, default=None),
        high=most(told.high, total.high),
        claims=tuple(sorted({*told.claims, *total.claims})),
        reason=f"for all together: {told.reason}" if told.reason == total.reason else f"{total.reason}; for all together: {told.reason}",
        newest=max(told.newest, total.newest),
    )


def lifted(whole: Value, part: Value) -> Value:
    """A whole that is nowhere smaller than a part of it; the part's bounds say nothing else of it."""
    low, best, high = most(whole.low, part.low), most(whole.best, part.best), most(whole.high, part.high)
    if (low, best, high) == (whole.low, whole.best, whole.high):
        return whole
    claims = tuple(sorted({*whole.claims, *part.claims}))
    reason = f"{whole.reason}; no smaller than a part of it: {part.reason}"
    return replace(whole, low=low, best=best, high=high, claims=claims, reason=reason)


def single(value: Value) -> Value:
    """The value as one number."""
    return replace(value, low=value.best, high=value.best)


def most(*numbers: int | None) -> int | None:
    """The largest of those that are known."""
    return max((n for n in numbers if n is not None), default=None)


def who_of(kinds: Sequence[str]) -> str:
    """Whose people a side's standing numbers count, in one word: unsaid ones beside soldiers are taken as soldiers."""
    found = set(kinds)
    if "mixed" in found or {"military", "civilian"} <= found:
        return "mixed"
    return next((kind for kind in ("military", "civilian") if kind in found), "unknown")
