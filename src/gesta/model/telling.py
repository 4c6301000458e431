"""Rows of the ledger: one event, or one figure, of one report, with everything spelled out that a reader without the record needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """One report as it lies in a store.

    `seq` counts filings from 1 in the order of ingest and never changes. `known` is the day from which the report was known: its day of
    publication, else the day it was retrieved, else the day of ingest.
    """

    seq: int
    id: str
    known: date
    text: str
    text_sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    credits: tuple[str, ...] = ()
    language: str | None = None
    source_id: str | None = None
    synthetic: bool = False
    revision_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Who says a thing and which words show it: what a `Telling` and a `Claim` have in common.

    `report` and `key` name the item for good. `claimants` are codes (ISO 3166-1 alpha-3, a body's or group's short name, a medium's name in
    capitals), or the name as written where there is no code: those at the end of the chain, so that of "Reuters quoted the ministry" the
    ministry stands here and Reuters in `via`. `own_voice` is true where no statement carries the item: then the claimant is the outlet,
    or the agency that the report credits. `start` and `end` are days, both included. `evidence_start:evidence_end` are code points of the
    report's text, `evidence` those characters (at most 400).
    `day_told` and `place_told` are false where a rule and no word of the text gives the days or the places.
    """

    report: str
    key: str
    known: date
    outlet: str | None
    claimants: tuple[str, ...]
    claimant_names: tuple[str, ...]
    via: tuple[str, ...]
    own_voice: bool
    stance: str | None
    start: date | None
    end: date | None
    date_prec: int | None
    places: tuple[str, ...]
    geonames: tuple[int | None, ...]
    lats: tuple[float | None, ...]
    lons: tuple[float | None, ...]
    countries: tuple[str, ...]
    admin1: tuple[str, ...]
    where_prec: int | None
    era: str
    evidence: str
    evidence_start: int
    evidence_end: int
    confidence: float
    day_told: bool = True
    place_told: bool = True

    @property
    def ref(self) -> str:
        """`REPORT:KEY`, what judgements, incidents and estimates refer to."""
        return f"{self.report}:{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Spoken):
    """One event of one report. `actors`, `recipients` and `mediators` are codes, or names where an actor has none."""

    type: str
    mode: str | None
    cameo: str | None
    acled: str | None
    factuality: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mediators: tuple[str, ...]
    targets: tuple[str, ...]
    weapon: str | None
    denies: tuple[str, ...]  # keys of the events of the same report that this one denies
    part_of: tuple[str, ...]  # keys of the events of the same report that this one is part of


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Spoken):
    """One figure of one report: a row of the ledger. Numbers are people; `side` is the code of those who suffered (None: not said, or all).

    `event` is the key of the event of the same report that the figure belongs to; `part_of` the keys of figures that include this one.
    """

    effect: str
    low: int | None
    best: int | None
    high: int | None
    qualifier: str
    side: str | None
    who: str
    kinds: tuple[str, ...]
    provisional: bool
    cumulative: bool
    event: str | None
    part_of: tuple[str, ...]
