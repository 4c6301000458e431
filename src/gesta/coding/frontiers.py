"""Against whom forces are massed that stand at a border: the state on its other side."""

from __future__ import annotations

from gesta.coding.cast import Cast
from gesta.coding.clauses import obliques
from gesta.coding.names import OF_STATES
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import Party
from gesta.coding.triggers import Trigger

BORDERS = frozenset({"border", "frontier", "borderland", "doorstep"})
ALONG = ("near", "along", "at", "on", "to", "toward", "towards", "around")


def across_border(cast: Cast, trigger: Trigger, acting: list[Party]) -> tuple[list[Party], list[int]]:
    """The state in "massed troops along the Chadian border", "sent tanks to the border with Chad", with the border's word.

    Where one state alone acts and the border names one other. At "its border with Chad" forces may only guard their own.
    """
    own = {p.bare for p in acting}
    if len(own) != 1 or any(p.kind not in {"country", "military", "government"} for p in acting):
        return [], []
    around = [w for case in ALONG for w in trigger.frame.obliques.get(case, ())]
    around += [
        w for p in (*trigger.frame.patients, *trigger.frame.agents) for case in ALONG for w in obliques(cast.reading, p).get(case, ())
    ]
    for border in (w for w in around if cast.reading.words[w].lemma.lower() in BORDERS):
        if any(w not in cast.hits for w in cast.reading.dependents(border, "nmod:poss")):
            continue
        named = (*modifiers(cast.reading, border), *obliques(cast.reading, border).get("with", ()))
        states = {cast.hits[w].party.bare: cast.hits[w].party for w in named if w in cast.hits and cast.hits[w].how in OF_STATES}
        others = [p for bare, p in states.items() if bare not in own]
        if len(others) == 1:
            return others, [border]
    return [], []
