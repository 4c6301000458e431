"""The gazetteer: the places that a name may mean, and the one that it most likely does.

Built by ``training/build_gazetteer.py`` from GeoNames (CC BY 4.0) and the tables beside it that were written by hand; nothing is fetched.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np

from gesta.codebook.gazetteer_names import fold, spellings
from gesta.codebook.gazetteer_parts import part_of
from gesta.codebook.gazetteer_places import Toponym, km
from gesta.codebook.gazetteer_scoring import WEIGHTS, Setting, Weights, best
from gesta.codebook.gazetteer_spelling import likeness, skeleton, skeletons, softened
from gesta.codebook.gazetteer_tables import Tables
from gesta.codebook.gazetteer_words import direction, kind_of_word, without_kind_word

__all__ = ["Gazetteer", "Toponym", "km"]

DEFAULT: Final = Path(__file__).parent / "data" / "gazetteer"

# A name that held a kind word, and one that had to be respelt, count for less than the same name as written.
_STRIPPED: Final = 0.9
_RESPELT: Final = 0.5
_RESPELT_COUNTRIES: Final = 3
_LEAST_CONSONANTS: Final = 3
_SHORTEST_RESPELT: Final = 5
_LIKE_ENOUGH: Final = 0.86
# Countries whose scripts leave short vowels out, so that spellings differ in them ("Shirqat", "Sharqat").
_ABJAD: Final = frozenset(
    "AFG ARE BHR DJI DZA EGY ERI IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PAK PSE QAT SAU SDN SOM SYR TCD TUN YEM".split()
)
_LIKE_ENOUGH_ABJAD: Final = 0.7
# The other countries whose place names reach English through a romanisation, or by way of several languages.
_ROMANISED: Final = _ABJAD | frozenset(
    "ARM AZE BFA BGD BGR BIH BLR BTN CAF CHN CMR COD CYP ETH GEO GRC IDN IND JPN KAZ KGZ KHM KOR LAO LKA MDA MKD MLI MMR MNE MNG NER NGA "
    "NPL PHL PRK RUS SRB SSD THA TJK TKM TUR TWN UKR UZB XKX".split()
)
_WEIGHTIEST: Final = 2
_NAMES_AT_A_TIME: Final = 1_000
_WIDE: Final = ("country", "region", "water")


@cache
def _tables(folder: Path) -> Tables:
    return Tables.load(folder)


# An article repeats its names.
@lru_cache(maxsize=4096)
def _candidates(tables: Tables, name: str) -> tuple[Toponym, ...]:
    for key in spellings(name):
        found = tables.places(key)
        if found:
            made = (tables.toponym(place, prior) for place, prior in found)
            return tuple(sorted(made, key=lambda place: (-place.prior, -place.population, place.id)))
    return ()


def _no_town_for_water(places: Sequence[Toponym], kind: str | None) -> list[Toponym]:
    """A river or lake is not the town that shares its name."""
    return [place for place in places if kind != "water" or place.kind == "water"]


class _Skeletons(NamedTuple):
    """The names of a country by their consonants: hashes of these in rising order, and the index of each one's name.

    Eight bytes a name; as a dict of lists Russia's took 5 MB and China's 6, kept for good by a process that once read of them.
    """

    hashes: array[int]
    names: array[int]

    def like(self, bones: str) -> list[int]:
        """The indices of the names with these consonants, in rising order, and of the few others whose hash is the same."""
        wanted = _hash(bones)
        first = bisect_left(self.hashes, wanted)
        return self.names[first : bisect_right(self.hashes, wanted, first)].tolist()


# Made when first asked for, some names at a time: all of China's at once were 10 MB for a moment, which what stays kept from going back.
@lru_cache(maxsize=24)
def _skeletons(tables: Tables, country: str) -> _Skeletons:
    names, hashes = tables.names_in(country).astype(np.uint32), array("I")
    for start in range(0, len(names), _NAMES_AT_A_TIME):
        some = names[start : start + _NAMES_AT_A_TIME].tolist()
        hashes.extend(map(_hash, skeletons(map(tables.name, some))))
    found = np.asarray(hashes, np.uint32)
    order = np.argsort(found, kind="stable")
    return _Skeletons(array("I", found[order].tobytes()), array("I", names[order].tobytes()))


def _hash(bones: str) -> int:
    return crc32(bones.encode())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """Look-ups over one artefact. Loading maps files and takes about 20 ms; gazetteers of one folder share them."""

    tables: Tables
    weights: Weights = WEIGHTS

    @classmethod
    def load(cls, path: Path | None = None) -> Gazetteer:
        """The shipped gazetteer, or the artefact in the folder ``path``. Raises FileNotFoundError, or ValueError for another format."""
        return cls(tables=_tables((path or DEFAULT).resolve()))

    @property
    def version(self) -> str:
        """Digest of the artefact, number of places and names, and the versions of its sources, in one line."""
        meta = self.tables.meta
        sources = ", ".join(f"{name} {number}" for name, number in sorted(meta["sources"].items()))
        return f"{meta['digest'][:12]} ({meta['counts']['places']} places, {meta['counts']['names']} names; {sources})"

    def is_place_name(self, word: str) -> bool:
        """Whether some place bears this name, in any of its usual spellings."""
        return any(self.tables.find(key) is not None for key in spellings(word))

    def candidates(self, name: str) -> tuple[Toponym, ...]:
        """Every place that bears the name, the surest and then the most populous first; empty where none does.

        The first spelling that any place bears decides.
        """
        return _candidates(self.tables, name)

    def resolve(
        self,
        name: str,
        *,
        context: Sequence[str] = (),
        near: Sequence[tuple[float, float]] = (),
        kind_hint: str | None = None,
    ) -> Toponym | None:
        """The likeliest place, or None where nothing bears the name or only a chance homonym far from what the text is about.

        ``context`` are alpha-3 codes of the countries that the text is about, the weightiest first; ``near`` points (lat, lon) of places
        already resolved; ``kind_hint`` a word such as "village" or "province", or a kind. The name may hold such a word itself ("Helmand
        province"), name a part ("southeastern Turkey", answered with the middle of that part) or be followed by the larger place after a
        comma ("Tripoli, Lebanon").
        """
        setting = self._setting(context, near, kind_of_word(kind_hint) if kind_hint else None)
        head, comma, tail = name.partition(",")
        if comma and not self.candidates(name):
            return self._inside(head, tail, setting)
        return self._named(name, setting) or self._part(name, setting) or self._respelt(name, setting)

    def _setting(self, context: Sequence[str], near: Sequence[tuple[float, float]], hint: str | None) -> Setting:
        neighbours = self.tables.meta["neighbours"]
        borders = frozenset(code for country in context[:_WEIGHTIEST] for code in neighbours.get(country, ())) - set(context)
        anchors = tuple(point for country in context[:_WEIGHTIEST] if (point := self.tables.middle(country)))
        return Setting(context=tuple(context), near=tuple(near), hint=hint, borders=borders, anchors=anchors)

    def _best(self, candidates: Sequence[Toponym], setting: Setting) -> Toponym | None:
        return best(candidates, setting, self.weights)

    def _named(self, name: str, setting: Setting) -> Toponym | None:
        candidates = self.candidates(name)
        if candidates:
            return self._best(candidates, setting)
        stripped = without_kind_word(name)
        if stripped is None:
            return None
        core, kind = stripped
        found = [replace(place, prior=place.prior * _STRIPPED) for place in self.candidates(core)]
        return self._best(_no_town_for_water(found, kind), replace(setting, hint=kind))

    def _inside(self, head: str, tail: str, setting: Setting) -> Toponym | None:
        whole = self.resolve(tail, context=setting.context, near=setting.near)
        if whole is None:
            return self.resolve(head, context=setting.context, near=setting.near, kind_hint=setting.hint)
        context = tuple(dict.fromkeys([*([whole.country] if whole.country else []), *setting.context]))
        there = self._setting(context, () if whole.kind == "country" else (whole.point,), setting.hint)
        return self._named(head, there) or self._respelt(head, there)

    def _part(self, name: str, setting: Setting) -> Toponym | None:
        found = direction(name)
        if found is None:
            return None
        towards, core = found
        whole = self._named(core, setting)
        if whole is None or not (whole.kind in _WIDE or whole.country in setting.context):
            return None
        return part_of(whole, towards, self.tables)

    def _respelt(self, name: str, setting: Setting) -> Toponym | None:
        """A place of the text's countries whose name differs only as romanisations do."""
        key, kind = without_kind_word(name) or (fold(name), None)
        found = [place for country in setting.context[:_RESPELT_COUNTRIES] if country in _ROMANISED for place in self._like(key, country)]
        return self._best(_no_town_for_water(found, kind), replace(setting, hint=kind or setting.hint))

    def _like(self, key: str, country: str) -> Iterator[Toponym]:
        bones, soft = skeleton(key), softened(key)
        if len(bones) < _LEAST_CONSONANTS or len(key) < _SHORTEST_RESPELT:
            return
        enough = _LIKE_ENOUGH_ABJAD if country in _ABJAD and len(bones) > _LEAST_CONSONANTS else _LIKE_ENOUGH
        for index in _skeletons(self.tables, country).like(bones):
            other = self.tables.name(index)
            alike = likeness(soft, softened(other))
            if alike >= enough and skeleton(other) == bones:
                sure = [(place, prior * _RESPELT * alike) for place, prior in self.tables.places(other) if prior >= _RESPELT]
                yield from (made for made in (self.tables.toponym(*pair) for pair in sure) if made.country == country)
