"""Every name of a place in a text, whatever it stands for: what geoparsers are asked for, beside the places of the record.

The roles are those that the field tells apart (Gritta, Pilehvar and Collier, "A pragmatic guide to geoparsing evaluation", 2020): a name
that is meant as a place, and three kinds of name that are not – a government by its country, an adjective or a people, a part of the name
of something else ("the Ohio Department of Health").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from gesta.codebook import Codebook, Toponym
from gesta.coding.cast import Cast
from gesta.coding.casting import gather
from gesta.coding.places_in_text import Located, countries_told_of, locate_places
from gesta.model import Article, Reading, Run, Span

Role = Literal["place", "government", "adjective", "part"]
NATIONS: Final[dict[str, Role]] = {
    "name": "government",
    "capital": "government",
    "adjective": "adjective",
    "demonym": "adjective",
    "demonym_plural": "adjective",
}
HOLDERS: Final = frozenset({"Organization", "Facility", "Misc"})
INNER: Final = frozenset({"of", "in", "at", "for"})
LONGEST_PART: Final = 4
LARGE: Final = 100_000  # inhabitants


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A name in the text: its code points, what it stands for, and the place that bears it (None where the gazetteer has none)."""

    span: Span
    role: Role
    place: Toponym | None


def toponyms(article: Article, reading: Reading, codebook: Codebook) -> tuple[PlaceName, ...]:
    """All names of places in order of the text, none of which overlap. Those of role "place" are the mentions of the record's places."""
    cast = gather(reading, codebook, article.day)
    located = locate_places(cast)
    taken: set[int] = set()
    found: list[PlaceName] = []
    for one in (*meant(reading, located), *nations(cast), *parts(cast, located)):
        if taken.isdisjoint(range(*one.span)):
            taken.update(range(*one.span))
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.span))


def meant(reading: Reading, located: Sequence[Located]) -> Iterator[PlaceName]:
    """The names that stand for places."""
    return (PlaceName(span=reading.span(one.run), role="place", place=one.toponym) for one in located)


def nations(cast: Cast) -> Iterator[PlaceName]:
    """States by name, capital, adjective or people; the place is the state, or the capital."""
    longer = [mention.run for mention in cast.reading.mentions if mention.label in HOLDERS]
    for start, hit in cast.hits.items():
        role = NATIONS.get(hit.how)
        if start == hit.run.first and role is not None and hit.party.bare:
            name = cast.reading.said(hit.run) if hit.how == "capital" else cast.codebook.country_name(hit.party.bare)
            place = cast.codebook.gazetteer.resolve(name, context=(hit.party.bare,))
            is_part = any(run.overlaps(hit.run) and run.end - run.first > hit.run.end - hit.run.first for run in longer)
            yield PlaceName(span=cast.reading.span(hit.run), role="part" if is_part else role, place=place)


def parts(cast: Cast, located: Sequence[Located]) -> Iterator[PlaceName]:
    """Names of places within names of bodies, buildings and works: "the Ohio Department of Health", "the University of Nebraska".

    Many names are those of some village too ("Freedom Award"), so it is only a place that the text names elsewhere, a country, a unit of
    the first order, or a large town of a country that the text is about.
    """
    reading, gazetteer = cast.reading, cast.codebook.gazetteer
    places = {reading.said(one.run).lower(): one.toponym for one in located}
    context = countries_told_of(cast)
    about = {*context, *(one.toponym.country for one in located if one.toponym)}
    for mention in reading.mentions:
        if mention.label in HOLDERS:
            for run in inner_names(cast, mention.run):
                name = reading.said(run)
                place = places.get(name.lower()) or gazetteer.resolve(name, context=context)
                if name.lower() in places or (place is not None and is_large(place, about)):
                    yield PlaceName(span=reading.span(run), role="part", place=place)


def inner_names(cast: Cast, run: Run) -> Iterator[Run]:
    """The longest name of the gazetteer at the head of a longer name, and behind "of", "in", "at" or "for" in it."""
    words = cast.reading.words
    first = run.first + (words[run.first].lower in {"the", "a"} and run.end - run.first > 1)
    for start in (first, *(w + 1 for w in range(run.first, run.end - 1) if words[w].lower in INNER)):
        for end in range(min(run.end, start + LONGEST_PART), start, -1):
            is_free = all(words[w].text[:1].isupper() and w not in cast.hits for w in range(start, end))
            if is_free and cast.codebook.gazetteer.candidates(cast.reading.said(Run(start, end))):
                yield Run(start, end)
                break


def is_large(place: Toponym, about: set[str | None]) -> bool:
    """True for a country, a unit of the first order, or a large town of one of these countries."""
    return place.kind in {"country", "admin1"} or (place.population >= LARGE and place.country in about)
