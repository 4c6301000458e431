"""Who did what to whom as a noun tells it: "the shelling of B by A", "A carried out strikes on B", "a meeting between A and B"."""

from __future__ import annotations

from gesta.coding.act_verbs import LIGHT_VERBS, WITHSTOOD
from gesta.coding.clauses import (
    AUTHORS,
    SUFFERED,
    SUFFERING,
    Frame,
    agents_of,
    answerable,
    container,
    each,
    obliques,
    preposition,
    subjects,
    verb_frame,
    whose,
)
from gesta.coding.lists import written_between
from gesta.coding.relatives import RELATIVES
from gesta.model import Reading

FOUGHT_ON = frozenset({"continue", "rage", "go"})  # verbs of a fight told before, whose sides are known
SIDES = frozenset({"between", "among"})
IMPOSING = frozenset({"levy", "slap", "place", "put", "inflict"})  # on somebody, in a clause on what is imposed
SPELLS = frozenset({"day", "night", "week", "month", "year"})
DYING = frozenset({"die", "perish"})
BLAMING = frozenset({"blame", "pin"})  # verbs of those with an author behind them that only accuse
STRAYING = frozenset({"by", "to", "against"})  # of "the seizure of arms by police", hung on the arms; "a visit by envoys to Mali"


def thats(reading: Reading, i: int) -> tuple[int, ...]:
    """The clauses that say what a noun is of: "the claim that troops had fired"."""
    below = reading.dependents(i, "acl", "ccomp")
    return tuple(c for c in below if any(reading.words[m].lower == "that" for m in reading.dependents(c, "mark")))


def takes_part(reading: Reading, i: int) -> bool:
    """True for the verb of "engaged in drills", "took part in the raid"; not of "charged them with participating in"."""
    lemma = reading.words[i].lemma
    if reading.words[i].xpos == "VBG":
        return False
    part = lemma == "take" and any(reading.words[c].lower == "part" for c in reading.dependents(i, "obj"))
    return part or lemma in {"engage", "participate"}


def by_participle(
    reading: Reading, part: int, around: dict[str, tuple[int, ...]]
) -> tuple[list[int], list[int], dict[str, tuple[int, ...]]]:
    """Who did it and whom it struck as the participle behind a noun tells, and the noun's obliques with the participle's.

    "strikes carried out by A", "an attack attributed to A", "a raid repelled by B"; nobody in "a raid denounced by C".
    """
    done, below = reading.words[part], obliques(reading, part)
    author = below.pop(AUTHORS.get(done.lemma, ""), ())
    agents = [*author] if done.lemma not in BLAMING else []
    around = around | {k: v for k, v in below.items() if k not in around}
    if done.lemma == "target":
        around = around | {"targeting": each(reading, reading.dependents(part, "obj"))}
    if done.xpos != "VBN":
        return agents, [], around
    by = [*agents_of(reading, part), *around.pop("by", ())]
    if done.lemma in WITHSTOOD:
        return agents, by if done.lemma in SUFFERING | {"repel", "repulse"} else [], around
    return [*agents, *by], [], around


def done_in_clause(reading: Reading, noun: int, around: dict[str, tuple[int, ...]]) -> tuple[list[int], dict[str, tuple[int, ...]]]:
    """Who did it, and the noun's obliques with the clause's: "the raid that Mali launched on a camp", "the embargo Chad imposed"."""
    for v in reading.dependents(noun, "acl:relcl"):
        own = [s for s in reading.dependents(v, "nsubj") if reading.words[s].upos in {"NOUN", "PROPN"}]
        objects = [o for o in reading.dependents(v, "obj") if reading.words[o].lower not in RELATIVES]
        if own and not objects and reading.words[v].lemma in LIGHT_VERBS | IMPOSING:
            told = verb_frame(reading, v)
            return [*told.agents], told.obliques | around
    return [], around


def sides_of_happening(reading: Reading, noun: int, around: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Between whom what a noun names takes place, where the parse hangs it on the verb or on the name of place or day.

    "A meeting took place between Chad and Mali", "clashes erupted on Sunday in Goma between …"; those of a fight that goes on are known.
    """
    word = reading.words[noun]
    if word.relation != "nsubj" or reading.words[word.head].lemma in FOUGHT_ON or around.keys() & SIDES:
        return {}
    beside = obliques(reading, word.head)
    names = (w for found in beside.values() for w in found if reading.words[w].upos == "PROPN" or reading.words[w].lemma in SPELLS)
    hung = (beside, *(obliques(reading, w) for w in names))
    return next((sides for found in hung if (sides := {k: v for k, v in found.items() if k in SIDES})), {})


def loses_life(reading: Reading, verb: int) -> bool:
    """True for the verb of "lost his life", "lost their lives"."""
    lives = (o for o in reading.dependents(verb, "obj") if reading.words[o].lemma == "life")
    return reading.words[verb].lemma == "lose" and any(reading.dependents(o, "nmod:poss") for o in lives)


def befalls(reading: Reading, verb: int, *, passive: bool) -> bool:
    """True for a verb whose subject an act strikes in which it happens: "died in an attack", "was ousted in a coup"."""
    lemma = reading.words[verb].lemma
    return lemma in DYING or loses_life(reading, verb) or (passive and lemma in {"topple", "oust", "overthrow", "remove", "depose"})


def both_parts(reading: Reading, i: int, around: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Both parts of "between A and B" behind a noun where the parse has hung at most one of them there."""
    both = written_between(reading, i) if len(around.get("between", ())) < 2 else ()
    return {"between": both} if both else {}


def noun_frame(reading: Reading, i: int) -> Frame:
    """The arguments of a noun that names an act.

    "an attack by A on B", "A's shelling of B", "A carried out strikes on B", "B came under attack by A".
    """
    around = obliques(reading, i)
    if "between" not in around:
        around |= {k: v for found in tuple(around.values()) for f in found for k, v in obliques(reading, f).items() if k == "between"}
    doers = (*around.get("of", ()), *around.get("by", ()))
    around |= {k: v for f in doers for k, v in obliques(reading, f).items() if k in STRAYING and k not in around}
    owners = reading.dependents(i, "nmod:poss")
    agents = [whose(reading, a) for a in (*owners, *around.pop("by", ()))]
    agents += list(reading.dependents(i, "nmod:agent"))
    patients = list(owners) if reading.words[i].lemma.lower() in SUFFERED and "of" not in around else []
    agents = [a for a in agents if a not in patients]
    outer = container(reading, i)
    if outer != i:
        agents += [*reading.dependents(outer, "nmod:poss"), *obliques(reading, outer).get("by", ())]
        around = {k: v for k, v in obliques(reading, outer).items() if k not in {"of", "by"}} | around
    word = reading.words[outer]
    light = word.head if word.head != outer else None
    around |= sides_of_happening(reading, outer, around) | both_parts(reading, i, around)
    blamed = AUTHORS.get(reading.words[word.head].lemma) if word.relation == "obj" else None
    if blamed is not None and (held := obliques(reading, word.head).get(blamed)):  # "blamed the attack on rebels": hung anywhere
        agents += held
        around.pop(blamed, None)
    dated = [p for c in reading.dependents(i, "nmod") for p in reading.dependents(c, "acl") if reading.words[p].lemma in AUTHORS]
    for part in (*reading.dependents(i, "acl"), *dated):  # "an attack in March attributed to rebels", hung on the month
        did, struck, around = by_participle(reading, part, around)
        agents += did
        patients += struck
    agents, around = (agents, around) if agents else done_in_clause(reading, outer, around)
    if light is not None and reading.words[light].upos == "VERB":
        above = verb_frame(reading, light)
        lemma = reading.words[light].lemma
        if outer in above.patients and lemma in LIGHT_VERBS and not agents:
            agents += above.agents
            around = above.obliques | around
        elif outer in above.patients and lemma in SUFFERING and not (lemma == "face" and reading.words[light].xpos in {"VBP", "VBZ"}):
            patients += above.agents
            agents += above.obliques.get("by", above.obliques.get("from", ())) if not agents else ()
        elif word.relation == "obl" and preposition(reading, outer) == "in" and befalls(reading, light, passive=above.passive):
            patients += subjects(reading, light)
        elif not agents and word.relation == "obl" and preposition(reading, outer) == "in" and takes_part(reading, light):
            agents += above.agents
            around = above.obliques | around
        elif word.relation == "obl" and word.lemma == "alert" and preposition(reading, outer) == "on":
            patients += (*above.patients, *above.agents)
        elif word.relation == "obl" and preposition(reading, outer) in {"under"} and lemma in {"come", "be", "remain"}:
            patients += subjects(reading, light)
            agents += above.obliques.get("by", above.obliques.get("from", ()))
    elif light is None and preposition(reading, outer) == "under" and reading.dependents(outer, "cop"):  # "is under attack from rebels"
        patients += subjects(reading, outer)
        agents += around.pop("from", ()) if not agents else ()
    return Frame(
        agents=each(reading, agents) or answerable(reading, outer),
        patients=each(reading, patients),
        obliques=around,
        clauses=thats(reading, i),
    )
