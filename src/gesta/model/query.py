"""What can be asked of a store: the filters of the command line, of Python and of the API are these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from gesta.model.incident import Granularity

Layer = Literal["incidents", "events", "claims", "figures", "actors", "timeline"]


class BoundingBox(NamedTuple):
    """Degrees WGS 84, both edges included; `west` above `east` crosses the antimeridian."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Filters that all must hold; a tuple holds where one of its values does, an empty one always.

    `start` and `end` bound the time of the event (days, both included): rows whose interval overlaps. `as_of` is report time: what was
    known at the end of that day (None: now). `actors` match a code and what stands after its dot (`PSE` matches `PSE.REB`). `places` match
    names without regard to case and diacritics. `limit` 0 is all; `after` is the opaque cursor that the page before gave.
    """

    start: date | None = None
    end: date | None = None
    as_of: date | None = None
    actors: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    bbox: BoundingBox | None = None
    min_sources: int = 0
    incidents: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    granularity: Granularity = "incident"
    background: bool = False  # True: background too
    rule: str | None = None  # figures: this rule alone
    sort: str = ""
    limit: int = 0
    after: str = ""
