"""Ids and titles of incidents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from gesta.model import Granularity


def incident_id(ref: str, granularity: Granularity) -> str:
    """16 hex digits of a hash over the founding telling (`REPORT:KEY`) and the granularity: it stays when reports are added."""
    return hashlib.sha256(f"{granularity}:{ref}".encode()).hexdigest()[:16]


def title(kind: str, mode: str | None, sides_a: Iterable[str], sides_b: Iterable[str], directed: bool, place: str | None) -> str:
    """What an incident is called: type, sides and place, as in "ASSAULT/drone AZE → ARM, Jermuk"."""
    a, b = "+".join(sides_a), "+".join(sides_b)
    who = f"{a or '?'} → {b or '?'}" if directed else "–".join(filter(None, (a, b))) or "?"
    return " ".join(filter(None, (f"{kind}/{mode}" if mode else kind, who))) + (f", {place}" if place else "")
