"""Who takes to the street and against whom, where no slot of a frame tells."""

from __future__ import annotations

from collections.abc import Iterable

from gesta.coding.cast import Cast
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import Party, branch
from gesta.coding.parties_in_text import who
from gesta.coding.sufferers import ground_of
from gesta.coding.triggers import Trigger, counted


def protested(cast: Cast, trigger: Trigger) -> tuple[list[Party], list[int]]:
    """Whom "anti-government protests" and "an anti-French march" are against, with the word that tells it."""
    for m in modifiers(cast.reading, trigger.i):
        if cast.joined_before(m) == "anti" and (found := [p for p in who(cast, m) if p.code]):
            return found, [m]
    return [], []


def crowd(cast: Cast, trigger: Trigger, *, against: bool) -> list[Party]:
    """Who takes to the street where no nationality stands with them: civilians of the country where it happens."""
    people = [counted_people(cast, h) for h in trigger.frame.agents]
    heads = [h for h in people if cast.is_class(h, "people") or (cast.role(h) is not None and h not in cast.person_at)]
    told = trigger.verbal or cast.reading.words[trigger.i].relation in {"nsubj", "obj", "root"} or against
    home = ground_of(cast, trigger.i) if told and (heads or not trigger.verbal) else None
    return [branch(home, "CVL")] if home is not None else []


def crowd_faced(cast: Cast, trigger: Trigger, heads: Iterable[int], parties: list[Party]) -> list[Party]:
    """The people whom one state's forces clash with where nothing tells whose they are: those of where it happens.

    As in "students clashed with the Kenyan police", "clashes between protesters and soldiers in Goma".
    """
    sides = {p.code: p for p in parties if p.code}
    if len(sides) != 1 or not all(p.kind in {"military", "government", "country"} for p in sides.values()):
        return []
    people = [k for h in heads for k in (h, counted_people(cast, h)) if not any(p.code for p in who(cast, k))]
    policed = any(p.sector == "COP" for p in sides.values())
    crowds = [h for h in people if cast.is_class(h, "demonstrators") or cast.is_class(h, "mob") or (policed and at_work(cast, h))]
    home = ground_of(cast, trigger.i) if crowds else None
    return [branch(home, "CVL")] if home is not None else []


def at_work(cast: Cast, h: int) -> bool:
    """True for people by their trade: miners, truckers, traders."""
    role = cast.role(h)
    return role is not None and role.sector == "CVL" and role.victim_who == "civilian" and not cast.is_class(h, "gunmen")


def counted_people(cast: Cast, h: int) -> int:
    """The noun itself, or the one behind "tens of thousands of"."""
    return (h, *counted(cast.reading, h))[-1]
