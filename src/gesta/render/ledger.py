"""Who says what it cost whom: the claimants × sides matrix of one report. Nothing is added up, no figure loses its claimant."""

from __future__ import annotations

from dataclasses import dataclass

from gesta.model import Figure
from gesta.render.register import Claimant, Register


@dataclass(frozen=True, slots=True)
class Row:
    """One claimant's figures by the side that suffered, in the order of the columns."""

    claimant: Claimant
    cells: tuple[tuple[Figure, ...], ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """`sides` are the columns (None: side not said); `news` and `background` the rows, kept apart."""

    sides: tuple[str | None, ...]
    news: tuple[Row, ...]
    background: tuple[Row, ...]


def ledger(register: Register) -> Ledger:
    """Every figure of the report in every row of a claimant who makes it. Sides stand in the order of the record, "side not said" last."""
    figures = register.report.figures
    sides = columns_of(figures)
    return Ledger(
        sides,
        rows(register, [f for f in figures if f.era != "background"], sides),
        rows(register, [f for f in figures if f.era == "background"], sides),
    )


def columns_of(figures: tuple[Figure, ...]) -> tuple[str | None, ...]:
    """Sides in the order of first mention, those of the news first, None last."""
    news_first = sorted(figures, key=lambda f: f.era == "background")
    codes = dict.fromkeys(f.victims.code for f in news_first)
    return tuple(sorted(codes, key=lambda code: code is None))


def rows(register: Register, figures: list[Figure], sides: tuple[str | None, ...]) -> tuple[Row, ...]:
    """One row for each claimant, those who are quoted before the outlet itself."""
    claims: dict[Claimant, list[Figure]] = {}
    for figure in figures:
        for claimant in register.claimants(figure.statements):
            claims.setdefault(claimant, []).append(figure)
    ordered = sorted(claims, key=lambda c: c.own)
    return tuple(Row(c, tuple(tuple(f for f in claims[c] if f.victims.code == side) for side in sides)) for c in ordered)
