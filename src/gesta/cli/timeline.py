"""`gesta timeline`."""

from __future__ import annotations

from gesta.cli.deliver import deliver
from gesta.cli.filters import asking
from gesta.cli.options import AnswerShape, Output, Shape, StoreAddress
from gesta.model import Query


@asking
def timeline(query: Query, store: StoreAddress, shape: AnswerShape = Shape.TABLE, output: Output = None) -> None:
    """Count by day. Incidents, events, reports, sources and deaths."""
    deliver(store, "timeline", query, shape, output)
