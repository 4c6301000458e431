"""Keeping and asking: reports are never changed, judgements are appended, what linking computes is swapped in as a whole."""

from __future__ import annotations

from gesta.store.answers import next_page
from gesta.store.backups import back_up, restore
from gesta.store.condition import Condition
from gesta.store.interface import Failure, Ingest, Store
from gesta.store.opening import condition_of, open_store, published
from gesta.store.resting import collecting
from gesta.store.spelling import Spelled, spelled

__all__ = [
    "Condition",
    "Failure",
    "Ingest",
    "Spelled",
    "Store",
    "back_up",
    "collecting",
    "condition_of",
    "next_page",
    "open_store",
    "published",
    "restore",
    "spelled",
]
