"""Rows into the arrays that the package maps into memory."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from gazetteer.rows import CHECKED, Row
from gesta.codebook.gazetteer_names import abbreviation, fold
from gesta.codebook.gazetteer_places import KINDS

FORMAT: Final = 1
ATTRIBUTION: Final = "Contains data of GeoNames, https://www.geonames.org, CC BY 4.0; selected, folded and completed by hand."
_CAPITAL: Final = 0x80


def _keys(row: Row) -> dict[str, int]:
    """The folded names of a row with the best level of each."""
    levels: dict[str, int] = {}
    for name, level in row.names:
        key = (abbreviation(name) if level <= CHECKED and row.kind not in ("settlement", "admin2") else None) or fold(name)
        if 2 <= len(key.encode()) <= 80:
            levels[key] = min(level, levels.get(key, level))
    return levels


def _index(values: Iterable[Any]) -> tuple[list[Any], dict[Any, int]]:
    listed = sorted(set(values), key=lambda value: (value is not None, value))
    return listed, {value: i for i, value in enumerate(listed)}


def _texts(texts: Sequence[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    encoded = [text.encode() for text in texts]
    return np.frombuffer(b"".join(encoded), np.uint8), np.array([len(e) for e in encoded], np.uint8)


def arrays(rows: Sequence[Row]) -> tuple[dict[str, npt.NDArray[Any]], dict[str, Any]]:
    """The arrays by name and the small tables (countries, units, claims, ids) that stand in ``meta.json``.

    A posting is ``place * 4 + level``. Postings of one name lie together, names in the order of their bytes.
    """
    postings: dict[bytes, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for key, level in _keys(row).items():
            postings[key.encode()].append(place * 4 + level)
    names = sorted(postings)
    countries, country_at = _index(row.country for row in rows)
    units, unit_at = _index(row.admin1 for row in rows)
    claims, claim_at = _index(row.claimed_by or ((row.country,) if row.country else ()) for row in rows)
    shown, shown_length = _texts([row.name for row in rows])
    packed: dict[str, npt.NDArray[Any]] = {
        "name_text": np.frombuffer(b"".join(names), np.uint8),
        "name_length": np.array([len(name) for name in names], np.uint8),
        "posting_count": np.array([len(postings[name]) for name in names], np.uint16),
        "posting": np.array([p for name in names for p in sorted(postings[name])], np.uint32),
        "shown_text": shown,
        "shown_length": shown_length,
        "kind": np.array([KINDS.index(row.kind) | (_CAPITAL if row.capital else 0) for row in rows], np.uint8),
        "country": np.array([country_at[row.country] for row in rows], np.uint8),
        "admin1": np.array([unit_at[row.admin1] for row in rows], np.uint16),
        "claimed": np.array([claim_at[row.claimed_by or ((row.country,) if row.country else ())] for row in rows], np.uint16),
        "point": np.array([(row.lat, row.lon) for row in rows], np.float32),
        "population": np.array([row.population for row in rows], np.uint32),
        "geonames": np.array([row.geonames for row in rows], np.uint32),
    }
    ids = [row.id for row in rows if row.id != f"gn:{row.geonames}"]
    if any(row.id != f"gn:{row.geonames}" for row in rows[len(ids) :]):
        raise ValueError("rows with an id of their own must come first")
    return packed, {"countries": countries, "admin1": units, "claimed_by": claims, "ids": ids}


def write(rows: Sequence[Row], neighbours: dict[str, tuple[str, ...]], sources: dict[str, str], folder: Path) -> dict[str, Any]:
    """Writes the artefact and returns its ``meta.json``; the same rows give the same bytes."""
    packed, tables = arrays(rows)
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    for name, array in packed.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
        digest.update(name.encode() + array.tobytes())
    counts = {"places": len(rows), "names": len(packed["name_length"]), "postings": len(packed["posting"])}
    small = {**tables, "neighbours": neighbours}
    digest.update(json.dumps(small, sort_keys=True).encode())
    meta = {"format": FORMAT, "digest": digest.hexdigest(), "sources": sources, "counts": counts, "attribution": ATTRIBUTION, **small}
    (folder / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=None, separators=(",", ":")) + "\n", encoding="utf-8")
    return meta
