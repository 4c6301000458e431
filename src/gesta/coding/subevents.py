"""The ACLED sub-event type of an act, where type and mode alone do not say it.

Who took ground; whether armed people, demonstrators or others were hit; whether a demonstration was violent and how it was met.
"""

from __future__ import annotations

from collections.abc import Sequence

from gesta.coding.cast import Cast
from gesta.coding.clauses import preposition
from gesta.coding.drafts import Draft
from gesta.coding.nounphrases import behind_of
from gesta.coding.parties_in_text import REBEL_NOUNS, who

STATE = frozenset({"country", "government", "military"})
FIGHTING = frozenset({"military", "armed-group"})
ARMED_SECTORS = frozenset({"MIL", "REB", "COP", "PAR"})
HIT = ("on", "at", "against", "of", "between", "with", "targeting")
NEAR = 1  # sentences
BY_HAND = frozenset({None, "firearms", "primitive", "destroy", "crowd-control"})  # modes in which crowds and those who face them act
HURTING = frozenset({None, "firearms", "targeted"})
VIOLENT, MET, HURT, PEACEFUL, MOB = (
    "Violent demonstration",
    "Protest with intervention",
    "Excessive force against protesters",
    "Peaceful protest",
    "Mob violence",
)


def sub_event(cast: Cast, d: Draft, usual: str | None, drafts: Sequence[Draft]) -> str | None:
    """The sub-event type; `usual` is that of its PLOVER type and mode. None for what did not happen.

    `drafts` are the drafts of the sentence and those beside it.
    """
    if d.factuality not in {"actual", "possible"}:
        return None
    if d.trigger.rule.acled is not None:
        return d.trigger.rule.acled
    if d.type == "PROTEST" and usual is not None:
        return demonstration(cast, d, drafts)
    if d.type in {"AGREE", "CONSULT", "CONCEDE", "SUPPORT"} and usual is None:
        return "Agreement" if between_fighters(cast, d) else None
    if d.type == "COERCE" and d.mode == "arrest" and struck_is(cast, d, "demonstrators"):
        return VIOLENT if unrest(cast, d) else MET
    return violence(cast, d, usual, drafts) if d.type == "ASSAULT" else usual


def between_fighters(cast: Cast, d: Draft) -> bool:
    """True for an agreement or talks about fighting: a truce or peace is spoken of, or an armed group takes part in a mutual act.

    ACLED's Agreement holds peace talks, ceasefires, exchanges and evacuation deals between parties to a conflict.
    """
    if d.type == "CONCEDE":
        return d.mode == "ceasefire"
    armed = any(p.kind == "armed-group" or p.sector == "REB" for p in d.roles.actors)
    about = any(cast.is_class(w, "truce") for w in cast.reading.subtree(d.i))
    return about or (armed and d.trigger.rule.reciprocal) if d.type != "SUPPORT" else about and d.trigger.rule.id == "sign"


def violence(cast: Cast, d: Draft, usual: str | None, drafts: Sequence[Draft]) -> str | None:
    """The sub-event type of an assault."""
    rule = d.trigger.rule
    if d.weapon == "grenade" and d.mode in {None, "explosives", "firearms"}:
        return "Grenade"
    if rule.territorial and (by_state := taker(cast, d)) is not None:
        return "Government regains territory" if by_state else "Non-state actor overtakes territory"
    if d.mode in BY_HAND and (found := in_the_street(cast, d, drafts)):
        return found
    if usual in {"Attack", "Armed clash"} and d.mode in {None, "firearms", "targeted"}:
        return "Armed clash" if rule.reciprocal or armed_hit(cast, d) else "Attack"
    return usual


def taker(cast: Cast, d: Draft) -> bool | None:
    """True where a state takes ground, False where others do; by the words of those who act where no code is known; else None."""
    if d.roles.actors:
        return d.roles.actors[0].kind in STATE
    heads = [h for h in d.trigger.frame.agents if names(cast, h, "forces") or names(cast, h, "gunmen")]
    if not heads:
        return None
    return not any(cast.reading.words[h].lemma.lower() in REBEL_NOUNS or names(cast, h, "gunmen") for h in heads)


def in_the_street(cast: Cast, d: Draft, drafts: Sequence[Draft]) -> str | None:
    """The sub-event type of violence that demonstrators or a mob suffer or do; None where neither takes part."""
    acting, struck = acting_is(cast, d, "demonstrators"), struck_is(cast, d, "demonstrators")
    if d.trigger.rule.reciprocal:
        return VIOLENT if acting or struck else MOB if acting_is(cast, d, "mob") else None
    if acting_is(cast, d, "mob"):
        return VIOLENT if armed_hit(cast, d) else MOB
    if acting and d.mode != "crowd-control":
        return VIOLENT
    if not struck and d.mode != "crowd-control":
        return None
    if unrest(cast, d):
        return VIOLENT
    return HURT if d.mode in HURTING or hurt(drafts) else MET


def hurt(drafts: Sequence[Draft]) -> bool:
    """True when somebody is killed, wounded or shot at near by."""
    return any(d.type == "ASSAULT" and (d.trigger.rule.killing or d.mode == "firearms" or d.toll or d.struck) for d in drafts)


def demonstration(cast: Cast, d: Draft, drafts: Sequence[Draft]) -> str:
    """Violent where the demonstrators are; else by what they met with."""
    if d.mode == "riot" or unrest(cast, d):
        return VIOLENT
    met = [o for o in drafts if o.type == "ASSAULT" and o.factuality == "actual" and o.era == d.era]
    if any(o.mode in HURTING and struck_is(cast, o, "demonstrators") and not o.trigger.rule.reciprocal for o in met):
        return HURT
    arrests = any(o.mode == "arrest" and o.type == "COERCE" and o.factuality == "actual" and o.era == d.era for o in drafts)
    return MET if arrests or told(cast, d, "dispersal") or any(o.mode == "crowd-control" for o in met) else PEACEFUL


def unrest(cast: Cast, d: Draft) -> bool:
    """True when the sentence, or one beside it, tells violence or barricades of a crowd."""
    return told(cast, d, "unrest")


def told(cast: Cast, d: Draft, name: str) -> bool:
    """True when a word of the class stands in the sentence of an act or in one beside it."""
    sentences = cast.reading.sentences[max(0, d.trigger.sentence - NEAR) : d.trigger.sentence + NEAR + 1]
    words = cast.reading.words
    return any(cast.is_class(w, name) and not (w > 1 and words[w - 2].lower == "non") for run in sentences for w in range(*run))


def acting_is(cast: Cast, d: Draft, name: str) -> bool:
    """True when one of those who act is named by a word of the class."""
    return any(names(cast, h, name) for h in (*d.trigger.frame.agents, *d.trigger.frame.obliques.get("by", ())))


def struck_is(cast: Cast, d: Draft, name: str) -> bool:
    """True when one of those who are hit, or of two who clash, is named by a word of the class."""
    return any(names(cast, h, name) for h in struck(d))


def struck(d: Draft) -> tuple[int, ...]:
    """Head words of those who are hit, or who stand against another."""
    return (*d.trigger.frame.patients, *d.struck, *(w for case in HIT for w in d.trigger.frame.obliques.get(case, ())))


def names(cast: Cast, i: int, name: str) -> bool:
    """True when the noun, what is counted behind its "of", or the noun it describes belongs to the class."""
    behind = behind_of(cast.reading, i)
    parts = [i, *((behind,) if behind is not None else ()), *cast.reading.dependents(i, "compound", "amod")]
    listed, words = cast.codebook.ontology.classes[name], cast.reading.words
    return any(words[w].lemma.lower() in listed or words[w].lower.removesuffix("s") in listed for w in parts)


def armed_hit(cast: Cast, d: Draft) -> bool:
    """True where those who are hit are named as soldiers, fighters, police or their posts."""
    if any(p.kind in FIGHTING or p.sector in ARMED_SECTORS for p in d.roles.recipients):
        return True
    reading = cast.reading
    heads = [*struck(d), *(w for h in struck(d) for w in reading.dependents(h, "nmod") if preposition(reading, w) in {"of", "for"})]
    return any(names(cast, h, "forces") or names(cast, h, "military_posts") or any(p.kind in FIGHTING for p in who(cast, h)) for h in heads)
