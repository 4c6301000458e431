"""What is asked for, ensured, hoped, feared or aimed at is no act: "demanded that Mali withdraw", "a chance to retake Gao"."""

from __future__ import annotations

from collections.abc import Iterator

from gesta.coding.cast import Cast
from gesta.coding.clauses import is_infinitive, preposition
from gesta.coding.modality import REPORTING, STOPS, reported, settled
from gesta.coding.triggers import Trigger
from gesta.model import Reading

CLAUSES = frozenset({"xcomp", "ccomp"})
BEHIND = frozenset({"acl", "nmod"})
HELD = frozenset({None, "of", "for", "to", "against"})  # prepositions of what a noun is about
STEPS = 2  # from the act up to what governs it
ASKING = frozenset("demand want ask urge pressure persuade call appeal request propose press push prod lobby nudge cajole coax".split())
TOLD = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})  # what somebody else is told to do
ASKING_FOR = frozenset({"call", "appeal", "ask", "campaign"})
ASKED = frozenset({"demand", "request", "want", "urge", "seek"})
DEMANDS = frozenset("demand call appeal request proposal".split())
ENSURING = frozenset("guarantee assurance ensure assure sure".split())
HOPING = frozenset({"hope", "wish", "dream"})
RISKING = frozenset({"threaten", "risk"})
RISKS = frozenset("threat risk ultimatum danger".split())
AIMS = frozenset("goal objective aim way chance possibility concern right need opportunity prospect idea scenario option".split())
# Verbs whose object is an act that they judge or work towards, and do not tell.
JUDGING = frozenset("support respect accept achieve oppose end avoid prevent".split())
BANNING = frozenset({"ban", "prohibit", "forbid", "outlaw", "bar", "prevent", "cancel"})
KEPT = frozenset({"name", "identity", "detail", "comment", "interview", "surname"})
SPEAKING_TO = frozenset({"tell", "address"})
TERMS = frozenset({"hour", "day", "week", "month", "deadline"})
WHILE = frozenset({"in", "during", "after", "following", "since", "before", "throughout"})
# Of these an act's purpose is none; violence, words and moves that another act is for are told ("sent police to disperse the crowd").
AS_MEANT = frozenset({"AGREE", "AID", "COERCE", "CONCEDE", "CONSULT", "RETREAT", "SUPPORT"})
SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN", "REJECT"})  # what an order itself may be: "condemn this massacre", "refuse to pay"
OPENING = frozenset({'"', "“", "‘", "'", "``"})
CALLED_OUT = frozenset({"root", "ccomp", "parataxis", "obj"})
ABLE = frozenset({"can", "may", "might", "should", "must"})


def only_content(cast: Cast, trigger: Trigger) -> str | None:
    """Of what a trigger's act is only the content: a demand, a guarantee, a hope, a threat, an aim, a question; None where it is told.

    What is denied, refused, attempted or planned is told (GUIDELINES of the gold: "happened, is planned, threatened, demanded or denied").
    """
    reading = cast.reading
    kind, i = trigger.rule.type, trigger.i
    word = reading.words[i]
    told_by = word.head if not trigger.verbal and word.relation == "obj" else i
    if kind in AS_MEANT and is_purpose(cast, told_by):
        return "what another act is for"
    if trigger.verbal and kind not in SPOKEN and is_order(reading, i):
        return "what is asked for"
    if trigger.verbal and kind != "REQUEST":
        marks = {reading.words[c].lower for c in reading.dependents(i, "mark", "advmod")}
        if word.relation == "advcl" and "until" in marks:
            return "what is waited for"
        if word.relation == "ccomp" and "whether" in marks:
            return "a question"
        if kind != "ASSAULT" and "if" in marks:
            return "a condition"
        modals = {reading.words[c].lemma.lower() for v in (i, *able(reading, i)) for c in reading.dependents(v, "aux")}
        if modals & ABLE or (kind == "ASSAULT" and "would" in modals and not reported(reading, i)):
            return "what may be"
    if trigger.verbal and word.lemma == "concede" and reading.dependents(i, "ccomp"):
        return "an admission"  # "conceded that mistakes were made"
    if kind == "REJECT" and trigger.verbal and no_name(reading, i):
        return "what is kept from the press"
    if trigger.rule.vague and cast.is_class(i, "wars") and talked_of(reading, i):
        return "what is talked of"
    if kind == "ASSAULT" and not trigger.verbal and settled(reading, i) and preposition(reading, i) != "for":
        return None  # "demanded that they investigate the killing", not "called for the killing"
    for relation, host, case in governors(reading, i):
        lemma = reading.words[host].lemma.lower()
        found = content_of(kind, relation, lemma, reading.words[host].upos == "NOUN", case)
        if found is not None and (lemma not in TERMS or is_infinitive(reading, i)):  # not "in two days of fighting"
            return found
    return None


def is_order(reading: Reading, i: int) -> bool:
    """True for an order that opens what somebody says or a placard shows: "Free our sons", "Stop the war"."""
    word = reading.words[i]
    if word.xpos != "VB" or word.relation not in CALLED_OUT or i == 0 or reading.words[i - 1].text not in OPENING:
        return False
    return not reading.dependents(i, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark", "cop")


def no_name(reading: Reading, i: int) -> bool:
    """True for "refused to give his name", "declined to disclose details"."""
    objects = (o for c in reading.dependents(i, "xcomp") for o in reading.dependents(c, "obj"))
    return any(reading.words[o].lemma.lower() in KEPT for o in objects)


def able(reading: Reading, i: int) -> tuple[int, ...]:
    """The "able" of "would be able to attack", which says with its own modal what may be; empty where there is none."""
    word = reading.words[i]
    return (word.head,) if word.relation == "xcomp" and reading.words[word.head].lower in {"able", "unable"} else ()


def is_purpose(cast: Cast, i: int) -> bool:
    """True for "to attend talks" behind a verb that tells no plan, promise or accord: "flew to Doha to attend talks"."""
    word, planned = cast.reading.words[i], cast.codebook.ontology.modality["planned"]["governors"]
    above = cast.reading.words[word.head].lemma
    return word.relation == "advcl" and is_infinitive(cast.reading, i) and above not in planned and above not in {"sign", "ratify"}


def talked_of(reading: Reading, i: int) -> bool:
    """True for a war that only another noun or a verb's preposition brings in: "a debate over the war", "attention to the conflict"."""
    while reading.words[i].relation in {"conj", "compound", "flat"} and reading.words[i].head != i:
        i = reading.words[i].head
    word = reading.words[i]
    return word.relation == "nmod" or (word.relation == "obl" and preposition(reading, i) not in WHILE)


def governors(reading: Reading, i: int) -> Iterator[tuple[str, int, str | None]]:
    """The words that an act is complement, object or attribute of, nearest first, with its relation and preposition; at most `STEPS`.

    Not what is told as done ("assurances that rebels were killed"), nor what lies before or behind it ("asked to leave after the attack").
    """
    steps = 0
    while steps < STEPS:
        word = reading.words[i]
        if word.head == i or word.deprel == "acl:relcl" or word.lemma in REPORTING or done(reading, i):
            return
        if (asked := asked_of(reading, i)) is not None:
            yield "xcomp", asked, None
            return
        if word.relation not in {"conj", "compound", "flat"}:
            case = preposition(reading, i)
            if word.relation not in {"xcomp", "ccomp", "acl", "obj", "nmod", "obl"} or (
                word.relation in {"nmod", "obl"} and case not in HELD
            ):
                return
            yield word.relation, word.head, case
            if case == "for":  # "wanted revenge for the strikes"
                return
            steps += 1
        i = word.head


def asked_of(reading: Reading, i: int) -> int | None:
    """The verb of asking in "called on rebels to disarm", "called for releasing them", where the parse makes a clause of the rest."""
    word = reading.words[i]
    above = reading.words[word.head]
    if word.relation == "acl" and above.relation == "obl" and is_infinitive(reading, i):
        above = reading.words[above.head]
    elif word.relation != "advcl" or not (is_infinitive(reading, i) or marked_for(reading, i)):
        return None
    return above.i if above.upos == "VERB" and above.lemma in ASKING else None


def marked_for(reading: Reading, i: int) -> bool:
    """True for "for releasing"."""
    return reading.words[i].xpos == "VBG" and any(reading.words[m].lower == "for" for m in reading.dependents(i, "mark"))


def done(reading: Reading, i: int) -> bool:
    """True for a clause in the past and for a participle behind its noun ("needs created by shelling")."""
    word = reading.words[i]
    finite = {reading.words[c].lower for c in reading.dependents(i, "aux", "cop")}
    return word.xpos == "VBD" or bool(finite & {"was", "were", "had"}) or (word.deprel == "acl" and word.xpos == "VBN")


def content_of(kind: str, relation: str, host: str, noun: bool, case: str | None) -> str | None:
    """What an act of type `kind` is to a governing word with the lemma `host`."""
    own = host in {"propose", "proposal"} and kind in {"RETREAT", "CONCEDE", "AGREE"}  # to offer is to concede
    if (
        kind != "REQUEST"
        and not own
        and (
            (host in ASKING and not noun and relation in CLAUSES)
            or (host in ASKING_FOR and relation == "obl" and case == "for")
            or (host in ASKED and not noun and relation == "obj")
            or (host == "give" and relation == "xcomp")
            or (host in TERMS and noun and relation == "acl")  # "gave the rebels 48 hours to leave"
            or (host in DEMANDS and noun and (relation == "acl" or (relation == "nmod" and case in {"for", "to"})))
        )
    ):
        return "what is asked for"
    if kind in TOLD and host == "tell" and relation == "xcomp":
        return "what is asked for"
    if host in ENSURING and relation != "obl":
        return "what is ensured"
    if host in HOPING and relation not in {"obj", "obl"}:
        return "what is hoped"
    if kind != "THREATEN" and (
        (host in RISKING and not noun and relation in CLAUSES | {"obj"}) or (host in RISKS and noun and relation in BEHIND)
    ):
        return "what is threatened"
    if kind == "ASSAULT" and host in STOPS and relation == "xcomp":
        return "what is ended"
    if host in AIMS and noun and relation in BEHIND:
        return "what is aimed at"
    if kind == "PROTEST" and host in BANNING and not noun and relation == "obj":
        return "what is banned"
    if kind == "PROTEST" and host in SPEAKING_TO and not noun and relation == "obj":
        return "who is spoken to"
    if kind not in {"AGREE", "CONCEDE"} and host == "agree" and relation == "xcomp":
        return "what was agreed"
    if kind in {"SANCTION", "COERCE"} and host == "warn" and relation in CLAUSES:
        return "what is threatened"
    return "what is judged" if host in JUDGING and not noun and relation == "obj" else None
