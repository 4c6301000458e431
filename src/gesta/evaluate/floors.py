"""Floors: what each figure must reach, beside the fingerprint of the corpus that it was reached on. They only rise."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gesta.errors import CodebookError
from gesta.evaluate.results import Result

SHIPPED: Final = Path(__file__).parent / "floors.json"
#: int8 products round differently on another processor: a figure may move that much without anything having changed.
ROOM: Final = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The floors of one task on one split, by the measure's name, and the corpus that they were reached on."""

    fingerprint: str
    figures: Mapping[str, float]


def load(path: Path = SHIPPED) -> dict[str, Floors]:
    """The floors of a file by `task/split`; CodebookError names the file where it is none. A file that is not there has no floors."""
    if not path.exists():
        return {}
    try:
        rows = json.loads(path.read_text("utf-8"))
        return {name: Floors(fingerprint=row["fingerprint"], figures=row["figures"]) for name, row in rows.items()}
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise CodebookError(path=path, why=f"not a file of floors: {error}") from error


def refusal(floors: Floors | None, fingerprint: str) -> str | None:
    """Why floors are not compared: they were set on another corpus."""
    if floors is None or floors.fingerprint == fingerprint:
        return None
    return f"the floors are those of the corpus {floors.fingerprint}, this one is {fingerprint}: not compared"


def raised(known: Mapping[str, Floors], results: list[Result]) -> dict[str, Floors]:
    """Floors lifted to a hundredth below the figures. None falls (of a measure that should be small: none rises).

    Floors of another corpus are left as they are.
    """
    out = dict(known)
    for result in results:
        name = f"{result.task}/{result.split}"
        before = known.get(name)
        if before is not None and before.fingerprint != result.fingerprint:
            continue
        figures = dict(before.figures) if before else {}
        for figure in result.figures:
            if figure.value is not None:
                figures[figure.measure.name] = lifted(figures.get(figure.measure.name), figure.value, most=figure.measure.most)
        out[name] = Floors(fingerprint=result.fingerprint, figures=figures)
    return out


def lifted(floor: float | None, value: float, *, most: bool) -> float:
    """The new floor of one figure."""
    if most:
        new = math.ceil((value + ROOM) * 1000) / 1000
        return new if floor is None else min(floor, new)
    new = max(0.0, math.floor((value - ROOM) * 1000) / 1000)
    return new if floor is None else max(floor, new)


def save(path: Path, floors: Mapping[str, Floors]) -> None:
    """The floors stand in the file, sorted."""
    rows = {name: {"fingerprint": f.fingerprint, "figures": dict(sorted(f.figures.items()))} for name, f in sorted(floors.items())}
    path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
