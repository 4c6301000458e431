"""Figures against the gold: effect and number, then whose people and who says so."""

from __future__ import annotations

from collections.abc import Sequence

from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_items import Toll, short
from gesta.evaluate.gold_statements import iou, overlap
from gesta.evaluate.gold_tally import Tally
from gesta.evaluate.pairing import paired


def score_figures(gold: Sequence[Toll], found: Sequence[Toll], tally: Tally, spellings: Spellings) -> None:
    """Adds the figures of one article."""
    found = list(short(found))
    pairs = figure_pairs(gold, found)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [g for i, g in enumerate(gold) if i not in hit]
    extra = [f for j, f in enumerate(found) if j not in used]
    matched = [(gold[i], found[j]) for i, j in pairs]
    right = [(g, f) for g, f in matched if g.numbers == f.numbers]
    whole = [(g, f) for g, f in right if same_claim(g, f, spellings)]
    tally.layer("figures (effect, number)", len(right), missed, extra, wrong=len(matched) - len(right))
    tally.layer("figures (effect, number, side, claimant)", len(whole), missed, extra, wrong=len(matched) - len(whole))
    for g, f in matched:
        if g.numbers != f.numbers:
            tally.miss(f"{g.effect} {list(g.numbers)} coded {list(f.numbers)}", g.quote, 2)
    for g, f in right:
        score_attributes(g, f, tally)
        if not same_claim(g, f, spellings):
            tally.miss(f"{g.effect} of {list(g.code)} by {list(g.said_by)} coded {list(f.code)} by {list(f.said_by)}", g.quote, 1.5)
    for g in missed:
        tally.miss(f"{g.effect} {list(g.numbers)} missed", g.quote, 2)
    for f in extra:
        tally.miss(f"{f.effect} {list(f.numbers)} beyond the gold", f.quote, 2)


def figure_pairs(gold: Sequence[Toll], found: Sequence[Toll]) -> list[tuple[int, int]]:
    """Positions of matched figures: same effect, overlapping evidence."""

    def fit(g: Toll, f: Toll) -> float:
        if g.span is None or f.span is None or g.effect != f.effect or not overlap(g.span, f.span):
            return 0
        return 1 + sum(a == b for a, b in zip(g.numbers, f.numbers, strict=True)) + iou(g.span, f.span)

    return paired(gold, found, fit)


def same_claim(g: Toll, f: Toll, spellings: Spellings) -> bool:
    """Whose people, and who says so."""
    return spellings.same(g.code, f.code) and spellings.same(g.said_by, f.said_by)


def score_attributes(g: Toll, f: Toll, tally: Tally) -> None:
    """Adds what a figure of the right number says beside it."""
    tally.share("figure who", g.who == f.who)
    tally.share("figure era", g.era == f.era)
    if g.era == "background":
        tally.share("background kept from the news", f.era == "background")
    tally.share("figure provisional", g.provisional == f.provisional)
    tally.share("figure qualifier", g.qualifier == f.qualifier)
