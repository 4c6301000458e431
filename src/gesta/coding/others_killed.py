"""Whom an act kills besides those whose side is known.

In its own sentence: "the murder of Ana Ruiz, her driver and Luis Paz"; in a later telling: "Ana Ruiz was murdered in Cali. … Her driver was
also killed in the attack".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import conjuncts
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.lists import ARTICLES, OWNING, marked
from gesta.coding.one_act import kills_by_itself

ALSO: Final = frozenset({"also", "too"})


def name_listed(drafting: Drafting, drafts: Iterable[Draft]) -> None:
    """Lets each killing show all whom its own words name as its dead, also those of whom no party is known."""
    for d in drafts:
        d.beside += tuple(listed(drafting, d))


def listed(drafting: Drafting, d: Draft) -> list[int]:
    """The heads of those whom a killing lists, or names along with others, and who are not among its recipients' words.

    They are somebody by another name, one who is somebody's own ("his driver"), or another "a" in a list of such ("a judge and a teacher").
    """
    if not kills_by_itself(drafting, d) or d.trigger.rule.reciprocal:
        return []
    cast = drafting.cast
    heads = (*d.trigger.frame.patients, *(() if d.trigger.verbal else d.trigger.frame.obliques.get("of", ())))
    known = [h for h in heads if shown(cast, d, h)]
    names = [name for h in (*known, *d.roles.recipient_words) if (name := name_of(cast, h))]
    alike = bool(heads) and indefinite(cast, heads[0])
    out: list[int] = []
    for h in dict.fromkeys((*heads, *along_with(drafting, d))):
        name = name_of(cast, h) if h in cast.person_at or h + 1 in cast.person_at or of_people(cast, h) else frozenset()
        if shown(cast, d, h) or (name and any(name & other for other in names)):
            continue
        if name or one_of_theirs(cast, h, also=False) or (alike and indefinite(cast, h)):
            out.append(h)
            names += [name] if name else []
    return out


def of_people(cast: Cast, h: int) -> bool:
    """True for a noun that names people by what they are."""
    return cast.reading.words[h].upos == "NOUN" and (cast.is_class(h, "people") or cast.role(h) is not None)


def shown(cast: Cast, d: Draft, h: int) -> bool:
    """Whether the words of the recipients hold a head, or the name that stands with it."""
    run = cast.person_at.get(h)
    return any(w == h or (run is not None and run[0] <= w < run[1]) for w in d.roles.recipient_words)


def indefinite(cast: Cast, h: int) -> bool:
    """True for one person whom nothing was said of before: "a judge"."""
    return cast.reading.words[h].xpos == "NN" and of_people(cast, h) and marked(cast.reading, h, ARTICLES)


def along_with(drafting: Drafting, d: Draft) -> tuple[int, ...]:
    """Those in "was found dead along with her son", "was killed together with Luis Paz", and who is listed with them."""
    reading = drafting.reading
    out: list[int] = []
    for host in dict.fromkeys(d.trigger.words):
        for o in reading.dependents(host, "obl"):
            cases = [c for c in reading.dependents(o, "case") if reading.words[c].lower == "with"]
            together = any(reading.words[c - 1].lower in {"along", "together"} for c in cases)
            out += conjuncts(reading, o) if together else ()
    return tuple(out)


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
