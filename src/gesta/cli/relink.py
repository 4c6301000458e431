"""`gesta relink`: a store's incidents computed anew, all of them."""

from __future__ import annotations

from gesta.cli.options import StoreAddress
from gesta.cli.streams import emit
from gesta.pipeline.relinking import relink as link_anew
from gesta.render.phrases import counted
from gesta.store import open_store


def relink(store: StoreAddress) -> None:
    """Compute all incidents of a store anew, from what is filed and judged. They are the same: an ingest links what it must, this all."""
    with open_store(store, write=True) as opened:
        done = link_anew(opened, whole=True)
    emit(f"{counted(done.of, 'chapter')} linked; {counted(done.incidents, 'incident')} in the store\n")
