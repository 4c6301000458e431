"""Factuality of a clause: whether the article tells it as done, possible, planned, hypothetical or not so."""

from __future__ import annotations

from gesta.codebook import Codebook
from gesta.coding.act_verbs import PREPARING
from gesta.coding.clauses import is_infinitive, preposition
from gesta.coding.nounphrases import is_definite
from gesta.model import Factuality, Reading

ATTEMPTS = frozenset({"attempt", "bid"})
FOILING = frozenset({"foil", "thwart"})
#: Verbs whose "no" counts harm or is part of what is said: "killed no civilians", "has no intention of meeting them", "chanted no war".
NO_BESIDE = frozenset("kill wound injure hurt harm damage claim cause leave lose have chant shout say".split())
FEARS = frozenset(
    {
        "fear",
        "risk",
        "threat",
        "possibility",
        "prospect",
        "danger",
        "spectre",
        "specter",
        "likelihood",
        "chance",
        "end",
        "halt",
        "cessation",
        "event",
        "case",
        "stop",
        "effort",
        "attempt",
        "plan",
        "preparation",
        "warning",
        "ability",
        "capability",
        "capacity",
        "right",
        "readiness",
        "willingness",
        "desire",
        "proposal",
        "idea",
    }
)
BESIDE = frozenset({"when", "after", "as", "while", "because", "since", "although", "though"})
STOPS = frozenset({"stop", "cease", "halt", "end", "quit", "suspend"})
REFUSALS = frozenset({"refusal", "failure", "inability", "reluctance", "rejection", "absence"})
WARNINGS = frozenset({"warn", "caution", "guard", "protect"})
PRESUPPOSING = frozenset({"after", "following", "since", "because of", "in response to", "despite"})
GUESSES = frozenset("speculation suspicion rumour rumor belief suggestion possibility".split())
POWERS = frozenset("ability capability capacity right readiness willingness desire chance opportunity power permission".split())
ASKED_FOR = frozenset("call appeal push press ask plead campaign lobby hope vote plan wait".split())
KNOWN_CAUSES = frozenset({"for", "over"})
#: What is done about an act that took place, whether it will be done or only should: "vowed to avenge the killing", "an inquiry into it".
ANSWERS = frozenset(
    """investigate probe protest condemn denounce deplore repudiate lament mourn avenge commemorate clarify solve punish regret
    justify excuse defend""".split()
)
ANSWERING = frozenset(
    "investigation inquiry enquiry probe protest condemnation denunciation commemoration anniversary perpetrator mastermind author".split()
)
TAKING_PART = frozenset({"part", "role", "hand", "involvement", "complicity"})  # "denied any part in the killings"
TAKING = frozenset("take participate join engage involve succeed fail".split())  # "in" behind them is what is done
CONFIRMING = frozenset("confirm verify corroborate authenticate deny".split())
PROOFS = frozenset("confirmation verification evidence proof indication".split())
KILLINGS = frozenset("murder assassination killing massacre slaying slaughter".split())
DOING = frozenset("be happen occur take carry commit perpetrate order plan prepare launch stage conduct do make begin allow know".split())
NOT_DONE = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "cannot"})
PAST = frozenset("had has have was were did".split())  # auxiliaries of what was done
OWNING_UP = frozenset("confess admit plead testify addition prior resort".split())  # "to" behind them stands before what was done
BOUND = frozenset({"have", "need"})
UNWILLING = frozenset("decline refuse unable impossible fail".split())
REPORTING = frozenset("say tell report add state announce claim declare note confirm show accuse blame explain reveal write".split())
MANDATING = frozenset("insist demand request require order urge propose recommend stipulate decree insistence proposal".split())


def factuality(reading: Reading, codebook: Codebook, i: int) -> Factuality:
    """The clause's own marks first (not, may, will, if), then the verbs that govern it (denied, plans, urged), up to a reporting verb."""
    own = own_marks(reading, codebook, i)
    if own is not None or none_of(reading, i):
        return own or "negated"
    w, steps = i, 0
    while reading.words[w].head != w and steps < 5:
        relation = reading.words[w].relation
        above = reading.words[w].head
        if relation == "conj" and to_infinitive(reading, w):
            w, steps = above, steps + 1  # "agreed to withdraw and to admit observers"
            continue
        if (relation == "ccomp" or (relation == "obj" and w == i)) and uncommitted(reading, above):
            return "possible"
        if relation in {"acl", "nmod"} and unproven(reading, above):
            return "possible"
        if settled(reading, w) or (w == i and (beside_people(reading, w) or (relation == "nsubj" and presupposed(reading, w)))):
            return "actual"
        if relation in {"nsubj", "obl", "nmod", "conj", "appos", "parataxis"} and reading.words[w].upos == "VERB":
            return "actual"
        found = from_governor(reading, codebook, w, above, steps)
        if found is not None and not (found in {"possible", "negated"} and beside_belief(reading, i, w, found)):
            return found
        if told_as_past(reading, w):
            return "actual"
        if reading.words[above].lemma in REPORTING and reading.words[above].upos == "VERB":
            return "actual"
        w, steps = above, steps + 1
    return "actual"


def none_of(reading: Reading, i: int) -> bool:
    """True for "imposed no sanctions", "no soldiers entered Iraq", "no longer backs"; "killed no civilians" tells of an attack."""
    word = reading.words[i]
    if word.upos != "VERB" or word.lemma in NO_BESIDE:
        return False
    marks = [d for n in reading.dependents(i, "obj", "nsubj") for d in reading.dependents(n, "det")]
    marks += [c - 1 for c in reading.children[i] if reading.words[c].lower == "longer"]
    return any(reading.words[m].lower == "no" for m in marks)


def attempted(reading: Reading, codebook: Codebook, i: int) -> Factuality | None:
    """How the attempt is told in "an attempt to storm the base", the verb of which may hang on the one above; None where there is none."""
    word = reading.words[i]
    if not is_infinitive(reading, i) or word.relation not in {"acl", "advcl", "xcomp"}:
        return None
    nouns = (word.head,) if word.relation == "acl" else reading.dependents(word.head, "obj")
    attempt = next((n for n in nouns if n < i and reading.words[n].lemma in ATTEMPTS), None)
    if attempt is None:
        return None
    foiled = reading.words[attempt].relation == "obj" and reading.words[reading.words[attempt].head].lemma in FOILING
    return "actual" if foiled else factuality(reading, codebook, attempt)


def told_as_past(reading: Reading, w: int) -> bool:
    """True for the clause in "decided to admit that soldiers killed him", "wants to prove that troops had fired": it lies behind.

    What is decided, wanted or agreed is to say so.
    """
    word = reading.words[w]
    if word.relation != "ccomp" or word.upos not in {"VERB", "AUX"}:
        return False
    helped = [reading.words[c] for c in reading.dependents(w, "aux", "cop")]
    marks = {reading.words[c].lower for c in reading.dependents(w, "mark")}
    past = word.xpos == "VBD" or any(a.lower in PAST for a in helped)
    return past and not any(a.xpos == "MD" for a in helped) and not marks & {"if", "whether", "to"}


def uncommitted(reading: Reading, verb: int) -> bool:
    """True for "could not confirm", "declined to verify", "neither confirmed nor denied", "did not deny": nobody says whether it is so."""
    word, verbs = reading.words[verb], {verb, *reading.dependents(verb, "conj")}
    verbs |= {word.head} if word.relation == "conj" else set()
    if word.upos != "VERB" or word.lemma.lower() not in CONFIRMING:
        return False
    above = reading.words[reading.words[min(verbs)].head]
    marks = {reading.words[c].lower for v in verbs for c in reading.children[v]}
    unable = above.i not in verbs and reading.words[min(verbs)].relation in {"xcomp", "ccomp", "advcl"} and withheld(reading, above.i)
    return bool(marks & NOT_DONE) or unable


def withheld(reading: Reading, i: int) -> bool:
    """True for "declined", "was unable", "was not able" above an infinitive."""
    denied = any(reading.words[c].lower in NOT_DONE for c in reading.children[i])
    return reading.words[i].lemma.lower() in UNWILLING or (denied and reading.words[i].lemma.lower() in {"able", "possible"})


def unproven(reading: Reading, noun: int) -> bool:
    """True for "no confirmation", "no evidence"."""
    return reading.words[noun].lemma.lower() in PROOFS and any(reading.words[c].lower == "no" for c in reading.dependents(noun, "det"))


def beside_belief(reading: Reading, i: int, w: int, found: Factuality = "possible") -> bool:
    """True for the attacks in "believed that losses in the attacks had …", "reportedly killed in the attacks": they are no belief.

    Nor is the attack denied where "nobody was hurt in the attack"; it is in "took no part in the attack".
    """
    word = reading.words[i]
    adjunct = word.upos == "NOUN" and (word.relation == "nmod" or (word.relation == "obl" and word.deprel != "obl:agent"))
    during = preposition(reading, i) in {"in", "during", "after"}
    if found == "negated":
        return adjunct and w == i and word.relation == "obl" and during and reading.words[word.head].lemma not in TAKING
    return adjunct and (w != i or during)


def to_infinitive(reading: Reading, w: int) -> bool:
    """True for "to" with a verb, beside another such verb."""
    marks = reading.dependents(w, "mark")
    return (
        reading.words[w].xpos == "VB"
        and reading.words[reading.words[w].head].xpos == "VB"
        and any(reading.words[m].lower == "to" for m in marks)
    )


def settled(reading: Reading, w: int) -> bool:
    """True where what governs word `w` decides no more: a relative clause, a past participle behind its noun, "for the attack"."""
    word = reading.words[w]
    if word.deprel == "acl:relcl" or (word.deprel == "acl" and (word.xpos == "VBN" or (word.upos == "VERB" and word.xpos == "JJ"))):
        return True  # "men suspected of killing him will be tried", whose participle the tagger takes for an adjective
    if word.relation == "advcl" and word.xpos in {"VBD", "VBN", "VBZ", "VBP"}:
        return any(reading.words[c].lower in BESIDE for c in reading.dependents(w, "mark", "advmod"))
    if word.upos == "NOUN" and word.relation == "obj" and reading.words[word.head].lemma.lower() in ANSWERS:
        return True
    if word.relation == "obj" and reading.words[word.head].lemma.lower() == "reject" and known_killing(reading, w):
        return True
    if word.upos != "NOUN" or word.relation not in {"obl", "nmod"}:
        return False
    case = preposition(reading, w)
    if word.relation == "obl" and case in {"at", "over", "against"} and reading.words[word.head].lemma.lower() in ANSWERS:
        return True  # "summoned the envoy to protest at the raid"
    known = reading.words[word.head].lemma.lower() in ANSWERING and case in {"of", "into", "over", "against"}
    inquiries = reading.dependents(word.head, "obj") if case == "into" else ()  # "conduct an inquiry into the killing", hung on the verb
    known = known or any(reading.words[o].lemma.lower() in ANSWERING for o in inquiries)
    return known or case in PRESUPPOSING or (case in KNOWN_CAUSES and is_definite(reading, w))


def beside_people(reading: Reading, i: int) -> bool:
    """True for the participle in "fired to disperse miners marching on the palace": they march, whatever else is meant to be done."""
    word = reading.words[i]
    return (
        word.deprel == "acl"
        and word.xpos == "VBG"
        and reading.words[word.head].xpos in {"NNS", "NNPS"}
        and reading.words[word.head].relation == "obj"
    )


def going_to(reading: Reading, i: int) -> int | None:
    """The "going" of "is going to attack", which is no verb of motion; None where there is none."""
    word = reading.words[i]
    above = reading.words[word.head]
    future = word.relation == "xcomp" and word.xpos == "VB" and above.lower == "going" and bool(reading.dependents(above.i, "aux"))
    return above.i if future else None


def own_marks(reading: Reading, codebook: Codebook, i: int) -> Factuality | None:
    """What the auxiliaries, adverbs and determiners of the word itself say."""
    table = codebook.ontology.modality
    if (going := going_to(reading, i)) is not None:
        return own_marks(reading, codebook, going) or "planned"
    children = reading.children[i]
    low = {reading.words[c].lower for c in children if reading.words[c].deprel not in {"obj", "obl", "nsubj", "ccomp", "advcl", "conj"}}
    adjectives = {reading.words[c].lemma.lower() for c in children if reading.words[c].deprel in {"amod", "det"}}
    neither = any(
        reading.words[c].lower in {"neither", "nobody", "none"} for s in reading.dependents(i, "nsubj") for c in (s, *reading.children[s])
    )
    if neither or low & table["negated"]["words"] or adjectives & table["negated"]["adjectives"]:
        return "negated"
    conditions = {reading.words[c].lower for c in children if reading.words[c].relation == "mark"}
    tries = tried(reading, i)
    on_condition = any(reading.words[m].lower in {"if", "unless"} for v in tries for m in reading.dependents(v, "mark"))
    if on_condition or any(inverted(reading, v) for v in tries):
        return "hypothetical"
    if "whether" in conditions:
        return "possible"
    auxiliaries = {reading.words[c].lower for c in children if reading.words[c].relation == "aux"}
    word = reading.words[i]
    if word.relation == "conj" and word.xpos == "VB" and not reading.dependents(i, "nsubj", "aux", "mark"):
        auxiliaries = {reading.words[c].lower for c in reading.dependents(word.head, "aux")}  # "will meet and discuss"
    if word.xpos == "VB" and "that" in conditions and not auxiliaries and reading.words[word.head].lemma in MANDATING:
        return "hypothetical"  # the subjunctive of "insisted that Mali withdraw"
    if auxiliaries & table["possible"]["modals"]:
        return "possible"
    if auxiliaries & table["planned"]["modals"]:
        return "planned"
    if "would" in auxiliaries and reported(reading, i):
        return "planned"
    if auxiliaries & table["hypothetical"]["modals"]:
        return "hypothetical"
    if low & table["possible"]["words"] or adjectives & table["possible"]["adjectives"]:
        return "possible"
    to_be = {reading.words[c].lower for c in children if reading.words[c].relation in {"cop", "aux", "mark"}}
    if word.xpos == "VB" and to_be & {"to", "due"} and to_be & {"is", "are", "was", "were"}:
        return "planned"  # "are to free 122 prisoners", "is due to visit Riyadh"
    if adjectives & table["hypothetical"]["adjectives"] and reading.words[i].upos == "NOUN" and word.relation in {"obl", "nmod"}:
        return "hypothetical"  # "will respond to any attack"
    if adjectives & table["planned"]["adjectives"] and reading.words[i].upos == "NOUN":
        return "planned"
    return None


def tried(reading: Reading, i: int) -> tuple[int, ...]:
    """The verb itself, and the one that it is tried with: "try" of "try to storm"; what goes on ("continue to attack") is no trial."""
    word, above = reading.words[i], reading.words[reading.words[i].head]
    tries = word.relation == "xcomp" and word.xpos == "VB" and above.upos == "VERB" and above.lemma not in STOPS | {"continue"}
    return (i, word.head) if tries else (i,)


def inverted(reading: Reading, i: int) -> bool:
    """True for a condition without "if": "should Chad attack Gao, …"."""
    if reading.words[i].relation not in {"advcl", "parataxis", "ccomp"}:
        return False
    should = [c for c in reading.dependents(i, "aux") if reading.words[c].lower == "should"]
    subjects = reading.dependents(i, "nsubj")
    asks = any(w.text == "?" for w in reading.words[slice(*reading.sentences[reading.words[i].sentence])])
    return bool(should and subjects) and should[0] < subjects[0] and not asks


def reported(reading: Reading, i: int) -> bool:
    """True for what a verb of speech holds, before it or behind: "said that he would meet them", "he would meet them, the agency said"."""
    word = reading.words[i]
    if word.relation == "ccomp" and reading.words[word.head].lemma in REPORTING:
        return True
    return any(reading.words[c].lemma in REPORTING and reading.words[c].xpos == "VBD" for c in reading.dependents(i, "parataxis"))


def first_to(reading: Reading, noun: int) -> bool:
    """True for "the first country to sign", "the only party to refuse", told as done where no verb above says otherwise."""
    heads = (noun, *reading.dependents(noun, "amod"))
    return any(reading.words[w].lower in {"first", "last", "only", "latest", "second", "third"} for w in heads)


def from_governor(reading: Reading, codebook: Codebook, w: int, above: int, steps: int) -> Factuality | None:
    """What the governing word makes of a complement: "denied attacking", "plans to attack", "urged an end to the attacks"."""
    word, governor = reading.words[w], reading.words[above]
    table = codebook.ontology.modality
    lemma = governor.lemma.lower()
    complement = (
        word.relation in {"xcomp", "ccomp", "acl", "advcl"}
        or (word.relation == "obj" and (steps == 0 or word.lemma in TAKING_PART))
        or (word.relation == "nsubj" and governor.deprel == "root")
    )
    marks = {reading.words[c].lower for c in reading.children[w] if reading.words[c].relation in {"mark", "case"}}
    subjunctive = word.xpos == "VB" and word.relation == "ccomp"
    infinitive = (
        ("to" in marks and not behind_to(reading, w, above))
        or subjunctive
        or (word.xpos == "VBG" and bool(marks & ({"at"} if lemma == "aim" else {"against", "from"})))
        or (lemma in ASKED_FOR and word.xpos == "VBG" and "for" in marks)
    )
    infinitive = infinitive or bare_gerund(reading, w, above)
    beside = word.relation == "advcl" and not infinitive  # "talks failed, leaving the rebels …"
    if falls_short(reading, w, above):
        return "negated"
    if complement and lemma in table["negated"]["governors"] and not beside:
        return "negated"
    if lemma in STOPS and word.upos == "NOUN" and word.relation == "obj":
        return "hypothetical"
    if complement and word.relation != "nsubj":
        own = own_marks(reading, codebook, above) if steps == 0 and word.upos == "NOUN" else None
        if own is not None and not (own == "negated" and presupposed(reading, w)):
            return own
        meant = infinitive or word.upos == "NOUN"
        if lemma in table["planned"]["governors"] and meant:
            return "planned"
        bound = lemma in BOUND and infinitive and governor.xpos in {"VB", "VBP", "VBZ"}  # "have to arrest"; who "had to fire" fired
        if bound or (lemma in table["hypothetical"]["governors"] and meant):
            return "hypothetical"
        if lemma in table["possible"]["governors"] and word.relation in {"ccomp", "xcomp"}:
            return "possible"
        if infinitive and word.relation == "acl" and lemma in POWERS:
            return "hypothetical"
        if infinitive and word.relation in {"advcl", "acl"}:
            return None if first_to(reading, above) else "planned"
    if lemma in ASKED_FOR | PREPARING and word.upos == "NOUN" and word.relation == "obl" and preposition(reading, w) == "for":
        return "planned" if lemma in PREPARING else "hypothetical"  # "are preparing for an assault on the town"
    if lemma in WARNINGS and word.upos == "NOUN" and word.relation == "obl" and preposition(reading, w) in {"against", "of", "about"}:
        return "hypothetical"
    if governor.upos == "NOUN" and word.relation in {"nmod", "acl"}:
        if lemma in REFUSALS:
            return "negated"
        if lemma in GUESSES and word.relation == "acl":
            return "possible"
        if lemma in FEARS:
            return "hypothetical"
    if word.upos == "NOUN" and word.relation in {"obj", "nsubj", "obl"}:
        if word.relation == "nsubj" and reading.dependents(above, "obj"):
            return None
        own = own_marks(reading, codebook, above)
        if own == "negated" and presupposed(reading, w):
            return None
        return own if governor.upos in {"VERB", "AUX"} and own is not None else None
    return None


def voted(reading: Reading, i: int) -> bool:
    """True for "voted to condemn Mali": who has voted for it has done it, where it is done by words."""
    above = reading.words[reading.words[i].head]
    told = above.xpos == "VBD" or any(reading.words[c].lower in {"has", "have"} for c in reading.dependents(above.i, "aux"))
    return above.lemma == "vote" and reading.words[i].relation in {"xcomp", "advcl"} and is_infinitive(reading, i) and told


def bare_gerund(reading: Reading, w: int, above: int) -> bool:
    """True for "considered expelling them", "is considering formally ending the talks": what a verb takes as its content.

    Not for what goes on beside it: "the army called for calm, moving troops in".
    """
    word = reading.words[w]
    if word.xpos != "VBG" or above > w or reading.dependents(w, "mark", "case"):
        return False
    between = reading.words[above + 1 : w]
    right_behind = all(x.upos == "ADV" or x.deprel == "compound:prt" for x in between)  # "ruled out sending"
    return word.relation in {"xcomp", "ccomp"} or (word.relation == "advcl" and right_behind)


def behind_to(reading: Reading, w: int, above: int) -> bool:
    """True for what was done though "to" stands before it: "confessed to having killed him", "in addition to shelling the base"."""
    word = reading.words[w]
    having = any(reading.words[a].lower == "having" for a in reading.dependents(w, "aux"))
    gerund = word.xpos == "VBG" and not reading.dependents(w, "aux")
    return having or (gerund and reading.words[above].lemma.lower() in OWNING_UP)


def falls_short(reading: Reading, w: int, above: int) -> bool:
    """True for "stopped short of accusing Syria", "fell short of ordering a strike": it was not done."""
    of = any(reading.words[m].lower == "of" for m in reading.dependents(w, "mark", "case"))
    near = {above, reading.words[above].head, *reading.dependents(above, "advmod", "xcomp"), *reading.dependents(w, "advmod")}
    return of and reading.words[w].relation in {"advcl", "acl", "obl", "xcomp"} and any(reading.words[x].lower == "short" for x in near)


def known_killing(reading: Reading, w: int) -> bool:
    """True for "the murder of Luis Rojas", "the killing of six priests", which words about it take for granted."""
    around = reading.dependents(w, "nmod", "nmod:poss")
    told = any(reading.words[n].upos == "PROPN" or reading.dependents(n, "nummod") for n in around)
    return reading.words[w].lemma.lower() in KILLINGS and is_definite(reading, w) and told


def presupposed(reading: Reading, w: int) -> bool:
    """True for a killing that a negated verb tells something of: "we must not forget the murder", "the massacre did not go unpunished".

    Not of what was not done or did not happen: "the massacre did not take place".
    """
    word = reading.words[w]
    return word.lemma.lower() in KILLINGS and is_definite(reading, w) and reading.words[word.head].lemma.lower() not in DOING
