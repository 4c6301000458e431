"""Acts told in the future or as an aim: what the record calls them, what is threatened in person, and what is on its way already."""

from __future__ import annotations

from gesta.coding.contents import is_purpose
from gesta.coding.drafts import Draft, Drafting
from gesta.coding.modality import factuality, going_to, own_marks
from gesta.coding.parties_in_text import who
from gesta.coding.stances import FUTURE
from gesta.model import Reading

MEANS = frozenset({"use", "fire", "deploy", "shoot", "charge", "launch", "employ", "lob", "throw"})


def on_the_way(drafting: Drafting, i: int) -> bool:
    """True for "used convoys to carry arms", "sent troops to help the rebels": what was done is itself the help."""
    word = drafting.reading.words[i]
    above = drafting.reading.words[word.head]
    aim = word.relation in {"advcl", "xcomp", "acl"} and word.xpos == "VB"
    verb = drafting.reading.words[above.head] if word.relation == "acl" else above
    return (
        aim
        and verb.lemma in MEANS | {"send", "dispatch", "fly", "rush"}
        and factuality(drafting.reading, drafting.cast.codebook, verb.i) == "actual"
    )


def future_types(drafting: Drafting, drafts: list[Draft]) -> list[Draft]:
    """Cooperation told in the future is AGREE, a future retreat or ceasefire CONCEDE (record specification).

    What somebody "will not accept" is refused; a retreat announced "unless" something is done is a threat.
    """
    reading, codebook = drafting.reading, drafting.cast.codebook
    for d in drafts:
        if d.factuality == "negated" and d.trigger.verbal and own_marks(reading, codebook, d.i) == "negated" and refused(drafting, d):
            refuse(drafting, d)
        elif d.factuality == "planned" and d.type == "RETREAT" and on_condition(reading, d.i):
            d.type, d.mode, d.factuality = "THREATEN", "relations", "actual"
        elif d.factuality == "planned" and d.type == "AID" and on_the_way(drafting, d.i):
            d.factuality = "actual"
        elif d.factuality == "planned" and (d.type in {"CONSULT", "AID", "COOPERATE", "SUPPORT"} or d.mode == "access"):
            if d.type != "CONSULT" or d.mode == "third-party":  # the offer of help is made, the visit is only planned
                d.factuality, d.time = "actual", d.time if d.time is None or d.time.direction != "future" else None
            d.type, d.mode = "AGREE", None
        elif d.factuality == "planned" and d.type == "SANCTION" and d.trigger.verbal:
            d.type, d.mode, d.factuality = "THREATEN", "relations", "actual"
        elif d.factuality == "planned" and d.type == "RETREAT":
            d.type = "CONCEDE"
    return drafts


def refused(drafting: Drafting, d: Draft) -> bool:
    """True for what is not agreed to, and for talks, help or a retreat that a party "will not" or "would not" have."""
    words = drafting.reading.words
    going = going_to(drafting.reading, d.i)
    will = going is not None or any(words[c].lower in FUTURE for c in drafting.reading.dependents(d.i, "aux"))
    return d.type == "AGREE" or (
        will and bool(d.roles.actors) and d.type in {"CONSULT", "RETREAT", "CONCEDE", "AID", "COOPERATE", "SUPPORT"}
    )


def refuse(drafting: Drafting, d: Draft) -> None:
    """Makes a draft a refusal: by the verb's subject, of whomever else it names."""
    refusing = {p.code for a in d.trigger.frame.agents for p in who(drafting.cast, a)}
    both = [*d.roles.actors, *d.roles.recipients]
    if d.trigger.rule.reciprocal and refusing:
        d.roles.actors, d.roles.recipients = ([p for p in both if (p.code in refusing) is of] for of in (True, False))
    mode = {"CONSULT": "meet", "AID": "assist"}.get(d.type, "yield" if d.type in {"RETREAT", "CONCEDE"} else None)
    d.type, d.mode, d.factuality = "REJECT", mode, "actual"


def on_condition(reading: Reading, i: int) -> bool:
    """True where a clause with "unless" hangs from the verb."""
    return any(reading.words[m].lower == "unless" for c in reading.dependents(i, "advcl") for m in reading.dependents(c, "mark"))


def threats_in_person(drafting: Drafting, drafts: list[Draft]) -> None:
    """As in "We will attack them": an assault, a sanction or a curfew that the speakers announce as their own is a threat."""
    for d in drafts:
        harm = d.type in {"COERCE", "SANCTION"} or (d.type == "ASSAULT" and d.trigger.verbal)
        if not harm or d.factuality != "planned" or d.teller is None or drafting.told[d.teller].stance == "deny":
            continue
        words = drafting.reading.words
        if words[words[d.i].head].xpos in {"VBD", "VBN"} and is_purpose(drafting.cast, d.i):
            continue  # "said it had sent troops to fight the rebels"
        speakers = {p.bare for p in drafting.told[d.teller].sources if p.bare}
        if speakers & {p.bare for p in d.roles.actors}:
            mode = "violence" if d.type == "ASSAULT" else "restrict"
            d.type, d.mode, d.factuality, d.why = "THREATEN", mode, "actual", d.why + "+own-plan"
            d.teller, d.tellers = None, []
