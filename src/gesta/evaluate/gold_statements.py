"""Statements against the gold: the words attributed, and who says them."""

from __future__ import annotations

from collections.abc import Sequence

from gesta.evaluate.gold_codes import Spellings
from gesta.evaluate.gold_items import Range, Said, sentence_of
from gesta.evaluate.gold_tally import Tally
from gesta.evaluate.pairing import paired


def overlap(a: Range, b: Range) -> int:
    """Shared code points."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def iou(a: Range, b: Range) -> float:
    """Shared code points as a share of all that either has."""
    both = overlap(a, b)
    return both / ((a[1] - a[0]) + (b[1] - b[0]) - both) if both else 0.0


def statement_pairs(gold: Sequence[Said], found: Sequence[Said], text: str, spellings: Spellings) -> list[tuple[int, int]]:
    """Positions of matched statements: half of all words of both, or the gold's covered within its sentence."""

    def fit(g: Said, f: Said) -> float:
        if g.span is None or f.span is None:
            return 0
        whole = sentence_of(text, g.span)
        covers = overlap(g.span, f.span) >= 0.9 * (g.span[1] - g.span[0]) and f.span[0] >= whole[0] and f.span[1] <= whole[1]
        value = max(iou(g.span, f.span), 0.5 if covers else 0)
        return value + 0.1 * spellings.same(g.source, f.source) if value >= 0.5 else 0

    return paired(gold, found, fit)


def score_statements(gold: Sequence[Said], found: Sequence[Said], text: str, tally: Tally, spellings: Spellings) -> None:
    """Adds the statements of one article."""
    pairs = statement_pairs(gold, found, text, spellings)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [g for i, g in enumerate(gold) if i not in hit]
    extra = [f for j, f in enumerate(found) if j not in used]
    right = [(gold[i], found[j]) for i, j in pairs if spellings.same(gold[i].source, found[j].source)]
    tally.layer("statements (content)", len(pairs), missed, extra)
    tally.layer("statements (content and source)", len(right), missed, extra, wrong=len(pairs) - len(right))
    for g, f in right:
        tally.share("statement stance", g.stance == f.stance)
    for i, j in pairs:
        if not spellings.same(gold[i].source, found[j].source):
            tally.miss(f"statement of {list(gold[i].source)} given to {list(found[j].source)}", gold[i].quote)
    for g in missed:
        tally.miss(f"statement of {list(g.source)} missed", g.quote)
    for f in extra:
        tally.miss(f"statement of {list(f.source)} beyond the gold", f.quote, 0.5)
