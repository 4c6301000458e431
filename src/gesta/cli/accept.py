"""`gesta accept`."""

from __future__ import annotations

from gesta.cli.deciding import By, Reason, Refs, author, enter
from gesta.cli.options import StoreAddress
from gesta.pipeline.judging import verdict


def accept(refs: Refs, store: StoreAddress, by: By = None, reason: Reason = "") -> None:
    """Accept items. They are right, and a reader need not look again."""
    enter(store, lambda opened: verdict(opened, "accept", refs, author(by, reason)))
