"""Intervals by the bootstrap: documents are drawn with replacement as often as there are, and the figure is computed anew."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gesta.evaluate.task import Measure, Scored

DRAWS = 1000
SEED = 20220913


def summed(scored: Sequence[Scored]) -> dict[str, float]:
    """The counts of all documents together."""
    total: dict[str, float] = {}
    for each in scored:
        for name, number in each.counts.items():
            total[name] = total.get(name, 0) + number
    return total


def intervals(scored: Sequence[Scored], measures: Sequence[Measure]) -> list[tuple[float, float] | None]:
    """The 2.5th and 97.5th percentile of each measure over a thousand draws, the same for the same counts; None without a figure."""
    names = sorted({name for each in scored for name in each.counts})
    table = np.array([[each.counts.get(name, 0) for name in names] for each in scored], dtype=float).reshape(len(scored), len(names))
    draws = np.random.default_rng(SEED).multinomial(len(scored), np.full(len(scored), 1 / max(1, len(scored))), size=DRAWS)
    drawn = [dict(zip(names, row, strict=True)) for row in (draws @ table).tolist()]
    out: list[tuple[float, float] | None] = []
    for measure in measures:
        values = [value for counts in drawn if (value := measure.value(counts)) is not None]
        low, high = np.percentile(values, [2.5, 97.5]) if values else (0.0, 0.0)
        out.append((float(low), float(high)) if values else None)
    return out
