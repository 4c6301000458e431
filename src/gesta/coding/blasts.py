"""Whom a blast or a shell strikes that is told by the place where it went off: the embassy in "a bomb exploded outside the embassy"."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.parties import Party, branch
from gesta.coding.parties_in_text import who
from gesta.coding.sufferers import DWELLINGS, SETTLEMENTS, ground_of, sufferers
from gesta.coding.triggers import Trigger

BLASTS = frozenset({"explode", "detonate", "projectile-lands", "rip-through", "bomber-into", "mine"})
BESIDE = ("at", "inside", "outside", "in front of", "next to", "near", "beside", "among", "in", "against")
HITTING = frozenset({"at", "inside", "among", "in", "against"})  # of what a blast is only near, a name alone tells whose it is


def beside_blast(cast: Cast, trigger: Trigger) -> tuple[list[Party], list[int]]:
    """Whose the building or the people are beside which something went off, with their word; a town is only where it was.

    Who lives or shops there, where it is a market or a school: civilians of the country where the sentence is.
    """
    if trigger.rule.id not in BLASTS:
        return [], []
    for case in BESIDE:
        for head in trigger.frame.obliques.get(case, ()):
            if head in cast.place_of or head in cast.hits or head in trigger.words:
                continue
            if found := struck_at(cast, head, trigger, hit=case in HITTING):
                return found, [head]
    return [], []


def struck_at(cast: Cast, head: int, trigger: Trigger, *, hit: bool) -> list[Party]:
    """Whom the blast at one building or crowd strikes; nobody where words do not tell."""
    told = [p for p in who(cast, head) if p.is_side and p.own_side not in trigger.acting]
    built = cast.is_class(head, "property") or cast.is_class(head, "military_posts") or not cast.is_class(head, "territory")
    dwelt_in = cast.reading.words[head].lemma.lower() in DWELLINGS - SETTLEMENTS
    if told:
        return [branch(p, "CVL") for p in told] if dwelt_in else told if built else []
    if not hit:
        return []
    if dwelt_in:
        ground = ground_of(cast, head)
        return [branch(ground, "CVL")] if ground is not None and ground.bare not in trigger.acting else []
    return sufferers(cast, head, trigger.acting) if cast.is_class(head, "people") else []
