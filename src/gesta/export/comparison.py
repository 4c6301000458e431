"""Incidents beside a hand-coded table in GED's columns: which agree, how far apart they are, who has what the other lacks."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from gesta.errors import InputError

NEEDED = ("id", "date_start", "date_end", "latitude", "longitude", "country", "side_a", "side_b", "best", "low", "high")
EARTH = 6371.0  # km, mean radius
# How far two codings of one incident may lie apart, by the coarser of their precisions (UCDP's where_prec and date_prec).
FARTHEST = {1: 25.0, 2: 50.0, 3: 75.0, 4: 200.0, 5: 400.0, 6: 1000.0, 7: 1000.0}  # km
SLACK = {1: 1, 2: 3, 3: 7, 4: 31, 5: 366}  # days


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A row of either table, as far as it is compared. Days both included; degrees WGS 84."""

    id: str
    start: date
    end: date
    date_prec: int
    lat: float | None
    lon: float | None
    where_prec: int
    place: str
    country: frozenset[str]  # name and Gleditsch and Ward's number, as far as the table has them
    sides: frozenset[str]
    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One incident of ours and one of theirs that tell the same; `days` and `km` apart, None where a point is missing."""

    ours: Coded
    theirs: Coded
    days: int
    km: float | None

    @property
    def deaths_agree(self) -> bool:
        """True when the two intervals of deaths touch."""
        return self.ours.low <= self.theirs.high and self.theirs.low <= self.ours.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All of both tables: paired one to one, and what is left on either side."""

    pairs: tuple[Pair, ...]
    only_ours: tuple[Coded, ...]
    only_theirs: tuple[Coded, ...]


def compare(ours: Sequence[Coded], theirs: Sequence[Coded]) -> Comparison:
    """Pairs of least distance in days, then km, that agree on country or side and lie as near as their precisions ask; each row once."""
    found = sorted(candidates(ours, theirs), key=lambda p: (p.days, p.km if p.km is not None else EARTH, p.ours.id, p.theirs.id))
    taken_ours: set[str] = set()
    taken_theirs: set[str] = set()
    pairs: list[Pair] = []
    for pair in found:
        if pair.ours.id not in taken_ours and pair.theirs.id not in taken_theirs:
            pairs.append(pair)
            taken_ours.add(pair.ours.id)
            taken_theirs.add(pair.theirs.id)
    return Comparison(
        pairs=tuple(sorted(pairs, key=lambda p: (p.theirs.start, p.theirs.id))),
        only_ours=tuple(row for row in ours if row.id not in taken_ours),
        only_theirs=tuple(row for row in theirs if row.id not in taken_theirs),
    )


def candidates(ours: Sequence[Coded], theirs: Sequence[Coded]) -> Iterator[Pair]:
    """Every pair that may be one incident; rows of theirs are looked up by month."""
    by_month: dict[tuple[int, int], list[Coded]] = {}
    for row in theirs:
        for month in months(row.start, row.end):
            by_month.setdefault(month, []).append(row)
    for row in ours:
        near = {id(other): other for month in months(row.start, row.end, around=1) for other in by_month.get(month, ())}
        yield from (pair for other in near.values() if (pair := paired(row, other)))


def months(start: date, end: date, around: int = 0) -> list[tuple[int, int]]:
    """Year and month of each month from `around` months before `start` to as many after `end`."""
    first, last = start.year * 12 + start.month - 1 - around, end.year * 12 + end.month - 1 + around
    return [divmod(month, 12) for month in range(first, last + 1)]


def paired(ours: Coded, theirs: Coded) -> Pair | None:
    """The two as a pair, None where they are too far apart in time or place or share neither country nor side."""
    days = max(0, (ours.start - theirs.end).days, (theirs.start - ours.end).days)
    if days > max(SLACK.get(ours.date_prec, 1), SLACK.get(theirs.date_prec, 1)):
        return None
    km = kilometres(ours, theirs)
    if km is not None and km > max(FARTHEST.get(ours.where_prec, 1000.0), FARTHEST.get(theirs.where_prec, 1000.0)):
        return None
    if not ours.country & theirs.country and not ours.sides & theirs.sides:
        return None
    return Pair(ours=ours, theirs=theirs, days=days, km=km)


def kilometres(a: Coded, b: Coded) -> float | None:
    """Great-circle distance of two rows, None where either has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    up, along = radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2
    return 2 * EARTH * asin(sqrt(sin(up) ** 2 + cos(radians(a.lat)) * cos(radians(b.lat)) * sin(along) ** 2))


def read_ged(path: Path) -> tuple[Coded, ...]:
    """The rows of a CSV file in GED's columns; InputError, with line, where a column is missing or a value is none of its kind."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
            if missing:
                raise InputError(path=path, line=1, why=f"no column {missing[0]!r}: not a table in the columns of UCDP GED")
            return tuple(read_row(path, reader.line_num, row) for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(path=path, why=str(error)) from error


def read_row(path: Path, line: int, row: Mapping[str, str]) -> Coded:
    """One row as it is compared; InputError where a day or a number is none."""
    try:
        return coded(row)
    except (ValueError, TypeError) as error:
        raise InputError(path=path, line=line, why=str(error)) from error


def coded(row: Mapping[str, Any]) -> Coded:
    """A row in GED's columns, of ours or of theirs, as it is compared. ValueError where a day or a number is none."""
    return Coded(
        id=str(row["id"]),
        start=date.fromisoformat(str(row["date_start"])[:10]),
        end=date.fromisoformat(str(row["date_end"])[:10]),
        date_prec=int(row.get("date_prec") or 1),
        lat=float(row["latitude"]) if row["latitude"] not in (None, "") else None,
        lon=float(row["longitude"]) if row["longitude"] not in (None, "") else None,
        where_prec=int(row.get("where_prec") or 6),
        place=str(row.get("where_coordinates") or ""),
        country=frozenset(filter(None, (plain(row["country"]), str(row.get("country_id") or "")))),
        sides=frozenset(plain(row[side]) for side in ("side_a", "side_b") if row[side]),
        low=int(row["low"] or 0),
        best=int(row["best"] or 0),
        high=int(row["high"] or 0),
    )


def plain(name: str | None) -> str:
    """A name without case and without the second name that UCDP puts in brackets ("Yemen (North Yemen)")."""
    return (name or "").partition("(")[0].strip().casefold()


def summary(comparison: Comparison) -> Iterable[tuple[str, str]]:
    """What the comparison shows, as label and figure."""
    pairs, ours, theirs = comparison.pairs, comparison.only_ours, comparison.only_theirs
    apart = sorted(p.km for p in pairs if p.km is not None)
    yield "incidents of ours", str(len(pairs) + len(ours))
    yield "incidents of theirs", str(len(pairs) + len(theirs))
    yield "in both", str(len(pairs))
    yield "share of theirs that we have", share(len(pairs), len(pairs) + len(theirs))
    yield "share of ours that they have", share(len(pairs), len(pairs) + len(ours))
    yield "of those in both: same first day", share(sum(p.ours.start == p.theirs.start for p in pairs), len(pairs))
    yield "of those in both: deaths agree (intervals touch)", share(sum(p.deaths_agree for p in pairs), len(pairs))
    yield "of those in both: median distance", f"{apart[len(apart) // 2]:.0f} km" if apart else "no points"
    yield "deaths, best: ours, theirs (in both)", f"{sum(p.ours.best for p in pairs)}, {sum(p.theirs.best for p in pairs)}"


def share(part: int, whole: int) -> str:
    """A share of a whole in per cent, with both numbers."""
    return f"{100 * part / whole:.0f} % ({part} of {whole})" if whole else "none"
