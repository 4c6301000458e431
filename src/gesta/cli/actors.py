"""`gesta actors`."""

from __future__ import annotations

from gesta.cli.deliver import deliver
from gesta.cli.filters import asking
from gesta.cli.options import AnswerShape, Output, Shape, StoreAddress
from gesta.model import Query


@asking
def actors(query: Query, store: StoreAddress, shape: AnswerShape = Shape.TABLE, output: Output = None) -> None:
    """List actors. Who acts, suffers and speaks how often."""
    deliver(store, "actors", query, shape, output)
