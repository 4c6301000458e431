"""`gesta claims`."""

from __future__ import annotations

from dataclasses import replace

from gesta.cli.deliver import deliver
from gesta.cli.filters import asking
from gesta.cli.options import AnswerShape, Output, Shape, StoreAddress
from gesta.model import Query


@asking
def claims(query: Query, store: StoreAddress, shape: AnswerShape = Shape.TABLE, output: Output = None) -> None:
    """List claims, one row each. Who says that how many of whose people were killed or wounded, in which words; never summed."""
    deliver(store, "claims", replace(query, sort=query.sort or "known"), shape, output)
