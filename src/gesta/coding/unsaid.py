"""Acts of speech that nobody performs: what one may, wants or is asked to say, what a form of the verb only describes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from gesta.coding.cast import Cast
from gesta.coding.clauses import is_infinitive, is_passive, preposition, subjects
from gesta.coding.doers import doers
from gesta.coding.drafts import Draft
from gesta.coding.named_so import names_given
from gesta.coding.parties_in_text import who
from gesta.coding.tellings import NAMING
from gesta.model import Reading

#: Factuality at which an act of speech is none, by type.
UNSAID: Final = {
    "ACCUSE": frozenset({"possible", "hypothetical"}),
    "REJECT": frozenset({"planned", "possible", "hypothetical"}),
    "CONSULT": frozenset({"possible"}),
    "AGREE": frozenset({"hypothetical"}),
    "SUPPORT": frozenset({"hypothetical"}),
}
DENIALS: Final = frozenset({"not", "n't", "n’t", "never", "no", "neither", "if", "whether"})
TELLING: Final = ("for", "to", "on", "upon", "against", "of", "about")  # prepositions that bring what a call is for, or to whom
CLAUSES: Final = frozenset({"acl", "ccomp", "advcl", "xcomp"})
RUNNING: Final = frozenset({"VBD", "VBZ", "VBP", "VBG"})
OURS: Final = frozenset({"we", "i", "it"})
UNDERTAKING: Final = frozenset({"continue", "keep", "begin", "start", "try", "attempt", "seek", "strive", "want", "intend"})


def unsaid(cast: Cast, d: Draft) -> bool:
    """True for what is only spoken of: "struck to protest the raid", "called on Mali to condemn the raid", "flew to Doha to attend talks".

    Not for an inquiry or a suit that is announced.
    """
    if d.type == "ACCUSE" and d.factuality == "planned":
        return d.mode not in {"investigate", "legal"}
    if d.factuality in UNSAID.get(d.type, ()):
        return True
    describes = FORMS.get(f"{d.trigger.rule.type}.{d.trigger.rule.id}")
    return describes is not None and describes(cast, d)


def opinion(cast: Cast, d: Draft) -> bool:
    """True for "they agree that …", "cannot accept"; not for "Mali and Chad agree that …", nor for the refusal "will not accept"."""
    word = cast.reading.words[d.i]
    joint = (word.xpos == "VBP" and len(d.roles.actors) > 1) or emphatic(cast.reading, d.i)
    return word.xpos in {"VB", "VBP"} and not joint and not (d.type == "REJECT" and refused(cast.reading, d.i))


def emphatic(reading: Reading, i: int) -> bool:
    """True for "did agree", told as done."""
    return any(reading.words[c].lower == "did" for c in reading.dependents(i, "aux"))


def refused(reading: Reading, i: int) -> bool:
    """True for "will not accept", "are not going to accept"."""
    word, helped = reading.words[i], {reading.words[c].lower for c in reading.dependents(i, "aux")}
    return bool(helped & {"will", "wo", "shall"}) or (word.relation == "xcomp" and reading.words[word.head].lemma == "go")


def infinitive(cast: Cast, d: Draft) -> bool:
    """True for "refused to agree to withdraw": who agreed is told by a finite verb."""
    return cast.reading.words[d.i].xpos == "VB" and not emphatic(cast.reading, d.i)


def own_duty(cast: Cast, d: Draft) -> bool:
    """True for "we must find them", "it must depend on them", and for one's own state that "must" do something: nobody else is asked."""
    own = {p.bare for p in d.roles.recipients} == {p.bare for p in d.roles.actors}
    return own or any(cast.reading.words[w].lower in OURS for w in d.roles.recipient_words)


def in_passing(cast: Cast, d: Draft) -> bool:
    """True for "condemned the raid, calling it a crime": one accusation."""
    word = cast.reading.words[d.i]
    above = cast.codebook.ontology.verbs.get(cast.reading.words[word.head].lemma, ())
    return word.relation == "advcl" and any(rule.type == "ACCUSE" for rule, _ in above)


def denied_or_office(cast: Cast, d: Draft) -> bool:
    """True for "was not responsible", "whether Mali was responsible", "was responsible for training recruits"."""
    below = [cast.reading.words[c] for clause in d.trigger.frame.clauses for c in cast.reading.children[clause]]
    return any(w.lower in DENIALS or w.xpos == "VBG" for w in below)


def of_nothing(_: Cast, d: Draft) -> bool:
    """True for "as we investigate further", "a committee to investigate"."""
    frame = d.trigger.frame
    return d.trigger.verbal and not frame.patients and not frame.obliques and not frame.clauses


def of_nobody(_: Cast, d: Draft) -> bool:
    """True for what a private person alleges of nobody."""
    return not d.roles.recipients and all((p.code or "").endswith(".CVL") for p in d.roles.actors)


def anonymous(cast: Cast, d: Draft) -> bool:
    """True for an official "who asked not to be named"."""
    below = (c for clause in d.trigger.frame.clauses for c in (clause, *cast.reading.dependents(clause, "conj")))
    return any(cast.reading.words[c].lemma in NAMING and is_passive(cast.reading, c) for c in below)


def taken_up(cast: Cast, d: Draft) -> bool:
    """True for a call that is only taken up again, or that came over the telephone: "Mali's call came after …", "a call from the minister".

    Not for "Mali's call for a truce".
    """
    brought, lemma = d.trigger.frame.obliques, cast.reading.words[d.i].lemma.lower()
    told = any(brought.get(case) for case in TELLING) if lemma == "call" else bool(brought)
    return not told and not any(cast.reading.words[c].deprel in CLAUSES for c in cast.reading.children[d.i])


def for_something(_: Cast, d: Draft) -> bool:
    """True for "the president's call for elections", which is no telephone call."""
    return "for" in d.trigger.frame.obliques


def what_for(cast: Cast, d: Draft) -> bool:
    """True for "sent planes to support Mali"."""
    word = cast.reading.words[d.i]
    return word.xpos == "VB" and word.relation in {"advcl", "acl"}


def only_wanted(cast: Cast, d: Draft) -> bool:
    """True for "to recognise Mali"; not for the refusal "will not recognise Mali"."""
    return d.type == "SUPPORT" and cast.reading.words[d.i].xpos == "VB"


def warns_of_another(cast: Cast, d: Draft) -> bool:
    """True for "warned Chad about Niger", "that Niger would attack", "that the prison could be attacked": who warns threatens nobody."""
    frame = d.trigger.frame
    if any(is_passive(cast.reading, c) and not cast.verb(c).agents and might(cast.reading, c) for c in frame.clauses):
        return True
    about = [h for case in ("about", "of") for h in frame.obliques.get(case, ())]
    told = [p for h in about for p in (*who(cast, h), *doers(cast, h)) if p.code]
    told += [p for c in frame.clauses for s in subjects(cast.reading, c) if s not in frame.agents for p in who(cast, s) if p.code]
    return bool(told) and not {p.bare for p in told} & {p.bare for p in (*d.roles.actors, *d.roles.recipients)}


def warns_of_others_doing(cast: Cast, d: Draft) -> bool:
    """True unless what one warns of is what one would do oneself: "warned that it would cut aid"."""
    reading = cast.reading
    for c in d.trigger.frame.clauses:
        own = [
            s for s in subjects(reading, c) if reading.words[s].lower in {"it", "they", "he", "she", "we"} or s in d.trigger.frame.agents
        ]
        modal = any(reading.words[a].lemma.lower() in {"would", "will", "could", "may", "might"} for a in reading.dependents(c, "aux"))
        if own and modal and not is_passive(reading, c):
            return False
    return True


def might(reading: Reading, i: int) -> bool:
    """True under "could", "may" or "might"."""
    return any(reading.words[c].lower in {"could", "may", "might"} for c in reading.dependents(i, "aux"))


def threatens_things(cast: Cast, d: Draft) -> bool:
    """True for what grows "threatening the harvest": no party is threatened."""
    word, patients = cast.reading.words[d.i], d.trigger.frame.patients
    beside = word.xpos == "VBG" and word.relation in {"advcl", "acl"} and bool(patients)
    return beside and not any(p.code for h in patients for p in who(cast, h))


def of_what(cast: Cast, d: Draft) -> bool:
    """True for "for four exchanges", of nothing and between nobody; not for "an exchange of fire"."""
    told = {"of", "between"} & set(d.trigger.frame.obliques)
    return cast.reading.words[d.i].lemma == "exchange" and not told and not d.roles.actor_words


def alone(cast: Cast, d: Draft) -> bool:
    """True for "parliament is to meet": not for "met with his aides", nor for "the leaders met"."""
    frame, words = d.trigger.frame, cast.reading.words
    met = (*frame.patients, *frame.obliques.get("with", ()))
    people = any(h in cast.person_at or cast.role(h) is not None or cast.is_class(h, "people") for h in met)
    several = len(frame.agents) > 1 or any(words[a].xpos in {"NNS", "NNPS"} for a in frame.agents)
    return not (people or several)


def of_old_accord(cast: Cast, d: Draft) -> bool:
    """True for "hailed the accord between Mali and Chad", where what is done with it is the act, and for "a deal between us and them"."""
    word = cast.reading.words[d.i]
    acted_on = word.relation == "obj" and cast.reading.words[word.head].lemma in cast.codebook.ontology.verbs
    return acted_on or any(cast.reading.words[w].upos == "PRON" for w in d.trigger.frame.obliques.get("between", ()))


def hung_up(cast: Cast, d: Draft) -> bool:
    """True for "hung a portrait", "hang it": people are hanged."""
    words = cast.reading.words
    return words[d.i].lower == "hung" or any(words[p].lower in {"it", "this", "that"} for p in d.trigger.frame.patients)


def of_own_mind(cast: Cast, d: Draft) -> bool:
    """True for "is convinced that the plan will work": nobody is asked; and for "pleaded guilty"."""
    word, frame = cast.reading.words[d.i], d.trigger.frame
    sure = word.lemma in {"convince", "persuade"} and (frame.passive or word.xpos == "VBN") and not frame.agents
    infinitives = any(is_infinitive(cast.reading, c) for c in frame.clauses)
    pleads = word.lemma == "plead" and any(cast.reading.words[c].lower in {"guilty", "innocent"} for c in cast.reading.children[d.i])
    appeals = word.lemma == "appeal" and "against" in frame.obliques
    return (sure and not infinitives) or pleads or appeals


def known_for(cast: Cast, d: Draft) -> bool:
    """True for private people "accused of theft", which tells who they are, and for one who "charged at a rival"."""
    word, accused = cast.reading.words[d.i], d.roles.recipients
    frame = d.trigger.frame
    if word.lemma == "charge" and not frame.passive and not frame.patients and not frame.clauses and word.xpos in RUNNING:
        return True
    describes = word.deprel == "acl" and word.xpos == "VBN" and not d.trigger.frame.agents
    return describes and all(p.sector == "CVL" for p in accused)


def in_protest(cast: Cast, d: Draft) -> bool:
    """True for "resigned in protest at the raid", which tells why, and for a state's own: "drew a protest from China"."""
    if any(p.kind in {"country", "government"} for w in d.trigger.frame.obliques.get("from", ()) for p in who(cast, w)):
        return True
    return preposition(cast.reading, d.i) == "in" and not cast.reading.dependents(d.i, "det", "amod", "nmod:poss")


def not_told(cast: Cast, d: Draft) -> bool:
    """True for what the claimant's words only mention: a clause in a clause, what is denied, or a people's own coach who says it."""
    word = cast.reading.words[d.i]
    above = cast.reading.words[word.head].lemma.lower()
    inside = word.relation in {"advcl", "acl", "csubj"} or (word.relation == "xcomp" and above not in UNDERTAKING)
    called = d.i in names_given(cast.reading, word.head)  # "called the raid a crime": to call it so is the accusation
    return d.factuality == "negated" or (d.trigger.verbal and inside) or called


#: What tells that a frame's words describe and perform nothing, by the frame.
FORMS: Final[dict[str, Callable[[Cast, Draft], bool]]] = {
    "ACCUSE.accuse": known_for,
    "ACCUSE.allege": of_nobody,
    "ACCUSE.brand": in_passing,
    "ACCUSE.brand-a-wrong": in_passing,
    "ACCUSE.investigate": of_nothing,
    "ACCUSE.provocation-noun": not_told,
    "ACCUSE.say-responsible": denied_or_office,
    "ACCUSE.wrong-noun": not_told,
    "ACCUSE.wrong-told": not_told,
    "AGREE.agree": opinion,
    "AGREE.agreement-between": of_old_accord,
    "ASSAULT.exchange-noun": of_what,
    "ASSAULT.hang": hung_up,
    "CONCEDE.agree-to-yield": infinitive,
    "CONSULT.call-noun": for_something,
    "CONSULT.meet-own": alone,
    "PROTEST.protest-noun": in_protest,
    "REQUEST.ask": anonymous,
    "REQUEST.call-noun": taken_up,
    "REQUEST.must": own_duty,
    "REQUEST.urge": of_own_mind,
    "SUPPORT.back": what_for,
    "SUPPORT.recognise": only_wanted,
    "THREATEN.threaten": threatens_things,
    "THREATEN.warn": warns_of_another,
    "THREATEN.warn-would": warns_of_others_doing,
}
