"""What is computed over many reports: whose copy a report is, which events tell of one incident, what it cost by which rule.

Everything here can be thrown away and computed again from filings and judgements, to the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Granularity = Literal["episode", "incident", "conflict-day"]
RuleName = Literal["gesta", "ucdp", "acled"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report's words come from. Reports of one `group` print one copy, count as one source; `why` gives the measured evidence."""

    report: str
    group: str
    kind: str  # original, identical, copy, cut, rewrite, credit, revision
    of: str | None  # the report, or the medium, that it goes back to
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An item of a report belongs to an incident, at one granularity; `score` in 0-1, `why` in words a reader can check."""

    report: str
    key: str
    layer: Literal["events", "figures"]
    granularity: Granularity
    incident: str
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The thing in the world, as it was known from `known_from` up to and without `known_to` (None: until now).

    One row for each state of knowledge: `as_of` picks by these two days. `id` is of the first filed of its tellings and stays when
    reports are added. `part_of` names the larger incident whose episode or part this is. `sides_a` and `sides_b` are codes; where
    `directed`, a acted on b. `sources` counts independent origins, `reports` all reports that tell it in their newest version. `deaths_*`
    are gesta's estimate for all sides together (None: nobody gives a figure). `lat` and `lon` in degrees WGS 84.
    """

    id: str
    granularity: Granularity
    known_from: date
    known_to: date | None
    part_of: str | None
    summary: bool  # tells several incidents as a sum; never merged with its parts
    title: str
    type: str
    mode: str | None
    acled: str | None
    violence: int | None  # UCDP: 1 state-based, 2 non-state, 3 one-sided
    factuality: str
    background: bool
    start: date | None
    end: date | None
    date_prec: int | None
    sides_a: tuple[str, ...]
    sides_b: tuple[str, ...]
    directed: bool
    actors: tuple[str, ...]
    mediators: tuple[str, ...]
    claimants: tuple[str, ...]
    denied_by: tuple[str, ...]
    contested: bool
    place: str | None
    places: tuple[str, ...]
    geonames: int | None
    countries: tuple[str, ...]
    admin1: str | None
    lat: float | None
    lon: float | None
    where_prec: int | None
    tellings: int
    reports: int
    sources: int
    outlets: tuple[str, ...]
    episodes: int
    deaths_low: int | None
    deaths_best: int | None
    deaths_high: int | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What it cost one side by one stated rule, as known from `known_from` up to and without `known_to`. `claims` are refs `REPORT:KEY`.

    `subject` is an incident's id, or `DYAD DAY` ("ARM–AZE 2022-09-13") for all of a conflict's day. `side` None: all together, or not said.
    """

    subject: str
    rule: RuleName
    side: str | None
    who: str
    effect: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    reason: str
    known_from: date
    known_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """An item of a judgement that is no longer found in the report as it is coded now."""

    judgement: str
    ref: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """All that linking computes, swapped into a store as a whole."""

    origins: tuple[Origin, ...] = ()
    incidents: tuple[Incident, ...] = ()
    ties: tuple[Tie, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    orphans: tuple[Orphan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What linking computes of a part of a store that can be linked by itself, and what it is in the place of.

    `reports` are those whose origins are its own; `items` are its own events and figures, by layer, report and key, whatever became of
    them: the incidents that held these are gone. `seqs` are the numbers of all reports that it speaks of.
    """

    derived: Derived
    reports: tuple[str, ...]
    items: tuple[tuple[str, str, str], ...]
    seqs: Mapping[str, int]
