"""What a gold article and a record say, in the same terms: places, statements, events and figures with their spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gesta.codebook.gazetteer import km
from gesta.model import Actor, Place, Report, Statement

Range = tuple[int, int]
QUOTES: Final = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u00a0": " "})
ABBREVIATION: Final = re.compile(r"(?:^|[\s(\"'])(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|St|No|[A-Z](?:\.[A-Z])*)$")
SENTENCE_END: Final = re.compile(r"[.?!][\"')\]\u2019\u201d]*(?=\s+[\"'(\[\u2018\u201c]*[A-Z0-9])|\n")
LONGEST_EVIDENCE: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place: in gold by its `quote`, in a record by its mentions; `near` is how many km off still counts."""

    name: str
    spans: tuple[Range, ...]
    lat: float | None = None
    lon: float | None = None
    near: float = 25.0

    def is_near(self, other: Spot, distance: float) -> bool:
        """True where both have coordinates, `distance` km apart at most."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return False
        return km((self.lat, self.lon), (other.lat, other.lon)) <= distance


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement: the words attributed, who says them (codes), and how."""

    span: Range | None
    quote: str
    source: tuple[str, ...]
    stance: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An event. `also` are the spans of its later tellings. `date` is a day, a month, a year or empty."""

    span: Range | None
    quote: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    said_by: tuple[str, ...]
    date: str
    factuality: str
    era: str
    places: tuple[Spot, ...]
    also: tuple[Range, ...] = ()

    @property
    def roles(self) -> list[tuple[str, str]]:
        """Every code with its role."""
        return [("by", code) for code in self.actors] + [("to", code) for code in self.recipients]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """A figure; `numbers` are low, best and high."""

    span: Range | None
    quote: str
    effect: str
    numbers: tuple[int | None, int | None, int | None]
    code: tuple[str, ...]
    who: str
    said_by: tuple[str, ...]
    era: str
    provisional: bool
    qualifier: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """All of one article."""

    places: tuple[Spot, ...]
    statements: tuple[Said, ...]
    events: tuple[Deed, ...]
    figures: tuple[Toll, ...]


def locate(text: str, quote: str, nth: int = 1) -> Range | None:
    """Span of the nth occurrence of `quote` in `text`, whatever the white space and the kind of quotation marks; None if there is none."""
    pattern = r"\s+".join(re.escape(word) for word in quote.translate(QUOTES).split())
    for flags in (0, re.I):
        hits = list(re.finditer(pattern, text.translate(QUOTES), flags))
        if len(hits) >= nth:
            return hits[nth - 1].span()
    return None


def sentence_of(text: str, span: Range) -> Range:
    """The run of sentences that holds the span."""
    ends = (
        m
        for m in SENTENCE_END.finditer(text)
        if text[m.start()] == "\n" or not ABBREVIATION.search(text[max(0, m.start() - 12) : m.start()])
    )
    cuts = [m.end() for m in ends]
    return max([c for c in cuts if c <= span[0]], default=0), min([c for c in cuts if c >= span[1] - 1], default=len(text))


def listed(value: Any) -> tuple[str, ...]:
    """One value or several as a tuple, without nulls."""
    return tuple(str(v) for v in (value if isinstance(value, list) else [value]) if v not in (None, "", "null"))


def of_gold(gold: Mapping[str, Any], text: str) -> Items:
    """The items of an annotated article, their quotes found in the text that the coder kept."""
    spots = {name: spot for item in gold.get("places") or [] for name, spot in [named_spot(item, text)]}
    return Items(
        places=tuple(named_spot(item, text)[1] for item in gold.get("places") or []),
        statements=tuple(
            Said(span=at(text, item), quote=item["quote"], source=listed(item.get("source")), stance=item.get("stance"))
            for item in gold.get("statements") or []
        ),
        events=tuple(gold_event(item, text, spots) for item in gold.get("events") or []),
        figures=tuple(gold_figure(item, text) for item in gold.get("figures") or []),
    )


def at(text: str, item: Mapping[str, Any]) -> Range | None:
    """Where an item's quote stands: at its `span` where it has one."""
    return found_at(text, item.get("span", item["quote"]), item.get("nth", 1))


def found_at(text: str, place: Any, nth: int = 1) -> Range | None:
    """Where a quote stands, or a span as it is (any pair of offsets)."""
    return locate(text, str(place), nth) if not isinstance(place, list) else (place[0], place[1])


def named_spot(item: Mapping[str, Any], text: str) -> tuple[str, Spot]:
    """A gold place with the name by which events call it."""
    span, name = at(text, item), str(item.get("name", item["quote"]))
    spans = (span,) if span else ()
    return name, Spot(name=name, spans=spans, lat=item.get("lat"), lon=item.get("lon"), near=item.get("within_km", 25))


def gold_event(item: Mapping[str, Any], text: str, spots: Mapping[str, Spot]) -> Deed:
    """A gold event."""
    return Deed(
        span=at(text, item),
        quote=str(item["quote"]),
        type=item["type"],
        mode=item.get("mode") or None,
        actors=listed(item.get("actors", [])),
        recipients=listed(item.get("recipients", [])),
        said_by=listed(item.get("said_by")),
        date=str(item.get("date") or ""),
        factuality=item.get("factuality", "actual"),
        era=item.get("era", "current"),
        places=tuple(spots.get(str(name), Spot(name=str(name), spans=())) for name in item.get("places") or []),
        also=tuple(span for place in item.get("also", []) if (span := found_at(text, place))),
    )


def gold_figure(item: Mapping[str, Any], text: str) -> Toll:
    """A gold figure."""
    return Toll(
        span=at(text, item),
        quote=str(item["quote"]),
        effect=item["effect"],
        numbers=(item.get("low"), item.get("best"), item.get("high")),
        code=listed(item.get("code")),
        who=item.get("who", "unknown"),
        said_by=listed(item.get("said_by")),
        era=item.get("era", "current"),
        provisional=bool(item.get("provisional")),
        qualifier=item.get("qualifier"),
    )


def of_report(report: Report) -> Items:
    """The items of a coded report in the same terms."""
    actors = {actor.id: actor for actor in report.actors}
    statements = {statement.id: statement for statement in report.statements}
    places = {place.id: spot_of(place) for place in report.places}
    text = report.article.text
    return Items(
        places=tuple(places.values()),
        statements=tuple(
            Said(
                span=(hull := (min(c.start for c in s.content), max(c.end for c in s.content))),
                quote=text[slice(*hull)],
                source=codes(actors, s.sources),
                stance=s.stance,
            )
            for s in report.statements
            if s.content
        ),
        events=tuple(
            Deed(
                span=(e.evidence.start, e.evidence.end),
                quote=text[slice(*e.evidence)],
                type=e.type,
                mode=e.mode or None,
                actors=codes(actors, e.actors),
                recipients=codes(actors, e.recipients),
                said_by=tellers(actors, statements, e.statements),
                date=(e.time.start or "") if e.time else "",
                factuality=e.factuality,
                era=e.era,
                places=tuple(places[i] for i in e.places),
            )
            for e in report.events
        ),
        figures=tuple(
            Toll(
                span=(f.evidence.start, f.evidence.end),
                quote=text[slice(*f.evidence)],
                effect=f.effect,
                numbers=(f.low, f.best, f.high),
                code=listed(f.victims.code),
                who=f.victims.who,
                said_by=tellers(actors, statements, f.statements),
                era=f.era,
                provisional=f.provisional,
                qualifier=f.qualifier,
            )
            for f in report.figures
        ),
    )


def spot_of(place: Place) -> Spot:
    """A coded place."""
    return Spot(name=place.name, spans=tuple((m.start, m.end) for m in place.mentions), lat=place.lat, lon=place.lon)


def codes(actors: Mapping[str, Actor], ids: Iterable[str]) -> tuple[str, ...]:
    """The codes of actors, sorted, each once; those without one are left out."""
    return tuple(sorted({code for i in ids if i in actors and (code := actors[i].code)}))


def tellers(actors: Mapping[str, Actor], statements: Mapping[str, Statement], ids: Sequence[str]) -> tuple[str, ...]:
    """The codes of those whose statements these are."""
    return codes(actors, [source for i in ids if i in statements for source in statements[i].sources])


def short(items: Iterable[Deed | Toll]) -> Iterator[Any]:
    """Items whose evidence is not too long to be any."""
    return (item for item in items if item.span and item.span[1] - item.span[0] <= LONGEST_EVIDENCE)
