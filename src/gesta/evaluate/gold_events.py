"""Events against the gold: type, who to whom, and the attributes of those matched."""

from __future__ import annotations

from collections.abc import Sequence

from gesta.evaluate.gold_codes import Spellings, kind_of
from gesta.evaluate.gold_items import Deed, Spot, sentence_of, short
from gesta.evaluate.gold_statements import iou, overlap
from gesta.evaluate.gold_tally import Tally
from gesta.evaluate.pairing import paired


def score_events(gold: Sequence[Deed], found: Sequence[Deed], text: str, tally: Tally, spellings: Spellings) -> None:
    """Adds the events of one article."""
    found = list(short(found))
    pairs = event_pairs(gold, found, text, spellings)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [g for i, g in enumerate(gold) if i not in hit]
    retold = [sentence_of(text, span) for g in gold for span in g.also]
    extra = [f for j, f in enumerate(found) if j not in used and not any(f.span and overlap(s, f.span) for s in retold)]
    matched = [(gold[i], found[j]) for i, j in pairs]
    right = [(g, f) for g, f in matched if spellings.agree(g.roles, f.roles)]
    tally.layer("events (type)", len(matched), missed, extra)
    tally.layer("events (type, actor, recipient)", len(right), missed, extra, wrong=len(matched) - len(right))
    for g, f in matched:
        score_attributes(g, f, tally, spellings)
    for g, f in right:
        for a, b in spellings.pairs(g.roles, f.roles):
            tally.share("kind after the dot", kind_of(a) == kind_of(b))
    for g in missed:
        tally.miss(f"{told(g)} missed", g.quote)
    for f in extra:
        tally.miss(f"{told(f)} beyond the gold", f.quote)


def event_pairs(gold: Sequence[Deed], found: Sequence[Deed], text: str, spellings: Spellings) -> list[tuple[int, int]]:
    """Positions of matched events: same type, and evidence in the sentence of the gold's quote."""

    def fit(g: Deed, f: Deed) -> float:
        if g.span is None or f.span is None or g.type != f.type or not overlap(sentence_of(text, g.span), f.span):
            return 0
        return 1 + iou(g.span, f.span) + 2 * spellings.agree(g.roles, f.roles) + spellings.same(g.said_by, f.said_by)

    return paired(gold, found, fit)


def told(deed: Deed) -> str:
    """Type and roles in few words."""
    return f"{deed.type} {list(deed.actors)} > {list(deed.recipients)}"


def score_attributes(g: Deed, f: Deed, tally: Tally, spellings: Spellings) -> None:
    """Adds what a matched event says beside its type."""
    same = spellings.agree(g.roles, f.roles)
    if not same:
        tally.miss(f"{told(g)} coded {list(f.actors)} > {list(f.recipients)}", g.quote, 1.5)
    if g.actors and g.recipients:
        mirrored = [("by", code) for code in f.recipients] + [("to", code) for code in f.actors]
        tally.share("events not reversed", same or not spellings.agree(g.roles, mirrored))
    tally.share("event mode", g.mode == f.mode)
    tally.share("event date", f.date.startswith(g.date) if g.date else not f.date)
    tally.share("event said_by", spellings.same(g.said_by, f.said_by))
    tally.share("event era", g.era == f.era)
    if g.era == "background":
        tally.share("background kept from the news", f.era == "background")
    wanted, got = (value if value != "actual" else None for value in (g.factuality, f.factuality))
    missed, extra = (["x"] if value is not None and wanted != got else [] for value in (wanted, got))
    tally.layer("factuality other than actual", int(wanted == got is not None), missed, extra)
    if g.places:
        tally.share("event places", any(same_place(p, q) for p in g.places for q in f.places))


def same_place(gold: Spot, found: Spot) -> bool:
    """The same name, an overlapping mention, or 25 km at most between them."""
    if gold.name.casefold() == found.name.casefold() or any(overlap(a, b) for a in gold.spans for b in found.spans):
        return True
    return gold.is_near(found, min(gold.near, 25))
