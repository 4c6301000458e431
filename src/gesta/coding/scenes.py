"""Where: the town that the story is at, for an act of the news that is told without a place."""

from __future__ import annotations

from gesta.coding.drafts import Draft, Drafting
from gesta.coding.retellings import ON_THE_GROUND, other_day, sentence, sides

SCENE = 3  # sentences


def place_by_scene(drafting: Drafting, drafts: list[Draft]) -> None:
    """Gives an act of the news that is told without a place the town where the act before it took place; `why` then holds +scene.

    Only a settlement or a facility is a scene, a few sentences long and on one day.
    """
    scene: Draft | None = None
    for d in drafts:
        if d.type not in ON_THE_GROUND or d.era != "current":
            continue
        if d.places:
            scene = d
        elif (
            scene is not None
            and sentence(d) - sentence(scene) <= SCENE
            and d.factuality == "actual"
            and not other_day(scene, d)
            and not places_in(drafting, sentence(d))
        ):
            exact = tuple(k for k in scene.places if (t := drafting.located[k].toponym) and t.kind in {"settlement", "facility"})
            if d.teller is not None and d.roles.recipients and sides(d)[0] & sides(scene)[1]:
                continue  # a claim in the other direction
            if exact:
                d.places, d.places_from_scene, d.why = exact, True, d.why + "+scene"


def places_in(drafting: Drafting, n: int) -> bool:
    """True when sentence `n` names a place."""
    return n in drafting.places_of
