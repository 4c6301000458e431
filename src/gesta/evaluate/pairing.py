"""One-to-one matching of gold and found items, the best fit first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Gold = TypeVar("Gold")
Found = TypeVar("Found")


def paired(gold: Sequence[Gold], found: Sequence[Found], fit: Callable[[Gold, Found], float]) -> list[tuple[int, int]]:
    """Positions of matches, by falling fit, then by position; a fit of 0 is no match and each item is matched once at most."""
    ranked = sorted((-value, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (value := fit(g, f)) > 0)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    out = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out.append((i, j))
    return out
