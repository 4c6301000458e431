"""Violence that no passage turns into a figure of speech: weapons of war that strike, and fighters of whom a place is told that strike.

A match is played at a stadium and a film is shown at a theatre, and both are bombed: what a passage is about
(`gesta.coding.settings`) tells nothing where a missile hits people or buildings, or gunmen and mobs do.
"""

from __future__ import annotations

from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import Frame
from gesta.coding.nounphrases import modifiers

#: What flies, explodes or is driven in war alone; a "shot", a "missile of a shot" and a "bombshell" are not among them.
WEAPONS: Final = frozenset(
    "missile rocket mortar artillery howitzer warplane gunship gunboat airstrike landmine grenade shrapnel munition drone shelling "
    "gunfire".split()
)
COMPOUNDS: Final = frozenset(
    {("air", "strike"), ("car", "bomb"), ("suicide", "bomber"), ("air", "raid"), ("roadside", "bomb"), ("glide", "bomb")}
)
#: Verbs of weapons alone, and who may be told to bomb without being told to fight.
SHELLING: Final = frozenset({"shell", "strafe", "mortar", "firebomb", "machine-gun", "carpet-bomb"})
BOMBING: Final = SHELLING | {"bomb", "bombard"}
BOMBERS: Final = frozenset({"aircraft", "plane", "jet", "helicopter", "tank", "gunner", "force"})
#: What weapons of war strike; a rocket that strikes the net is none.
STRUCK: Final = ("people", "property", "territory", "forces", "arms")
#: Who does violence by what he is called; bandits and pirates have films of their own.
FIGHTERS: Final = frozenset(
    "militiaman insurgent jihadist jihadi paramilitary guerrilla mutineer gunman militant mob rioter separatist junta gendarme".split()
)


def unmistakable(cast: Cast, i: int, frame: Frame) -> bool:
    """Whether a weapon of war strikes people, buildings or a place, or fighters do the act at word `i` in a place that is told of."""
    lemma, told = cast.reading.words[i].lemma.lower(), reached(frame)
    doing = (*frame.agents, *frame.obliques.get("by", ()), *frame.obliques.get("with", ()), i)
    armed = lemma in SHELLING or any(weapon(cast, w) for w in doing)
    armed = armed or (lemma in BOMBING and any(cast.reading.words[a].lemma.lower() in BOMBERS for a in frame.agents))
    if armed and any(struck(cast, w) for w in told):
        return True
    if any(cast.is_class(p, "demonstrators") for p in frame.patients) and any(cast.is_class(a, "forces") for a in frame.agents):
        return True
    run = cast.reading.sentences[cast.reading.words[i].sentence]
    return any(fighter(cast, w) for w in doing) and any(w in cast.place_of or w in cast.hits for w in range(run.first, run.end))


def weapon(cast: Cast, w: int) -> bool:
    """Whether a noun is a weapon of war, by itself or with the word before it."""
    lemma = cast.reading.words[w].lemma.lower()
    return lemma in WEAPONS or any((cast.reading.words[m].lemma.lower(), lemma) in COMPOUNDS for m in modifiers(cast.reading, w))


def struck(cast: Cast, w: int) -> bool:
    """Whether a word names what weapons strike."""
    return w in cast.place_of or w in cast.person_at or any(cast.is_class(w, name) for name in STRUCK)


def fighter(cast: Cast, w: int) -> bool:
    """Whether a noun names fighters."""
    return cast.reading.words[w].lemma.lower() in FIGHTERS


def reached(frame: Frame) -> tuple[int, ...]:
    """What an act is done to, and where."""
    return (*frame.patients, *(w for found in frame.obliques.values() for w in found))
