"""What is told though nobody who takes part can be coded: of a place, a victim's name, a bomb, people whose word says what they are."""

from __future__ import annotations

from gesta.coding.backgrounds import held_against
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.one_act import named_dead
from gesta.coding.subevents import names
from gesta.coding.unslotted import told_by_some

TOLD = frozenset({"ASSAULT", "PROTEST", "RETREAT"})  # what is told of a place though nobody who takes part can be coded
BOMBED = frozenset({"explosives", "suicide-attack"})


def unnamed(drafting: Drafting, d: Draft) -> bool:
    """True for what is told though nobody who takes part can be coded: of a place, or of people whose word says what they are.

    Armed people, demonstrators, weapons that are found; of those arrested the word must be a political one.
    """
    cast, frame = drafting.cast, d.trigger.frame
    held = held_against(drafting.reading, d.i)
    if held is not None and drafting.reading.words[held].deprel == "acl":
        return False  # "four men accused of kidnapping"
    if (d.mode == "curfew" and d.factuality == "actual") or (d.type in TOLD and d.places):
        return True
    if told_by_some(cast, d.trigger, d.roles):
        return True
    if named_dead(drafting, d) or any(names_person(drafting, w) for w in d.struck):
        return True
    acting, struck = frame.agents, (*frame.patients, *(w for case in ("of", "on", "at", "against") for w in frame.obliques.get(case, ())))
    if d.type == "COERCE" and d.mode == "arrest":
        return any(names(cast, h, "political") for h in struck)
    if d.type == "COERCE" and d.mode == "seize":
        return any(names(cast, h, "arms") for h in struck)
    spoken = [drafting.reading.words[w] for w in range(*drafting.reading.sentences[d.trigger.sentence])]
    fiction = cast.codebook.ontology.settings["screen"] | cast.codebook.ontology.settings["games"]
    if any(w.lower in {"you", "your"} or w.lemma.lower() in fiction for w in spoken):
        return False  # news does not speak to its reader, nor of a film
    if d.type == "ASSAULT" and d.mode in BOMBED and d.factuality == "actual" and bombed(drafting, d):
        return True
    classes = ("demonstrators",) if d.type == "PROTEST" else ("forces", "gunmen", "demonstrators", "mob")
    heads = acting if d.type == "PROTEST" or d.trigger.rule.killing else (*acting, *struck)
    return d.type in TOLD and any(names(cast, h, name) for h in heads for name in classes)


def bombed(drafting: Drafting, d: Draft) -> bool:
    """True for a bomb that goes off, and for what is bombed: a building, a vehicle, a headquarters."""
    frame = d.trigger.frame
    struck = (*frame.patients, *(w for found in frame.obliques.values() for w in found))
    bomb = d.trigger.rule.id == "bombing-noun" and any(drafting.cast.is_class(w, "arms") for w in frame.obliques.get("of", ()))
    return d.trigger.rule.id == "explode" or bomb or any(drafting.cast.is_class(w, "property") for w in struck)


def names_person(drafting: Drafting, w: int) -> bool:
    """True for a person's name, and for the office right before one."""
    return w in drafting.cast.person_at or w + 1 in drafting.cast.person_at
