"""How parties count, as a table: own losses beside the adversary's count of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from gesta.model.ledger import Bias
from gesta.render.fitted import Column, fitted
from gesta.render.ink import paint
from gesta.render.phrases import EFFECTS, plainly

HEADS: Final = (
    Column("losses of", style="event", give=0),
    Column("effect", give=0),
    Column("adversary", give=0),
    Column("both count", right=True, give=0),
    Column("own", right=True, give=0),
    Column("adversary's", right=True, give=0),
    Column("ratio", right=True, style="figure", give=0),
    Column("own alone", right=True, give=0),
    Column("adversary alone", right=True, give=0),
)


def leanings(rows: Iterable[Bias], *, width: int | None, colour: bool) -> str:
    """One line a pair of parties and effect; those that both count first, by how many incidents."""
    ranked = sorted(rows, key=lambda row: (-row.both, row.party, row.effect, row.adversary))
    cells = (
        (
            row.party,
            EFFECTS.get(row.effect, plainly(row.effect)),
            row.adversary,
            str(row.both),
            "" if row.own is None else f"{row.own:,.0f}",
            "" if row.adversary_said is None else f"{row.adversary_said:,.0f}",
            "" if row.ratio is None else f"{row.ratio:.2f}",
            str(row.own_only),
            str(row.adversary_only),
        )
        for row in ranked
    )
    return paint(fitted(HEADS, cells, width), colour)
