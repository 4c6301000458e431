"""`gesta events`."""

from __future__ import annotations

from gesta.cli.deliver import deliver
from gesta.cli.filters import asking
from gesta.cli.options import AnswerShape, Output, Shape, StoreAddress
from gesta.model import Query


@asking
def events(query: Query, store: StoreAddress, shape: AnswerShape = Shape.TABLE, output: Output = None) -> None:
    """List events as reports tell them. One row for each report that tells one."""
    deliver(store, "events", query, shape, output)
