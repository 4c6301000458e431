"""Violence that no passage turns into a figure of speech: weapons of war that strike, and fighters of whom a place is told that strike.

A match is played at a stadium and a film is shown at a theatre, and both are bombed: what a passage is about
(`gesta.coding.settings`) tells nothing where a missile hits people or buildings, or gunmen and mobs do.
"""

from __future__ import annotations

from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import Frame
from gesta.coding.nounphrases import modifiers

#: What weapons of war strike; a rocket that strikes the net is none.
STRUCK: Final = ("people", "property", "territory", "forces", "arms", "gatherings")


def unmistakable(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether a weapon of war strikes people, buildings or a place, or fighters do the act at word `i` in a place that is told of."""
    told, shells = reached(frame), cast.is_class(i, "shelling_verbs")
    doing = (*frame.agents, *frame.obliques.get("by", ()), *frame.obliques.get("with", ()), i)
    armed = shells or any(weapon(cast, w) for w in doing)
    armed = armed or any(cast.is_class(w, "projectiles") for w in (*frame.agents, *frame.obliques.get("by", ())))
    armed = armed or (cast.is_class(i, "bombing_verbs") and any(cast.is_class(a, "bombing_craft") for a in frame.agents))
    if armed and any(struck(cast, w) for w in told):
        return True
    if cast.is_class(i, "treading") and any(cast.is_class(p, "trodden_mines") for p in frame.patients):
        return True
    if any(cast.is_class(p, "demonstrators") for p in frame.patients) and any(cast.is_class(a, "forces") for a in frame.agents):
        return True
    run = cast.reading.sentences[cast.reading.words[i].sentence]
    placed = any(w in cast.place_of or w in cast.hits for w in range(run.first, run.end))
    return placed and any(cast.is_class(w, "fighters_by_name") for w in doing)


def weapon(cast: Cast, w: int) -> bool:
    """Whether a noun is a weapon of war, by itself or with the word before it; shells and bombs are also of the sea and of the bath."""
    words, classes = cast.reading.words, cast.codebook.ontology.classes
    lemma = words[w].lemma.lower()
    if lemma in classes["weapons_of_war"] or (lemma in classes["projectiles"] and lemma not in classes["homonyms_of_projectiles"]):
        return True
    before = [words[m].lemma.lower() for m in modifiers(cast.reading, w)]
    if any(f"{m} {lemma}" in classes["compound_weapons"] for m in before):
        return True
    fired = (m for m in before if m in classes["projectiles"] and m not in classes["homonyms_of_projectiles"])
    return cast.codebook.ontology.names_violence(lemma) and any(fired)


def struck(cast: Cast, w: int) -> bool:
    """Whether a word names what weapons strike."""
    return w in cast.place_of or w in cast.person_at or any(cast.is_class(w, name) for name in STRUCK)


def reached(frame: Frame) -> tuple[int, ...]:
    """What an act is done to, and where."""
    return (*frame.patients, *(w for found in frame.obliques.values() for w in found))
