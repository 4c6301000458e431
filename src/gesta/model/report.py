"""The coded report: the nouns of the record (`gesta.model.record` writes them as JSON). Field by field as in the record's specification."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from gesta.model.article import Article, Notice
from gesta.model.spans import Span

Stance = Literal["assert", "confirm", "deny", "accuse", "demand", "promise", "threaten", "assess", "ask"]
Factuality = Literal["actual", "possible", "planned", "hypothetical", "negated"]
Era = Literal["current", "background"]
Effect = Literal["killed", "wounded", "captured", "missing", "killed_or_missing", "displaced", "detained", "casualties"]
Qualifier = Literal["exact", "at_least", "at_most", "about", "more_than", "less_than", "range", "order", "some"]
LinkKind = Literal["part_of", "supersedes", "responds_to", "denies", "contradicts", "violates", "implements", "caused", "extends", "ends"]
TimePrecision = Literal["time", "day", "days", "week", "month", "season", "year", "range"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts, suffers or speaks.

    `code` is what the field compares by: ISO 3166-1 alpha-3, short name of a body or group, `XXX.CVL`, `XXX.REB`.
    """

    id: str
    name: str
    kind: str
    code: str | None
    sector: str | None = None
    role: str | None = None
    country: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A toponym that stands for a place; `lat`/`lon` in degrees WGS 84, `precision` UCDP's 1 exact … 7 international."""

    id: str
    name: str
    kind: str
    country: str | None
    claimed_by: tuple[str, ...] = ()
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    precision: int | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """An interval of whole days, ISO 8601, both ends included; None where the anchor is unknown. `date_prec` is UCDP's 1 day … 5 year."""

    start: str | None
    end: str | None
    precision: TimePrecision
    date_prec: int | None
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who says something (`sources`, actor ids), by which `cue`, in which words (`content`)."""

    id: str
    key: str
    sources: tuple[str, ...]
    cue: Span | None
    content: tuple[Span, ...]
    stance: Stance
    quoted: Literal["direct", "indirect", "mixed"]
    date: str | None = None
    within: str | None = None
    continues: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSpans:
    """The words that filled each part of an event; empty where a rule filled it without words."""

    trigger: tuple[Span, ...] = ()
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    time: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What somebody says happened: PLOVER type and mode, CAMEO and ACLED codes, roles by actor id, evidence of at most 400 code points."""

    id: str
    key: str
    type: str
    mode: str | None
    cameo: str | None
    acled: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    where_prec: int | None = None
    time: Time | None = None
    targets: tuple[str, ...] = ()
    weapon: str | None = None
    factuality: Factuality = "actual"
    era: Era = "current"
    statements: tuple[str, ...] = ()
    evidence: Span
    spans: EventSpans = field(default_factory=EventSpans)
    mentions: tuple[Span, ...] = ()
    why: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """Whose people they were: `code` of the side that suffered, `who` in the field's four classes, finer `kinds`."""

    code: str | None
    who: Literal["military", "civilian", "mixed", "unknown"]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSpans:
    """The words that show a figure."""

    number: tuple[Span, ...] = ()
    effect: tuple[Span, ...] = ()
    victims: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What it cost: people by effect, low / best / high by the record's table of words, with the claimant's statements."""

    id: str
    key: str
    effect: Effect
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    victims: Victims
    provisional: bool = False
    cumulative: bool = False
    time: Time | None = None
    era: Era = "current"
    places: tuple[str, ...] = ()
    event: str | None = None
    statements: tuple[str, ...] = ()
    evidence: Span
    spans: FigureSpans = field(default_factory=FigureSpans)
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two events, figures or statements of one report, with the words that show it (or None)."""

    id: str
    kind: LinkKind
    source: str
    target: str
    evidence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A standing fact between actors or places: ally, sponsor, member, base, claims, controls, populated_by."""

    id: str
    kind: str
    source: str
    target: str
    statements: tuple[str, ...] = ()
    evidence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A trigger that was seen and not coded, and why."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The versions that made a record."""

    record: int
    gesta: str
    model: str
    codebook: str
    gazetteer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One coded report. `id` and `text_sha256` are as the record's specification says; nothing in it is changed after coding.

    `people` are the names of persons in the text for whom it and the register show no public office: what an export may have to hide.
    """

    made: Made
    id: str
    text_sha256: str
    article: Article
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[Link, ...] = ()
    relations: tuple[Relation, ...] = ()
    warnings: tuple[Notice, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    people: tuple[Span, ...] = ()
    revision_of: str | None = None
