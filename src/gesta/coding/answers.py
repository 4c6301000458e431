"""Whom it concerns when what was said or done before is taken up by its name: "rejected the demand", "condemned the raid"."""

from __future__ import annotations

from gesta.coding.drafts import Draft, Drafting
from gesta.coding.nounphrases import is_definite
from gesta.coding.parties import Party
from gesta.coding.taken_up import DEEDS, JOINT, NAMES, SHARED, takes_up
from gesta.model import Reading

ANSWERING = frozenset({"REJECT", "ACCUSE", "SUPPORT"})
NEAR = 6  # sentences
SPOKEN = frozenset({"ACCUSE", "REQUEST", "SUPPORT"})  # what nobody welcomes or regrets as a step
FAR = 2 * NEAR  # an accord is what a whole report is about
AT_ONCE = 2  # sentences


def answered(drafting: Drafting, drafts: list[Draft]) -> None:
    """Gives a refusal, a condemnation or praise of "the demand", "the raid" the author of the last such act told shortly before.

    Of "the truce" the two who agreed to it. Only where no party stands with the noun; `why` then ends with +answers.
    """
    for n, d in enumerate(drafts):
        if d.type == "SANCTION" and d.mode == "discontinue" and (other := partner(drafting.reading, d, drafts[:n])) is not None:
            d.roles.recipients, d.why = [other], d.why + "+answers"
        if (
            d.type not in ANSWERING
            or (d.type == "ACCUSE" and d.mode != "disapprove")
            or not d.roles.actors
            or d.roles.recipients
            or not d.trigger.verbal
        ):
            continue
        kinds = {kind for p in d.trigger.frame.patients if (kind := named_kind(drafting, d, p)) is not None}
        author = described_author(drafting, d, drafts[:n], kinds) or last_doer(drafting, d, drafts[:n]) or partners(drafting, d, drafts[:n])
        if author is not None:
            d.roles.recipients, d.why = author, d.why + "+answers"


def partner(reading: Reading, d: Draft, before: list[Draft]) -> Party | None:
    """With whom a side breaks off what it did with one other: Mali where "Mali and Niger agreed to a truce", which Niger ends."""
    acting = {d.side(p) for p in d.roles.actors}
    told = {reading.words[w].lemma.lower() for w in (*d.trigger.words, *d.trigger.frame.patients)}
    if len(acting) != 1 or d.roles.recipients or d.trigger.rule.reciprocal or not told & SHARED:
        return None
    for o in reversed(before):
        sides = {d.side(p): p for p in o.roles.actors}
        if o.type in JOINT and not o.roles.recipients and len(sides) == 2 and acting < set(sides):
            return next(p for side, p in sides.items() if side not in acting)
    return None


def partners(drafting: Drafting, d: Draft, before: list[Draft]) -> list[Party] | None:
    """The two others who last agreed, signed, talked or ceased fire together, where somebody praises or blames "the agreement"."""
    named = {drafting.reading.words[p].lemma.lower() for p in d.trigger.frame.patients}
    if not named & SHARED or not takes_up(drafting.reading, d.trigger):
        return None
    acting = {d.side(p) for p in d.roles.actors}
    for o in reversed(before):
        sides = {d.side(p) for p in o.roles.actors}
        if o.type in JOINT and not o.roles.recipients and len(sides) == 2 and d.trigger.sentence - o.trigger.sentence <= FAR:
            return None if acting & sides else list(o.roles.actors)
    return None


def unanswered(d: Draft) -> bool:
    """True for praise or blame that a frame gives to somebody, and for which nobody was found: "welcomed the decision"."""
    open_to = {"two", "recipient"} & set(d.trigger.rule.needs)
    return bool(open_to) and d.type in {"ACCUSE", "SUPPORT"} and not d.roles.recipients and len({d.side(p) for p in d.roles.actors}) < 2


def last_doer(drafting: Drafting, d: Draft, before: list[Draft]) -> list[Party] | None:
    """Whose "the move" or "the step" it is: the one other side that acted last, in the sentence before or the same."""
    words = drafting.reading.words
    named = [p for p in d.trigger.frame.patients if words[p].lemma.lower() in DEEDS and is_definite(drafting.reading, p)]
    if not named or any(drafting.reading.dependents(p, "nmod", "nmod:poss", "acl", "acl:relcl") for p in named):
        return None
    acting = {d.side(p) for p in d.roles.actors}
    idle = {"CONSULT", "AGREE"} | (SPOKEN if takes_up(drafting.reading, d.trigger) else set())
    near = [o for o in before if 0 <= d.trigger.sentence - o.trigger.sentence < AT_ONCE and o.type not in idle]
    done = next((o for o in reversed(near) if o.roles.actors and not acting & {o.side(p) for p in o.roles.actors}), None)
    return list(done.roles.actors) if done is not None else None


def around(reading: Reading, i: int) -> tuple[int, ...]:
    """The word itself where it heads a relative clause: "an allegation that Mali rejects" takes up what was just told."""
    return (i,) if reading.words[i].deprel == "acl:relcl" else ()


def named_kind(drafting: Drafting, d: Draft, p: int) -> str | None:
    """The type of act that a definite noun names, or one that the answer describes; None for any other word."""
    if not is_definite(drafting.reading, p) and not any(c in drafting.reading.children[p] for c in around(drafting.reading, d.i)):
        return None
    lemma = drafting.reading.words[p].lemma.lower()
    acts = drafting.cast.codebook.ontology.nouns.get(lemma, ())
    return NAMES.get(lemma) or ("ASSAULT" if any(rule.type == "ASSAULT" and not rest for rule, rest in acts) else None)


def described_author(drafting: Drafting, d: Draft, before: list[Draft], kinds: set[str]) -> list[Party] | None:
    """The author of the last act of the kinds; where several sides did such acts, of the last in whose sentence the words for it stand.

    So "the hospital bombing" is not by who ambushed a convoy since. None where several are told of and none fits the words.
    """
    told = [(o, found) for o in reversed(before) if (found := authors(d, o, kinds))]
    words = described(drafting.reading, d)
    if not told or not words or len({d.side(p) for _, found in told for p in found}) == 1:
        return told[0][1] if told else None
    return next((found for o, found in told if words & lemmas(drafting.reading, o)), None)


def described(reading: Reading, d: Draft) -> set[str]:
    """The nouns and names that tell which act is meant: "hospital" in "the hospital bombing", "Goma" in "the strike on Goma"."""
    beside = (c for p in d.trigger.frame.patients for c in reading.dependents(p, "compound", "nmod", "amod", "nmod:poss"))
    return {reading.words[c].lemma.lower() for c in beside if reading.words[c].upos in {"NOUN", "PROPN"} and not is_time(reading, c)}


def is_time(reading: Reading, i: int) -> bool:
    """True for the day of "Friday's strike"."""
    return any(m.label in {"Date", "Time"} and m.run.first <= i < m.run.end for m in reading.mentions)


def lemmas(reading: Reading, o: Draft) -> set[str]:
    """The words of the sentence that tells an act."""
    return {reading.words[w].lemma.lower() for w in range(*reading.sentences[o.trigger.sentence])}


def authors(d: Draft, o: Draft, kinds: set[str]) -> list[Party]:
    """Who did what `o` tells, where that is of one of the kinds and near, and was not done by those who answer."""
    if o.type not in kinds or o.trigger.rule.reciprocal or d.trigger.sentence - o.trigger.sentence > NEAR:
        return []
    acting = {d.side(p) for p in d.roles.actors}
    return [] if acting & {o.side(p) for p in o.roles.actors} else list(o.roles.actors)
