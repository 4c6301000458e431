"""Harm that is no act of war or politics whoever is near: done to oneself, among kin, for loot, or only played in an exercise."""

from __future__ import annotations

from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import HARMING, Frame
from gesta.coding.nounphrases import modifiers
from gesta.coding.parties import POWERS
from gesta.coding.parties_in_text import who

ONESELF: Final = frozenset({"himself", "herself", "themselves", "itself"})
OWN: Final = frozenset({"his", "her"})
ONE: Final = frozenset({"NN", "NNP"})


def private_harm(cast: Cast, i: int, frame: Frame) -> str | None:
    """Why a verb of violence tells none that is armed, political or of many; None where it may."""
    if cast.is_class(i, "deadly") or cast.is_class(i, "harming_one"):
        if frame.patients and all(cast.reading.words[p].lower in ONESELF for p in frame.patients):
            return "somebody harms himself"
        if among_kin(cast, frame):
            return "done among kin"
    if crashed(cast, i):
        return "the doing of an accident"
    if robbed(cast, frame):
        return "a robbery"
    if played(cast, i, frame):
        return "played in an exercise"
    return None


def crashed(cast: Cast, i: int) -> bool:
    """Whether somebody is killed when a vehicle has an accident: "was killed when his car hit a tree", "when their lorry overturned"."""
    reading = cast.reading
    if reading.words[i].lemma not in HARMING:
        return False
    for c in reading.dependents(i, "advcl"):
        verb, hit = reading.words[c], reading.dependents(c, "obj")
        driven = any(cast.is_class(s, "vehicles") for s in reading.dependents(c, "nsubj"))
        mishap = cast.is_class(c, "mishaps") or (verb.lemma in {"hit", "strike"} and any(cast.is_class(o, "obstacles") for o in hit))
        if driven and mishap:
            return True
    return False


def among_kin(cast: Cast, frame: Frame) -> bool:
    """Whether somebody does it to his own kin, or a person's kin or lover does it: "killed his ex-wife", "stabbed by her ex-lover"."""
    words = cast.reading.words
    doing = (*frame.agents, *frame.obliques.get("by", ()))
    if doing and all(cast.is_class(a, "kin") for a in doing):
        return True
    one = len(frame.agents) == 1 and words[frame.agents[0]].xpos in ONE and not cast.is_class(frame.agents[0], "forces")
    if not one or any(p.kind in POWERS for p in who(cast, frame.agents[0])):
        return False
    own = (any(words[o].lower in OWN for o in cast.reading.dependents(p, "nmod:poss")) for p in frame.patients)
    return bool(frame.patients) and all(own) and all(cast.is_class(p, "kin") for p in frame.patients)


def robbed(cast: Cast, frame: Frame) -> bool:
    """Whether thieves do it, or a gang does it to what holds money or jewels: "a gang that raided cash machines"."""
    if not frame.agents or any(p.code for a in frame.agents for p in who(cast, a) if p.kind in POWERS):
        return False
    if all(cast.is_class(a, "thieves") for a in frame.agents):
        return True
    gang = all(cast.reading.words[a].lemma.lower() == "gang" for a in frame.agents)
    return gang and any(cast.is_class(p, "loot") for p in frame.patients)


def played(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether it is done "in an exercise"; what is done to an exercise, or while one goes on, is not."""
    inside = [w for w in frame.obliques.get("in", ()) if cast.is_class(w, "exercises")]
    return any(any(cast.reading.words[d].lower in {"a", "an"} for d in cast.reading.dependents(w, "det")) for w in inside) and not any(
        cast.is_class(m, "harm") for m in modifiers(cast.reading, i)
    )
