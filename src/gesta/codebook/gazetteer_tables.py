"""The gazetteer's arrays, mapped from disk: names to places and places to toponyms."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from gesta.codebook.gazetteer_places import KINDS, Toponym, precision_of

FORMAT: Final = 1
#: How much a name is worth as evidence for a place, by the level of its posting: the place's own name, one listed by hand, one of GeoNames'
#: alternates (or a former name), an alternate unlike the own name.
PRIORS: Final = (1.0, 0.9, 0.5, 0.25)
_CAPITAL: Final = 0x80


def _ends(lengths: npt.NDArray[Any]) -> npt.NDArray[np.uint32]:
    ends = np.zeros(len(lengths) + 1, np.uint32)
    np.cumsum(lengths, dtype=np.uint32, out=ends[1:])
    return ends


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tables:
    """The artefact in memory: columns stay on disk until they are read, offsets are summed on loading (about 4 MB)."""

    meta: dict[str, Any]
    names: memoryview
    name_ends: memoryview
    posting: npt.NDArray[np.uint32]
    posting_ends: npt.NDArray[np.uint32]
    shown: memoryview
    shown_ends: npt.NDArray[np.uint32]
    kind: npt.NDArray[np.uint8]
    country: npt.NDArray[np.uint8]
    admin1: npt.NDArray[np.uint16]
    claimed: npt.NDArray[np.uint16]
    point: npt.NDArray[np.float32]
    population: npt.NDArray[np.uint32]
    geonames: npt.NDArray[np.uint32]

    @classmethod
    def load(cls, folder: Path) -> Tables:
        """Maps the artefact in ``folder``. Raises FileNotFoundError where it is missing and ValueError where its format is another."""
        meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if meta["format"] != FORMAT:
            raise ValueError(f"{folder}: gazetteer format {meta['format']}, this version reads {FORMAT}")

        def column(name: str) -> npt.NDArray[Any]:
            # Plain views: numpy's own memmap class makes each scalar read several times slower.
            return np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False))

        return cls(
            meta=meta,
            names=column("name_text").data,
            # A memoryview hands out Python integers, which the binary search needs by the dozen.
            name_ends=_ends(column("name_length")).data,
            posting=column("posting"),
            posting_ends=_ends(column("posting_count")),
            shown=column("shown_text").data,
            shown_ends=_ends(column("shown_length")),
            **{name: column(name) for name in ("kind", "country", "admin1", "claimed", "point", "population", "geonames")},
        )

    def name(self, index: int) -> str:
        """The folded name at ``index`` in the order of the bytes."""
        return bytes(self.names[self.name_ends[index] : self.name_ends[index + 1]]).decode()

    def find(self, key: str) -> int | None:
        """The index of a folded name, or None (binary search over the bytes)."""
        wanted, names, ends = key.encode(), self.names, self.name_ends
        low, high = 0, len(ends) - 1
        while low < high:
            middle = (low + high) // 2
            if bytes(names[ends[middle] : ends[middle + 1]]) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(ends) - 1 and self.name(low) == key else None

    def places(self, key: str) -> list[tuple[int, float]]:
        """(place, prior) for every place that bears the folded name."""
        index = self.find(key)
        if index is None:
            return []
        postings = self.posting[self.posting_ends[index] : self.posting_ends[index + 1]].tolist()
        return [(posting >> 2, PRIORS[posting & 3]) for posting in postings]

    def names_in(self, country: str) -> npt.NDArray[np.int64]:
        """The indices of the names that any place of the country bears."""
        codes: list[str | None] = self.meta["countries"]
        if country not in codes:
            return np.zeros(0, np.int64)
        there = np.flatnonzero(self.country[self.posting >> 2] == codes.index(country))
        return np.unique(np.searchsorted(self.posting_ends, there, side="right") - 1)

    def toponym(self, place: int, prior: float) -> Toponym:
        """The place as a value."""
        meta = self.meta
        flags = int(self.kind[place])
        kind = KINDS[flags & ~_CAPITAL]
        country = meta["countries"][self.country[place]]
        claimed_by = tuple(meta["claimed_by"][self.claimed[place]])
        lat, lon = self.point[place].tolist()
        geonames = int(self.geonames[place])
        ids = meta["ids"]
        return Toponym(
            id=ids[place] if place < len(ids) else f"gn:{geonames}",
            name=bytes(self.shown[self.shown_ends[place] : self.shown_ends[place + 1]]).decode(),
            kind=kind,
            country=country,
            claimed_by=claimed_by,
            admin1=meta["admin1"][self.admin1[place]],
            lat=round(lat, 5),
            lon=round(lon, 5),
            geonames=geonames or None,
            population=int(self.population[place]),
            prior=prior,
            precision=precision_of(kind, country, claimed_by),
            capital=bool(flags & _CAPITAL),
        )

    def middle(self, country: str) -> tuple[float, float] | None:
        """The middle (lat, lon) of a country by its code; None for a code without a row."""
        ids: list[str] = self.meta["ids"]
        # The countries' rows come first, so the search is short; an unknown code costs a scan of the ids.
        return tuple(self.point[ids.index(country)].tolist()) if country in self.meta["neighbours"] else None

    def members(self, country: str, admin1: str | None) -> npt.NDArray[np.float64]:
        """The points (n, 2) of the settlements in a country, or in one of its first-order units."""
        codes: list[str | None] = self.meta["countries"]
        mask = (self.country == codes.index(country)) & ((self.kind & ~np.uint8(_CAPITAL)) == KINDS.index("settlement"))
        if admin1 is not None:
            mask &= self.admin1 == self.meta["admin1"].index(admin1)
        return np.asarray(self.point[mask], np.float64)
