"""A store's incidents computed anew from all that is filed and judged, and swapped in as a whole."""

from __future__ import annotations

from gesta.linking.link import link
from gesta.model import Derived
from gesta.store.interface import Ingest, Store


def relink(store: Store, ingest: Ingest | None = None) -> Derived:
    """What linking computes of the store, published: readers see it, and all that was added, at once.

    `ingest` is the run that this ends, kept for the record. Computed twice from the same filings and judgements it is the same to the byte.
    """
    derived = link(store.filings(), store.tellings(), store.claims(), store.judgements())
    store.publish(derived, ingest)
    return derived
