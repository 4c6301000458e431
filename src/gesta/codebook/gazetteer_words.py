"""The words about a name that are no part of it: what kind of place it is ("Helmand province"), and which part ("southeastern Turkey")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gesta.codebook.gazetteer_names import fold
from gesta.codebook.gazetteer_places import KINDS

_BY_KIND: Final = {
    "settlement": "village hamlet town township city capital settlement camp refugee_camp port suburb neighborhood neighbourhood kibbutz "
    "moshav municipality borough",
    "admin1": "province governorate oblast state krai republic prefecture department emirate canton",
    "admin2": "district county raion rayon parish subdistrict commune woreda tehsil locality sector",
    "region": "region territory territories area valley mountains mountain desert peninsula island islands archipelago enclave plain "
    "plains hills corridor basin gorge highlands forest heights",
    "water": "river sea lake strait straits ocean gulf bay channel canal reservoir waters",
    "facility": "airport airfield air_base airbase base naval_base military_base garrison prison hospital crossing bridge dam "
    "nuclear_plant power_plant power_station refinery checkpoint palace",
    "country": "country nation",
}
_KIND_OF: Final = {word.replace("_", " "): kind for kind, words in _BY_KIND.items() for word in words.split()}
_WORD: Final = "|".join(sorted(map(re.escape, _KIND_OF), key=len, reverse=True))
_AFTER: Final = re.compile(rf"(?P<core>.+?) (?P<word>{_WORD})")
_BEFORE: Final = re.compile(rf"(?:the )?(?P<word>{_WORD})(?: of)? (?P<core>.+)")


def kind_of_word(word: str) -> str | None:
    """The kind of place that a common noun names: ``"admin1"`` for "province"; a kind's own name for itself; None for any other word."""
    key = fold(word)
    return _KIND_OF.get(key, key if key in KINDS else None)


def without_kind_word(name: str) -> tuple[str, str] | None:
    """``("kandahar", "settlement")`` for "Kandahar city", ``("hasakah", "admin1")`` for "province of Hasakah"; None without such a word."""
    key = fold(name)
    match = _AFTER.fullmatch(key) or _BEFORE.fullmatch(key)
    return (match["core"], _KIND_OF[match["word"]]) if match else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """Which part of a place is meant: ``north`` and ``east`` are -1, 0 or 1, both 0 for the middle; ``words`` as read, folded."""

    words: str
    north: int
    east: int


_POINT: Final = r"(?:north ?east|north ?west|south ?east|south ?west|north|south|east|west)(?:ern)?"
_DIRECTED: Final = re.compile(
    rf"(?:the )?(?:far |extreme |remote |rural )?(?P<point>{_POINT}(?: (?:and|or) {_POINT})?|central|inner|downtown|greater|upper|lower)"
    r"(?: (?:part|parts|half|corner) of)? (?:the )?(?P<core>.+)"
)


def direction(name: str) -> tuple[Direction, str] | None:
    """``(Direction(north=-1, east=1, …), "turkey")`` for "southeastern Turkey"; None where no point of the compass leads."""
    match = _DIRECTED.fullmatch(fold(name))
    if match is None:
        return None
    point = match["point"]
    north = ("north" in point) - ("south" in point)
    east = ("east" in point) - ("west" in point)
    return Direction(words=point, north=north, east=east), match["core"]
