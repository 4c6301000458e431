"""The gazetteer: places that a name may mean, and the one that it most likely does. Built by ``training/build_gazetteer.py``; nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Final

from gesta.codebook.gazetteer_names import direction, fold, kind_of_word, likeness, skeleton, softened, spellings, without_kind_word
from gesta.codebook.gazetteer_parts import part_of
from gesta.codebook.gazetteer_places import Toponym, km
from gesta.codebook.gazetteer_scoring import WEIGHTS, Setting, Weights, is_chance_homonym, score
from gesta.codebook.gazetteer_tables import Tables

__all__ = ["Gazetteer", "Toponym", "km"]

DEFAULT: Final = Path(__file__).parent / "data" / "gazetteer"
_STRIPPED: Final = 0.9
_RESPELT: Final = 0.5
_LIKE_ENOUGH: Final = 0.86
_RESPELT_COUNTRIES: Final = 3
_LEAST_CONSONANTS: Final = 3
_WIDE: Final = ("country", "region", "water")


@cache
def _tables(folder: Path) -> Tables:
    return Tables.load(folder)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gazetteer:
    """Look-ups over one artefact. Loading maps files and takes well under 0.15 s; instances of one folder share them."""

    tables: Tables
    weights: Weights = WEIGHTS
    _skeletons: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None = None) -> Gazetteer:
        """The shipped gazetteer, or the artefact in the folder ``path``. Raises FileNotFoundError or ValueError (another format)."""
        return cls(tables=_tables((path or DEFAULT).resolve()))

    @property
    def version(self) -> str:
        """Digest, the versions of the sources, and counts, in one line."""
        meta = self.tables.meta
        sources = " ".join(f"{name}-{number}" for name, number in sorted(meta["sources"].items()))
        counts = " ".join(f"{name}={number}" for name, number in meta["counts"].items())
        return f"{meta['digest'][:16]} {sources} {counts}"

    def is_place_name(self, word: str) -> bool:
        """Whether some place bears this name, in any of its usual spellings."""
        return any(self.tables.find(key) is not None for key in spellings(word))

    def candidates(self, name: str) -> tuple[Toponym, ...]:
        """Every place that bears the name, the most populous of the surest first; the first spelling that hits decides. Empty where none does."""
        for key in spellings(name):
            found = self.tables.places(key)
            if found:
                made = (self.tables.toponym(place, prior) for place, prior in found)
                return tuple(sorted(made, key=lambda place: (-place.prior, -place.population, place.id)))
        return ()

    def resolve(
        self,
        name: str,
        *,
        context: Sequence[str] = (),
        near: Sequence[tuple[float, float]] = (),
        kind_hint: str | None = None,
    ) -> Toponym | None:
        """The likeliest place, or None where nothing bears the name or only a chance homonym far from what the text is about.

        ``context`` are alpha-3 codes of the countries that the text is about, the weightiest first; ``near`` points (lat, lon) of places already
        resolved; ``kind_hint`` a word such as "village" or "province", or a kind. The name may hold such a word itself ("Helmand province"), name a
        part ("southeastern Turkey", answered with the middle of that part) or go on with the larger place after a comma ("Tripoli, Lebanon").
        """
        setting = Setting(context=tuple(context), near=tuple(near), hint=kind_of_word(kind_hint) if kind_hint else None, borders=self._borders(context))
        head, comma, tail = name.partition(",")
        if comma and not self.candidates(name):
            return self._within(head, tail, setting)
        return self._named(name, setting) or self._part(name, setting) or self._respelt(name, setting)

    def _borders(self, context: Sequence[str]) -> frozenset[str]:
        return frozenset(code for country in context[:2] for code in self.tables.meta["neighbours"].get(country, ())) - set(context)

    def _best(self, candidates: Sequence[Toponym], setting: Setting) -> Toponym | None:
        kept = [place for place in candidates if not is_chance_homonym(place, setting)]
        return max(kept, key=lambda place: (score(place, setting, self.weights), place.prior, place.id), default=None)

    def _named(self, name: str, setting: Setting) -> Toponym | None:
        candidates = self.candidates(name)
        if candidates:
            return self._best(candidates, setting)
        stripped = without_kind_word(name)
        if stripped is None:
            return None
        core, kind = stripped
        candidates = tuple(replace(place, prior=place.prior * _STRIPPED) for place in self.candidates(core))
        if kind == "water":
            candidates = tuple(place for place in candidates if place.kind == "water")
        return self._best(candidates, replace(setting, hint=kind))

    def _within(self, head: str, tail: str, setting: Setting) -> Toponym | None:
        whole = self.resolve(tail, context=setting.context, near=setting.near)
        if whole is None:
            return self.resolve(head, context=setting.context, near=setting.near, kind_hint=setting.hint)
        countries = [whole.country] if whole.country else []
        context = tuple(dict.fromkeys([*countries, *setting.context]))
        near = () if whole.kind == "country" else (whole.point,)
        inside = replace(setting, context=context, near=near, borders=self._borders(context))
        return self._named(head, inside) or self._respelt(head, inside)

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
        stripped = without_kind_word(name)
        key = stripped[0] if stripped else fold(name)
        bones, soft = skeleton(key), softened(key)
        if len(bones) < _LEAST_CONSONANTS:
            return None
        found = []
        for country in setting.context[:_RESPELT_COUNTRIES]:
            for index in self._skeletons_of(country).get(bones, ()):
                other = self.tables.name(index)
                alike = likeness(soft, softened(other))
                if alike >= _LIKE_ENOUGH:
                    places = (self.tables.toponym(place, prior * _RESPELT * alike) for place, prior in self.tables.places(other))
                    found += [place for place in places if place.country == country]
        return self._best(found, replace(setting, hint=stripped[1]) if stripped else setting)

    def _skeletons_of(self, country: str) -> dict[str, list[int]]:
        if country not in self._skeletons:
            table: dict[str, list[int]] = {}
            for index in self.tables.names_in(country).tolist():
                table.setdefault(skeleton(self.tables.name(index)), []).append(index)
            self._skeletons[country] = table
        return self._skeletons[country]
