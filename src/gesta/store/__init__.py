"""Keeping and asking: reports are never changed, judgements are appended, what linking computes is swapped in as a whole."""

from __future__ import annotations

from gesta.store.interface import Failure, Ingest, Store

__all__ = ["Failure", "Ingest", "Store"]
