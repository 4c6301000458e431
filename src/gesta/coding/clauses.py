"""Who does what to whom in a parse.

Subjects, objects and obliques of a predicate, verbal or nominal, with what syntax leaves unsaid filled in.

Relations are those of Universal Dependencies 2. Arguments are given as indices of head words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from gesta.coding.act_verbs import LIGHT_VERBS, OF_OTHERS, ON_THE_LINE, PAPERS, RINGING
from gesta.coding.judged import judged
from gesta.coding.lists import listed_between
from gesta.coding.once import once_a_word
from gesta.coding.relatives import RELATIVES, antecedent, human_before, unrelative
from gesta.coding.together import companions, companions_of_subject
from gesta.model import Reading

CONTROL_BY_OBJECT = frozenset(
    "accuse ask tell order urge force allow permit persuade press push pressure help call invite encourage warn "
    "instruct enable compel lead cause "
    "let make see hear require expect want blame suspect authorize request get command direct appeal prompt beg oblige charge".split()
)  # verbs whose object is the understood subject of the infinitive or participle (accuse A of planting mines)
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday day week month year time morning night "
    "evening overnight".split()
)
ROUNDS = frozenset(
    "round series wave string spate number campaign barrage flurry set rash dozen hundred thousand score couple handful "
    "day week month hour".split()
)
USES = frozenset("fire launch drop throw hurl lob plant lay set detonate drive carry wear operate fly deploy send".split())
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
AUTHORS = {"blame": "on", "pin": "on", "attribute": "to", "ascribe": "to", "claim": "by"}  # an act's author behind its participle
CHARGES = {
    "blame": {"for"},
    "suspect": {"of", "in"},
    "accuse": {"of"},
    "implicate": {"in"},
    "punish": {"for"},
}  # an act that somebody is held for
PARTS = {
    "responsibility": "for",
    "role": "in",
    "part": "in",
    "involvement": "in",
    "complicity": "in",
}  # nouns that tie an act to its author
#: Nouns of killing whose possessor, where no "of" tells another, is the one who was killed: "the bishop's murder".
SUFFERED = frozenset({"murder", "assassination", "slaying"})
STRAYED = frozenset({"off", "up", "down"})  # particles that the parse takes for prepositions
GIVING_OVER = frozenset({"hand", "turn", "give", "take", "pass"})  # verbs beside which "over" is a particle, and not "above"

GIVEN = frozenset("give award grant hand offer send deny pay show tell promise fine charge sentence deal".split())  # with two objects
AIMS = frozenset("aim goal objective purpose mission task ambition intention plan priority target".split())  # what one is to do
COLLIDING = frozenset({"slam", "crash", "smash", "plough", "plow", "ram", "rip", "tear"})
HARMING = frozenset({"kill", "wound", "injure", "maim", "destroy", "damage"})  # done by whoever strikes, not by what is struck
INTENTS = frozenset("attempt bid plot conspiracy scheme plan effort decision intention".split())  # what one means to do

SUFFERING = frozenset("draw suffer face sustain endure withstand weather survive experience".split())
# verbs whose object is done to their subject ("Mali has faced attacks by rebels", "drew condemnation from Chad"); who "faces imprisonment"
# is still to be jailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The arguments of one predicate.

    Head words by role; `obliques` by preposition; `clause` the words that head its clausal complements.
    """

    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()
    goals: tuple[int, ...] = ()
    obliques: dict[str, tuple[int, ...]] = field(default_factory=dict)
    clauses: tuple[int, ...] = ()
    passive: bool = False


@once_a_word
def conjuncts(reading: Reading, i: int) -> tuple[int, ...]:
    """The word and what is coordinated with it, in order."""
    joined = (*reading.dependents(i, "conj"), *listed_in_name(reading, i), *listed_between(reading, i), *companions(reading, i))
    if not joined:
        return (i,)
    out = [i]
    for child in joined:
        out.extend(conjuncts(reading, child))
    return tuple(sorted(out))


def listed_in_name(reading: Reading, i: int) -> list[int]:
    """What a name is listed with where the parse hangs it on a word of the name: "envoy Ana Ruiz and Peruvian envoy Bo Lee"."""
    out: list[int] = []
    queue = [i]
    while queue:
        w = queue.pop()
        for c in reading.dependents(w, "flat", "nmod:desc", "conj"):
            told = (c, *reading.dependents(c, "nmod:desc"))
            if reading.words[c].relation == "conj" or (c > i and any(reading.dependents(k, "cc") for k in told)):
                out += [c] if w != i or reading.words[c].relation != "conj" else []
            else:
                queue.append(c)
    return out


def each(reading: Reading, heads: Iterable[int]) -> tuple[int, ...]:
    """All heads with their conjuncts, once each."""
    if heads == ():
        return ()
    found = [conjuncts(reading, h) for h in heads]
    if len(found) < 2:
        return found[0] if found else ()
    return tuple(dict.fromkeys(c for several in found for c in several))


@once_a_word
def preposition(reading: Reading, i: int) -> str | None:
    """The preposition (case marker) of a noun, multi-word ones joined: `because of`.

    Of "the murder of minister Juan Perez" also where the parse hangs it on the other word of title and name.
    """
    marks = [c for c in reading.dependents(i, "case") if reading.words[c].lower not in POSSESSIVE]
    beside = reading.dependents(i, "flat", "nmod:desc", "appos") if not marks else ()
    marks = marks or [c for k in beside for c in reading.dependents(k, "case") if c < min(i, k)]
    if not marks:
        return None
    fixed = [marks[0], *reading.dependents(marks[0], "fixed")]
    return " ".join(reading.words[w].lower for w in sorted(fixed))


def does_harm(reading: Reading, i: int) -> bool:
    """True for the only verb of "A Turkish strike wounded four soldiers", which the parse takes for "a strike that was wounded"."""
    above = reading.words[reading.words[i].head]
    counted = any(o > i and reading.dependents(o, "nummod") for o in reading.dependents(i, "obj"))
    return counted and above.i == i - 1 and above.relation in {"root", "ccomp", "appos", "parataxis"}


def acts_on(reading: Reading, i: int) -> bool:
    """True for the one verb of "Two states - Chad and Mali - denounced Niger", whose subject the parse takes for that of a passive."""
    word = reading.words[i]
    apart = i > 0 and reading.words[i - 1].upos == "PUNCT"
    bare = apart and reading.dependents(i, "nsubj:pass") and not reading.dependents(i, "aux", "aux:pass", "obl:agent")
    done_to = [o for o in reading.dependents(i, "obj") if o > i]
    return bool(bare and done_to) and word.relation in {"root", "conj", "ccomp", "parataxis"} and word.lemma not in GIVEN


@once_a_word
def is_passive(reading: Reading, i: int) -> bool:
    """True for a predicate in the passive voice, a reduced relative ("troops killed in") included."""
    word = reading.words[i]
    into = any(preposition(reading, o) == "into" for o in reading.dependents(i, "obl")) if word.lemma in COLLIDING else False
    if into and word.relation != "acl" and not reading.dependents(i, "aux:pass"):
        return False  # "missiles slammed into a block", whatever the parse makes of them
    if acts_on(reading, i):
        return False
    if reading.dependents(i, "nsubj:pass", "aux:pass", "obl:agent", "csubj:pass"):
        return True
    if word.xpos == "VBN" and any(
        reading.words[c].lower in {"been", "being", "was", "were", "is", "are", "be"} for c in reading.dependents(i, "aux")
    ):
        return True
    if word.deprel in {"acl", "amod"} and word.xpos == "VBN" and not reading.dependents(i, "aux", "nsubj"):
        return not does_harm(reading, i)
    if word.deprel == "acl" and word.xpos == "VBD" and not reading.dependents(i, "aux", "nsubj", "obj", "mark"):
        return True  # a participle that the tagger takes for the past: "shot rebels captured in the raid"
    if counted_before(reading, i):
        return True
    if word.relation == "conj" and word.xpos == "VBN" and not reading.dependents(i, "nsubj", "aux"):
        return is_passive(reading, word.head)
    return False


def counted_before(reading: Reading, i: int) -> tuple[int, ...]:
    """The bare number right before a participle that the parse hangs on the clause: 22 in "put the toll at 19 dead and 22 injured"."""
    word = reading.words[i]
    hung = word.xpos == "VBN" and word.relation in {"advcl", "conj", "ccomp"} and i and reading.words[i - 1].upos == "NUM"
    return (i - 1,) if hung and not reading.dependents(i, "nsubj", "aux", "obj") else ()


HOUSING = frozenset({"shelter", "house", "carry", "contain"})  # what a building or a vehicle does for people


@once_a_word
def own_subjects(reading: Reading, i: int) -> tuple[int, ...]:
    """Subjects that stand in the clause itself, relative pronouns replaced by what they stand for.

    A relative beside another subject is an object.
    """
    found = reading.dependents(i, "nsubj") or strayed_subject(reading, i) or lent_subject(reading, i) or bare_subject(reading, i)
    found = found or counted_before(reading, i)
    if late := late_subjects(reading, i):
        found = tuple(s for s in found if s not in late)
    found = (*found, *companions_of_subject(reading, i, found))
    relative = {s for s in found if reading.words[s].lower in RELATIVES and reading.words[s].upos in {"PRON", "DET", "SCONJ"}}
    if len(relative) < len(found):
        return tuple(s for s in found if s not in relative)
    noun = antecedent(reading, i) if relative else None
    return found if noun is None else tuple(noun for _ in found)


@once_a_word
def late_subjects(reading: Reading, i: int) -> tuple[int, ...]:
    """Nouns behind an active verb that the parse calls a second subject though one stands before it: its object or another's subject."""
    found, word = reading.dependents(i, "nsubj"), reading.words[i]
    if not found or word.upos != "VERB" or is_passive(reading, i):
        return ()
    asked = found[0] > i and word.relation == "conj" and any(is_infinitive(reading, c) for c in reading.dependents(i, "xcomp"))
    if not asked and (len(found) < 2 or found[0] > i):  # asked: the minister of "accused the army and urged the minister to resign"
        return ()
    return tuple(s for s in found if s > i and reading.words[s].upos in {"NOUN", "PROPN"})


def late_objects(reading: Reading, i: int) -> tuple[int, ...]:
    """The late subjects that are objects: of those, no verb behind them lacks a subject."""
    below = reading.dependents(i, "advcl", "ccomp")
    return tuple(s for s in late_subjects(reading, i) if not any(strayed_subject(reading, c) == (s,) for c in below))


def strayed_subject(reading: Reading, i: int) -> tuple[int, ...]:
    """The noun just before a finite verb of a subordinate clause that the parse hung as a second subject on the verb above it."""
    word = reading.words[i]
    if word.relation not in {"advcl", "ccomp"} or word.xpos not in {"VBD", "VBZ", "VBP"} or word.head > i:
        return ()
    return tuple(s for s in late_subjects(reading, word.head) if s < i)[-1:]


def lent_subject(reading: Reading, i: int) -> tuple[int, ...]:
    """The noun before a finite verb that the parse made the subject of the verb behind it: "A and B hailed the accord, an agency said"."""
    word = reading.words[i]
    if word.relation != "ccomp" or word.xpos not in {"VBD", "VBZ", "VBP"} or word.head < i or reading.dependents(i, "mark"):
        return ()
    return tuple(s for s in reading.dependents(word.head, "nsubj") if s < i)


def bare_subject(reading: Reading, i: int) -> tuple[int, ...]:
    """A noun before a finite verb that the parse calls oblique though it has no preposition: its subject, unless it tells a time."""
    if reading.words[i].xpos not in {"VBD", "VBZ", "VBP", "VBN"} or reading.dependents(i, "aux:pass", "nsubj:pass"):
        return ()
    nouns = [
        c
        for c in reading.dependents(i, "obl", "dislocated", "vocative")
        if c < i and reading.words[c].upos in {"NOUN", "PROPN"} and preposition(reading, c) is None
    ]
    found = tuple(c for c in nouns if reading.words[c].deprel == "obl" and reading.words[c].lemma.lower() not in TIMES)[:1]
    return found or cut_off_subject(reading, i)


def cut_off_subject(reading: Reading, i: int) -> tuple[int, ...]:
    """The noun right before a finite verb that the parse coordinated with a noun of the clause before: "around A and B sent"."""
    before = reading.words[i - 1] if i else None
    if before is None or reading.words[i].xpos not in {"VBD", "VBZ", "VBP"} or before.upos not in {"NOUN", "PROPN"}:
        return ()
    clause = reading.words[i].relation != "xcomp" and before.sentence == reading.words[i].sentence
    joined = before.relation == "conj" and any(reading.words[c].lower == "and" for c in reading.dependents(before.i, "cc"))
    return (before.i,) if clause and joined and not reading.dependents(i, "nsubj", "mark") else ()


def subjects(reading: Reading, i: int, depth: int = 0) -> tuple[int, ...]:
    """Who stands as (understood) subject of a verb.

    Its own, the shared one of a coordination, or the controller of an infinitive or participle.
    """
    found = own_subjects(reading, i)
    if found and reading.words[found[0]].lemma in AIMS and is_infinitive(reading, i):
        return aiming(reading, found[0])
    if found or depth > 6:
        return (issuers(reading, i, found) if reading.words[i].deprel == "acl:relcl" else ()) or each(reading, found)
    word = reading.words[i]
    if word.head == i:
        return ()
    above = reading.words[word.head]
    if word.deprel == "acl" and word.xpos == "VBG" and above.lemma in PAPERS | {*PARTS}:
        return bearers(reading, word.head, depth)
    if word.deprel == "acl" and word.xpos == "VB" and above.relation == "obj" and reading.words[above.head].lemma in {"use", "employ"}:
        return subjects(reading, above.head, depth + 1)  # of "used convoys to carry arms", hung on the convoys
    if word.lemma in ON_THE_LINE and word.deprel == "acl" and above.relation == "obj" and reading.words[above.head].lemma in RINGING:
        return subjects(reading, above.head, depth + 1)  # "called his counterpart to offer help", hung on the counterpart
    if word.deprel == "acl" and above.lemma in INTENTS and is_infinitive(reading, i):
        return intending(reading, word.head, depth) or (word.head,)
    if word.deprel == "acl" or is_charge(reading, i):
        return each(reading, (word.head,))
    if word.deprel == "acl:relcl" and word.xpos != "VBN":
        has_relative = any(reading.words[c].lower in RELATIVES for c in reading.children[i])
        return each(reading, (word.head,)) if has_relative and not reading.dependents(i, "obj") else ()
    if word.relation == "conj" and word.xpos == "VBG" and above.relation == "obj" and reading.words[above.head].xpos == "VBG":
        return subjects(reading, above.head, depth + 1)  # "of mining roads and shelling positions", hung on the roads
    if word.relation in {"conj", "parataxis"} and above.upos in {"VERB", "AUX"}:
        return subjects(reading, word.head, depth + 1) if word.relation == "conj" else ()
    if (
        word.xpos == "VBG"
        and word.relation in {"xcomp", "advcl"}
        and above.lemma == "send"
        and (sent := reading.dependents(above.i, "obj"))
    ):
        return each(reading, [s for s in sent if s < i])  # "sending thousands fleeing"
    if word.xpos == "VBG" and word.lemma in HOUSING and i - 1 in reading.dependents(above.i, "obj"):
        return each(reading, (i - 1,))  # "hit a school sheltering families"
    if word.relation in {"advcl", "obl"} and (doing := judged(reading, i)):
        return each(reading, doing)
    if word.relation in {"xcomp", "advcl", "ccomp"} and above.upos in {"VERB", "ADJ", "NOUN", "AUX"}:
        return controller(reading, i, depth)
    return ()


def is_infinitive(reading: Reading, i: int) -> bool:
    """True for a verb with "to"."""
    return any(reading.words[m].lower == "to" for m in reading.dependents(i, "mark"))


def aiming(reading: Reading, noun: int) -> tuple[int, ...]:
    """Who acts in "the rebels' aim is to take Goma", "another objective of the rebels is to …": whose aim it is."""
    of = (c for c in reading.dependents(noun, "nmod") if preposition(reading, c) == "of")
    return each(reading, (*reading.dependents(noun, "nmod:poss"), *of)) or (noun,)


def intending(reading: Reading, noun: int, depth: int = 0) -> tuple[int, ...]:
    """Whose attempt, plot or decision it is.

    Its possessor, who stands behind "by", the subject of the verb that makes it or that it tells the purpose of; who foils it has no part.
    """
    word = reading.words[noun]
    own = (*reading.dependents(noun, "nmod:poss"), *(c for c in reading.dependents(noun, "nmod") if preposition(reading, c) == "by"))
    if own:
        return each(reading, own)
    above = reading.words[word.head]
    made = word.relation == "obj" and above.lemma in LIGHT_VERBS | {"make", "take"} and word.lemma != "plan"
    towards = word.relation == "obl" and preposition(reading, noun) in {"in", "as", "behind"}
    return subjects(reading, word.head, depth + 1) if made or towards else ()


def bearers(reading: Reading, i: int, depth: int = 0) -> tuple[int, ...]:
    """Whose statement, responsibility or role it is: its possessor, who stands behind "by", else the subject of its verb."""
    by = (c for c in reading.dependents(i, "nmod") if preposition(reading, c) == "by")
    own, word = (*reading.dependents(i, "nmod:poss"), *by), reading.words[i]
    bears = word.relation == "obj" and reading.words[word.head].lemma not in OF_OTHERS
    return each(reading, own) if own else subjects(reading, word.head, depth + 1) if bears else ()


def issuers(reading: Reading, i: int, found: tuple[int, ...]) -> tuple[int, ...]:
    """Who speaks in "the union issued a statement that blamed Mali": of a paper that the clause is about, whose it is."""
    paper = reading.words[i].head
    return bearers(reading, paper, 1) if found == (paper,) and reading.words[paper].lemma in PAPERS else ()


def answerable(reading: Reading, i: int) -> tuple[int, ...]:
    """Who is held to be, or says to be, the author of the act that noun `i` names.

    A in "A was blamed for the attack", "blamed A for the attack", "A claimed responsibility for the attack", "A's role in the attack".
    """
    word, case = reading.words[i], preposition(reading, i)
    above = reading.words[word.head]
    if word.relation == "obl" and case in CHARGES.get(above.lemma, ()):
        return subjects(reading, above.i) if is_passive(reading, above.i) else each(reading, reading.dependents(above.i, "obj"))
    return bearers(reading, above.i) if word.relation == "nmod" and case and PARTS.get(above.lemma) == case else ()


def is_charge(reading: Reading, i: int) -> bool:
    """True for "accused troops of mining roads" where the parse hangs the charge on the accused."""
    word = reading.words[i]
    of = any(reading.words[c].lower == "of" for c in reading.dependents(i, "mark", "case"))
    return word.xpos == "VBG" and of and word.relation in {"compound", "nmod", "obl"} and reading.words[word.head].upos in {"NOUN", "PROPN"}


def controller(reading: Reading, i: int, depth: int) -> tuple[int, ...]:
    """The understood subject of a subordinate clause without one."""
    word = reading.words[i]
    above = reading.words[word.head]
    if word.relation == "ccomp" and word.xpos not in {"VBG", "VB"}:
        return ()
    plotted = next((o for o in reading.dependents(word.head, "obj") if o < i and reading.words[o].lemma in INTENTS), None)
    if plotted is not None and word.relation in {"advcl", "xcomp"} and is_infinitive(reading, i):
        return intending(reading, plotted, depth) or (plotted,)  # of "foiled a plot by rebels to kill", hung on the verb
    bare = word.relation == "advcl" and word.xpos == "VBG" and not reading.dependents(i, "mark")  # not of "charged with killing three"
    if bare and word.lemma in HARMING and is_passive(reading, word.head):
        return each(reading, agents_of(reading, word.head))  # "its post was hit by tank fire, wounding three"
    objects = unrelative(reading, word.head, reading.dependents(word.head, "obj", "iobj")) or charged(reading, word.head)
    if not objects and above.deprel == "acl:relcl" and antecedent_is_object(reading, word.head):
        objects = (human_before(reading, word.head) or above.head,)
    rung = above.lemma in RINGING and word.lemma in ON_THE_LINE and bool(objects) and not is_passive(reading, word.head)
    if above.lemma in CONTROL_BY_OBJECT and not rung:
        if is_passive(reading, word.head):
            return subjects(reading, word.head, depth + 1)
        asked = objects or tuple(o for o in reading.dependents(word.head, "obl") if preposition(reading, o) in {"on", "upon", "to"})
        if asked:
            return each(reading, asked)
    return subjects(reading, word.head, depth + 1)


def obliques(reading: Reading, i: int) -> dict[str, tuple[int, ...]]:
    """Prepositional arguments by preposition, conjuncts included; the agent of a passive is left out."""
    out: dict[str, list[int]] = {}
    nouns = [c for c in reading.dependents(i, "xcomp", "advcl", "ccomp") if reading.words[c].upos in {"NOUN", "PROPN"}]
    for c in (*reading.dependents(i, "obl", "nmod"), *nouns):
        word = reading.words[c]
        case = preposition(reading, c)
        if word.deprel == "nmod:poss" or (word.deprel == "obl:agent" and case in {"by", None}):
            continue
        if case:
            out.setdefault(case, []).extend(inherit_case(reading, c))
    blamed = AUTHORS.get(reading.words[i].lemma)
    for noun in reading.dependents(i, "obj") if blamed and blamed not in {"by", *out} else ():
        below = [c for c in reading.subtree(noun) if reading.words[c].relation == "nmod" and preposition(reading, c) == blamed]
        out[blamed or ""] = [k for c in below[-1:] for k in inherit_case(reading, c)]
    return {case: tuple(dict.fromkeys(found)) for case, found in out.items() if found}


def inherit_case(reading: Reading, i: int) -> tuple[int, ...]:
    """A noun and its conjuncts that do not bring a different preposition."""
    own = preposition(reading, i)
    return tuple(c for c in conjuncts(reading, i) if c == i or preposition(reading, c) in {None, own})


@once_a_word
def verb_frame(reading: Reading, i: int) -> Frame:
    """The arguments of a verb."""
    passive = is_passive(reading, i)
    subject = users(reading, subjects(reading, i)) if not passive else subjects(reading, i)
    by = each(reading, agents_of(reading, i))
    around = obliques(reading, i)
    if passive and not by and "by" in around:
        by = around.pop("by")
    by = users(reading, by)
    own = tuple(o for o in reading.dependents(i, "obj") if not before_mark(reading, i, o))
    objects = each(reading, unrelative(reading, i, own) or late_objects(reading, i) or charged(reading, i))
    noun = antecedent(reading, i) if reading.words[i].deprel == "acl:relcl" else None
    if not objects and noun is not None and not passive and antecedent_is_object(reading, i):
        objects = each(reading, (noun,))
    if not objects and not passive:
        objects = shared_object(reading, i) or object_of_particle(reading, i)
    goals = each(reading, reading.dependents(i, "iobj"))
    if not objects and not passive:
        objects, goals = goals, ()
    clauses = reading.dependents(i, "ccomp", "xcomp", "advcl")
    if passive:
        return Frame(agents=by, patients=subject, goals=objects, obliques=around, clauses=clauses, passive=True)
    return Frame(agents=subject, patients=objects, goals=goals, obliques=around, clauses=clauses)


def before_mark(reading: Reading, i: int, o: int) -> bool:
    """True for the rebels of "accuses the rebels of besieging the city", where the parse takes them for a second object of the siege."""
    return reading.words[i].xpos == "VBG" and any(o < m < i for m in reading.dependents(i, "mark"))


def charged(reading: Reading, i: int) -> tuple[int, ...]:
    """Whom a verb of blame accuses of what follows, where the parse hangs the accused on the charge."""
    if reading.words[i].lemma not in CHARGES or reading.dependents(i, "obj"):
        return ()
    below = ((c, o) for c in reading.dependents(i, "advcl", "ccomp", "xcomp") for o in reading.dependents(c, "obj"))
    return tuple(o for c, o in below if i < o and before_mark(reading, c, o))


def agents_of(reading: Reading, i: int) -> list[int]:
    """Who does it behind "by"; what the parse takes for the agent in "blamed on rebels" is none."""
    return [c for c in reading.dependents(i, "obl:agent") if preposition(reading, c) in {"by", None}]


def users(reading: Reading, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Who acts where the subject is what was used: of "rockets fired by rebels" the rebels, beside the rockets themselves."""
    out: list[int] = []
    for head in heads:
        for part in reading.dependents(head, "acl"):
            word = reading.words[part]
            if word.lemma in USES and word.xpos == "VBN":
                by = (
                    *reading.dependents(part, "obl:agent"),
                    *(o for o in reading.dependents(part, "obl") if preposition(reading, o) == "by"),
                )
                out += each(reading, dict.fromkeys(by))
    return (*out, *heads)


def antecedent_is_object(reading: Reading, i: int) -> bool:
    """True for "the town that the rebels shelled": the relative clause has a subject of its own."""
    own = [s for s in reading.dependents(i, "nsubj") if reading.words[s].lower not in RELATIVES]
    return bool(own) and not reading.dependents(i, "obj", "ccomp")


def object_of_particle(reading: Reading, i: int) -> tuple[int, ...]:
    """The town in "sealed off the town", the dead in "handed over the dead", where the parse takes the verb's particle for a preposition.

    Or where it knows the particle and still hangs the noun on the verb as if it had a preposition.
    """
    after = reading.words[i + 1 : i + 2]
    if not after:
        return ()
    known = i + 1 in reading.dependents(i, "compound:prt")
    strayed = after[0].lower in STRAYED or (after[0].lower == "over" and reading.words[i].lemma in GIVING_OVER)
    near = (
        c
        for c in reading.dependents(i, "obl")
        if (strayed and i + 1 in reading.children[c])
        or (known and c > i and preposition(reading, c) is None and reading.words[c].lemma.lower() not in TIMES)
    )
    return each(reading, near)


def shared_object(reading: Reading, i: int) -> tuple[int, ...]:
    """The object that coordinated verbs share: "shelled and mined the village" gives it to both."""
    for c in reading.dependents(i, "conj"):
        if reading.words[c].upos == "VERB" and c == i + 2 and not reading.dependents(c, "nsubj", "nsubj:pass"):
            return each(reading, reading.dependents(c, "obj"))
    return ()


def container(reading: Reading, i: int) -> int:
    """The noun that counts acts – "a new round of clashes", "a series of attacks" – or the word itself."""
    word = reading.words[i]
    if word.relation == "nmod" and preposition(reading, i) == "of" and reading.words[word.head].lemma.lower() in ROUNDS:
        return word.head
    return i


def whose(reading: Reading, i: int) -> int:
    """The noun right before "whose"; any other word itself."""
    words = reading.words
    if words[i].lower != "whose" or i < 2:
        return i
    noun = words[i - 1 - (words[i - 1].lower == ",")]
    return noun.i if noun.upos in {"NOUN", "PROPN"} else i


def told_aside(reading: Reading, w: int, i: int) -> bool:
    """True for what a relative clause without word `i` tells."""
    clause = relative_around(reading, w)
    return clause is not None and i not in reading.subtree(clause)


def told_of_doer(reading: Reading, w: int, i: int) -> bool:
    """True for what a relative clause tells of the subject of verb `i`: "X, who took office last year, condemned the raid"."""
    clause = relative_around(reading, w)
    noun = reading.words[reading.words[clause].head] if clause is not None else None
    verbs = {i, reading.words[i].head} if reading.words[i].relation == "conj" else {i}
    return noun is not None and noun.relation == "nsubj" and noun.head in verbs


def relative_around(reading: Reading, w: int) -> int | None:
    """The verb of the innermost relative clause that holds word `w`."""
    while reading.words[w].deprel != "acl:relcl":
        if reading.words[w].head == w:
            return None
        w = reading.words[w].head
    return w


def if_whom(reading: Reading, i: int) -> tuple[int, ...]:
    """Whose doing is the condition of what word `i` tells: Mali in "if Mali attacks, we will respond", "should Mali attack, …"."""
    word = reading.words[i]
    told = (i, word.head) if word.relation in {"nsubj", "xcomp", "conj"} else (i,)
    clauses = (c for w in told for c in reading.dependents(w, "advcl") if is_condition(reading, c))
    return tuple(dict.fromkeys(s for c in clauses for s in subjects(reading, c)))


def is_condition(reading: Reading, c: int) -> bool:
    """True for a clause with "if" or "unless", and for "should they attack"."""
    first = min((k for k in reading.children[c] if reading.words[k].upos != "PUNCT"), default=c)
    marks = {reading.words[m].lower for m in reading.dependents(c, "mark", "advmod")}
    return bool(marks & {"if", "unless"}) or (reading.words[first].lower == "should" and reading.words[first].relation == "aux")
