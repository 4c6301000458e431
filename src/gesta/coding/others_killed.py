"""Whom a later telling of an act kills besides: "Ana Ruiz was murdered in Cali. … Her driver was also killed in the attack"."""

from __future__ import annotations

from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.one_act import kills_by_itself

OWNING: Final = frozenset({"his", "her", "their"})
ALSO: Final = frozenset({"also", "too"})


def others_killed(drafting: Drafting, told: Draft, again: Draft) -> list[int]:
    """The heads of those whom `again` kills by its own word and whom `told` does not name: by another name, or one who is somebody's own.

    "The senator" may be who was named before; "his driver" is another, and so is "the driver" who was killed "also".
    """
    if not kills_by_itself(drafting, again) or again.factuality != told.factuality:
        return []
    cast, words = drafting.cast, drafting.reading.words
    known = (*told.trigger.frame.patients, *told.roles.recipient_words, *told.struck, *told.beside)
    names = [name for h in known if (name := name_of(cast, h))]
    owned = {words[h].lemma.lower() for h in known}
    same_act = kills_by_itself(drafting, told) or told.trigger.sentence == again.trigger.sentence
    also = any(words[c].lower in ALSO for c in drafting.reading.dependents(again.i, "advmod"))
    out: list[int] = []
    for h in dict.fromkeys((*again.trigger.frame.patients, *again.roles.recipient_words)):
        name = name_of(cast, h)
        if name:
            if same_act and names and not any(name & other for other in names):
                out.append(h)
                names.append(name)
        elif one_of_theirs(cast, h, also=also) and words[h].lemma.lower() not in owned:
            out.append(h)
    return out


def name_of(cast: Cast, h: int) -> frozenset[str]:
    """The words of the name that stands at a head or right with it ("senator Luis Rojas"); none for who is not named."""
    beside = (h, h + 1, *cast.reading.dependents(h, "appos", "flat", "nmod:desc"))
    run = next((cast.person_at[w] for w in beside if w in cast.person_at), None)
    return frozenset(cast.reading.words[w].lower for w in range(*run)) if run is not None else frozenset()


def one_of_theirs(cast: Cast, h: int, *, also: bool) -> bool:
    """True for one person who is somebody's: "his driver", "her son"; with "also" for "the driver" too."""
    word = cast.reading.words[h]
    if word.xpos != "NN" or not (cast.is_class(h, "people") or cast.role(h) is not None):
        return False
    marks = {cast.reading.words[c].lower for c in cast.reading.dependents(h, "nmod:poss", "det")}
    return bool(marks & OWNING) or (also and "the" in marks)
