"""Acts that are denied by their name alone: "Syria denies the charges", "the army denied any responsibility"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from gesta.coding.by_form import places
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.nounphrases import tops
from gesta.coding.parties import Party
from gesta.coding.roles import Roles
from gesta.coding.speakers import Telling
from gesta.coding.stances import is_denied
from gesta.coding.tellings import DENYING, SPEAKERS, TAKEN_UP
from gesta.model import Reading, Run, Span

#: What is denied of an act told before.
NAMES: Final = TAKEN_UP | frozenset("charge accusation allegation claim report account responsibility involvement role complicity".split())
ACTS: Final = frozenset({"ASSAULT", "COERCE"})
OWN: Final = ACTS | {"AID", "SUPPORT", "MOBILIZE", "COOPERATE"}  # acts that who did them denies where another tells them
NEAR: Final = 3  # sentences


def denied_acts(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """The drafts with one more for each act that a party denies to have done where the words of the denial name none.

    It is the act told last before, at most `NEAR` sentences back, that is laid on the denier or on nobody: with its victims, place and
    time, done by the denier, negated, told by the denier. The record's rule: the denial of one's own act is the event, negated.
    """
    out = list(drafts)
    for n, told in enumerate(drafting.told):
        if told.cue is None or not (in_words(drafting, told) or (told.stance == "deny" and named(drafting, told))):
            continue
        act = denied(drafting, told, told.cue, out)
        if act is not None:
            out.append(denial(drafting, act, n, told.cue))
    return sorted(out, key=lambda d: d.i)


def named(drafting: Drafting, told: Telling) -> bool:
    """True where what is denied is a claim, a pronoun or an act by its name: "the charge", "the charge is false", "the attack".

    Not where the claim's own clause says what was done: "the charge that it arms the rebels".
    """
    reading, ontology = drafting.reading, drafting.cast.codebook.ontology
    heads = tops(reading, told.content)
    heads += [s for w in heads for s in reading.dependents(w, "nsubj", "nsubj:pass")]
    lemmas = {reading.words[w].lemma.lower() for w in heads if not spelt_out(reading, w)}
    return bool(lemmas & NAMES) or any(map(ontology.names_violence, lemmas))


def spelt_out(reading: Reading, w: int) -> bool:
    """True for the charge of "the charge that it arms the rebels"."""
    clauses = (reading.dependents(c, "mark") for c in reading.dependents(w, "acl", "ccomp") if c > w)
    return any(reading.words[m].lower == "that" for marks in clauses for m in marks)


def in_words(drafting: Drafting, told: Telling) -> bool:
    """True where what is said is itself the denial: "we deny these accusations", the minister said."""
    reading = drafting.reading
    if places(reading).keys().isdisjoint(DENYING):
        return False
    for w in range(*told.content):
        if reading.words[w].lemma.lower() not in DENYING or reading.words[w].head in told.content or is_denied(reading, w):
            continue
        frame = drafting.cast.verb(w)
        ours = any(reading.words[a].lower in SPEAKERS for a in frame.agents)
        return ours and any(reading.words[p].lemma.lower() in NAMES for p in frame.patients)
    return False


def speaks_for_side(p: Party) -> bool:
    """True for a side, and for who holds an office in one."""
    return p.is_side or (p.is_person and p.code is not None and not p.code.endswith(".CVL"))


def denied(drafting: Drafting, told: Telling, cue: Run, drafts: list[Draft]) -> Draft | None:
    """The act that a telling denies; None where its words tell one, where the denier suffered or tells it, or where it is another's."""
    sides = {p.own_side for p in told.sources if speaks_for_side(p)}
    here = drafting.reading.words[cue.first].sentence
    if not sides or any(d.i in told.content and d.type in OWN for d in drafts):
        return None
    near = [d for d in drafts if d.type in OWN and d.i < cue.first and here - d.trigger.sentence <= NEAR]
    said = {d.i: {p.own_side for t in d.tellers for p in drafting.told[t].sources} for d in near}
    before = [d for d in near if d.factuality != "negated" and not d.trigger.rule.reciprocal and not sides & said[d.i]]
    own = [d for d in before if sides & {p.own_side for p in d.roles.actors} and (d.type in ACTS or said[d.i])]
    open_to = [
        d
        for d in before
        if d.type in ACTS and not d.roles.actors and not sides & {p.own_side for p in d.roles.recipients if p.sector != "CVL"}
    ]
    # what another tells in the same sentence, else the news before what lies back, else what was told last
    return max(own or open_to, key=lambda d: (d.trigger.sentence == here and bool(said[d.i]), d.era == "current", d.i), default=None)


def denial(drafting: Drafting, act: Draft, teller: int, cue: Run) -> Draft:
    """The act as its denier tells it."""
    told, reading, at = drafting.told[teller], drafting.reading, cue.first
    source = told.source if told.source is not None else cue
    first, last = min(source.first, cue.first, told.content.first), max(source.end, cue.end, told.content.end)
    return replace(
        act,
        trigger=replace(act.trigger, i=at, words=(at,), frame=drafting.cast.verb(at), verbal=True, sentence=reading.words[at].sentence),
        roles=Roles(
            actors=[p for p in told.sources if speaks_for_side(p)], recipients=list(act.roles.recipients), actor_words=list(range(*source))
        ),
        factuality="negated",
        teller=teller,
        tellers=[teller],
        evidence=Span(reading.words[first].start, reading.words[last - 1].end),
        why=f"{act.why.partition('+')[0]}+denied",
        toll=frozenset(),
        struck=(),
        beside=(),
        mentions=[],
    )
