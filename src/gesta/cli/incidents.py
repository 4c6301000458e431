"""`gesta incidents`."""

from __future__ import annotations

from gesta.cli.deliver import deliver
from gesta.cli.filters import asking
from gesta.cli.options import AnswerShape, Output, Shape, StoreAddress
from gesta.model import Query


@asking
def incidents(query: Query, store: StoreAddress, shape: AnswerShape = Shape.TABLE, output: Output = None) -> None:
    """List incidents. What happened, to whom, where, when, at what cost by gesta's rule, told by how many independent sources."""
    deliver(store, "incidents", query, shape, output)
