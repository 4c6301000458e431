"""`gesta figures`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, get_args

import typer

from gesta.cli.deliver import deliver
from gesta.cli.filters import asking, chosen
from gesta.cli.options import AnswerShape, Output, Shape, StoreAddress
from gesta.model import Query, RuleName

Rule = Annotated[str | None, typer.Option("--rule", metavar="RULE", help="By this rule alone: gesta, ucdp or acled.", show_default=False)]


@asking
def figures(query: Query, store: StoreAddress, rule: Rule = None, shape: AnswerShape = Shape.TABLE, output: Output = None) -> None:
    """List estimates by rule. What each incident cost by gesta's, UCDP's and ACLED's, with the reason and the claims it rests on."""
    wanted = chosen(rule.lower(), get_args(RuleName), "--rule") if rule else None
    deliver(store, "figures", replace(query, rule=wanted), shape, output)
