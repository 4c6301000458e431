"""What the words of a clause say of its being background where no time does: what somebody is wanted for, can do or has long done."""

from __future__ import annotations

from gesta.coding.clauses import preposition
from gesta.coding.modality import ANSWERING
from gesta.coding.modality import ANSWERS as REACTIONS
from gesta.model import Reading

ACCORDS = frozenset({"agreement", "accord", "deal", "pact", "treaty", "truce", "ceasefire"})
SUSPECTED = frozenset({"accuse", "suspect", "charge", "convict", "want", "blame", "sentence", "jail", "indict"})
CUSTODY = SUSPECTED | frozenset({"arrest", "detain", "hold", "try", "seize", "imprison", "question", "extradite", "hunt", "seek"})
GROUNDS = frozenset({"suspicion", "charge", "involvement", "role", "part", "complicity"})
ANSWERABLE = frozenset({"responsible", "notorious", "infamous", "wanted"})
WAGED = frozenset({"fight", "battle", "hunt", "wage", "struggle", "campaign", "combat"})
UNTIL = frozenset({"until", "till"})
SO_FAR = frozenset({"now", "recently", "lately"})
SPAN = frozenset({"time", "period"})
THAT = frozenset({"that", "this", "same"})
FREEING = frozenset({"free", "release", "rescue", "return", "exchange", "swap", "hand", "liberate"})
THEN = (["at", "the"], ["at", "that"])
ANSWERS = frozenset({"retaliation", "revenge", "response", "reprisal", "answer", "reaction", "vengeance", "retribution"})
LEAD = 2  # sentences: what stands in them is the news
STEPS = 6


def auxiliaries(reading: Reading, i: int) -> frozenset[str]:
    """The auxiliaries of a verb, lower case."""
    return frozenset(reading.words[c].lower for c in reading.dependents(i, "aux"))


def held_against(reading: Reading, i: int) -> int | None:
    """The word by which a person is known, wanted or held for the act of word `i`; None for any other act.

    "A man accused of killing two", "arrested on suspicion of involvement in the murder", "the man was responsible for bombings".
    """
    w = i
    for _ in range(STEPS):
        word = reading.words[w]
        above = reading.words[word.head]
        if word.deprel == "acl" and word.xpos in {"VBN", "JJ"} and SUSPECTED & {word.lemma, word.lower.removesuffix("ed")}:
            return w
        if word.lemma in GROUNDS and w != i and word.relation in {"obl", "nmod"} and above.lemma in CUSTODY | GROUNDS:
            return w
        if word.lemma in ANSWERABLE and reading.words[i].xpos == "NNS" and one_person(reading, w):
            return w
        if word.head == w or word.deprel in {"acl:relcl", "ccomp", "parataxis", "root"}:
            return None
        w = word.head
    return None


def one_person(reading: Reading, predicate: int) -> bool:
    """True when the subject of a predicate is one of a kind: "the man", "a commander"."""
    return any(reading.words[s].xpos == "NN" for s in reading.dependents(predicate, "nsubj"))


def waged(reading: Reading, i: int) -> bool:
    """True for a war that goes on behind the news: "rebels are fighting for independence", "have been attacking convoys"."""
    word, marks = reading.words[i], auxiliaries(reading, i)
    if word.xpos != "VBG" or word.sentence < LEAD:
        return False
    return bool(marks & {"been"} and marks & {"has", "have"}) or (word.lemma in WAGED and bool(marks & {"is", "are", "'re", "’re"}))


def can_do(reading: Reading, verb: int) -> bool:
    """True for "rebels, who can launch attacks": what somebody is able to do."""
    return reading.words[verb].deprel == "acl:relcl" and "can" in auxiliaries(reading, verb)


def until_now(reading: Reading, verb: int) -> bool:
    """True for "until now", "until recently" beside a verb: it was so before the news."""
    word = reading.words[verb]
    verbs = {verb, word.head} if word.relation in {"xcomp", "advcl"} else {verb}
    near = (c for v in verbs for c in reading.children[v] if reading.words[c].lower in SO_FAR)
    return any(reading.words[c - 1].lower in UNTIL for c in near if c)


def in_that_time(reading: Reading, verb: int) -> bool:
    """True for "have been killed during that time": a sum over a time told before."""
    if not auxiliaries(reading, verb) & {"has", "have"}:
        return False
    spans = (c for c in reading.dependents(verb, "obl") if reading.words[c].lemma in SPAN)
    return any(reading.words[d].lower in THAT for c in spans for d in reading.dependents(c, "det", "amod"))


def freed(reading: Reading, effect: str, i: int) -> bool:
    """True for captives who are told as freed or exchanged: "released 20 captured soldiers"; they were taken before the news."""
    word = reading.words[i]
    noun = word.head if word.relation == "amod" else i
    while reading.words[noun].relation in {"nmod", "conj"} and reading.words[noun].head != noun:
        noun = reading.words[noun].head
    verb = reading.words[reading.words[noun].head]
    return effect == "captured" and reading.words[noun].upos in {"NOUN", "NUM"} and noun != verb.i and verb.lemma in FREEING


def gone_on_since(reading: Reading, verb: int) -> bool:
    """True for "have fired rockets and attacked ships since the war began": what has been done again and again up to the news."""
    top = reading.words[verb].head if reading.words[verb].relation == "conj" and not reading.dependents(verb, "nsubj", "aux") else verb
    if not auxiliaries(reading, top) & {"has", "have"}:
        return False
    listed = {verb, top, *(c for c in reading.dependents(top, "conj") if not reading.dependents(c, "nsubj", "aux"))}
    told = (c for v in listed for c in reading.dependents(v, "advcl", "obl"))
    years = (c for c in told if reading.words[c].relation == "advcl" or reading.words[c].upos == "NUM")  # not "since morning"
    return any(reading.words[m].lower == "since" for c in years for m in reading.dependents(c, "mark", "case"))


def just_before(reading: Reading, verb: int) -> bool:
    """True for "were shot after they had given up": the past perfect only tells the order of two acts of the news."""
    marks = {reading.words[c].lower for c in reading.dependents(verb, "mark", "advmod")}
    return reading.words[verb].relation == "advcl" and bool(marks & {"after", "once", "when"})


def at_that_time(reading: Reading, cue: int) -> bool:
    """True for what somebody "said at the time", which is that of an act told before."""
    words = reading.words
    return any(words[c].lower == "time" and [w.lower for w in words[c - 2 : c]] in THEN for c in reading.dependents(cue, "obl"))


def is_answered(reading: Reading, w: int) -> bool:
    """True for the noun in "in retaliation for the raid": what is answered happened before."""
    word = reading.words[w]
    return word.relation == "nmod" and reading.words[word.head].lemma in ANSWERS and preposition(reading, w) in {"for", "to"}


def is_reacted_to(reading: Reading, w: int) -> bool:
    """True for the noun in "condemned the raid", "held over the killing", "charged in the bombing": the day of one is not the other's."""
    word, above = reading.words[w], reading.words[reading.words[w].head]
    if word.upos != "NOUN" or word.head == w:
        return False
    if word.relation == "obj":
        return above.lemma in REACTIONS
    case = preposition(reading, w) if word.relation in {"obl", "nmod"} else None
    if case == "in":
        return above.lemma in SUSPECTED
    if case == "with":
        return above.lower == "connection"
    return (case == "over" and above.upos == "VERB") or (case in {"into", "of"} and above.lemma in ANSWERING)


def accords(reading: Reading, i: int) -> tuple[int, ...]:
    """The agreement that verb `i`, or what it is about, signs or keeps: of "refused to sign the 2015 pact" the pact."""
    verbs = (i, *reading.dependents(i, "xcomp"))
    return tuple(o for v in verbs for o in reading.dependents(v, "obj") if reading.words[o].lemma.lower() in ACCORDS)
