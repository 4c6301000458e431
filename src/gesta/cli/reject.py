"""`gesta reject`."""

from __future__ import annotations

from gesta.cli.deciding import By, Reason, Refs, author, enter
from gesta.cli.options import StoreAddress
from gesta.pipeline.judging import verdict


def reject(refs: Refs, store: StoreAddress, by: By = None, reason: Reason = "") -> None:
    """Reject items. They are left out of all that is computed, and stay in the ledger."""
    enter(store, lambda opened: verdict(opened, "reject", refs, author(by, reason)))
