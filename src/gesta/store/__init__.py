"""Keeping and asking: reports are never changed, judgements are appended, what linking computes is swapped in as a whole."""

from __future__ import annotations

from gesta.store.answers import next_page
from gesta.store.interface import Failure, Ingest, Store
from gesta.store.opening import open_store, published

__all__ = ["Failure", "Ingest", "Store", "next_page", "open_store", "published"]
