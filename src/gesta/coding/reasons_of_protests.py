"""What a crowd is in the street for belongs to its protest: "marched to demand higher wages", "a sit-in to protest the arrest"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from gesta.coding.clauses import is_infinitive
from gesta.coding.drafts import Draft, Drafting
from gesta.model import Reading

#: Acts of speech that a protest performs by itself.
SPOKEN: Final = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "SUPPORT"})
BEHIND: Final = frozenset({"obj", "obl", "nmod"})


def join_reasons(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """A demand or an accusation that tells what a protest is for is a mention of it, with whom it is against.

    A protest that tells what something else was done for was held, where that was done: "gathered outside the court to protest the ban".
    """
    reading = drafting.reading
    protests = {w: d for d in drafts if d.type == "PROTEST" for w in d.trigger.words}
    out = []
    for d in drafts:
        host = reason_of(reading, d, protests) if d.type in SPOKEN and d.trigger.verbal else None
        if host is None:
            if d.type == "PROTEST" and d.factuality == "planned" and done_for(reading, d.i):
                d.factuality, d.time = "actual", drafting.chronology.at(d.i)
            out.append(d)
            continue
        host.mentions.append(d.evidence)
        against = [p for p in d.roles.recipients if p.sector != "CVL"] if d.type != "SUPPORT" else []
        if against and not host.roles.recipients:
            host.roles.recipients, host.roles.recipient_words = against, d.roles.recipient_words
    return out


def reason_of(reading: Reading, d: Draft, protests: Mapping[int, Draft]) -> Draft | None:
    """The protest, told by one of the `protests` words, whose reason a draft is; None where it is none's."""
    found = (protests[w] for v in served(reading, d.i) for w in (v, *reading.dependents(v, "obj", "nsubj:pass")) if w in protests)
    host = next((o for o in found if o is not d), None)
    if host is not None or reading.words[d.i].relation != "acl" or reading.words[d.i].xpos != "VBG":
        return host
    who = reading.words[d.i].head  # "students demanding his release marched"
    return next((o for o in protests.values() if o is not d and who in o.trigger.frame.agents), None)


def served(reading: Reading, i: int) -> Iterator[int]:
    """What is done in order to do what the verb at `i` tells, or by which it is done: of "marched to demand …", "marched, demanding …"."""
    while reading.words[i].relation == "conj" and reading.words[reading.words[i].head].upos == "VERB":
        i = reading.words[i].head
    word = reading.words[i]
    if not (is_infinitive(reading, i) or word.xpos == "VBG") or reading.dependents(i, "nsubj"):
        return
    if word.relation in {"advcl", "acl", "xcomp"}:
        yield word.head
        if word.relation == "acl" and reading.words[word.head].relation in BEHIND:
            yield reading.words[word.head].head  # hung on the square of "gathered on the square to demand"


def done_for(reading: Reading, i: int) -> bool:
    """True for what something that was done was for: "closed their shops to protest the tax"; not for "plan to march to protest"."""
    above = next(served(reading, i), None)
    if above is None or reading.words[i].lemma != "protest" or reading.words[i].relation not in {"advcl", "conj"}:
        return False
    return is_infinitive(reading, i) and reading.words[above].xpos == "VBD"
